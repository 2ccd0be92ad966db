"""All replies to one version as one: the same whatever the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from thammuu_core.anchors import Version
from thammuu_core.errors import Problem, Severity
from thammuu_core.opinions.carrying import carry_reply
from thammuu_core.opinions.consolidation import consolidate
from thammuu_core.opinions.ledger import checks_of_merge
from thammuu_core.opinions.model import Confidence, Merge, Reply
from thammuu_core.redlines import PositionMap, compare


def merge(version: Version, replies: Iterable[Reply], earlier: Sequence[Version] = ()) -> Merge:
    """The replies in order of their names, and rows in which equal proposals stand together.

    A reply that is a copy of one of the `earlier` versions is carried to this one.
    """
    ordered = tuple(sorted(_on_one(version, replies, earlier), key=lambda reply: (reply.file, reply.sha256)))
    rows = consolidate(version, ordered)
    checks = checks_of_merge(ordered, rows)
    return Merge(version.sha256, ordered, rows, checks, (*_of_base(version), *_twice(ordered)))


def _on_one(version: Version, replies: Iterable[Reply], earlier: Iterable[Version]) -> Iterator[Reply]:
    """Every reply on this version; the way from an earlier one is looked for once, and only when it is needed."""
    others = {one.sha256: one for one in earlier if one.sha256 != version.sha256}
    ways: dict[str, PositionMap] = {}
    for reply in replies:
        other = others.get(reply.base_version or "")
        if other is None:
            yield reply
            continue
        if other.sha256 not in ways:
            ways[other.sha256] = compare(other.paper.body, version.paper.body).map
        yield _carried(reply, other, ways[other.sha256], version)


def _carried(reply: Reply, earlier: Version, way: PositionMap, version: Version) -> Reply:
    """A reply to an earlier version as one to this; a person is told how many of its places must be looked at."""
    carried = carry_reply(reply, earlier, way, version)
    doubtful = sum(one.target.confidence is Confidence.CHECK for one in carried.opinions)
    message = (
        f"Cơ quan góp ý trên một bản gửi trước; đã chuyển {len(carried.opinions)} ý kiến sang bản này, trong đó "
        f"{doubtful} ý kiến có chỗ đã đổi hoặc không còn, hãy xem lại."
    )
    problem = Problem("opinions.earlier_version", Severity.WARNING, message, reply.file)
    return replace(carried, carried_from=earlier.sha256, problems=(*carried.problems, problem))


def _of_base(version: Version) -> tuple[Problem, ...]:
    """What a person should know of the draft itself before trusting places in it."""
    return tuple(problem for problem in version.paper.problems if problem.code == "wordml.open_revisions")


def _twice(replies: Iterable[Reply]) -> list[Problem]:
    """Files sent twice: their opinions would count twice."""
    first: dict[str, str] = {}
    found = []
    for reply in replies:
        if reply.sha256 and reply.sha256 in first:
            message = f"“{reply.file}” giống hệt “{first[reply.sha256]}”. Hãy bỏ một trong hai tệp."
            found.append(Problem("opinions.sent_twice", Severity.WARNING, message, reply.file))
        first.setdefault(reply.sha256, reply.file)
    return found
