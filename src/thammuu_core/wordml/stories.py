"""A whole .docx: its body, headers, footers, notes and text boxes, and what the reader should be told about it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from thammuu_core.errors import Problem, Severity
from thammuu_core.papers import BODY, Paper, SectionForm, Story
from thammuu_core.wordml.blocks import Blocks
from thammuu_core.wordml.forms import Forms
from thammuu_core.wordml.inline import Surroundings
from thammuu_core.wordml.names import LINK_ID, w
from thammuu_core.wordml.numbering import Numbering
from thammuu_core.wordml.package import Link, NotADocx, Package
from thammuu_core.wordml.sections import Margin, Sections, is_on
from thammuu_core.wordml.styles import Styles

_LOOSE_MARK = re.compile("[A-Za-zÀ-ỹ][\u0300\u0301\u0303\u0309\u0323]")
_NOT_NOTES = frozenset(("separator", "continuationSeparator", "continuationNotice"))
_TOLD = {
    "revisions": (
        "wordml.open_revisions",
        "Văn bản còn {} sửa đổi theo dõi (Track Changes) chưa chấp nhận; đang đọc như đã chấp nhận tất cả.",
    ),
    "comments": (
        "wordml.comments",
        "Văn bản có {} bình luận (Comment); bình luận không thuộc nội dung văn bản.",
    ),
    "hidden": (
        "wordml.hidden_text",
        "Văn bản có {} đoạn chữ ẩn, không đọc. Nếu cần, hãy bỏ thuộc tính Hidden trong Word.",
    ),
    "objects": (
        "wordml.objects",
        "Văn bản có {} đối tượng nhúng (công thức, bảng tính…), chữ trong đó không đọc được; hãy xem trên bản gốc.",
    ),
    "decomposed": (
        "wordml.not_composed",
        "Chữ tiếng Việt trong tệp gõ bằng Unicode tổ hợp (dấu rời); đang đọc như Unicode dựng sẵn.",
    ),
    "chunks": (
        "wordml.embedded_part",
        "Có {} phần văn bản nhúng từ tệp khác, không đọc được. Hãy mở bằng Word và lưu lại để phần nhúng thành nội dung.",
    ),
}


def read_docx(data: bytes, *, forms: bool = False) -> Paper:
    """Read a .docx; raises `NotADocx` only, everything else that is wrong with the file is told in `problems`.

    With `forms`, how it is laid out is read as well: `Paragraph.form` and `Paper.sections`.
    """
    package = Package(data)
    part = _main_part(package)
    root = package.xml(part)
    body = None if root is None else root.find(w("body"))
    if root is None or body is None:
        raise NotADocx(
            "Tệp không có nội dung văn bản Word đọc được. Hãy mở bằng Word, kiểm tra và lưu lại thành .docx."
        )
    return _Document(package, part, body if forms else None).paper(body)


class _Document:
    """One document being read."""

    def __init__(self, package: Package, part: str, measured: etree._Element | None) -> None:
        self._package = package
        self._links = package.links(part)
        self._styles = Styles(self._linked("styles"), self._linked("theme"))
        self._surroundings = Surroundings(self._styles)
        self._numbering = Numbering(self._linked("numbering"))
        self._sections = None if measured is None else Sections.of(measured)
        self._margin: dict[str, Margin] = {}
        self._stories: list[Story] = []
        self._boxes = 0

    def paper(self, body: etree._Element) -> Paper:
        """All stories, the body first."""
        self._read(BODY, body)
        for name, element in (*self._margins(body), *self._notes("footnote"), *self._notes("endnote")):
            self._read(name, element)
        comments = self._linked("comments")
        self._surroundings.tally["comments"] = 0 if comments is None else len(comments)
        properties = _properties(self._package)
        if self._sections is not None and _LOOSE_MARK.search("".join(map(str, body.itertext()))):
            self._surroundings.tally["decomposed"] += 1
        problems = (*self._package.problems, *self._told())
        return Paper("docx", tuple(self._stories), problems, properties, sections=self._section_forms())

    def _read(self, name: str, element: etree._Element) -> None:
        """Read one story and the text boxes anchored in it; a story without words is left out, the body never."""
        forms = None
        if self._sections is not None:
            sections = self._sections if name == BODY else Sections([])
            forms = Forms(self._styles, self._numbering, sections)
        story = Story(name, Blocks(self._surroundings, self._numbering, forms).read(element))
        if name == BODY or _says_something(story):
            self._stories.append(story)
        boxes, self._surroundings.boxes = self._surroundings.boxes, []
        for box in boxes:
            self._boxes += 1
            self._read(f"textbox:{self._boxes}", box)

    def _linked(self, kind: str) -> etree._Element | None:
        """The part of this kind that the document names; the usual place when its list of links is damaged."""
        part = next((link.target for link in self._links.values() if link.kind == kind), f"word/{kind}.xml")
        return self._package.xml(part)

    def _margins(self, body: etree._Element) -> Iterator[tuple[str, etree._Element]]:
        """Headers and footers that some section shows, each once."""
        for kind in ("header", "footer"):
            shown = dict.fromkeys(
                reference.get(LINK_ID, "") for reference in body.iter(w(f"{kind}Reference"))
            )
            number = 0
            for identity in shown:
                link: Link | None = self._links.get(identity)
                root = self._package.xml(link.target) if link else None
                if root is not None:
                    number += 1
                    self._margin[identity] = Margin(f"{kind}:{number}", root)
                    yield f"{kind}:{number}", root

    def _section_forms(self) -> tuple[SectionForm, ...]:
        if self._sections is None:
            return ()
        settings = self._linked("settings")
        even = settings is not None and is_on(settings.find(w("evenAndOddHeaders")))
        return self._sections.forms(self._margin, self._styles, even=even)

    def _notes(self, kind: str) -> Iterator[tuple[str, etree._Element]]:
        root = self._linked(f"{kind}s")
        for note in () if root is None else root.iterfind(w(kind)):
            if note.get(w("type")) not in _NOT_NOTES:
                yield f"{kind}:{note.get(w('id'), '')}", note

    def _told(self) -> Iterator[Problem]:
        for what, (code, message) in _TOLD.items():
            count = self._surroundings.tally[what]
            if count:
                yield Problem(code, Severity.NOTE, message.format(count))
        if self._surroundings.tally["drawings"] and not any(story.text.strip() for story in self._stories):
            yield Problem(
                "wordml.pictures_only",
                Severity.WARNING,
                "Tệp Word chỉ chứa ảnh, không có chữ. Hãy xuất ra PDF rồi đưa vào để nhận dạng chữ.",
            )


def _says_something(story: Story) -> bool:
    """Whether there are words; a header or footer that only counts pages has none."""
    counts = story.name.startswith(("header", "footer"))
    return any(letter.isalpha() if counts else not letter.isspace() for letter in story.text)


def _main_part(package: Package) -> str:
    for link in package.links("").values():
        if link.kind == "officeDocument" and link.target in package:
            return link.target
    return "word/document.xml"


def _properties(package: Package) -> dict[str, str]:
    """What the file says of itself; a property that is missing or empty is left out."""
    wanted = {
        "docProps/core.xml": {"title": "title", "creator": "creator", "lastModifiedBy": "modified_by"},
        "docProps/app.xml": {"Application": "application"},
    }
    found = {}
    for part, names in wanted.items():
        root = package.xml(part)
        for element in () if root is None else root:
            name = names.get(str(element.tag).rpartition("}")[2])
            if name and element.text and element.text.strip():
                found[name] = element.text.strip()
    return found
