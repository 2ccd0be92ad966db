"""How an act takes hold of the rows it changes: the dossier first, then compare and swap on the version."""

from __future__ import annotations

from django.db.models import F

from thammuu.apps.dossiers.models import Dossier, DossierState, Step
from thammuu.apps.dossiers.refusals import DossierClosed
from thammuu.apps.dossiers.wording import newest_of_dossier, newest_of_step
from thammuu.apps.organisations.refusals import StaleEdit


def lock(dossier_id: int) -> Dossier:
    """The dossier's row, ours until the transaction ends.

    Every act locks it before anything else of the dossier: the derived columns are reckoned from all steps, and two
    acts that take their rows in one order never wait for each other.
    """
    return Dossier.objects.select_for_update().get(pk=dossier_id)


def lock_open(dossier_id: int) -> Dossier:
    """The same, refused when the dossier is closed."""
    dossier = lock(dossier_id)
    if dossier.state == DossierState.CLOSED:
        raise DossierClosed
    return dossier


def claim_step(step: Step, version: int, yours: str) -> None:
    """The step is ours if it still is as it was shown; `step` is read anew. Raises StaleEdit with both texts."""
    lock_open(step.dossier_id)
    if not Step.objects.filter(pk=step.pk, version=version).update(version=F("version") + 1):
        step.refresh_from_db()
        raise StaleEdit(yours=yours, current=newest_of_step(step))
    step.refresh_from_db()


def claim_dossier(dossier: Dossier, version: int, yours: str) -> None:
    """The dossier is ours if it still is as it was shown; it is read anew. Raises StaleEdit with both texts."""
    lock(dossier.pk)
    if not Dossier.objects.filter(pk=dossier.pk, version=version).update(version=F("version") + 1):
        dossier.refresh_from_db()
        raise StaleEdit(yours=yours, current=newest_of_dossier(dossier))
    dossier.refresh_from_db()
