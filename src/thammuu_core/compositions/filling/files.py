"""The file whole: through the gate, part by part, and back into an archive with the same members."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from thammuu_core.compositions.facts import Known
from thammuu_core.compositions.filling.links import check_fields, check_links
from thammuu_core.compositions.filling.refusals import UnknownPlaceholder
from thammuu_core.compositions.filling.splicing import filled_part
from thammuu_core.compositions.filling.tree import Mark, Node, Placeholder, read, story
from thammuu_core.compositions.model import PLACE, Count, Facts, Field, Kind, Sum, Template, Value, key
from thammuu_core.compositions.signing import Signer
from thammuu_core.errors import Problem
from thammuu_core.intake import Format, admit
from thammuu_core.intake.refusals import DamagedFile, UnknownFormat
from thammuu_core.wordml import UNREADABLE

AUTHORITY = "quyền hạn ký"
"""In every file: the lines above the signature, made of who signs and for whom."""


@dataclass(frozen=True, slots=True)
class Filled:
    """The file, and what a person has to look at: facts that were missing."""

    data: bytes
    problems: tuple[Problem, ...]


def placeholders_of(docx: bytes) -> tuple[Placeholder, ...]:
    """All placeholders of a Word file in their order, with their places. Raises what the gate raises, BrokenPlaceholder."""
    _, trees = _opened(docx)
    return tuple(mark.shown for tree in trees.values() for mark in tree.all_marks())


def fill(docx: bytes, facts: Facts, template: Template | None = None) -> Filled:
    """The file with its placeholders filled; a row of a table is repeated for every row of the field it names.

    Known are the fields of `template`, or without one the names of the facts. Raises what the gate raises,
    BrokenPlaceholder, UnknownPlaceholder, LinksOut, WrongFact.
    """
    parts, trees = _opened(docx)
    fields = _with_authority(template or _inferred(facts))
    known = Known.of(fields, facts)
    _check(trees, fields)
    signer = known.value(("người ký",))
    known.facts[key(AUTHORITY)] = "\n".join(Signer.of(signer).lines) if isinstance(signer, Mapping) else None
    made = {name: filled_part(parts[name], tree, known) for name, tree in trees.items()}
    return Filled(_packed(docx, made), tuple(known.problems))


def _opened(docx: bytes) -> tuple[dict[str, bytes], dict[str, Node]]:
    if admit(docx) is not Format.DOCX:
        raise UnknownFormat("không phải tệp Word (.docx)")
    parts: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as archive:
            for name in archive.namelist():
                if name.lower().endswith(".rels"):
                    check_links(name, archive.read(name))
                elif name.lower().endswith(".xml"):
                    parts[name] = archive.read(name)
                    check_fields(name, parts[name])
    except UNREADABLE as error:
        raise DamagedFile from error
    if "word/document.xml" not in parts:
        raise DamagedFile
    return parts, {name: read(name, data) for name, data in parts.items() if story(name) and b"{" in data}


def _check(trees: dict[str, Node], template: Template) -> None:
    """Every name must be a field's. Raises UnknownPlaceholder with all that are not."""
    wrong = tuple(
        (mark.shown.name, mark.shown.where)
        for tree in trees.values()
        for mark in tree.all_marks()
        for path in _paths(mark)
        if template.field(*path) is None and key(".".join(path)) != key(PLACE)
    )
    if wrong:
        raise UnknownPlaceholder(wrong, tuple(field.name for field in template.fields))


def _paths(mark: Mark) -> Iterator[tuple[str, ...]]:
    value = mark.value
    if isinstance(value, Count):
        yield (*value.path, value.column) if value.column else value.path
    else:
        yield (*value.path, value.column) if isinstance(value, Sum) else value.path


def _packed(docx: bytes, made: dict[str, bytes]) -> bytes:
    """The same members in the same order, those that were filled anew."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            data = made.get(member.filename)
            new.writestr(member, old.read(member) if data is None else data)
    return buffer.getvalue()


def _with_authority(template: Template) -> Template:
    told = Field(AUTHORITY, "các dòng quyền hạn, chức vụ trên chữ ký", Kind.TEXT, required=True)
    return Template(
        template.code, template.name, template.kind, template.source, (*template.fields, told), (), ()
    )


def _inferred(facts: Facts) -> Template:
    """Fields as the facts show them, for a file that follows none of our templates."""
    return Template("", "", "", "", tuple(_fields(facts)), (), ())


def _fields(facts: Facts, under: str = "") -> Iterator[Field]:
    for name, value in facts.items():
        kind = _kind(value)
        yield Field(unicodedata.normalize("NFC", under + name), "", kind, required=True)
        if kind is Kind.ROWS:
            rows = [row for row in value if isinstance(row, Mapping)]  # type: ignore[union-attr]
            columns = {column: cell for row in rows for column, cell in row.items()}
            yield from _fields(columns, f"{under}{name}.")
        elif isinstance(value, Mapping):
            yield from _fields(value, f"{under}{name}.")


def _kind(value: Value) -> Kind:
    if isinstance(value, Mapping):
        return Kind.GROUP
    if isinstance(value, Sequence) and not isinstance(value, str):
        return Kind.ROWS if value and all(isinstance(row, Mapping) for row in value) else Kind.LIST
    if isinstance(value, bool):
        return Kind.YES
    if isinstance(value, date):
        return Kind.DAY
    return Kind.NUMBER if isinstance(value, int | float | Decimal) else Kind.TEXT
