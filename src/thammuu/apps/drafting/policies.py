"""Who may do what to the drafts of a dossier. Who sees the dossier sees its drafts.

| | begins, adds versions, repairs | drafter's initial | head of unit | office | leader |
|---|---|---|---|---|---|
| drafter of the dossier | x | x | | | |
| head of the dossier's unit | x | x | x | | |
| who leads or holds a step | x | of an own version | | | |
| clerk | | | | x | |
| leader of the agency | | | | | x |
| other officers of the agency | | | | | |
| administrator, anyone of another agency | | | | | |

Whoever may put an initial at a post may return the version at that post. A leader's initial is put in person: it does not
pass to a substitute.

Wording and layout of the agency's own templates (mẫu văn bản): every officer of the agency sees them; administrators, clerks
and heads of unit set them, in person.
"""

from __future__ import annotations

from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.dossiers.policies import Ownership, may_manage, may_view
from thammuu.apps.drafting.models import DraftVersion, Post
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Role
from thammuu.apps.organisations.refusals import NotAllowed
from thammuu.apps.records import policies as records


def may_draft(actor: Actor, dossier: Dossier) -> bool:
    """May begin drafts of the dossier and bring new versions."""
    return records.may_keep(actor, dossier)


def may_initial(actor: Actor, version: DraftVersion, post: Post) -> bool:
    """May put an initial on the version at that post, or return it there."""
    dossier = version.draft.dossier
    owned = Ownership.of(dossier)
    if not may_view(actor, owned):
        return False
    match post:
        case Post.DRAFTER:
            return may_manage(actor, owned) or version.made_by_id == actor.id
        case Post.HEAD_OF_UNIT:
            return any(
                one.holds(Role.HEAD_OF_UNIT) and dossier.unit_id in one.unit_ids for one in actor.capacities
            )
        case Post.OFFICE:
            return any(one.holds(Role.CLERK) for one in actor.capacities)
        case Post.DEPUTY:
            return actor.holds(Role.LEADER)


def may_set_templates(actor: Actor) -> bool:
    """Puts the agency's own Word file in the place of a template, and takes it back."""
    return actor.holds(Role.ADMINISTRATOR, Role.CLERK, Role.HEAD_OF_UNIT)


def check_sets_templates(actor: Actor) -> None:
    """Raises NotAllowed."""
    if not may_set_templates(actor):
        raise NotAllowed("đặt mẫu văn bản của cơ quan", "quản trị hệ thống, văn thư hoặc trưởng đơn vị")
