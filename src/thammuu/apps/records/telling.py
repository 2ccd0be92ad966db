"""Who is told of a record."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.notifications.commands import Telling
from thammuu.apps.notifications.models import Kind
from thammuu.apps.notifications.recipients import readers
from thammuu.apps.notifications.services import tell
from thammuu.apps.organisations.actors import Actor


def tell_of(
    actor: Actor,
    dossier: Dossier,
    people: Iterable[int],
    kind: Kind,
    subject: UUID,
    words: str,
    occasion: UUID,
) -> None:
    """Tell each of the people once, but not the one who acts."""
    link = f"/ho-so/{dossier.uuid}/ghi-chep/#g-{subject}"
    meant = [officer for officer in dict.fromkeys(people) if officer != actor.id]
    reading = readers(meant)
    told = (officer for officer in meant if (officer, dossier.agency_id) in reading)
    tell(
        *(
            Telling(
                officer_id=officer,
                agency_id=dossier.agency_id,
                kind=kind,
                subject=subject,
                words=words,
                link=link,
                occasion=f"{kind}:{occasion}",
            )
            for officer in told
        )
    )
