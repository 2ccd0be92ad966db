"""What must hold of an installation whatever befell it: `python -m support.aftermath NOTES` prints what does not."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import django


def faults(noted: list[list[str]]) -> Iterator[str]:
    """Acts that were acknowledged and are gone, acts that are there by half, a journal or a file that does not hold."""
    from django.db.models import Count

    from thammuu.apps.dossiers.acting.facts import NAMES
    from thammuu.apps.dossiers.models import Dossier, Step, StepEvent
    from thammuu.apps.files.queries import damaged_files
    from thammuu.apps.journal.models import Event, Receipt
    from thammuu.apps.journal.queries import verdict

    facts = {(NAMES[act], str(step)) for act, step in StepEvent.objects.values_list("act", "step__uuid")}
    dossiers = {str(uuid) for uuid in Dossier.objects.values_list("uuid", flat=True)}
    for act, subject in noted:
        if not (subject in dossiers if act == "opened" else (f"step.{act}", subject) in facts):
            yield f"lost: {act} {subject}"
    steps = Counter(Dossier.objects.annotate(found=Count("steps")).values_list("found", flat=True))
    if len(steps) > 1:
        yield f"dossiers made by half: {steps}"
    for version, done in Step.objects.annotate(done=Count("events")).values_list("version", "done"):
        if version != done + 1:
            yield f"a step of version {version} with {done} facts"
    in_journal = Event.objects.filter(act__in=NAMES.values()).count()
    if in_journal != StepEvent.objects.count():
        yield f"{StepEvent.objects.count()} facts, {in_journal} in the journal"
    if Receipt.objects.filter(result=None).exists():
        yield "a receipt without its act"
    if (found := verdict()).broken_at is not None:
        yield f"journal: {found.reason}"
    yield from (f"file: {file.sha256}" for file in damaged_files())


if __name__ == "__main__":
    django.setup()
    told = [line.split() for line in Path(sys.argv[1]).read_text().splitlines()]
    json.dump({"noted": len(told), "faults": list(faults(told))[:20]}, sys.stdout)
