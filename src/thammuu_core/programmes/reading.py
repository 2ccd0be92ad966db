"""Sheets to items: every row below the heads is an item, a heading, or told; nothing is passed over in silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.times.finding import named_year
from thammuu_core.programmes.columns import Heads, Role, find_heads, repeats
from thammuu_core.programmes.groups import Group, group_of, is_closing, is_total, under
from thammuu_core.programmes.items import item_of
from thammuu_core.programmes.model import Item, Programme
from thammuu_core.sheets import Row, Sheet
from thammuu_core.text import fold


@dataclass(slots=True)
class _Found:
    """What a walk over the sheets has gathered."""

    items: list[Item] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def tell(self, code: str, severity: Severity, message: str, where: str) -> None:
        self.problems.append(Problem(f"programmes.{code}", severity, message, where))


def read_programme(sheets: Sequence[Sheet], *, title: str = "", year: int | None = None) -> Programme:
    """All items of all sheets. `title` is the document's own where it is known; `year` overrides what the title says."""
    known = title or _title(sheets)
    year = year or named_year(known) or _year_of(sheets)
    found = _Found()
    heads: Heads | None = None
    for sheet in sheets:
        found.problems += sheet.problems
        heads = _read_sheet(sheet, heads, year, found)
    if not found.items:
        found.tell("no_items", Severity.ERROR, _NOTHING, "")
    elif year is None:
        found.tell("year_unknown", Severity.ERROR, _NO_YEAR, "")
    _tell_twins(found)
    return Programme(known, year, tuple(found.items), tuple(found.problems))


_NOTHING = (
    "Không tìm thấy nhiệm vụ nào. Bảng cần có dòng đầu cột, trong đó có cột nội dung (hoặc tên đề án) "
    "và cột đơn vị chủ trì hoặc thời gian."
)
_NO_YEAR = "Không thấy năm của chương trình trong tên hoặc tiêu đề. Hãy chọn năm rồi đọc lại."


def _title(sheets: Sequence[Sheet]) -> str:
    """The lines over the first heads that speak of a programme, joined; empty where none does."""
    listed = next((at for at, sheet in enumerate(sheets) if find_heads(sheet)), 0)
    lines = [line for sheet in sheets[: listed + 1] for line in _lines_above(sheet)]
    start = next(
        (at for at, line in enumerate(lines) if "chuong trinh" in fold(line) or "danh muc" in fold(line)),
        None,
    )
    if start is None:
        return ""
    kept = [
        line for line in lines[start : start + 3] if not fold(line).startswith(("kem theo", "ban hanh kem"))
    ]
    return " ".join(" ".join(kept).split())


def _lines_above(sheet: Sheet) -> Iterator[str]:
    yield from sheet.above
    heads = find_heads(sheet)
    for row in sheet.rows[: heads.first if heads else 0]:
        if len({cell.text for cell in row.filled}) == 1:
            yield row.filled[0].text


def _year_of(sheets: Sequence[Sheet]) -> int | None:
    """The one year that any line over the list names, or the name of a sheet."""
    lines = [*(line for sheet in sheets for line in _lines_above(sheet)), *(sheet.name for sheet in sheets)]
    years = {year for line in lines if (year := named_year(line))}
    return years.pop() if len(years) == 1 else None


def _read_sheet(sheet: Sheet, before: Heads | None, year: int | None, found: _Found) -> Heads | None:
    heads = find_heads(sheet)
    if heads is None and before is not None and _goes_on(sheet, before):
        heads = replace(before, first=0)
    if heads is None:
        _tell_of_no_heads(sheet, found)
        return before
    if sheet.hidden:
        found.tell(
            "hidden_sheet",
            Severity.WARNING,
            f"{sheet.name} đang ẩn trong tệp nhưng vẫn được đọc. Hãy kiểm tra.",
            sheet.name,
        )
    for role in heads.doubled:
        words = "; ".join(f"“{heads.columns[place].head}”" for place in heads.at(role))
        message = (
            f"{sheet.name} có nhiều cột cùng nghĩa: {words}. Cột đầu được dùng, cột sau ghi vào ghi chú."
        )
        found.tell("doubled_column", Severity.WARNING, message, sheet.name)
    _tell_of_missing_columns(sheet, heads, found)
    _read_rows(sheet, heads, year, found)
    return heads


def _goes_on(sheet: Sheet, heads: Heads) -> bool:
    """A table broken by a page: as many columns, and a number first."""
    first = next((row for row in sheet.rows if row.filled), None)
    number = heads.at(Role.NUMBER)
    if first is None or len(first.cells) != len(heads.columns) or not number:
        return False
    return first.cells[number[0]].text.strip(" .").isdecimal()


