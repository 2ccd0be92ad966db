"""All replies to one version as one: the same whatever the order in which they came."""

from __future__ import annotations

from collections.abc import Iterable

from thammuu_core.anchors import Version
from thammuu_core.errors import Problem, Severity
from thammuu_core.opinions.consolidation import consolidate
from thammuu_core.opinions.ledger import checks_of_merge
from thammuu_core.opinions.model import Merge, Reply


def merge(version: Version, replies: Iterable[Reply]) -> Merge:
    """The replies in order of their names, and rows in which equal proposals stand together."""
    ordered = tuple(sorted(replies, key=lambda reply: (reply.file, reply.sha256)))
    rows = consolidate(version, ordered)
    checks = checks_of_merge(ordered, rows)
    return Merge(version.sha256, ordered, rows, checks, (*_of_base(version), *_twice(ordered)))


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
