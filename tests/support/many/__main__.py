"""`python -m support.many DOSSIERS STEPS`: fill the database of an empty installation; prints seconds and counts."""

from __future__ import annotations

import gc
import json
import sys
import time

import django

UNITS, EACH = 20, 10
FOREIGN = 0.2
"""Dossiers of a second agency, for one of the first."""
LARGE = 172
"""Steps of the one dossier that is larger than all others."""


def main(dossiers: int, steps: int) -> None:
    """The cast's agency with so many dossiers, a second one with a fifth of them, and one large dossier."""
    django.setup()
    from support.cast import TODAY
    from support.many.around import surround
    from support.many.dossiers import make_many
    from support.many.people import hire
    from thammuu.apps.dossiers import indexing
    from thammuu.apps.dossiers.models import Dossier, Step
    from thammuu.apps.organisations import clock, demo
    from thammuu.apps.organisations.models import Agency, Officer

    begun = time.perf_counter()
    gc.disable()  # Rows are let go batch by batch; looking for rings among millions of them takes a third of the time.
    demo.set_up()
    clock.declare_simulation(TODAY)
    own, foreign = (Agency.objects.get(names__name=name) for name in (demo.SO, "Sở Tài chính"))
    hire(own.pk, UNITS, EACH)
    hire(foreign.pk, UNITS // 4, EACH)
    for agency, count in ((own, dossiers), (foreign, int(dossiers * FOREIGN))):
        made = make_many(agency.pk, TODAY, count, steps)
        surround(agency.pk, made, TODAY)
    large = make_many(own.pk, TODAY, 1, LARGE, seed=2)
    keeper = Officer.objects.get(user__username="lan")
    Dossier.objects.filter(pk__in=large).update(drafter=keeper, state="open")
    indexing.index_all()
    made_in = time.perf_counter() - begun
    counts = {"dossiers": Dossier.objects.count(), "steps": Step.objects.count()}
    uuid = str(Dossier.objects.get(pk=large[0]).uuid)
    json.dump({"seconds": round(made_in, 1), "large": uuid, **counts}, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
