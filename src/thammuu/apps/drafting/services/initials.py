"""Putting an initial on a version, or sending it back."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.dossiers.acting.claiming import lock_open
from thammuu.apps.drafting import access, policies
from thammuu.apps.drafting.chain import answers_for_other, posts_of, standing
from thammuu.apps.drafting.commands import PutInitial
from thammuu.apps.drafting.keeping import journal, said
from thammuu.apps.drafting.models import DraftVersion, Initial, InitialAct, Post
from thammuu.apps.drafting.refusals import ChainComplete, NewerVersion, NotYourTurn, SentBack, TwoPeople
from thammuu.apps.drafting.telling import tell_next, tell_returned
from thammuu.apps.journal.receipts import once
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, StaleEdit


def put_initial(actor: Actor, command: PutInitial, *, key: UUID) -> UUID:
    """Initial the newest version at the post whose turn it is, or return it with a reason. The version's uuid.

    Raises NotAllowed, NotYourTurn, TwoPeople (content and form are two people), NewerVersion, SentBack, ChainComplete,
    StaleEdit.
    """
    version = access.version_seen(actor, command.version)
    post, act_of = Post(command.post), InitialAct(command.act)
    if not policies.may_initial(actor, version, post):
        raise NotAllowed(f"ký nháy ở vị trí “{post.label}”", _WHO[post])
    remark = command.remark.strip()
    if act_of == InitialAct.RETURNED:
        said(remark, "lý do trả lại, để người soạn biết cần sửa gì")

    def act() -> UUID:
        lock_open(version.draft.dossier_id)
        _check_turn(actor, version, post, command)
        at = clock.now()
        place = version.initials.count() + 1
        initial = Initial.objects.create(
            version=version, place=place, post=post, act=act_of, remark=remark, by_id=actor.id, at=at
        )
        tell = tell_returned if act_of == InitialAct.RETURNED else tell_next
        tell(actor, version, initial)
        journal(actor, f"draft.{act_of}", version, at, post=post, number=version.number)
        return version.uuid

    return once(actor.uuid, key, "draft.initial", command, act)


_WHO = {
    Post.DRAFTER: "người lập hồ sơ hoặc người đưa bản này lên",
    Post.HEAD_OF_UNIT: "trưởng đơn vị của hồ sơ",
    Post.OFFICE: "văn thư, người được giao kiểm tra thể thức",
    Post.DEPUTY: "lãnh đạo cơ quan",
}


def _check_turn(actor: Actor, version: DraftVersion, post: Post, command: PutInitial) -> None:
    initials = list(version.initials.select_related("by"))
    if len(initials) != command.version_of_chain:
        last = str(initials[-1]) if initials else "Chưa ai ký nháy"
        raise StaleEdit(yours=f"{post.label}: {InitialAct(command.act).label}", current=last)
    newest = version.draft.versions.order_by("number").last()
    if newest is not None and newest.pk != version.pk:
        raise NewerVersion(newest.number)
    stands = standing(initials, posts_of(version.draft.dossier.agency_id))
    if stands.returned:
        raise SentBack(version.number)
    if stands.next is None:
        raise ChainComplete
    if stands.next != post:
        raise NotYourTurn(stands.next.label)
    returns = command.act == InitialAct.RETURNED
    if not returns and (other := answers_for_other(initials, post, actor.id)):
        raise TwoPeople(other.by.full_name)
