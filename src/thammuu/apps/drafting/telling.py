"""Who is told of an initial: whoever comes next, or those who have to put a returned version right."""

from __future__ import annotations

from collections.abc import Iterable

from thammuu.apps.drafting.chain import posts_of, standing
from thammuu.apps.drafting.models import DraftVersion, Initial, Post
from thammuu.apps.notifications.commands import Telling
from thammuu.apps.notifications.models import Kind
from thammuu.apps.notifications.recipients import people_of, readers
from thammuu.apps.notifications.services import tell
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Position, Role

_ROLES = {Post.HEAD_OF_UNIT: Role.HEAD_OF_UNIT, Post.OFFICE: Role.CLERK, Post.DEPUTY: Role.LEADER}


def tell_next(actor: Actor, version: DraftVersion, initial: Initial) -> None:
    """Tell those whose turn it is now; when all have initialled, the drafter."""
    after = standing(list(version.initials.all()), posts_of(version.draft.dossier.agency_id)).next
    words = f"{version} đã được {actor.name} ký nháy"
    if after is None:
        _tell(
            actor,
            version,
            (version.draft.dossier.drafter_id,),
            f"{words}; đã đủ chữ ký nháy",
            initial,
            Kind.CHANGED,
        )
        return
    _tell(
        actor,
        version,
        _people(version, after),
        f"{words}; chờ ký nháy ở vị trí {after.label}",
        initial,
        Kind.INITIAL_ASKED,
    )


def tell_returned(actor: Actor, version: DraftVersion, initial: Initial) -> None:
    """Tell the maker of the version, the drafter, and all who had initialled it."""
    people = (
        version.made_by_id,
        version.draft.dossier.drafter_id,
        *version.initials.values_list("by_id", flat=True),
    )
    words = f"{version} bị {actor.name} trả lại: {initial.remark}"
    _tell(actor, version, people, words, initial, Kind.CHANGED)


def _people(version: DraftVersion, post: Post) -> tuple[int, ...]:
    """Officers of the agency who can put the initial at that post."""
    dossier = version.draft.dossier
    if post not in _ROLES:
        return (dossier.drafter_id,)
    held = Position.objects.on(clock.today()).filter(agency_id=dossier.agency_id, role=_ROLES[post])
    if post == Post.HEAD_OF_UNIT:
        return people_of((dossier.unit_id,)).get(dossier.unit_id, ()) if dossier.unit_id else ()
    return tuple(held.values_list("officer_id", flat=True).distinct())


def _tell(
    actor: Actor,
    version: DraftVersion,
    people: Iterable[int],
    words: str,
    initial: Initial,
    kind: Kind,
) -> None:
    agency = version.draft.dossier.agency_id
    meant = [officer for officer in dict.fromkeys(people) if officer != actor.id]
    reading = readers(meant)
    tell(
        *(
            Telling(
                officer_id=officer,
                agency_id=agency,
                kind=kind,
                subject=version.uuid,
                words=words,
                link=f"/du-thao/{version.draft.uuid}/",
                occasion=f"{kind}:{initial.uuid}",
            )
            for officer in meant
            if (officer, agency) in reading
        )
    )
