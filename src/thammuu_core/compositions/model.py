"""A template read: what has to be filled in, the form's elements, and the words with their placeholders.

A template is a text file that an officer reads and edits (`texts/`, docs/templates/index.md); `reading` turns it into
these values, `composing` fills them with facts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from thammuu_core.errors import Problem
from thammuu_core.rendering import Align, Document, Level
from thammuu_core.text import fold_keep

Value = str | int | float | Decimal | date | bool | None | Sequence["Value"] | Mapping[str, "Value"]
Facts = Mapping[str, Value]
"""What is known, by the names of a template's fields; "nhiệm vụ" and "nhiem_vu" are the same name."""

PLACE = "thứ tự"
"""In a table or a repeated part: which row it is."""
LAST_ARTICLE = "điều cuối"
"""The number of the last article, for "Như Điều 3"."""


class Kind(StrEnum):
    """What stands in a field, by its name in a template."""

    TEXT = "chữ"
    NUMBER = "số"
    MONEY = "tiền"
    DAY = "ngày"
    YES = "có/không"
    LIST = "danh sách"
    ROWS = "bảng"
    GROUP = "nhóm"
    """Several fields of one thing, such as who signs."""
    PAPER = "văn bản"
    """The facts of a document that this one carries, with their template's code under "mẫu"."""


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in; "nhiệm vụ.tên" is a column of the field "nhiệm vụ"."""

    name: str
    label: str
    kind: Kind = Kind.TEXT
    required: bool = False
    default: str = ""

    @property
    def key(self) -> str:
        """The name as it is looked up."""
        return key(self.name)


@dataclass(frozen=True, slots=True)
class Name:
    """A placeholder: the value of a field; `each` repeats its line for every value of the field."""

    path: tuple[str, ...]
    each: bool = False
    by: str = ", "
    """Between the items of a list; "; " where the template says {hồ sơ;}."""


@dataclass(frozen=True, slots=True)
class Count:
    """{đếm ý kiến}, {đếm ý kiến: kết quả = tiếp thu}: how many rows, or how many with that word in that column."""

    path: tuple[str, ...]
    column: str = ""
    word: str = ""


@dataclass(frozen=True, slots=True)
class Sum:
    """{cộng nhiệm vụ.kinh phí}: the sum of a column."""

    path: tuple[str, ...]
    column: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the template itself, in one face."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a value goes, in the face of the words around it."""

    value: Name | Count | Sum
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Maybe:
    """<, phối hợp với {đơn vị phối hợp}>: printed only when every placeholder in it is filled."""

    pieces: tuple[Words | Slot, ...]


Piece = Words | Slot | Maybe


class Part(StrEnum):
    """What a line of a template becomes where it is not a provision."""

    PARAGRAPH = "paragraph"
    BASIS = "basis"
    ENACTING = "enacting"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the body: a paragraph, a basis, who decides, or a provision of a level."""

    number: int
    """In the file, from 1."""
    pieces: tuple[Piece, ...]
    what: Part | Level = Part.PARAGRAPH
    title: bool = False
    align: Align | None = None


@dataclass(frozen=True, slots=True)
class Each:
    """Lines repeated for every row of a field."""

    path: tuple[str, ...]
    nodes: tuple[Node, ...]
    number: int


@dataclass(frozen=True, slots=True)
class When:
    """Lines that stand only when a field is filled, or only when it is not."""

    path: tuple[str, ...]
    filled: bool
    nodes: tuple[Node, ...]
    number: int


@dataclass(frozen=True, slots=True)
class Inserted:
    """The lines of a field as if they stood in the template: numbers and letters at their beginning count."""

    path: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class GridColumn:
    """A column of a table: its head, its share of the width, how it is set, what stands in a cell."""

    head: str
    share: float
    align: Align
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a row for every row of a field; in groups, and with sums, where the template says so."""

    path: tuple[str, ...]
    columns: tuple[GridColumn, ...]
    number: int
    group: str = ""
    """The column whose words head a group of rows."""
    total: str = ""
    """The words before the sums of the columns of money and numbers; empty for no line of sums."""


@dataclass(frozen=True, slots=True)
class Turn:
    """From here on pages of this orientation."""

    landscape: bool


Node = Line | Each | When | Inserted | Grid | Turn


@dataclass(frozen=True, slots=True)
class AnnexText:
    """An annex: its title and its lines; left out when nothing stands in it."""

    title: tuple[Piece, ...]
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """One element of the form, such as the subject; a line whose optional field is empty is left out."""

    name: str
    number: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A template whole."""

    code: str
    name: str
    kind: str
    """Tên loại; empty for a công văn."""
    source: str
    """The form it follows, and what of it is practice."""
    fields: tuple[Field, ...]
    settings: tuple[Setting, ...]
    body: tuple[Node, ...]
    annexes: tuple[AnnexText, ...] = ()
    unused: frozenset[str] = frozenset()
    """Keys of common fields of which this template has no use; facts for them are passed over in silence."""

    def field(self, *path: str) -> Field | None:
        """The field of that name, "nhiệm vụ" or "nhiệm vụ", "tên"; None when the template has none."""
        wanted = key(".".join(path))
        return next((field for field in self.fields if field.key == wanted), None)


@dataclass(frozen=True, slots=True)
class Composed:
    """The document, and what a person has to look at: facts that were missing ("…" in the words), names not known."""

    document: Document
    problems: tuple[Problem, ...]


def key(name: str) -> str:
    """A name without diacritics, capitals and kinds of gaps.

    >>> key("Nhiệm vụ.Chủ trì"), key("nhiem_vu.chu-tri")
    ('nhiem vu.chu tri', 'nhiem vu.chu tri')
    """
    folded = fold_keep(name).replace("_", " ").replace("-", " ")
    return ".".join(" ".join(part.split()) for part in folded.split("."))
