"""Returned copies of real Word files, made by changing the files' own XML in place, with every change known.

Nothing of the product makes or reads them: a plain walk over plain paragraphs, runs cut by hand. Truths are in offsets of
the text that was sent; only paragraphs that stand once in it, and as they are typed, are changed.
"""

from __future__ import annotations

import copy
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
COMMENTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
AUTHOR, DATE = "Sở Tư pháp", "2026-03-02T08:00:00Z"
PHRASES = (
    "theo quy định của pháp luật", "chậm nhất 07 ngày làm việc", "và các đơn vị có liên quan", "bảo đảm đúng tiến độ",
    "(nếu có)", "trên môi trường điện tử", "Ủy ban nhân dân cấp xã", "định kỳ sáu tháng",
)  # fmt: skip
CLAUSES = (
    "Giao cơ quan chủ trì tổng hợp kết quả và báo cáo trước ngày 15 tháng 12.",
    "Kinh phí thực hiện được bố trí trong dự toán ngân sách hằng năm.",
)
REMARKS = ("Đề nghị làm rõ căn cứ.", "Nội dung này trùng với phần trên?", "Đề nghị thống nhất cách dùng từ.")
INSIDE = frozenset(("pPr", "r", "bookmarkStart", "bookmarkEnd", "proofErr"))
AROUND = frozenset(("sdt", "txbxContent", "ins", "del", "smartTag", "customXml"))


def w(name: str) -> str:
    return f"{{{W}}}{name}"


@dataclass(frozen=True)
class Truth:
    """Old [start, end) became `new`."""

    kind: str
    start: int
    end: int
    new: str
    tracked: bool


@dataclass(frozen=True)
class Said:
    """A comment on [start, end)."""

    start: int
    end: int
    text: str


@dataclass
class Made:
    """A returned copy with what was done to it."""

    mode: str
    data: bytes = b""
    truths: list[Truth] = field(default_factory=list)
    remarks: list[Said] = field(default_factory=list)


@dataclass
class Line:
    """A paragraph that can be changed, and where it stands in the text sent."""

    element: etree._Element
    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def has_open_changes(data: bytes) -> bool:
    return bool(re.search(rb"<w:(ins|del|moveFrom|moveTo)[ >]", _part(data, "word/document.xml")))


def copies(data: bytes, text: str, seed: int) -> Iterator[Made]:
    """A tracked, a silent and a mixed copy of a file whose main story reads `text`."""
    for number, mode in enumerate(("tracked", "silent", "mixed")):
        yield _Maker(data, text, mode, random.Random(f"{seed} {number}")).made()


