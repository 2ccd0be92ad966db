"""Lines of a workbook against the register: which are new, which are there already, which cannot be taken and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from thammuu.apps.organisations.importing.columns import (
    AGENCIES,
    CONTACTS,
    OFFICERS,
    POSITIONS,
    UNITS,
)
from thammuu.apps.organisations.importing.reading import Line, Read, Refused
from thammuu.apps.organisations.importing.register import Register
from thammuu.apps.organisations.matching import Named, rank_names
from thammuu_core.text import fold

_TWICE = "một dòng duy nhất cho mỗi tên; dòng này lặp lại dòng {row}"
_ELSEWHERE = (
    "người của cơ quan mình; người này đang công tác ở cơ quan khác, do quản trị cấp trên cùng bổ nhiệm"
)
_ALIKE = 3


@dataclass(slots=True)
class Checked:
    """What would come of the workbook."""

    new: dict[str, list[Line]] = field(default_factory=dict)
    """Lines to be added, by sheet."""
    changed: list[Line] = field(default_factory=list)
    """Contacts whose words differ from what is kept."""
    same: dict[str, int] = field(default_factory=dict)
    """How many lines are there already, by sheet."""
    refused: list[Refused] = field(default_factory=list)


def check(read: Read, register: Register, *, may_edit_register: bool) -> Checked:
    """Hold every line against the register and the lines above it."""
    checked = Checked(refused=list(read.refused))
    if read.lines.get(AGENCIES) and not may_edit_register:
        checked.refused.append(
            Refused(AGENCIES, "", "", "do quản trị của cơ quan cấp trên cùng nhập; hãy bỏ trang này")
        )
    else:
        _agencies(read.lines.get(AGENCIES, ()), register, checked)
    _units(read.lines.get(UNITS, ()), register, checked)
    _officers(read.lines.get(OFFICERS, ()), register, checked)
    gone = frozenset() if may_edit_register else register.gone
    _positions(read.lines.get(POSITIONS, ()), register, checked, gone)
    _contacts(read.lines.get(CONTACTS, ()), register, checked)
    checked.refused.sort(key=lambda one: (_ORDER.index(one.sheet) if one.sheet else -1, one.row, one.cell))
    return checked


_ORDER = (AGENCIES, UNITS, OFFICERS, POSITIONS, CONTACTS)


def _once(lines: Iterable[Line], key: str, checked: Checked) -> Iterable[Line]:
    """Each name once; a name that comes again is refused with the row it repeats."""
    seen: dict[str, int] = {}
    for line in lines:
        name = fold(line.values[key])
        if name in seen:
            checked.refused.append(line.refused(key, _TWICE.format(row=seen[name])))
        else:
            seen[name] = line.row
            yield line


def _agencies(lines: tuple[Line, ...], register: Register, checked: Checked) -> None:
    taken = []
    for line in _once(lines, "name", checked):
        values = line.values
        if values["from_day"] and values["to_day"] and values["to_day"] < values["from_day"]:
            checked.refused.append(line.refused("to_day", "ngày không trước cột Từ ngày"))
        elif register.agencies_named(values["name"], values["from_day"], values["to_day"]):
            _is_there(line, checked)
        else:
            taken.append(line)
    _check_parents(taken, register, checked)


def _check_parents(lines: list[Line], register: Register, checked: Checked) -> None:
    """Parents are in the register or among the lines; a line whose parent is refused is refused too."""
    names = {fold(line.values["name"]) for line in lines}
    good = lines
    while True:
        kept = [line for line in good if _parent_known(line, names, register)]
        if len(kept) == len(good):
            break
        for line in good:
            if line not in kept:
                checked.refused.append(line.refused("parent", _known(line.values["parent"], register)))
        good, names = kept, {fold(line.values["name"]) for line in kept}
    for line in good:
        _is_new(line, checked)


def _parent_known(line: Line, names: set[str], register: Register) -> bool:
    parent = line.values["parent"]
    if not parent or register.agency_today(parent):
        return True
    return fold(parent) in names and fold(parent) != fold(line.values["name"])


def _units(lines: tuple[Line, ...], register: Register, checked: Checked) -> None:
    for line in _once(lines, "name", checked):
        there = register.unit_on(line.values["name"], None) or register.unit_on(
            line.values["name"], line.values["from_day"]
        )
        (_is_there if there else _is_new)(line, checked)


def _officers(lines: tuple[Line, ...], register: Register, checked: Checked) -> None:
    for line in _once(lines, "username", checked):
        username = line.values["username"]
        officer = register.officers.get(username)
        if officer is None and username in register.usernames:
            checked.refused.append(line.refused("username", "tên chưa có người dùng; tên này đã có"))
        elif officer is not None and fold(officer.full_name) != fold(line.values["full_name"]):
            checked.refused.append(
                line.refused("full_name", f"đúng người của tài khoản này: {officer.full_name}")
            )
        else:
            (_is_there if officer else _is_new)(line, checked)


def _positions(lines: tuple[Line, ...], register: Register, checked: Checked, gone: frozenset[str]) -> None:
    """`gone`: officers of other agencies, whom these lines may not take in."""
    coming = {line.values["username"] for line in checked.new.get(OFFICERS, ())}
    new_units = {name for line in checked.new.get(UNITS, ()) for name in names_of_unit(line)}
    seen: dict[tuple[str, str, str], int] = {}
    for line in lines:
        values = line.values
        same = (values["username"], fold(values["unit"]), values["role"])
        fault = _position_fault(line, register, coming, new_units)
        if fault is None and same in seen:
            fault = line.refused("username", _TWICE.format(row=seen[same]))
        if fault:
            checked.refused.append(fault)
            continue
        seen[same] = line.row
        officer = register.officers.get(values["username"])
        unit = register.unit_on(values["unit"], values["from_day"]) if values["unit"] else None
        if officer and (officer.pk, unit.pk if unit else None, values["role"]) in register.positions:
            _is_there(line, checked)
        elif values["username"] in gone:
            checked.refused.append(line.refused("username", _ELSEWHERE))
        else:
            _is_new(line, checked)


def names_of_unit(line: Line) -> tuple[str, ...]:
    """What positions may call a new unit: its name or its abbreviation, folded."""
    return tuple(fold(line.values[key]) for key in ("name", "abbreviation") if line.values[key])


def _position_fault(line: Line, register: Register, coming: set[str], new_units: set[str]) -> Refused | None:
    values = line.values
    if values["username"] not in coming and values["username"] not in register.officers:
        return line.refused("username", "tên đăng nhập đã có trong danh bạ hoặc có dòng đúng ở trang Cán bộ")
    unit = values["unit"]
    if unit and fold(unit) not in new_units and not register.unit_on(unit, values["from_day"]):
        rows = tuple(Named(one.pk, one.name, one.abbreviation) for one in register.units)
        return line.refused("unit", f"tên một đơn vị có vào ngày đó{_alike(unit, rows)}")
    if values["from_day"] and values["to_day"] and values["to_day"] < values["from_day"]:
        return line.refused("to_day", "ngày không trước cột Từ ngày")
    return None


def _contacts(lines: tuple[Line, ...], register: Register, checked: Checked) -> None:
    coming = {fold(line.values["name"]) for line in checked.new.get(AGENCIES, ())}
    seen: dict[tuple[str, str], int] = {}
    for line in lines:
        values = line.values
        agency = register.agency_today(values["agency"])
        same = (fold(values["agency"]), fold(values["name"]))
        if agency is None and fold(values["agency"]) not in coming:
            checked.refused.append(line.refused("agency", _known(values["agency"], register)))
        elif same in seen:
            checked.refused.append(line.refused("name", _TWICE.format(row=seen[same])))
        else:
            seen[same] = line.row
            _contact(
                line, register.contacts.get((agency.pk, fold(values["name"]))) if agency else None, checked
            )


def _contact(line: Line, kept: object, checked: Checked) -> None:
    if kept is None:
        _is_new(line, checked)
    elif any(line.values[key] and line.values[key] != getattr(kept, key) for key in CONTACT_WORDS):
        checked.changed.append(line)
    else:
        _is_there(line, checked)


CONTACT_WORDS = ("title", "phone", "email", "matters")
"""What is kept of a contact beside agency and name."""


def _known(name: str, register: Register) -> str:
    rows = tuple(Named(row.pk, row.name, row.abbreviation) for row in register.agency_names)
    return f"tên một cơ quan trong danh bạ{_alike(name, rows)}"


def _alike(name: str, rows: tuple[Named, ...]) -> str:
    found = "; ".join(one.row.name for one in rank_names(name, rows)[:_ALIKE])
    return f", có thể là: {found}" if found else ""


def _is_new(line: Line, checked: Checked) -> None:
    checked.new.setdefault(line.sheet, []).append(line)


def _is_there(line: Line, checked: Checked) -> None:
    checked.same[line.sheet] = checked.same.get(line.sheet, 0) + 1
