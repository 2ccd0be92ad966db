"""All opinions of all replies as rows: equal ones together with every source, clashes marked, likeness suggested.

The same rows whatever the order of the replies. The whole of it costs milliseconds, so one more reply means doing it
again rather than keeping a state: ids of rows depend on nothing but the version and what is proposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from thammuu_core.anchors import Version
from thammuu_core.opinions.clashes import clashes
from thammuu_core.opinions.identity import Stated, stating
from thammuu_core.opinions.likeness import alike
from thammuu_core.opinions.model import Clash, Key, Reply, Row


def consolidate(base: Version, replies: Sequence[Reply]) -> tuple[Row, ...]:
    """The rows in order of the version's text, what has no place last; every opinion is a member of one of them."""
    state = stating(base)
    members: dict[str, list[Key]] = defaultdict(list)
    meanings: dict[str, list[Stated]] = defaultdict(list)
    for number, reply in enumerate(replies):
        for index, opinion in enumerate(reply.opinions):
            stated = state(reply, opinion)
            members[stated.id].append((number, index))
            meanings[stated.id].append(stated)
    stories = {story.name: number for number, story in enumerate(base.paper.stories)}
    chosen = [min(several, key=_wording) for several in meanings.values()]
    ordered = sorted(chosen, key=lambda one: (*_place(one, stories), one.id))
    conflicts = _conflicts(ordered, members)
    like = alike(ordered)
    return tuple(
        Row(
            stated.id,
            tuple(members[stated.id]),
            conflicts.get(index, {}),
            tuple(ordered[other].id for other in like.get(index, ())),
        )
        for index, stated in enumerate(ordered)
    )


def _conflicts(
    ordered: Sequence[Stated], members: Mapping[str, Sequence[Key]]
) -> dict[int, Mapping[str, Clash]]:
    """What clashes, by index; one reply alone does not clash with itself."""
    found: dict[int, dict[str, Clash]] = defaultdict(dict)
    for one, other, kind in clashes(ordered):
        first, second = ordered[one].id, ordered[other].id
        if len({reply for reply, _ in (*members[first], *members[second])}) > 1:
            found[one][second] = kind
            found[other][first] = kind
    return {**found}


def _wording(stated: Stated) -> tuple[object, ...]:
    """Of equal statements the one that stands for all must not depend on who came first."""
    edit = stated.edit
    return (edit.start, edit.end, edit.new) if edit else (0, 0, stated.wording)


def _place(stated: Stated, stories: Mapping[str, int]) -> tuple[int, int, int]:
    if stated.start is None or stated.end is None:
        return len(stories) + 1, 0, 0
    return stories.get(stated.story, len(stories)), stated.start, stated.end
