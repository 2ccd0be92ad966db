"""The body of a Word file of ours as lines and tables with the names of their styles; anything else is refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from lxml import etree

from thammuu_core.errors import Refusal
from thammuu_core.rendering.model import Run
from thammuu_core.rendering.normal import words
from thammuu_core.rendering.word.xml import SPACES

W = f"{{{SPACES['w']}}}"
VAL = f"{W}val"
_MARKS = frozenset(f"{W}{name}" for name in ("pPr", "bookmarkStart", "bookmarkEnd", "proofErr"))


class NotOurs(Refusal):
    """A file that was not written here, or changed beyond what its styles say."""

    code: ClassVar[str] = "rendering.not_ours"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: the id of its style, its runs, its list and level, the name of its bookmark."""

    style: str
    runs: tuple[Run, ...]
    number: tuple[str, int] | None = None
    mark: str = ""

    @property
    def text(self) -> str:
        return words(self.runs)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the id of its style, the widths of its columns, its rows of cells of lines."""

    style: str
    widths: tuple[float, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]


Item = Line | Grid


@dataclass(frozen=True, slots=True)
class Part:
    """A section of Word: what stands in it, and whether its pages are turned."""

    items: tuple[Item, ...]
    landscape: bool


def parts_of(document: etree._Element) -> Iterator[Part]:
    """The sections of the part `document.xml`, in order. Raises NotOurs."""
    items: list[Item] = []
    for child in document[0]:
        if child.tag == f"{W}p":
            items.append(_line(child))
            ending = child.find(f"{W}pPr/{W}sectPr")
        elif child.tag == f"{W}tbl":
            items.append(_grid(child))
            ending = None
        elif child.tag == f"{W}sectPr":
            ending = child
        else:
            raise strange("có phần tử lạ giữa các đoạn")
        if ending is not None:
            page = ending.find(f"{W}pgSz")
            yield Part(tuple(items), page is not None and page.get(f"{W}orient") == "landscape")
            items = []


def _line(element: etree._Element) -> Line:
    form = element.find(f"{W}pPr")
    number = None if form is None else form.find(f"{W}numPr")
    mark = next((item.get(f"{W}name", "") for item in element.iter(f"{W}bookmarkStart")), "")
    return Line(
        style=value_of(form, "pStyle") if form is not None else "",
        runs=tuple(_runs(element)),
        number=None if number is None else (value_of(number, "numId"), int(value_of(number, "ilvl") or 0)),
        mark=mark,
    )


def _runs(element: etree._Element) -> Iterator[Run]:
    for child in element:
        if child.tag == f"{W}r":
            face = child.find(f"{W}rPr")
            yield Run(_text(child), bold=_on(face, "b"), italic=_on(face, "i"))
        elif child.tag not in _MARKS:
            raise strange("có thay đổi chưa được chấp nhận, liên kết hoặc đối tượng chèn thêm")


def _text(run: etree._Element) -> str:
    shown = {f"{W}br": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
    return "".join(item.text or "" if item.tag == f"{W}t" else shown.get(str(item.tag), "") for item in run)


def _grid(element: etree._Element) -> Grid:
    properties = element.find(f"{W}tblPr")
    widths = (float(column.get(f"{W}w", "0")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol"))
    rows = (
        tuple(tuple(map(_line, cell.iterfind(f"{W}p"))) for cell in row.iterfind(f"{W}tc"))
        for row in element.iterfind(f"{W}tr")
    )
    return Grid("" if properties is None else value_of(properties, "tblStyle"), tuple(widths), tuple(rows))


def value_of(element: etree._Element, name: str) -> str:
    """The value of a property below an element; empty where it is not said."""
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(VAL, "")


def _on(face: etree._Element | None, name: str) -> bool:
    found = None if face is None else face.find(f"{W}{name}")
    return found is not None and found.get(VAL, "1") not in ("0", "false", "off")


def strange(what: str) -> NotOurs:
    """The refusal of a file, from what is strange in it: "tệp …"."""
    return NotOurs(f"Không đọc lại nguyên dạng được: tệp {what}. Hãy dùng chức năng đọc văn bản.")
