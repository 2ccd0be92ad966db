"""A whole .docx: its body, headers, footers, notes and text boxes, and what the reader should be told about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from thammuu_core.errors import Problem, Severity
from thammuu_core.papers import BODY, Paper, SectionForm, Story
from thammuu_core.wordml.blocks import Blocks
from thammuu_core.wordml.forms import Forms
from thammuu_core.wordml.inline import Surroundings
from thammuu_core.wordml.names import w
from thammuu_core.wordml.numbering import Numbering
from thammuu_core.wordml.package import Package
from thammuu_core.wordml.parts import Parts, properties
from thammuu_core.wordml.sections import Margin, Sections, is_on
from thammuu_core.wordml.styles import Styles

_LOOSE_MARK = re.compile("[A-Za-zÀ-ỹ][\u0300\u0301\u0303\u0309\u0323]")
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
    "diagrams": (
        "wordml.diagrams",
        "Văn bản có {} biểu đồ hoặc sơ đồ, chữ trong đó không đọc được; hãy xem trên bản gốc.",
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
    parts = Parts(Package(data))
    return _Document(parts, measured=forms).paper()


class _Document:
    """One document being read."""

    def __init__(self, parts: Parts, *, measured: bool) -> None:
        self._parts = parts
        self._styles = Styles(parts.linked("styles"), parts.linked("theme"))
        self._surroundings = Surroundings(self._styles)
        self._numbering = Numbering(parts.linked("numbering"))
        self._sections = Sections.of(parts.body) if measured else None
        self._margin: dict[str, Margin] = {}
        self._stories: list[Story] = []
        self._boxes = 0

    def paper(self) -> Paper:
        """All stories, the body first."""
        for place in self._parts.stories():
            if place.link:
                self._margin[place.link] = Margin(place.name, place.element)
            self._read(place.name, place.element)
        comments = self._parts.linked("comments")
        self._surroundings.tally["comments"] = 0 if comments is None else len(comments)
        said = properties(self._parts.package)
        if self._sections is not None and _LOOSE_MARK.search("".join(map(str, self._parts.body.itertext()))):
            self._surroundings.tally["decomposed"] += 1
        problems = (*self._parts.package.problems, *self._told())
        return Paper("docx", tuple(self._stories), problems, said, sections=self._section_forms())

    def _read(self, name: str, element: etree._Element) -> None:
        """Read one story and the text boxes anchored in it; a story without words is left out, the body never."""
        forms = None
        if self._sections is not None:
            sections = self._sections if name == BODY else Sections([])
            forms = Forms(self._styles, self._numbering, sections)
        story = Story(name, Blocks(self._surroundings, self._numbering, forms).read(element))
        if name == BODY or says_something(story):
            self._stories.append(story)
        boxes, self._surroundings.boxes = self._surroundings.boxes, []
        for box in boxes:
            self._boxes += 1
            self._read(f"textbox:{self._boxes}", box)

    def _section_forms(self) -> tuple[SectionForm, ...]:
        if self._sections is None:
            return ()
        settings = self._parts.linked("settings")
        even = settings is not None and is_on(settings.find(w("evenAndOddHeaders")))
        return self._sections.forms(self._margin, self._styles, even=even)

    def _told(self) -> Iterator[Problem]:
        yield from told(self._surroundings.tally)
        if self._surroundings.tally["drawings"] and not any(story.text.strip() for story in self._stories):
            yield Problem(
                "wordml.pictures_only",
                Severity.WARNING,
                "Tệp Word chỉ chứa ảnh, không có chữ. Hãy xuất ra PDF rồi đưa vào để nhận dạng chữ.",
            )


def told(tally: Mapping[str, int]) -> Iterator[Problem]:
    """What a reader should know of what was counted while reading, by the names in `_TOLD`."""
    for what, (code, message) in _TOLD.items():
        count = tally.get(what, 0)
        if count:
            yield Problem(code, Severity.NOTE, message.format(count))


def says_something(story: Story) -> bool:
    """Whether there are words; a header or footer that only counts pages has none."""
    counts = story.name.startswith(("header", "footer"))
    return any(letter.isalpha() if counts else not letter.isspace() for letter in story.text)
