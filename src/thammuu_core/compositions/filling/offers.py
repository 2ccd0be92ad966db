"""What an agency's own file may ask for in the place of a template: each placeholder with what an example puts there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thammuu_core.compositions.facts import BLANK, Known
from thammuu_core.compositions.filling.files import AUTHORITY
from thammuu_core.compositions.model import Facts, Field, Kind, Name, Template
from thammuu_core.compositions.signing import Signer

_UNPRINTED = (Kind.GROUP, Kind.ROWS, Kind.PAPER, Kind.YES)
"""A group and a table are printed by their parts; an attached paper, a yes or no are nothing to print."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One placeholder to copy."""

    placeholder: str
    """With its braces."""
    label: str
    kind: Kind
    required: bool
    example: str
    """Empty where the example leaves it open."""
    rows: str = ""
    """The field whose rows repeat what it stands in; empty where nothing is repeated."""

    @property
    def each(self) -> bool:
        """Repeats its paragraph, as an item of a list; a column of a table repeats the row."""
        return self.placeholder.startswith("{{mỗi ")


def offers(template: Template, facts: Facts) -> tuple[Offer, ...]:
    """The placeholders that a file may use, in the order of the template's fields; `facts` are those of an example."""
    known = Known.of(template, facts)
    fields = (field for field in template.fields if field.kind not in _UNPRINTED)
    return (*(_offer(field, known) for field in fields), *_authority(known))


def _offer(field: Field, known: Known) -> Offer:
    path = tuple(field.name.split("."))
    rows = _rows(path, field, known)
    each = "mỗi " if rows == field.name else ""
    return Offer(
        f"{{{{{each}{field.name}}}}}",
        field.label,
        field.kind,
        field.required,
        _example(path, rows, known),
        rows,
    )


def _rows(path: tuple[str, ...], field: Field, known: Known) -> str:
    """The table whose column it is, or the list itself."""
    outer = known.template.field(*path[:-1]) if len(path) > 1 else None
    if outer and outer.kind is Kind.ROWS:
        return outer.name
    return field.name if field.kind is Kind.LIST else ""


def _example(path: tuple[str, ...], rows: str, known: Known) -> str:
    """What stands there, the first row or item where there are several."""
    outer = tuple(rows.split(".")) if rows else ()
    first = next(iter(known.rows(outer)), None) if rows else None
    written = (known.inside(outer, first, 1) if rows else known).words(Name(path))
    return "" if written == BLANK else written


def _authority(known: Known) -> Iterator[Offer]:
    signer = known.value(("người ký",))
    if isinstance(signer, dict):
        told = "các dòng quyền hạn, chức vụ trên chữ ký"
        yield Offer(
            f"{{{{{AUTHORITY}}}}}", told, Kind.TEXT, required=True, example="\n".join(Signer.of(signer).lines)
        )