class _Maker:
    def __init__(self, data: bytes, text: str, mode: str, chance: random.Random) -> None:
        self._data, self._text, self._chance = data, text, chance
        self._root = etree.fromstring(_part(data, "word/document.xml"))
        self._made = Made(mode)
        self._number = 90000
        self._comments: list[etree._Element] = []

    def made(self) -> Made:
        lines = self._lines()
        rows = self._rows({line.element: line for line in lines})
        kinds: list[Callable[[Line], bool]] = [
            self._replace, self._insert, self._delete, self._replace, self._clause_insert, self._clause_delete, self._comment,
        ]  # fmt: skip
        chosen = lines[:: max(len(lines) // 24, 2)]
        for place, line in enumerate(chosen):
            if not any(line.start <= end and start <= line.end for start, end in rows):
                kinds[place % len(kinds)](line)
        self._made.data = self._packed()
        return self._made

    # -- what can be changed

    def _lines(self) -> list[Line]:
        """Plain paragraphs of five words or more that stand once in the text."""
        starts: dict[str, list[int]] = {}
        at = 0
        for line in self._text.split("\n"):
            starts.setdefault(line, []).append(at)
            at += len(line) + 1
        found = []
        for element in self._root.iter(w("p")):
            text = "".join(each.text or "" for each in element.iter(w("t"))).replace("\u00a0", " ")
            if len(starts.get(text, ())) == 1 and len(text.split()) >= 5 and _is_plain(element):
                found.append(Line(element, starts[text][0], text))
        return sorted(found, key=lambda line: line.start)

    def _rows(self, lines: dict[etree._Element, Line]) -> list[tuple[int, int]]:
        """Change the rows of one table: the spans taken. A row is known by the words of its cells."""
        taken: list[tuple[int, int]] = []
        for row in self._root.iter(w("tr")):
            cells = [cell.findall(w("p")) for cell in row.findall(w("tc"))]
            merged = next(row.iter(w("vMerge"), w("tbl"), w("sdt")), None) is not None
            if merged or len(cells) < 3 or any(len(inside) != 1 for inside in cells):
                continue
            if not all(_is_plain(inside[0]) for inside in cells):
                continue
            words = [
                "".join(t.text or "" for t in inside[0].iter(w("t"))).replace("\u00a0", " ")
                for inside in cells
            ]
            joined = "\n".join(words)
            if not all(word.strip() for word in words) or self._text.count(f"\n{joined}\n") != 1:
                continue
            start = self._text.index(f"\n{joined}\n") + 1
            if len(taken) == 0:
                self._row_insert(row, start + len(joined), words)
            elif len(taken) == 1 and start > taken[0][1] + 20:
                self._row_delete(row, start, start + len(joined))
            else:
                continue
            taken.append((start, start + len(joined)))
            if len(taken) == 2:
                break
        return taken

    # -- changes

    def _tracked(self) -> bool:
        return self._made.mode == "tracked" or (self._made.mode == "mixed" and self._chance.random() < 0.6)

    def _truth(self, kind: str, start: int, end: int, new: str, tracked: bool) -> bool:
        self._made.truths.append(Truth(kind, start, end, new, tracked))
        return True

    def _span(self, line: Line, words: int) -> tuple[int, int]:
        """Some whole words inside a line, not at its ends."""
        places = [match.span() for match in re.finditer(r"\S+", line.text)]
        first = self._chance.randint(1, max(len(places) - words - 1, 1))
        last = min(first + words - 1, len(places) - 2)
        return places[first][0], places[max(last, first)][1]

    def _replace(self, line: Line) -> bool:
        start, end = self._span(line, self._chance.randint(1, 3))
        return self._words("replace", line, start, end, self._chance.choice(PHRASES))

    def _insert(self, line: Line) -> bool:
        start, _ = self._span(line, 1)
        return self._words("insert", line, start, start, self._chance.choice(PHRASES) + " ")

    def _delete(self, line: Line) -> bool:
        start, end = self._span(line, 2)
        return self._words("delete", line, start, end + 1, "")

    def _words(self, kind: str, line: Line, start: int, end: int, new: str) -> bool:
        tracked = self._tracked()
        before, inside, _ = cut(line.element, start, end)
        look = (inside or before)[-1].find(w("rPr"))
        made = _run(new, look)
        if tracked:
            gone = [self._mark("del", run) for run in inside]
            anchor = gone[-1] if gone else before[-1]
            if new:
                anchor.addnext(self._mark("ins", None, made))
        else:
            if new:
                (inside or before)[-1].addnext(made)
            for run in inside:
                line.element.remove(run)
        return self._truth(kind, line.start + start, line.start + end, new, tracked)

    def _clause_insert(self, line: Line) -> bool:
        tracked, words = self._tracked(), self._chance.choice(CLAUSES)
        after = line.element.getnext()
        if after is None or after.tag != w("p"):
            return False
        made = etree.Element(w("p"))
        if line.element.find(w("pPr")) is not None:
            made.append(copy.deepcopy(line.element.find(w("pPr"))))
        run = _run(words, next(line.element.iter(w("r"))).find(w("rPr")))
        made.append(run)
        if tracked:
            self._mark("ins", run)
            self._mark_of(made, "ins")
        line.element.addnext(made)
        return self._truth("clause_insert", line.end, line.end, "\n" + words, tracked)

    def _clause_delete(self, line: Line) -> bool:
        after = line.element.getnext()
        if after is None or after.tag != w("p") or line.element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
            return False
        tracked = self._tracked()
        if tracked:
            for run in list(line.element.findall(w("r"))):
                self._mark("del", run)
            self._mark_of(line.element, "del")
        else:
            line.element.getparent().remove(line.element)
        return self._truth("clause_delete", line.start, line.end + 1, "", tracked)

    def _row_insert(self, row: etree._Element, place: int, words: list[str]) -> None:
        tracked = self._tracked()
        made = copy.deepcopy(row)
        new = [f"{word} bổ sung" for word in words]
        for cell, word in zip(made.findall(w("tc")), new, strict=True):
            paragraph = cell.find(w("p"))
            look = next(paragraph.iter(w("r"))).find(w("rPr"))
            for child in [child for child in paragraph if child.tag != w("pPr")]:
                paragraph.remove(child)
            run = _run(word, look)
            paragraph.append(run)
            if tracked:
                self._mark("ins", run)
        if tracked:
            self._row_mark(made, "ins")
        row.addnext(made)
        self._truth("row_insert", place, place, "\n" + "\n".join(new), tracked)

    def _row_delete(self, row: etree._Element, start: int, end: int) -> None:
        tracked = self._tracked()
        if tracked:
            for run in list(row.iter(w("r"))):
                self._mark("del", run)
            self._row_mark(row, "del")
        else:
            row.getparent().remove(row)
        self._truth("row_delete", start, end + 1, "", tracked)

    def _comment(self, line: Line) -> bool:
        start, end = self._span(line, 4)
        _, inside, _ = cut(line.element, start, end)
        words = f"{self._chance.choice(REMARKS)} ({len(self._comments) + 1})"
        identity = str(len(self._comments) + 500)
        inside[0].addprevious(etree.Element(w("commentRangeStart"), {w("id"): identity}))
        reference = etree.Element(w("r"))
        etree.SubElement(reference, w("commentReference"), {w("id"): identity})
        inside[-1].addnext(reference)
        inside[-1].addnext(etree.Element(w("commentRangeEnd"), {w("id"): identity}))
        comment = etree.Element(w("comment"), {w("id"): identity, w("author"): AUTHOR, w("date"): DATE})
        etree.SubElement(comment, w("p")).append(_run(words, None))
        self._comments.append(comment)
        self._made.remarks.append(Said(line.start + start, line.start + end, words))
        return True

    # -- marks

    def _stamped(self, name: str) -> etree._Element:
        self._number += 1
        return etree.Element(w(name), {w("id"): str(self._number), w("author"): AUTHOR, w("date"): DATE})

    def _mark(
        self, name: str, run: etree._Element | None, new: etree._Element | None = None
    ) -> etree._Element:
        """Words that went or came, wrapped: a run where it stands, or a new one to be put somewhere."""
        wrapper = self._stamped(name)
        if run is not None:
            run.addprevious(wrapper)
            wrapper.append(run)
        if new is not None:
            wrapper.append(new)
        if name == "del":
            for text in wrapper.iter(w("t")):
                text.tag = w("delText")
        return wrapper

    def _mark_of(self, paragraph: etree._Element, name: str) -> None:
        settings = paragraph.find(w("pPr"))
        if settings is None:
            settings = etree.Element(w("pPr"))
            paragraph.insert(0, settings)
        look = settings.find(w("rPr"))
        if look is None:
            look = etree.Element(w("rPr"))
            later = next((each for each in settings if each.tag in (w("sectPr"), w("pPrChange"))), None)
            settings.append(look) if later is None else later.addprevious(look)
        look.insert(0, self._stamped(name))

    def _row_mark(self, row: etree._Element, name: str) -> None:
        settings = row.find(w("trPr"))
        if settings is None:
            settings = etree.Element(w("trPr"))
            first = row.find(w("tblPrEx"))
            row.insert(0, settings) if first is None else first.addnext(settings)
        settings.append(self._stamped(name))

    # -- the file

    def _packed(self) -> bytes:
        parts = {
            "word/document.xml": etree.tostring(
                self._root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
        }
        if self._comments:
            root = etree.Element(w("comments"), nsmap={"w": W})
            root.extend(self._comments)
            parts["word/comments.xml"] = etree.tostring(
                root, xml_declaration=True, encoding="UTF-8", standalone=True
            )
            types = _part(self._data, "[Content_Types].xml").decode()
            kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
            if "/word/comments.xml" not in types:
                override = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/>'
                parts["[Content_Types].xml"] = types.replace("</Types>", f"{override}</Types>").encode()
                links = _part(self._data, "word/_rels/document.xml.rels").decode()
                link = f'<Relationship Id="rIdMade" Type="{COMMENTS}" Target="comments.xml"/>'
                parts["word/_rels/document.xml.rels"] = links.replace(
                    "</Relationships>", f"{link}</Relationships>"
                ).encode()
        buffer = BytesIO()
        with (
            zipfile.ZipFile(BytesIO(self._data)) as source,
            zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for name in dict.fromkeys([*source.namelist(), *parts]):
                target.writestr(name, parts[name] if name in parts else source.read(name))
        return buffer.getvalue()


def cut(paragraph: etree._Element, start: int, end: int) -> tuple[list[etree._Element], ...]:
    """The runs before, inside and behind some letters of a plain paragraph, cut where these begin and end."""
    for offset in (start, end):
        at = 0
        for run in paragraph.findall(w("r")):
            length = sum(len(text.text or "") for text in run.iter(w("t")))
            if at < offset < at + length:
                _halve(run, offset - at)
                break
            at += length
    groups: tuple[list[etree._Element], ...] = ([], [], [])
    at = 0
    for run in paragraph.findall(w("r")):
        length = sum(len(text.text or "") for text in run.iter(w("t")))
        groups[0 if at + length <= start else 1 if at + length <= end and length else 2].append(run)
        at += length
    return groups


def _halve(run: etree._Element, offset: int) -> None:
    text = "".join(each.text or "" for each in run.iter(w("t")))
    after = _run(text[offset:], run.find(w("rPr")))
    first = _run(text[:offset], run.find(w("rPr")))
    run.addnext(after)
    run.getparent().replace(run, first)


def _run(words: str, look: etree._Element | None) -> etree._Element:
    run = etree.Element(w("r"))
    if look is not None:
        run.append(copy.deepcopy(look))
    text = etree.SubElement(run, w("t"), {SPACE: "preserve"})
    text.text = words
    return run


def _is_plain(paragraph: etree._Element) -> bool:
    """Nothing in it but runs of plain text; in the body or a cell of it."""
    if not {_name(child) for child in paragraph} <= INSIDE:
        return False
    if any(_name(each) in AROUND for each in paragraph.iterancestors()):
        return False
    runs = paragraph.findall(w("r"))
    kinds = {_name(child) for run in runs for child in run}
    return bool(runs) and kinds <= {"rPr", "t", "lastRenderedPageBreak"}


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)
