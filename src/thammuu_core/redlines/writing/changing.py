"""Do what was settled: runs, paragraph marks and rows are marked as gone, new ones put in and marked as come."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml import etree

from thammuu_core.redlines.writing.elements import Stamp, name_font, paragraph, run, together
from thammuu_core.redlines.writing.layout import Layout, Line, Stretch
from thammuu_core.redlines.writing.looks import above, alike, first_look, label, look_at, own_runs
from thammuu_core.redlines.writing.possible import Possible, Rows, anchor, outside
from thammuu_core.redlines.writing.settling import Part
from thammuu_core.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, PPR, TC, P, R, w
from thammuu_core.wordml.order import put

_OF_A_ROW = (INS, DEL, w("trPrChange"), w("tblHeader"))
_OF_A_CELL = (w("cellIns"), w("cellDel"), w("cellMerge"), w("tcPrChange"))


class Changing:
    """Changes one document. Changes must be made from its end to its beginning."""

    def __init__(
        self,
        layout: Layout,
        borders: Iterable[int],
        models: Mapping[str, etree._Element],
        *,
        odd: bool = False,
    ) -> None:
        self._layout = layout
        self._possible = Possible(layout)
        self._models = models
        """Paragraphs that new ones are set like, by their words."""
        self._odd = odd
        """Some style draws other letters than are written, so that new words name their font."""
        self._borders = frozenset(borders)
        """Offsets at which a comment begins or ends: what is wrapped is parted there."""
        self._heads: dict[Line, etree._Element] = {}
        """Of a paragraph that was divided, the part that holds its beginning."""
        self._come: dict[int, tuple[int, etree._Element | None]] = {}
        self._came: dict[int, etree._Element] = {}

    def make(self, part: Part, stamp: Stamp, name: str = "") -> None:
        """Make one change; `name` pairs the two sides of a move."""
        if part.rows is not None:
            self._put_rows(part.rows, stamp)
            return
        gone = self._take_out(part, stamp, name) if part.start < part.end else []
        if part.new:
            self._put_in(part, gone, stamp, name)

    def came(self, start: int, end: int) -> etree._Element | None:
        """The new words that stand for the last of these, or at this point when it is one."""
        if start == end:
            return self._came.get(start)
        since, element = self._come.get(end, (-1, None))
        return element if since >= start else None

    def _remember(self, part: Part, element: etree._Element) -> None:
        if part.start == part.end:
            self._came[part.end] = element
        else:
            self._come[part.end] = part.start, element

    def head(self, line: Line) -> etree._Element:
        """The paragraph in which the beginning of a line stands now."""
        return self._heads.get(line, line.paragraph)

    def _take_out(self, part: Part, stamp: Stamp, name: str) -> list[Stretch]:
        """Mark the words as gone; the stretches that show any."""
        start, end = part.start, part.end
        tag, kind = (MOVE_FROM, "moveFrom") if part.moved else (DEL, "del")
        rows = self._possible.whole_rows(start, end)
        for row in rows:
            stamp.on(put(_settings(row), "del"))
        gone: list[Stretch] = []
        lines = self._layout.across(start, end)
        for line in lines:
            leaves = start <= line.end < end
            going = list(self._going(line, start, end, whole=leaves and start <= line.start))
            for group in self._grouped(going):
                stamp.wrap(group, tag)
            if leaves and not any(row in rows for row in line.paragraph.iterancestors(w("tr"))):
                stamp.mark(line.paragraph, kind)
            gone += [stretch for stretch in going if stretch.end > stretch.start]
        if part.moved:
            _name_source(lines, gone, stamp, name, whole=end > lines[-1].end)
        return gone

    def _going(self, line: Line, start: int, end: int, *, whole: bool) -> Iterator[Stretch]:
        """The runs of a paragraph that go: those of its words, and what shows nothing where all of it goes."""
        for stretch in line.stretches:
            if stretch.element.tag != R:
                continue
            if stretch.machinery:
                if self._is_gone(stretch.fields[-1:], start, end, whole=whole):
                    yield stretch
            elif stretch.end > stretch.start:
                if start <= stretch.start and stretch.end <= end and not stretch.solid:
                    yield stretch
            elif whole:
                yield stretch

    def _is_gone(self, field: Sequence[int], start: int, end: int, *, whole: bool) -> bool:
        """Whether all of a field goes: its code alone would bring its result back."""
        for number in field:
            begin, finish = self._layout.fields[number]
            return start <= begin <= finish <= end and (finish > begin or whole)
        return False

    def _grouped(self, going: Sequence[Stretch]) -> Iterator[list[etree._Element]]:
        """Runs to wrap together: side by side, with no border of a comment between."""
        ends = {stretch.element: stretch.end for stretch in going}
        for group in together(stretch.element for stretch in going):
            first = 0
            for place, element in enumerate(group, 1):
                if place == len(group) or ends[element] in self._borders:
                    yield group[first:place]
                    first = place

    def _put_in(self, part: Part, gone: Sequence[Stretch], stamp: Stamp, name: str) -> None:
        """New words behind those that they replace, or at their place; marks among them divide the paragraph."""
        place = part.end if gone and gone[-1].end == part.end else part.start
        line = self._layout.line(place)
        after, home = anchor(line, place), self.head(line)
        tag, kind = (MOVE_TO, "moveTo") if part.moved else (INS, "ins")
        *paragraphs, last = part.new.split("\n")
        look = look_at(line, place)
        if after is None and not last:
            made = [
                self._paragraph(words, alike(words, above(home), home), stamp, tag, kind)
                for words in paragraphs
            ]
            for each in made:
                home.addprevious(each)
            if part.moved:
                _name_target(made, home, stamp, name)
            self._remember(part, made[-1])
            return
        if paragraphs:
            self._divide(line, after, paragraphs, look, stamp)
            after = None
        if last:
            wrapper = self._wrapped(last, look, stamp, tag)
            at_beginning(home, wrapper) if after is None else after.addnext(wrapper)
            self._remember(part, wrapper)
            if part.moved:
                begin, finish = range_of("moveTo", stamp, name)
                wrapper.addprevious(begin)
                wrapper.addnext(finish)

    def _divide(
        self,
        line: Line,
        after: etree._Element | None,
        paragraphs: Sequence[str],
        look: etree._Element | None,
        stamp: Stamp,
    ) -> None:
        """Divide a paragraph: its first half is new and has the mark that came, its second keeps the old one."""
        home = self.head(line)
        first = paragraph(home)
        content = [child for child in home if child.tag != PPR]
        if after is not None:
            first.extend(content[: content.index(after) + 1])
        if paragraphs[0]:
            first.append(self._wrapped(paragraphs[0], look, stamp, INS))
        stamp.mark(first, "ins")
        home.addprevious(first)
        self._heads[line] = first
        for words in paragraphs[1:]:
            home.addprevious(self._paragraph(words, first, stamp, INS, "ins"))

    def _paragraph(
        self, words: str, beside: etree._Element, stamp: Stamp, tag: str, kind: str
    ) -> etree._Element:
        """A new paragraph, set like the one it stands beside; with a typed label it is no item of a list."""
        model = self._models.get(words, beside)
        made = paragraph(model)
        listed = made.find(f"{PPR}/{w('numPr')}")
        if listed is not None and kind == "ins" and label(words) is not None:
            made[0].remove(listed)
        stamp.mark(made, kind)
        if words and tag == MOVE_TO and words in self._models:
            wrapper = stamp.new(tag)
            wrapper.extend(map(copy.deepcopy, own_runs(model)))
            made.append(wrapper)
        elif words:
            made.append(self._wrapped(words, first_look(model), stamp, tag))
        return made

    def _wrapped(self, words: str, look: etree._Element | None, stamp: Stamp, tag: str) -> etree._Element:
        """A run of new words in its wrapper."""
        wrapper = stamp.new(tag)
        wrapper.append(run(words, look))
        if self._odd:
            name_font(wrapper[0])
        return wrapper

    def _put_rows(self, rows: Rows, stamp: Stamp) -> None:
        """New rows with the cells of the one beside them."""
        place = rows.model
        for words in rows.cells:
            row = self._row(rows.model, words, stamp)
            if rows.before:
                rows.model.addprevious(row)
            else:
                place.addnext(row)
                place = row

    def _row(self, model: etree._Element, words: Sequence[str], stamp: Stamp) -> etree._Element:
        row = etree.Element(model.tag)
        row.extend([copy.deepcopy(child) for child in model if child.tag in (w("tblPrEx"), w("trPr"))])
        settings = _settings(row)
        for child in [child for child in settings if child.tag in _OF_A_ROW]:
            settings.remove(child)
        stamp.on(put(settings, "ins"))
        for cell, text in zip(model.iterchildren(TC), words, strict=True):
            made = etree.SubElement(row, TC)
            for child in cell.iterchildren(w("tcPr")):
                made.append(copy.deepcopy(child))
                for former in [each for each in made[0] if each.tag in _OF_A_CELL]:
                    made[0].remove(former)
            like = cell.find(P)
            assert like is not None
            made.append(self._paragraph(text, like, stamp, INS, "ins"))
        return row


def _settings(row: etree._Element) -> etree._Element:
    """The `w:trPr` of a row, made where there is none: behind the exceptions of its table."""
    found = row.find(w("trPr"))
    if found is None:
        found = etree.Element(w("trPr"))
        row.insert(int(len(row) > 0 and row[0].tag == w("tblPrEx")), found)
    return found


def at_beginning(home: etree._Element, element: etree._Element) -> None:
    """Put an element into a paragraph, before all it holds."""
    home.insert(int(len(home) > 0 and home[0].tag == PPR), element)


def range_of(kind: str, stamp: Stamp, name: str) -> tuple[etree._Element, etree._Element]:
    """The two elements between which words moved, `moveFrom` or `moveTo`, known by a name."""
    begin = stamp.new(w(f"{kind}RangeStart"))
    begin.set(w("name"), name)
    finish = etree.Element(w(f"{kind}RangeEnd"))
    finish.set(w("id"), begin.get(w("id"), ""))
    return begin, finish


def _name_source(
    lines: Sequence[Line], gone: Sequence[Stretch], stamp: Stamp, name: str, *, whole: bool
) -> None:
    """Mark the range from which words moved away: of whole paragraphs it ends behind the last one."""
    begin, finish = range_of("moveFrom", stamp, name)
    if whole:
        at_beginning(lines[0].paragraph, begin)
        lines[-1].paragraph.addnext(finish)
    else:
        outside(gone[0].element).addprevious(begin)
        outside(gone[-1].element).addnext(finish)


def _name_target(made: Sequence[etree._Element], home: etree._Element, stamp: Stamp, name: str) -> None:
    begin, finish = range_of("moveTo", stamp, name)
    at_beginning(made[0], begin)
    home.addprevious(finish)
