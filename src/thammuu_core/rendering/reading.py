"""A Word file of ours read back as the document it was written from; the paragraph styles say what each thing is.

What people have changed in Word is read as changed, as long as they kept to the styles of the file; anything else is
refused with its place. Papers of others are read by `wordml` and `outline`.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from thammuu_core.formats.model import State
from thammuu_core.rendering.measures import sizes
from thammuu_core.rendering.model import (
    Align,
    Annex,
    Basis,
    Block,
    Column,
    Document,
    Enacting,
    Head,
    Level,
    Paragraph,
    Provision,
    Row,
    Run,
    Section,
    Signature,
    Table,
    Urgency,
)
from thammuu_core.rendering.normal import BELOW, END, capitals, normalised, words
from thammuu_core.rendering.word import names
from thammuu_core.rendering.word.numbering import level_of
from thammuu_core.rendering.word.parsing import (
    VAL,
    Grid,
    Item,
    Line,
    NotOurs,
    Part,
    W,
    parts_of,
    strange,
    value_of,
)
from thammuu_core.rendering.word.properties import AGENCY, ATTACHED, KIND, PARENT, STATES

_ALIGN = {names.style_id(name): align for align, name in names.LINE.items()}
_CELL = {names.style_id(name): align for align, name in names.CELL.items()}
_URGENCY = {names.style_id(name): urgency for urgency, (name, _) in names.URGENCY.items()}
_PLAIN = frozenset(map(names.style_id, (names.RULE, names.BREAK, names.GAP)))
_NUMBER = re.compile(r"Số: (?P<number>[^/]*)/(?P<symbol>.*)", re.DOTALL)
_DATE = re.compile(
    r"(?:(?P<place>.*), )?ngày(?P<day>[\s\d]+)tháng (?P<month>\d{1,2}|\s+) năm (?P<year>\d{1,4}|\s+)",
    re.DOTALL,
)


def read(data: bytes) -> Document:
    """The document of a .docx that `to_docx` wrote; `read(to_docx(x)) == normalised(x)`. Raises NotOurs."""
    try:
        return normalised(_Reader(_roots(data)).document())
    except (
        BadZipFile,
        KeyError,
        etree.XMLSyntaxError,
        zlib.error,
        ValueError,
        IndexError,
        NotImplementedError,
    ) as cause:
        raise NotOurs(
            "Tệp này không phải do phần mềm soạn nên không đọc lại nguyên dạng được; hãy dùng chức năng đọc văn bản."
        ) from cause


def _roots(data: bytes) -> dict[str, etree._Element]:
    """The parts that say something, by name."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    with ZipFile(BytesIO(data)) as archive:
        return {name: etree.fromstring(archive.read(path), parser) for name, path in _PARTS.items()}


_PARTS = {
    "document": "word/document.xml",
    "numbering": "word/numbering.xml",
    "styles": "word/styles.xml",
    "core": "docProps/core.xml",
    "custom": "docProps/custom.xml",
}


