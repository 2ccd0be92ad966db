"""The order in which a version is initialled, and what each post answers for.

Legal source: Nghị định 30/2020/NĐ-CP, Điều 12: the head of the drafting unit answers for the content, a person given
that task answers for form and technique; they are two people. The order beyond that is practice, set by each agency.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thammuu.apps.drafting.models import Initial, InitialAct, Post
from thammuu.apps.organisations.parameters import value

CHAIN = "initials.chain"
CONTENT, FORM = "content", "form"
ANSWERS_FOR = {Post.DRAFTER: CONTENT, Post.HEAD_OF_UNIT: CONTENT, Post.OFFICE: FORM, Post.DEPUTY: ""}
"""What the one at each post answers for with the initial."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a version is in its chain."""

    posts: tuple[Post, ...]
    done: tuple[Initial, ...]
    returned: Initial | None
    next: Post | None
    """None when all have initialled, or when it was returned."""


def posts_of(agency_id: int) -> tuple[Post, ...]:
    """The chain of an agency, in order."""
    return tuple(Post(post) for post in str(value(agency_id, CHAIN)).split(","))


def standing(initials: Sequence[Initial], posts: tuple[Post, ...]) -> Standing:
    """Where the version with these initials stands in that chain, the initials in their order."""
    returned = next((one for one in initials if one.act == InitialAct.RETURNED), None)
    given = {Post(one.post) for one in initials if one.act == InitialAct.INITIALLED}
    due = next((post for post in posts if post not in given), None)
    return Standing(posts, tuple(initials), returned, None if returned else due)


def answers_for_other(initials: Sequence[Initial], post: Post, officer_id: int) -> Initial | None:
    """An initial by which the officer already answers for the other of content and form; None if there is none."""
    wanted = ANSWERS_FOR[post]
    if not wanted:
        return None
    others = (one for one in initials if one.by_id == officer_id and one.act == InitialAct.INITIALLED)
    return next((one for one in others if ANSWERS_FOR[Post(one.post)] not in ("", wanted)), None)
