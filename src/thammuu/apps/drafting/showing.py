"""Turns rows of the database into rows for screens; asks the database nothing that the query has not fetched."""

from __future__ import annotations

from collections.abc import Sequence

from thammuu.apps.drafting.chain import ANSWERS_FOR, CONTENT, FORM, Standing, standing
from thammuu.apps.drafting.checking import found_in
from thammuu.apps.drafting.models import Draft, DraftVersion, Initial, InitialAct, Post, VersionCheck
from thammuu.apps.drafting.rows import CheckRow, DraftRow, InitialRow, PostRow, VersionRow

_PARTS = {CONTENT: "nội dung", FORM: "thể thức", "": ""}


def draft_row(draft: Draft, posts: tuple[Post, ...]) -> DraftRow:
    """A draft with its versions fetched, as its newest one stands in the agency's chain of posts."""
    versions = list(draft.versions.all())
    due = standing(list(versions[-1].initials.all()), posts).next
    return DraftRow(
        uuid=draft.uuid,
        kind=draft.kind,
        title=draft.title,
        dossier_uuid=draft.dossier.uuid,
        dossier_title=draft.dossier.title,
        step_number=draft.step.position if draft.step else None,
        step_words=f"{draft.step.where} {draft.step.text}".strip() if draft.step else "",
        newest=version_row(versions[-1], versions, posts),
        next_post=due.label if due else "",
    )


def version_row(
    version: DraftVersion, versions: Sequence[DraftVersion], posts: tuple[Post, ...]
) -> VersionRow:
    """A version among all versions of its draft."""
    check = list(version.checks.all())[-1]
    stands = standing(list(version.initials.all()), posts)
    earlier = [one.number for one in versions if one.number < version.number and one.words == version.words]
    return VersionRow(
        uuid=version.uuid,
        number=version.number,
        source=version.source,
        source_words=version.get_source_display(),
        reason=version.reason,
        made_by=version.made_by.full_name,
        made_at=version.made_at,
        file_uuid=version.file.uuid,
        file_name=version.file.name,
        errors=check.errors,
        warnings=check.warnings,
        notes=check.notes,
        chain_state=_chain_state(stands),
        chain_words=_chain_words(stands),
        same_words_as=earlier[-1] if earlier else None,
    )


def check_row(check: VersionCheck) -> CheckRow:
    """A kept check."""
    return CheckRow(check.state, check.law_day, check.checked_at, found_in(check))


def chain_rows(stands: Standing) -> tuple[PostRow, ...]:
    """Every post of the chain in order, and those of an earlier order where somebody has initialled."""
    given = {Post(one.post): one for one in stands.done}
    return tuple(
        PostRow(
            post=post,
            words=post.label,
            answers_for=_PARTS[ANSWERS_FOR[post]],
            state=_state(post, stands, given.get(post)),
            initial=_initial_row(given[post]) if post in given else None,
        )
        for post in Post
        if post in stands.posts or post in given
    )


def _state(post: Post, stands: Standing, initial: Initial | None) -> str:
    if initial is not None:
        return "returned" if initial.act == InitialAct.RETURNED else "done"
    return "next" if post == stands.next else "later"


def _initial_row(initial: Initial) -> InitialRow:
    return InitialRow(
        initial.post,
        initial.act == InitialAct.RETURNED,
        initial.remark,
        initial.by.full_name,
        initial.at,
    )


def _chain_state(stands: Standing) -> str:
    if stands.returned:
        return "returned"
    if stands.next is None:
        return "complete"
    return "waiting" if stands.done else "none"


def _chain_words(stands: Standing) -> str:
    if stands.returned:
        return f"{stands.returned.get_post_display()} trả lại"
    if stands.next is None:
        return "Đủ chữ ký nháy"
    return f"Chờ {stands.next.label} ký nháy" if stands.done else "Chưa ký nháy"
