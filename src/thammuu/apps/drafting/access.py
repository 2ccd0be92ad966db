"""The rows an actor may act on: first whether they are seen, then whether they may."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.dossiers.policies import visible_dossiers
from thammuu.apps.drafting import policies
from thammuu.apps.drafting.models import Draft, DraftVersion, Post
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, visible
from thammuu.apps.records.access import dossier_seen

_INITIALLERS = "người lập hồ sơ, trưởng đơn vị của hồ sơ, văn thư kiểm tra thể thức, lãnh đạo cơ quan"
_DRAFTERS = "người lập hồ sơ, trưởng đơn vị, hoặc đơn vị đang làm một bước của hồ sơ"


def dossier_to_draft(actor: Actor, uuid: UUID) -> Dossier:
    """The dossier, if the actor may begin drafts of it. Raises NotVisible, NotAllowed."""
    dossier = dossier_seen(actor, uuid)
    _check_drafts(actor, dossier)
    return dossier


def draft_seen(actor: Actor, uuid: UUID) -> Draft:
    """The draft. Raises NotVisible."""
    seen = Draft.objects.filter(dossier__in=visible_dossiers(actor))
    return visible(seen.select_related("dossier", "step", "begun_by").filter(uuid=uuid).first())


def draft_to_change(actor: Actor, uuid: UUID) -> Draft:
    """The draft, if the actor may bring a new version. Raises NotVisible, NotAllowed."""
    draft = draft_seen(actor, uuid)
    _check_drafts(actor, draft.dossier)
    return draft


def version_seen(actor: Actor, uuid: UUID) -> DraftVersion:
    """The version with its draft and file. Raises NotVisible."""
    seen = DraftVersion.objects.filter(draft__dossier__in=visible_dossiers(actor))
    return visible(seen.select_related("draft__dossier", "file", "made_by").filter(uuid=uuid).first())


def check_initials(actor: Actor, version: DraftVersion) -> None:
    """That the actor may initial the version at some post. Raises NotAllowed."""
    if not any(policies.may_initial(actor, version, post) for post in Post):
        raise NotAllowed("ký nháy dự thảo này", _INITIALLERS)


def _check_drafts(actor: Actor, dossier: Dossier) -> None:
    if not policies.may_draft(actor, dossier):
        raise NotAllowed("soạn dự thảo trong hồ sơ này", _DRAFTERS)
