"""All opinions on one version as plain values for JSON, under the contract `thammuu/opinions/1`.

The same object for the same files, in whatever order they were given. Beyond the contract: `detail` (the exact
operation where `operation` says "comment"), `resolved`, `row` (identity of the row, the same when more replies come),
`evidence` and `checks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from thammuu_core.anchors import Version
from thammuu_core.exchange.reading import problem_to_dict
from thammuu_core.opinions import Check, Merge, Operation, Opinion, Reply, Target, Unplaced

SCHEMA = "thammuu/opinions/1"

Json = dict[str, Any]

_SPEECH = frozenset(
    (
        Operation.KEEP,
        Operation.OPPOSE,
        Operation.REVIEW,
        Operation.MERGE,
        Operation.SPLIT,
        Operation.AGREE,
        Operation.OTHER,
    )
)
"""Operations that change no word by themselves: "comment" to a program, with the finer word in `detail`."""


def merge_to_dict(merged: Merge, version: Version, file: str, *, with_base: bool = False) -> Json:
    """The whole merge, ready for `json.dumps`; `file` is the name of the version's file."""
    base = {"file": file, "sha256": version.sha256, "provisions": len(version.nodes)}
    if with_base:
        base["text"] = version.text
    ids = _ids(merged)
    linked = _links(merged, ids)
    return {
        "schema": SCHEMA,
        "base": base,
        "replies": [_reply(reply) for reply in merged.replies],
        "opinions": [_opinion(merged.replies[key[0]].opinions[key[1]], key, ids, linked[key]) for key in ids],
        "unplaced": [
            _unplaced(one, number) for number, reply in enumerate(merged.replies) for one in reply.unplaced
        ],
        "checks": [_check(check) for check in merged.checks],
        "problems": _problems(merged),
    }


_Key = tuple[int, int]


def _ids(merged: Merge) -> dict[_Key, str]:
    """Ids in order of the replies, in each as they were read."""
    keys = [
        (number, index) for number, reply in enumerate(merged.replies) for index in range(len(reply.opinions))
    ]
    return {key: f"o{place}" for place, key in enumerate(keys, start=1)}


def _links(merged: Merge, ids: Mapping[_Key, str]) -> dict[_Key, Json]:
    """For each opinion its row, the others that say the same, and those of the rows that its own clashes with."""
    members = {row.id: [ids[key] for key in sorted(row.members)] for row in merged.rows}
    found: dict[_Key, Json] = {key: {"row": None, "same_as": [], "conflicts_with": []} for key in ids}
    for row in merged.rows:
        against = [one for other in row.conflicts for one in members[other]]
        against.sort(key=lambda name: int(name[1:]))
        for key in row.members:
            others = [one for one in members[row.id] if one != ids[key]]
            found[key] = {"row": row.id, "same_as": others, "conflicts_with": against}
    return found


def _reply(reply: Reply) -> Json:
    said: Json = {
        "file": reply.file,
        "sha256": reply.sha256,
        "agency": reply.agency,
        "kinds": list(reply.kinds),
        "stance": reply.stance.value,
        "opinions": len(reply.opinions),
        "unplaced": len(reply.unplaced),
        "marks": {"total": reply.marks.total, "read": reply.marks.read},
        "formatting": reply.formatting,
        "base_version": reply.carried_from or reply.base_version,
        "evidence": reply.evidence,
        "reference": None,
    }
    reference = reply.reference
    if reference.symbol or reference.date or reference.answers:
        said["reference"] = {
            "symbol": reference.symbol or None,
            "date": reference.date or None,
            "answers": reference.answers or None,
        }
    if reply.form:
        said["form"] = list(reply.form)
    return said


def _opinion(opinion: Opinion, key: _Key, ids: Mapping[_Key, str], links: Json) -> Json:
    about = None if opinion.about is None else ids.get((key[0], opinion.about))
    return {
        "id": ids[key],
        "reply": key[0],
        "origin": opinion.origin.value,
        "author": opinion.author,
        "date": opinion.date or None,
        **_operation(opinion.operation),
        "target": _target(opinion.target),
        "old": opinion.old,
        "new": opinion.new,
        "text": opinion.text,
        "about": about,
        "thread": [
            {"author": answer.author, "date": answer.date, "text": answer.text} for answer in opinion.thread
        ]
        or None,
        "resolved": opinion.resolved,
        "source": {"page": opinion.source.page, "words": opinion.source.words},
        **links,
    }


def _operation(operation: Operation) -> Json:
    if operation in _SPEECH:
        return {"operation": Operation.COMMENT.value, "detail": operation.value}
    return {"operation": operation.value, "detail": None}


def _target(target: Target) -> Json:
    placed = target.start is not None and target.end is not None
    return {
        "provision": target.provision,
        "where": target.where,
        "story": target.story,
        "quote": target.quote,
        "at": [target.start, target.end] if placed else None,
        "to": target.to,
        "confidence": target.confidence.value,
    }


def _unplaced(one: Unplaced, reply: int) -> Json:
    return {
        "reply": reply,
        "words": one.words,
        "reason": one.reason,
        "page": one.page,
        **_operation(one.operation),
        "old": one.old,
        "new": one.new,
    }


def _check(check: Check) -> Json:
    return {"code": check.code, "held": check.held, "message": check.message}


def _problems(merged: Merge) -> list[Json]:
    """Those of the whole, then those of each reply with its number, failed checks among them."""
    found = [{**problem_to_dict(problem), "reply": None} for problem in merged.problems]
    for number, reply in enumerate(merged.replies):
        found += [{**problem_to_dict(problem), "reply": number} for problem in reply.problems]
        found += [
            {
                "code": check.code,
                "severity": "error",
                "where": reply.file,
                "message": check.message,
                "basis": None,
                "reply": number,
            }
            for check in reply.checks
            if not check.held
        ]
    return found
