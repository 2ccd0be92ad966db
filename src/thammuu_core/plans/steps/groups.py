"""Paragraphs gathered into duties: lines of duty words, and the labelled lines below that speak of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from thammuu_core.plans.steps.fields import Field, Labelled, labelled
from thammuu_core.plans.steps.sections import Item
from thammuu_core.provisions import Level, Provision

OWN_NUMBER = frozenset({Level.ARABIC, Level.DECIMAL, Level.LETTER, Level.ARTICLE})
"""Levels whose items are cited by their number, so that each is a duty by itself."""

_MARK = re.compile(r"\s*(?:[-+•*]|[a-zđ]\)|\d{1,2}[.)])?\s*", re.IGNORECASE)
_ENDED = re.compile(r"[.;:,!?…)\]”\"/]\W*$")
_LONG = 80
_SAYS_WHEN = re.compile(r"\((?:ngay\s+)?(?:khi|sau khi|trước|trong|chậm nhất|hoàn thành)\s[^()]*\)\s*:?\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """The duty words of one paragraph, at `start:end` of its text, and its labelled values."""

    item: Item
    start: int
    end: int
    labels: tuple[Labelled, ...] = ()
    content: bool = False
    """Announced by "Nhiệm vụ:", "Nội dung:": the item above is what readers call it by."""
    opening: Line | None = None
    """The paragraph before, when a lost line end cut a sentence in two."""

    @property
    def text(self) -> str:
        """The duty words."""
        return self.item.node.text[self.start : self.end]

    @property
    def home(self) -> Provision:
        """The provision that a reader would name: "a) Nhiệm vụ: …" is passed over for the item it stands in."""
        above = self.item.above
        if self.content:
            return above[-1] if above else self.item.node
        if len(above) > 1 and _announces(above[-1]):
            return above[-2]
        return self.item.node


@dataclass(slots=True)
class Group:
    """Duty lines and the labelled lines that follow them, under one heading."""

    block: Provision | None
    lines: list[Line] = field(default_factory=list)
    labels: list[tuple[Item, Labelled]] = field(default_factory=list)

    @property
    def stated(self) -> bool:
        """Some label says who or when."""
        return any(label.field in (Field.LEAD, Field.TIME, Field.COORDINATING) for _, label in self.labels)

    @property
    def names_owner(self) -> bool:
        """Some label says who."""
        return any(label.field in (Field.LEAD, Field.COORDINATING) for _, label in self.labels)

    def members(self) -> list[Line]:
        """The lines that the labels speak of: back to the last numbered one, or the whole list of dashes."""
        numbered = [index for index, line in enumerate(self.lines) if line.item.node.level in OWN_NUMBER]
        return self.lines[numbered[-1] if numbered else 0 :]


def groups(paragraphs: Iterable[Item]) -> Iterator[Group]:
    """Labelled values close a group; the next duty, or another heading, opens a new one."""
    group = Group(None)
    expected: tuple[Provision, Field] | None = None
    for item in paragraphs:
        line, block = _line(item), _block(item)
        value_below = (
            expected is not None and not line.labels and any(node is expected[0] for node in item.above)
        )
        if block is group.block and group.labels and not line.labels and _ends_value(group, item):
            continue  # the rest of a value that a lost line end cut in two
        if block is not group.block or (line.text and group.labels and not value_below):
            yield group
            group = Group(block)
        if expected and value_below:
            group.labels.append((item, Labelled(expected[1], line.start, line.start, line.end)))
            continue
        expected = _add(group, line)
    yield group


def _ends_value(group: Group, item: Item) -> bool:
    """An unlabelled line in small letters, after a value without a closing mark."""
    last, label = group.labels[-1]
    words = item.words.lstrip()
    open_value = not _ENDED.search(last.node.text[label.start : label.end])
    return open_value and item.node.level is Level.TEXT and words[:1].islower()


def _add(group: Group, line: Line) -> tuple[Provision, Field] | None:
    """Put the line into the group; a label without a value waits for the lines below it."""
    if line.text and not _is_heading(line.item):
        last = group.lines[-1] if group.lines else None
        if last and not last.labels and _goes_on(last, line):
            line = Line(line.item, line.start, line.end, line.labels, line.content, last)
            group.lines.pop()
        group.lines.append(line)
    expected = None
    for label in line.labels:
        if label.start < label.end:
            group.labels.append((line.item, label))
        elif label.field is not Field.CONTENT:
            expected = (line.item.node, label.field)
    return expected


def _goes_on(line: Line, following: Line) -> bool:
    """A long paragraph that stops without a mark, and the one dash below it: a dash inside the sentence."""
    node, below = line.item.node, following.item.node
    if node.heading or line.end - line.start <= _LONG or _ENDED.search(line.text):
        return False
    return below.level is Level.DASH and [child.level for child in node.children].count(Level.DASH) == 1


def _announces(node: Provision) -> bool:
    """ "a) Nhiệm vụ:" with the duties below it."""
    labels = labelled(node.text, node.words)
    return bool(labels) and labels[0].field is Field.CONTENT and labels[0].label_start - node.words <= 3


def _line(item: Item) -> Line:
    text = item.node.text
    start = item.node.words
    end = len(text)
    labels = labelled(text, start)
    first = labels[0] if labels else None
    content = (
        first is not None and first.field is Field.CONTENT and not _words(text, start, first.label_start)
    )
    if first and content:
        start, end, labels = (
            first.start,
            first.end,
            labels[1:] or (labels if first.start == first.end else ()),
        )
    elif first:
        end = first.label_start
    while end > start and text[end - 1] in " (\n":
        end -= 1
    return Line(item, start, end if _words(text, start, end) else start, labels, content)


def _words(text: str, start: int, end: int) -> bool:
    """There is more than a list mark."""
    mark = _MARK.match(text, start, end)
    return bool(re.search(r"\w", text[mark.end() if mark else start : end]))


def _is_heading(item: Item) -> bool:
    """A title over what stands below; one that says when it is to be done is a duty told in parts."""
    if _SAYS_WHEN.search(item.node.text):
        return False
    return bool(item.node.heading) and any(child.level is not Level.TABLE for child in item.node.children)


def _block(item: Item) -> Provision | None:
    """The nearest heading, the item's own included; labels such as "Cơ quan thực hiện:" are none."""
    for node in (item.node, *reversed(item.above)):
        if node.heading and not labelled(node.text, node.words):
            return node
    return None
