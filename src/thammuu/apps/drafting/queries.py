"""Reads of drafts. Foreign and unseen ones raise NotVisible."""

from __future__ import annotations

from pathlib import PurePath
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery

from thammuu.apps.documents.citing import Cited, cited_rows
from thammuu.apps.dossiers.models import DossierState
from thammuu.apps.dossiers.policies import visible_dossiers
from thammuu.apps.drafting import access, policies
from thammuu.apps.drafting.chain import Standing, answers_for_other, posts_of, standing
from thammuu.apps.drafting.checking import paper_of
from thammuu.apps.drafting.comparing import changed_words
from thammuu.apps.drafting.models import Draft, DraftVersion, InitialAct, Post
from thammuu.apps.drafting.printing import printed
from thammuu.apps.drafting.proposing import proposals
from thammuu.apps.drafting.rows import Beginning, Changed, CheckRow, DraftRow, DraftsView, DraftView, Made
from thammuu.apps.drafting.showing import chain_rows, check_row, draft_row, version_row
from thammuu.apps.files import store
from thammuu.apps.files.models import StoredFile
from thammuu.apps.files.queries import file_in
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.choosing import Choice
from thammuu.apps.organisations.models import Role
from thammuu.apps.organisations.refusals import visible
from thammuu.apps.records.access import dossier_seen
from thammuu_core.exchange import reading_to_dict
from thammuu_core.papers import Paper
from thammuu_core.plans import read

MOST_WAITING = 50


def drafts_of(actor: Actor, dossier: UUID) -> tuple[DraftRow, ...]:
    """The drafts of a dossier in the order in which they were begun. Raises NotVisible."""
    seen = dossier_seen(actor, dossier)
    posts = posts_of(seen.agency_id)
    return tuple(draft_row(draft, posts) for draft in _whole(seen.drafts.all()))


def drafts_in(actor: Actor, dossier: UUID) -> DraftsView:
    """The same, and whether more may be begun. Raises NotVisible."""
    seen = dossier_seen(actor, dossier)
    may = policies.may_draft(actor, seen)
    return DraftsView(seen.uuid, seen.title, drafts_of(actor, dossier), may, proposals(seen) if may else ())


def draft_view(actor: Actor, uuid: UUID, number: int | None = None) -> DraftView:
    """A version of the draft, the newest one unless another number is asked for. Raises NotVisible."""
    access.draft_seen(actor, uuid)
    draft = _whole(Draft.objects.filter(uuid=uuid)).get()
    versions = list(draft.versions.all())
    wanted = versions[-1].number if number is None else number
    shown = visible(next((one for one in versions if one.number == wanted), None))
    initials = list(shown.initials.all())
    posts = posts_of(draft.dossier.agency_id)
    stands = standing(initials, posts)
    newest = shown.pk == versions[-1].pk
    check = check_row(list(shown.checks.all())[-1])
    post = _my_post(actor, shown, stands) if newest else None
    other = answers_for_other(initials, post, actor.id) if post else None
    return DraftView(
        draft=draft_row(draft, posts),
        versions=tuple(version_row(one, versions, posts) for one in reversed(versions)),
        shown=version_row(shown, versions, posts),
        check=check,
        chain=chain_rows(stands),
        chain_length=len(initials),
        is_newest=newest,
        acts=_acts(actor, draft, check if newest else None, post, bars=other is not None),
        my_post=post or "",
        two_people=other.by.full_name if other else "",
    )


def to_begin(actor: Actor, dossier: UUID) -> Beginning:
    """The dossier in which a draft is to be begun. Raises NotVisible, NotAllowed."""
    found = access.dossier_to_draft(actor, dossier)
    steps = (Choice(step.uuid, f"{step.where} {step.text}".strip()) for step in found.steps.all())
    return Beginning(found.uuid, found.title, tuple(steps))


def to_change(actor: Actor, draft: UUID) -> DraftView:
    """The draft of which a new version, or a check, is to be made. Raises NotVisible, NotAllowed."""
    access.draft_to_change(actor, draft)
    return draft_view(actor, draft)


def to_initial(actor: Actor, draft: UUID) -> DraftView:
    """The draft for those who initial at some post of its chain, whether it is their turn or not.

    Raises NotVisible, NotAllowed.
    """
    newest = (
        access.draft_seen(actor, draft).versions.select_related("draft__dossier").order_by("number").last()
    )
    access.check_initials(actor, visible(newest))
    return draft_view(actor, draft)


