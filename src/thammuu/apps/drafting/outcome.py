"""What the draft of a dossier's own document says of itself: its arrangement, for the paper that submits it."""

from __future__ import annotations

from collections.abc import Sequence

from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.drafting.checking import paper_of
from thammuu.apps.drafting.models import DraftVersion
from thammuu.apps.files import store
from thammuu_core.compositions import Value
from thammuu_core.outline import caption, outline
from thammuu_core.provisions import Level, Outline, Provision

_UNLABELLED = frozenset({Level.TEXT, Level.TABLE, Level.ROW, Level.DASH, Level.PLUS})
_MOST = 8
"""Headings below a part that are named; the reader has the draft itself beside the paper."""


def told_of_outcome(dossier: Dossier) -> dict[str, Value]:
    """Arrangement and contents of the newest draft of the document to be brought about; nothing while there is none."""
    kind = dossier.outcome_kind
    versions = DraftVersion.objects.select_related("file").filter(draft__dossier=dossier, draft__kind=kind)
    newest = versions.order_by("draft__pk", "number").last() if kind else None
    if newest is None:
        return {}
    made = outline(paper_of(store.get(newest.file.sha256), newest.file.name))
    parts = _labelled(made.body)
    if not parts:
        return {}
    return {"bố cục": (_arrangement(kind, parts, made),), "nội dung cơ bản": tuple(map(_contents, parts))}


def _arrangement(kind: str, parts: Sequence[Provision], made: Outline) -> str:
    named = "; ".join(_named(part) for part in parts)
    annexes = f", kèm theo {len(made.attachments):02d} phụ lục" if made.attachments else ""
    return f"Dự thảo {kind} gồm {len(parts):02d} phần{annexes}: {named}."


def _contents(part: Provision) -> str:
    below = _labelled(part.children)
    shown = "; ".join(_named(one) for one in below[:_MOST])
    more = "; …" if len(below) > _MOST else ""
    return f"- {_named(part)}: {shown}{more}." if below else f"- {_named(part)}."


def _labelled(nodes: Sequence[Provision]) -> list[Provision]:
    return [node for node in nodes if node.level not in _UNLABELLED and node.label]


def _named(node: Provision) -> str:
    return f"{node.shown} {caption(node).strip(' .;:')}"