class _Reader:
    """One file: units of sections, each begun by a head or by the label of an annex."""

    def __init__(self, roots: Mapping[str, etree._Element]) -> None:
        self._roots = roots
        self._lists = {
            number.get(f"{W}numId", ""): value_of(number, "abstractNumId")
            for number in roots["numbering"].iter(f"{W}num")
        }
        self._named = {item.get("name", ""): "".join(map(str, item.itertext())) for item in roots["custom"]}

    def document(self) -> Document:
        units = list(_units(parts_of(self._roots["document"])))
        own = [place for place, unit in enumerate(units) if not _is_annex(unit)]
        if not own or own[0] or len(own) > 2:
            raise strange("không bắt đầu bằng phần quốc hiệu, tên cơ quan theo mẫu")
        last = own[1] if len(own) > 1 else len(units)
        whole = self._unit(units[0], "", units[1:last])
        if last < len(units):
            attached = self._unit(units[last], ATTACHED, units[last + 1 :])
            whole = replace(whole, attached=replace(attached, small=whole.small, state=whole.state))
        return whole

    def _unit(self, parts: list[Part], after: str, annexes: list[list[Part]]) -> Document:
        items = list(parts[0].items)
        (grid, lines), rest = _front(items)
        read_ = _Closing.of(parts[-1].items)
        head, subject = self._head(grid, after)
        titled = _first(lines, "Title")
        sections, ends = self._sections([replace(parts[0], items=tuple(rest)), *parts[1:]])
        return Document(
            head=head,
            kind=self._as_named(KIND + after, titled) if titled else "",
            subject=_first(lines, "Subtitle") if titled else subject,
            sections=sections,
            signature=read_.signature,
            second=read_.second,
            addressees=tuple(_addressees(lines)),
            recipients=read_.recipients,
            small=self._small(),
            annexes=tuple(map(self._annex, annexes)),
            state=self._state(),
            ends=ends,
        )

    def _head(self, grid: Grid, after: str) -> tuple[Head, str]:
        lines = [line for row in grid.rows for cell in row for line in cell]
        number, dated = _found(lines, "Số, ký hiệu"), _found(lines, "Địa danh, thời gian")
        written = _NUMBER.fullmatch(number) if number is not None else None
        if number is not None and not written:
            raise strange(f"dòng “{number}” không còn dạng “Số: …/…”")
        day, place, open_day = _day(dated) if dated is not None else (None, "", True)
        head = Head(
            agency=self._as_named(AGENCY + after, _first(lines, "Cơ quan ban hành")),
            parent=self._as_named(PARENT + after, _first(lines, "Cơ quan chủ quản")),
            day=day,
            place=place,
            open_day=open_day,
            undated=dated is not None and day is None,
            number=written["number"].strip() if written else "",
            symbol=written["symbol"] if written else "",
            numbered=number is not None,
            urgency=_urgency(lines),
        )
        return head, _first(lines, "Trích yếu công văn").removeprefix("V/v ")

    def _annex(self, parts: list[Part]) -> Annex:
        items = list(parts[0].items)
        (first, *_), rest = _split(items, {"Phụ lục", "Kèm theo", names.RULE})
        _, _, title = first.text.partition("\n")
        sections, ends = self._sections([replace(parts[0], items=tuple(rest)), *parts[1:]])
        return Annex(title, sections, ends)

    def _sections(self, parts: list[Part]) -> tuple[tuple[Section, ...], bool]:
        made = [Section(tuple(self._blocks(part.items)), part.landscape) for part in parts]
        sections = tuple(section for section in made if section.blocks)
        return sections, bool(sections) and _ends(sections[-1].blocks[-1])

    def _blocks(self, items: Iterable[Item]) -> Iterator[Block]:
        for item in items:
            if isinstance(item, Grid):
                if item.style != names.style_id(names.END_TABLE):
                    yield _table(item)
            elif item.style not in _PLAIN:
                yield self._block(item)

    def _block(self, line: Line) -> Block:
        if line.number:
            level = level_of(self._lists.get(line.number[0], ""), line.number[1])
            if level is None:
                raise strange(f"mục “{line.text[:60]}” dùng một danh sách đánh số khác")
            return _provision(line, level)
        if line.style in _ALIGN:
            return Paragraph(line.runs, _ALIGN[line.style])
        if line.style == names.style_id("Căn cứ"):
            return Basis(line.text)
        if line.style == names.style_id("Lời ban hành"):
            return Enacting(line.text)
        raise strange(f"đoạn “{line.text[:60]}” có kiểu “{line.style}” không phải kiểu của tệp")

    def _as_named(self, name: str, shown: str) -> str:
        """The name as kept beside the text, unless the text says another one by now."""
        kept = self._named.get(name, "")
        return kept if capitals(kept) == shown else shown

    def _small(self) -> bool:
        style = next(
            (
                style
                for style in self._roots["styles"]
                if style.get(f"{W}styleId") == names.style_id("Body Text")
            ),
            None,
        )
        found = None if style is None else style.find(f"{W}rPr/{W}sz")
        return found is not None and found.get(VAL) == str(round(sizes(small=True)["body"] * 2))

    def _state(self) -> State:
        said = next(
            (item.text for item in self._roots["core"] if str(item.tag).endswith("}contentStatus")), ""
        )
        return next((state for state, shown in STATES.items() if shown == said), State.DRAFT)


@dataclass(frozen=True, slots=True)
class _Closing:
    """Signatures and recipients."""

    signature: Signature
    second: Signature | None = None
    recipients: tuple[str, ...] = ()

    @classmethod
    def of(cls, items: Iterable[Item]) -> _Closing:
        style = names.style_id(names.END_TABLE)
        grid = next((item for item in items if isinstance(item, Grid) and item.style == style), None)
        if grid is None:
            return cls(Signature())
        lines = [line for row in grid.rows for cell in row for line in cell]
        recipients = (line.text[2:-1] for line in lines if line.style == names.style_id("Nơi nhận"))
        left, right = (_signature(grid.rows[0][side]) for side in (0, -1))
        return cls(right, left if left != Signature() else None, tuple(recipients))