def drafts_waiting(actor: Actor) -> tuple[DraftRow, ...]:
    """Drafts of open dossiers that wait for an initial of the actor, the oldest first; at most MOST_WAITING."""
    newest = DraftVersion.objects.filter(draft=OuterRef("draft")).order_by("-number").values("pk")[:1]
    versions = DraftVersion.objects.filter(
        pk=Subquery(newest), draft__dossier__in=visible_dossiers(actor).filter(state=DossierState.OPEN)
    ).annotate(
        **{post.value: _initialled_at(post) for post in Post},
        back=Count("initials", filter=Q(initials__act=InitialAct.RETURNED)),
    )
    posts = posts_of(actor.agency_id)
    turn = versions.filter(_turn_of(actor, posts), back=0).order_by("made_at", "pk")[:MOST_WAITING]
    drafts = _whole(Draft.objects.filter(pk__in=[one.draft_id for one in turn]))
    return tuple(draft_row(draft, posts) for draft in drafts)


def paper_to_show(actor: Actor, version: UUID) -> Paper:
    """The version as read. Raises NotVisible."""
    file = access.version_seen(actor, version).file
    return paper_of(store.get(file.sha256), file.name)


def pdf_of(actor: Actor, draft: UUID, number: int) -> Made:
    """The version as PDF. Raises NotVisible; NotPrinted for a file that was not written here."""
    versions = access.draft_seen(actor, draft).versions.select_related("file")
    file = visible(versions.filter(number=number).first()).file
    return Made(printed(store.get(file.sha256)), f"{PurePath(file.name).stem}.pdf")


def cited_by(actor: Actor, draft: UUID, number: int) -> Cited:
    """What the version cites, judged today: a draft has no day of its own yet. Raises NotVisible."""
    versions = access.draft_seen(actor, draft).versions.select_related("file")
    file = visible(versions.filter(number=number).first()).file
    claim = reading_to_dict(read(paper_of(store.get(file.sha256), file.name)))
    today = clock.today()
    return Cited(today, False, cited_rows(actor, claim["citations"], today, may_accept=False))


def changes_since(actor: Actor, draft: UUID, number: int) -> tuple[Changed, ...]:
    """What the words of version `number` differ in from the one before; nothing for the first. Raises NotVisible."""
    versions = access.draft_seen(actor, draft).versions.select_related("file")
    after = visible(versions.filter(number=number).first())
    before = versions.filter(number=number - 1).first()
    if before is None or before.words == after.words:
        return ()
    return changed_words(*(paper_of(store.get(one.file.sha256), one.file.name) for one in (before, after)))


def file_to_serve(actor: Actor, uuid: UUID) -> StoredFile:
    """The file of a version that the actor sees. Raises NotVisible."""
    versions = DraftVersion.objects.filter(draft__dossier__in=visible_dossiers(actor))
    return visible(file_in(uuid, ((versions, "file"),)))


def _whole(drafts: QuerySet[Draft]) -> QuerySet[Draft]:
    versions = (
        DraftVersion.objects.select_related("file", "made_by")
        .prefetch_related("checks", "initials__by")
        .order_by("number")
    )
    return drafts.select_related("dossier", "step").prefetch_related(Prefetch("versions", versions))


def _my_post(actor: Actor, version: DraftVersion, stands: Standing) -> Post | None:
    """The post whose turn it is, if the actor may act there."""
    due = stands.next
    return due if due and policies.may_initial(actor, version, due) else None


def _acts(
    actor: Actor, draft: Draft, newest: CheckRow | None, post: Post | None, *, bars: bool
) -> tuple[str, ...]:
    """What may be done now; `newest` is the check of the newest version, None where an older one is looked at."""
    acts: tuple[str, ...] = ()
    if newest and policies.may_draft(actor, draft.dossier):
        mends = any(one.repairable for one in newest.found)
        acts += ("add", "repair", "check") if mends else ("add", "check")
    if post:
        acts += ("return",) if bars else ("initial", "return")
    return acts


def _initialled_at(post: Post) -> Count:
    return Count("initials", filter=Q(initials__act=InitialAct.INITIALLED, initials__post=post))


def _turn_of(actor: Actor, posts: tuple[Post, ...]) -> Q:
    """The same as `may_initial` at the post whose turn it is, for many versions at once."""
    at = {post: _turn_at(post, posts) for post in posts}
    never = Q(pk__in=())
    turn = never
    for one in actor.capacities:
        turn |= Q(draft__dossier__drafter_id=one.id) & at.get(Post.DRAFTER, never)
        if one.holds(Role.HEAD_OF_UNIT):
            own = Q(draft__dossier__unit_id__in=one.unit_ids)
            turn |= own & (at.get(Post.HEAD_OF_UNIT, never) | at.get(Post.DRAFTER, never))
        if one.holds(Role.CLERK):
            turn |= at.get(Post.OFFICE, never)
    if actor.holds(Role.LEADER):
        turn |= at.get(Post.DEPUTY, never)
    return turn | (Q(made_by_id=actor.id) & at.get(Post.DRAFTER, never))


def _turn_at(post: Post, posts: tuple[Post, ...]) -> Q:
    """All before it in the chain have initialled, it has not."""
    before = Q(**{f"{earlier}__gt": 0 for earlier in posts[: posts.index(post)]})
    return before & Q(**{post.value: 0})
