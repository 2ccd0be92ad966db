"""What a step says, field by field, in whose words, and whether a person stands behind it or only the machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import StepRow

FIELD_WORDS: dict[str, Promise | str] = {
    "text": _("Nội dung"),
    "when": _("Thời hạn"),
    "lead": _("Chủ trì"),
    "coordinating": _("Phối hợp"),
    "condition": _("Điều kiện"),
    "products": _("Sản phẩm"),
    "report_to": _("Báo cáo"),
}
_READ = "plan"
"""The origin of steps that were read by the machine; the others were written by people."""


@dataclass(frozen=True, slots=True)
class Said:
    """One field of a step."""

    field: str
    words: Promise | str
    value: str
    quote: str
    """The words of the plan it was read from."""
    unread: bool
    """Read by the machine and confirmed by nobody."""


def said(step: StepRow) -> tuple[Said, ...]:
    """Every field that says something."""
    values = {
        "text": step.text,
        "when": step.when.words if step.when.due_on or step.when.starts_on else step.when.as_written,
        "lead": "; ".join(owner.as_written for owner in step.lead),
        "coordinating": "; ".join(owner.as_written for owner in step.coordinating),
        "condition": step.condition,
        "products": "; ".join(step.products),
        "report_to": step.report_to,
    }
    quotes = {source.field: source.quote for source in step.sources}
    return tuple(
        Said(
            field,
            FIELD_WORDS[field],
            value,
            quotes.get(field, ""),
            step.origin == _READ and field not in step.confirmed,
        )
        for field, value in values.items()
        if value
    )


def unsaid(fields: tuple[Said, ...]) -> list[tuple[str, Promise | str]]:
    """Fields that say nothing and could be filled in, with their names."""
    told = {one.field for one in fields}
    return [(field, words) for field, words in FIELD_WORDS.items() if field not in told]