def _signature(lines: Iterable[Line]) -> Signature:
    kept = list(lines)
    signers = (line.text for line in kept if line.style == names.style_id("Người ký"))
    return Signature(tuple(signers), _first(kept, "Họ tên người ký"))


def _units(parts: Iterable[Part]) -> Iterator[list[Part]]:
    unit: list[Part] = []
    for part in parts:
        first = part.items[0].style if part.items else ""
        if unit and first in (names.style_id(names.HEAD_TABLE), names.style_id("Phụ lục")):
            yield unit
            unit = []
        unit.append(part)
    yield unit


def _is_annex(unit: list[Part]) -> bool:
    return bool(unit) and bool(unit[0].items) and unit[0].items[0].style == names.style_id("Phụ lục")


def _front(items: list[Item]) -> tuple[tuple[Grid, list[Line]], list[Item]]:
    """The table of the head and the lines of title and addressees, apart from the body."""
    first = items[0] if items else None
    if not isinstance(first, Grid) or first.style != names.style_id(names.HEAD_TABLE):
        raise strange("không bắt đầu bằng phần quốc hiệu, tên cơ quan theo mẫu")
    lines, rest = _split(
        items[1:], {"Title", "Subtitle", "Kèm theo", "Kính gửi", "Nơi gửi", names.RULE, names.BREAK}
    )
    return (first, lines), rest


def _split(items: list[Item], styles: set[str]) -> tuple[list[Line], list[Item]]:
    """The lines of these styles with which the items begin, and what follows."""
    known = set(map(names.style_id, styles))
    lines: list[Line] = []
    for place, item in enumerate(items):
        if isinstance(item, Grid) or item.style not in known:
            return lines, items[place:]
        lines.append(item)
    return lines, []


def _table(grid: Grid) -> Table:
    if grid.style != names.style_id(names.LINED_TABLE) or not grid.rows:
        raise strange(f"có bảng kiểu “{grid.style}” không phải kiểu của tệp")
    head, *rows = grid.rows
    own = next((row for row in rows if not _is_band(row)), ())
    aligns = [_CELL.get(cell[0].style, Align.LEFT) for cell in own] or [Align.LEFT] * len(head)
    columns = (
        Column(_joined(cell), width, align)
        for cell, width, align in zip(head, grid.widths, aligns, strict=False)
    )
    return Table(tuple(columns), tuple(map(_row, rows)))


def _is_band(row: tuple[tuple[Line, ...], ...]) -> bool:
    return bool(row) and bool(row[0]) and row[0][0].style == names.style_id("Dòng nhóm")


def _row(row: tuple[tuple[Line, ...], ...]) -> Row:
    faces = {run.bold for cell in row for line in cell for run in line.runs if run.text}
    cells = tuple(map(_joined, row))
    return Row(cells, band=True) if _is_band(row) else Row(cells, bold=faces == {True})


def _joined(cell: tuple[Line, ...]) -> str:
    return "\n".join(line.text for line in cell)


def _provision(line: Line, level: Level) -> Provision:
    runs = line.runs
    if level in BELOW and words(runs).startswith("\n"):
        runs = (Run(words(runs)[1:]),)
    permanent = line.mark.removeprefix("tm-") if line.mark.startswith("tm-") else ""
    return Provision(level, runs, permanent, title=line.style.startswith("Heading"))


def _ends(block: Block) -> bool:
    return isinstance(block, Paragraph | Provision) and words(block.runs).rstrip().endswith(END)


def _addressees(lines: list[Line]) -> Iterator[str]:
    single = _first(lines, "Kính gửi").removeprefix("Kính gửi:")
    if single:
        yield single.removeprefix(" ")
    yield from (line.text[2:-1] for line in lines if line.style == names.style_id("Nơi gửi"))


def _day(line: str) -> tuple[date | None, str, bool]:
    said = _DATE.fullmatch(line)
    try:
        if said:
            day, place = said["day"].strip(), said["place"] or ""
            if not said["year"].strip():
                return None, place, True
            return date(int(said["year"]), int(said["month"]), int(day or 1)), place, not day
    except ValueError:
        pass
    raise strange(f"dòng “{line}” không còn dạng “…, ngày … tháng … năm …”")


def _urgency(lines: Iterable[Line]) -> Urgency | None:
    return next((_URGENCY[line.style] for line in lines if line.style in _URGENCY), None)


def _found(lines: Iterable[Line], name: str) -> str | None:
    return next((line.text for line in lines if line.style == names.style_id(name)), None)


def _first(lines: Iterable[Line], name: str) -> str:
    return _found(lines, name) or ""
