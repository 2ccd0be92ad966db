"""What was read of a programme as JSON, and back: the machine's claim that waits for a person."""

from __future__ import annotations

from datetime import date
from typing import Any

from thammuu.apps.files.office import modern
from thammuu_core.errors import Problem, Severity
from thammuu_core.intake import is_workbook, read_paper, read_workbook
from thammuu_core.plans.model import When, WhenKind
from thammuu_core.programmes import Item, Programme, read_programme
from thammuu_core.sheets import sheets_of

Claim = dict[str, Any]


def read_file(data: bytes, name: str, year: int | None) -> Programme:
    """A programme from a workbook, or from the tables of a Word or PDF file. Raises Told for a file not read here."""
    sheets = read_workbook(data, name) if is_workbook(data) else sheets_of(read_paper(modern(data), name))
    return read_programme(sheets, year=year)


def claim_of(programme: Programme) -> Claim:
    """As it is stored."""
    return {
        "title": programme.title,
        "year": programme.year,
        "items": [_item(item) for item in programme.items],
        "problems": [
            {
                "code": one.code,
                "severity": one.severity.value,
                "message": one.message,
                "where": one.where or "",
            }
            for one in programme.problems
        ],
    }


def programme_of(claim: Claim) -> Programme:
    """As it was read."""
    problems = tuple(
        Problem(one["code"], Severity(one["severity"]), one["message"], one["where"])
        for one in claim["problems"]
    )
    return Programme(
        claim["title"], claim["year"], tuple(_read_item(one) for one in claim["items"]), problems
    )


def _item(item: Item) -> Claim:
    return {
        "place": item.place,
        "number": item.number,
        "text": item.text,
        "groups": list(item.groups),
        "lead": list(item.lead),
        "coordinating": list(item.coordinating),
        "when": _when(item.when),
        "also": [_when(when) for when in item.also],
        "submitted_to": item.submitted_to,
        "product": item.product,
        "basis": item.basis,
        "note": item.note,
    }


def _when(when: When) -> Claim:
    return {
        "as_written": when.as_written,
        "kind": when.kind.value,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "strict": when.strict,
    }


def _read_item(claim: Claim) -> Item:
    return Item(
        place=claim["place"],
        text=claim["text"],
        number=claim["number"],
        groups=tuple(claim["groups"]),
        lead=tuple(claim["lead"]),
        coordinating=tuple(claim["coordinating"]),
        when=_read_when(claim["when"]),
        also=tuple(_read_when(one) for one in claim["also"]),
        submitted_to=claim["submitted_to"],
        product=claim["product"],
        basis=claim["basis"],
        note=claim["note"],
    )


def _read_when(claim: Claim) -> When:
    start, end = (date.fromisoformat(claim[side]) if claim[side] else None for side in ("start", "end"))
    return When(claim["as_written"], WhenKind(claim["kind"]), start, end, strict=claim["strict"])