def _tell_of_no_heads(sheet: Sheet, found: _Found) -> None:
    filled = sum(bool(row.filled) for row in sheet.rows)
    if _is_frame(sheet):
        return
    if not filled:
        found.tell("empty_sheet", Severity.NOTE, f"{sheet.name} trống.", sheet.name)
    elif filled > 3 and max(len(row.cells) for row in sheet.rows) > 2:
        words = " | ".join(cell.text for cell in next(row for row in sheet.rows if row.filled).filled)[:120]
        message = f"{sheet.name} không có dòng đầu cột nhận ra được nên chưa được đọc; dòng đầu: “{words}”."
        found.tell("no_heads", Severity.WARNING, message, sheet.name)


def _is_frame(sheet: Sheet) -> bool:
    """The tables without lines that hold the letterhead and the signature of a Word document."""
    said = (fold(cell.text) for row in sheet.rows[:3] for cell in row.filled)
    return any(words.startswith(("cong hoa xa hoi chu nghia", "noi nhan")) for words in said)


def _tell_of_missing_columns(sheet: Sheet, heads: Heads, found: _Found) -> None:
    wanted = (
        ("đơn vị chủ trì", (Role.LEAD, Role.OWNERS)),
        ("thời gian", (Role.TIME, Role.MARK)),
    )
    for words, roles in wanted:
        if not any(heads.at(role) for role in roles):
            message = f"{sheet.name} không có cột {words}. Các đầu cột: {'; '.join(c.head for c in heads.columns if c.head)}."
            found.tell("missing_column", Severity.WARNING, message, sheet.name)


def _read_rows(sheet: Sheet, heads: Heads, year: int | None, found: _Found) -> None:
    groups: tuple[Group, ...] = ()
    for row in sheet.rows[heads.first :]:
        if not row.filled or repeats(row, heads):
            continue
        if is_closing(row):
            break
        if is_total(row):
            words = " ".join(cell.text for cell in row.filled)
            found.tell(
                "total", Severity.NOTE, f"Dòng tổng “{words}” không phải nhiệm vụ.", sheet.place_of(row)
            )
            continue
        if (group := _as_group(row, heads)) is not None:
            groups = under(groups, group)
            _tell_of_guess(sheet, row, group, found)
            continue
        item, problems = item_of(sheet, row, heads, groups, year)
        found.items.append(item)
        found.problems += problems


_SAYS_MORE = (
    Role.LEAD,
    Role.OWNERS,
    Role.COORDINATING,
    Role.TIME,
    Role.MARK,
    Role.SUBMITTED_TO,
    Role.PRODUCT,
    Role.BASIS,
)


def _as_group(row: Row, heads: Heads) -> Group | None:
    """A row that says nothing but its own words, and is not numbered among the items."""
    said = {
        heads.columns[place].role for place, cell in enumerate(row.cells) if cell.text and not cell.spanned
    }
    number, text = (_first(row, heads, role) for role in (Role.NUMBER, Role.TEXT))
    across = [cell for cell in row.cells if cell.text]
    merged = len(across) >= 3 and len({cell.text for cell in across} - {number}) == 1
    if not merged and said & set(_SAYS_MORE):
        return None
    if not merged and number.strip(" .)").replace(".", "").isdecimal() and text:
        return None
    return group_of(row, number, text)


def _first(row: Row, heads: Heads, role: Role) -> str:
    return next((row.cells[place].text for place in heads.at(role) if row.cells[place].text), "")


def _tell_of_guess(sheet: Sheet, row: Row, group: Group, found: _Found) -> None:
    if group.kind == "plain" and not group.text.isupper():
        message = (
            f"Dòng “{group.text}” chỉ có chữ, không có đơn vị và thời hạn: được hiểu là đề mục. "
            "Nếu là nhiệm vụ, hãy điền đơn vị chủ trì, thời hạn trong tệp rồi nhập lại, hoặc nhập tay."
        )
        found.tell("taken_as_heading", Severity.NOTE, message, sheet.place_of(row))


def _tell_twins(found: _Found) -> None:
    """Items of one name are all kept; a person decides whether they are one."""
    same: dict[str, list[Item]] = defaultdict(list)
    for item in found.items:
        same[fold(item.text)].append(item)
    for twins in same.values():
        for item in twins if len(twins) > 1 else ():
            places = "; ".join(_others(twins, item))
            message = f"Nhiệm vụ “{_short(item.text)}” trùng tên với {places}. Nếu là một, hãy bỏ bớt."
            found.tell("same_name", Severity.WARNING, message, item.place)


def _others(twins: Iterable[Item], item: Item) -> Iterator[str]:
    return (other.place for other in twins if other is not item)


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77].rsplit(' ', 1)[0]}…"
