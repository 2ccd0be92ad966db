"""Lines of a file against the register: which are new, which say more or otherwise, which cannot be taken and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from thammuu.apps.instruments.commands import LINKS, PLAIN, Said
from thammuu.apps.instruments.keys import keys_of
from thammuu.apps.instruments.lookup import known, symbol_named
from thammuu.apps.instruments.models import Certainty, Instrument
from thammuu.apps.instruments.writing import said_of
from thammuu.apps.organisations.importing.columns import sheets
from thammuu.apps.organisations.importing.reading import Line, Refused, read_lines
from thammuu.apps.organisations.importing.report import Report, Tally
from thammuu_core.citations.judging import symbol_key
from thammuu_core.sheets import Sheet

SHEET = "Văn bản"
COLUMNS = sheets("thammuu.apps.instruments.importing")
_MOST_REFUSED = 10_000
Key = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class Change:
    """A document of the register of which a line says more, or something else."""

    instrument: Instrument
    said: Said


@dataclass(slots=True)
class Checked:
    """What would come of the file."""

    new: list[Said] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    same: int = 0
    refused: list[Refused] = field(default_factory=list)

    def report(self) -> Report:
        """In numbers, with every refused cell."""
        rows = {one.row for one in self.refused if one.row}
        tally = Tally(SHEET, len(self.new), len(self.changed), self.same, len(rows))
        told = (tally,) if any((tally.new, tally.changed, tally.same, rows)) else ()
        return Report(told, tuple(self.refused[:_MOST_REFUSED]), len(self.refused))


def check(workbook: Sequence[Sheet]) -> Checked:
    """Hold every line against the register and the lines above it; what a line leaves empty says nothing."""
    read = read_lines(_named(workbook), COLUMNS)
    lines = read.lines.get(SHEET, ())
    checked = Checked(refused=list(read.refused))
    good = _follow_known(list(_once(lines, checked)), checked)
    kept = _kept(good)
    for key, line in good:
        _sort(line, kept.get(key), checked)
    checked.refused.sort(key=lambda one: (one.row, one.cell))
    return checked


def _named(workbook: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """A file with one sheet need not call it as the template does: a .csv file has no names."""
    shown = [sheet for sheet in workbook if not sheet.hidden]
    return (replace(shown[0], name=f"Trang {SHEET}"),) if len(shown) == 1 else tuple(workbook)


def _said(line: Line) -> Said:
    values = line.values
    plain = {name: values[name] for name in PLAIN}
    links = {name: tuple(filter(None, map(str.strip, values[name].split(";")))) for name in LINKS}
    return Said(**plain | {"certainty": values["certainty"] or Certainty.STATED}, **links)


def _once(lines: Sequence[Line], checked: Checked) -> Iterator[tuple[Key, Line]]:
    """Each document once, with a name and its days in order."""
    seen: dict[Key, int] = {}
    for line in lines:
        key, fault = _key(line), _fault(line)
        if fault is None and key in seen:
            must = f"một dòng duy nhất cho mỗi văn bản; dòng này lặp lại dòng {seen[key]}"
            fault = line.refused("symbol", must)
        if fault:
            checked.refused.append(fault)
            continue
        seen[key] = line.row
        yield key, line


def _fault(line: Line) -> Refused | None:
    values = line.values
    if not values["symbol"] and not values["subject"]:
        return line.refused("symbol", "số, ký hiệu; hoặc tên luật ở cột Trích yếu")
    begins, ends = values["in_force_from"], values["in_force_to"]
    if begins and ends and ends < begins:
        return line.refused("in_force_to", "ngày không trước cột Có hiệu lực từ")
    return None


def _follow_known(lines: list[tuple[Key, Line]], checked: Checked) -> list[tuple[Key, Line]]:
    """A line that names a document which is neither in the register nor a line here is refused, and so on."""
    asked = {one for _, line in lines for name in LINKS for one in getattr(_said(line), name)}
    there = known(sorted(asked))
    good = lines
    while True:
        here = {symbol_key(line.values["symbol"]) for _, line in good}
        lost = {line.row: fault for _, line in good if (fault := _lost(line, there, here))}
        if not lost:
            return good
        checked.refused += lost.values()
        good = [(key, line) for key, line in good if line.row not in lost]


def _lost(line: Line, there: frozenset[str], here: set[str]) -> Refused | None:
    own = symbol_key(line.values["symbol"])
    for name in LINKS:
        for one in getattr(_said(line), name):
            if own and symbol_named(one) == own:
                return line.refused(name, "văn bản khác, không phải chính nó")
            if one not in there and symbol_named(one) not in here:
                return line.refused(
                    name, f"văn bản có trong sổ hoặc ở dòng khác của tệp; chưa có “{one}” hoặc có nhiều"
                )
    return None


def _kept(lines: list[tuple[Key, Line]]) -> dict[Key, Instrument]:
    symbols = {key[0] for key, _ in lines if key[0]}
    names = {key[1] for key, _ in lines if key[1]}
    rows = [
        *Instrument.objects.filter(symbol_key__in=symbols).prefetch_related("followed__later"),
        *Instrument.objects.filter(name_key__in=names, symbol_key="").prefetch_related("followed__later"),
    ]
    return {(one.symbol_key, one.name_key, one.issuer_key, one.year): one for one in rows}


def _key(line: Line) -> Key:
    keys = keys_of(_said(line))
    return keys["symbol_key"], keys["name_key"], keys["issuer_key"], keys["year"]


def _sort(line: Line, kept: Instrument | None, checked: Checked) -> None:
    said = _said(line)
    if kept is None:
        checked.new.append(said)
        return
    before = said_of(kept)
    more = {
        name: getattr(said, name) for name in PLAIN if line.values[name] and name not in ("kind", "symbol")
    }
    links = {name: _joined(getattr(before, name), getattr(said, name)) for name in LINKS}
    after = replace(before, **more, **links)
    if after == before:
        checked.same += 1
    else:
        checked.changed.append(Change(kept, after))


def _joined(before: tuple[str, ...], said: tuple[str, ...]) -> tuple[str, ...]:
    """What follows the document by the register, and what the line adds; the same one is not told twice."""
    there = {symbol_named(one) for one in before}
    return (*before, *(one for one in said if symbol_named(one) not in there))
