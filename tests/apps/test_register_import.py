"""A workbook fills the register cell by cell checked, once let in, and never halfway."""

from __future__ import annotations

import io
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from support.cast import Cast
from support.workbooks import Rows, workbook
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.models import Event
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.importing import services
from thammuu.apps.organisations.importing.cells import Fault, value_of
from thammuu.apps.organisations.importing.columns import sheets
from thammuu.apps.organisations.importing.length import TooManyRows
from thammuu.apps.organisations.importing.report import to_xlsx
from thammuu.apps.organisations.importing.services import (
    AlreadyApplied,
    ApplyImport,
    StillRefused,
    apply_import,
    bring_workbook,
    import_view,
)
from thammuu.apps.organisations.importing.template import template
from thammuu.apps.organisations.models import Agency, Contact, Officer, Position, Unit
from thammuu.apps.organisations.queries import actor_for
from thammuu.apps.organisations.refusals import NotVisible
from thammuu_core.errors import Told
from thammuu_core.sheets import Cell

UNITS: Rows = [["Tên đơn vị", "Viết tắt", "Từ ngày"], ["Phòng Bưu chính", "BC", date(2021, 1, 4)]]
OFFICERS: Rows = [
    ["Họ và tên", "Tên đăng nhập", "Thư điện tử"],
    ["Hà Thị Cúc", "cuc.ht", "cuc@bg.example"],
    ["Đinh Văn Đông", "Dong.DV", ""],
]
POSITIONS: Rows = [
    ["Tên đăng nhập", "Đơn vị", "Vai trò", "Chức vụ", "Từ ngày", "Đến hết ngày"],
    ["cuc.ht", "Phòng Bưu chính", "Trưởng phòng, đơn vị", "Trưởng phòng", "04/01/2021", ""],
    ["dong.dv", "BC", "chuyên viên", "", "4-1-2021", ""],
]
CONTACTS: Rows = [
    ["Cơ quan", "Họ và tên", "Điện thoại", "Phụ trách"],
    ["Sở Tài chính", "Vũ Thị Thu", 2043855555, "Góp ý dự thảo"],
]
GOOD = {"Đơn vị": UNITS, "Cán bộ": OFFICERS, "Vị trí công tác": POSITIONS, "Đầu mối": CONTACTS}


def bring(actor: Actor, upload: Upload) -> UUID:
    return bring_workbook(actor, upload, key=uuid4())


def apply(actor: Actor, brought: UUID, *, good_rows: bool = False) -> None:
    apply_import(actor, ApplyImport(brought, good_rows), key=uuid4())


def refusals(cast: Cast, given: dict[str, Rows], **more: Any) -> list[tuple[str, str, str, str]]:
    brought = bring(cast.administrator, workbook(given, **more))
    report = import_view(cast.administrator, brought).report
    return [(one.sheet, one.cell, one.there, one.must) for one in report.refused]


def counts() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Agency, Unit, Officer, User, Position, Contact))


def test_a_good_workbook_is_written_once_let_in_and_not_before(cast: Cast) -> None:
    before = counts()
    brought = bring(cast.administrator, workbook(GOOD))
    report = import_view(cast.administrator, brought).report
    assert counts() == before
    assert (report.writes, report.refused) == (6, ())
    apply(cast.administrator, brought)
    assert [new - old for new, old in zip(counts(), before, strict=True)] == [0, 1, 2, 2, 2, 1]
    user = User.objects.get(username="cuc.ht")
    head = actor_for(user)
    assert head
    assert (head.unit_names, head.roles) == (("Phòng Bưu chính",), frozenset({"head_of_unit"}))
    assert not user.has_usable_password()
    assert head.first_password
    assert Unit.objects.get(name="Phòng Bưu chính").valid_from == date(2021, 1, 4)
    assert Contact.objects.get().phone == "02043855555"
    assert Event.objects.order_by("seq").last().act == "register.imported"


def test_the_same_workbook_twice_changes_nothing(cast: Cast) -> None:
    apply(cast.administrator, bring(cast.administrator, workbook(GOOD)))
    before = counts()
    again = bring(cast.administrator, workbook(GOOD))
    report = import_view(cast.administrator, again).report
    assert (report.writes, report.refused_total) == (0, 0)
    assert sum(tally.same for tally in report.tallies) == 6
    apply(cast.administrator, again)
    assert counts() == before


def test_a_workbook_is_let_in_once(cast: Cast) -> None:
    brought = bring(cast.administrator, workbook(GOOD))
    apply(cast.administrator, brought)
    with pytest.raises(AlreadyApplied):
        apply(cast.administrator, brought)


def test_a_contact_with_other_words_is_changed(cast: Cast) -> None:
    apply(cast.administrator, bring(cast.administrator, workbook({"Đầu mối": CONTACTS})))
    moved = [CONTACTS[0], ["Sở Tài chính", "Vũ Thị Thu", "0204 3855 999", ""]]
    apply(cast.administrator, bring(cast.administrator, workbook({"Đầu mối": moved})))
    kept = Contact.objects.get()
    assert (kept.phone, kept.matters) == ("0204 3855 999", "Góp ý dự thảo")


def test_order_of_columns_and_words_above_the_headings_do_not_matter(cast: Cast) -> None:
    rows: Rows = [
        ["DANH SÁCH CÁN BỘ"],
        [],
        ["STT", "Email", "TÀI KHOẢN", "Họ tên *"],
        [1, "cuc@bg.example", "cuc.ht", "Hà Thị Cúc"],
    ]
    brought = bring(cast.administrator, workbook({"Cán bộ": rows}))
    apply(cast.administrator, brought)
    assert User.objects.get(username="cuc.ht").email == "cuc@bg.example"


def test_every_refused_cell_says_where_it_is_what_is_there_and_what_must_be(cast: Cast) -> None:
    rows = [
        OFFICERS[0],
        ["Hà Thị Cúc", "cúc ht", "cuc"],  # marks and a blank in the user name, no address
        ["", "nam", ""],  # no name
        ["Lan Khác", "lan", ""],  # the user name is another person's
        ["Hà Thị Cúc", "cuc.ht", ""],
        ["Hà Văn Cúc", "CUC.HT", ""],  # the same user name again
    ]
    found = refusals(cast, {"Cán bộ": rows})
    assert [(cell, there) for _, cell, there, _ in found] == [
        ("B2", "cúc ht"),
        ("C2", "cuc"),
        ("A3", ""),
        ("A4", "Lan Khác"),
        ("B6", "cuc.ht"),
    ]
    assert "Nguyễn Thị Lan" in found[3][3]
    assert "dòng 5" in found[4][3]


def test_values_in_each_others_columns_are_refused_cell_by_cell(cast: Cast) -> None:
    rows = [CONTACTS[0], ["Vũ Thị Thu", "Sở Tài chính", "Góp ý dự thảo", "0204 3855 555"]]
    found = refusals(cast, {"Đầu mối": rows})
    assert [cell for _, cell, _, _ in found] == ["C2", "D2"]


@pytest.mark.parametrize(
    ("written", "must"),
    [
        ("31/02/2021", "ngày có thật"),
        ("tháng 4", "dd/mm/yyyy"),
        ("01/07/0021", "từ 1900"),
        (44200, "dd/mm/yyyy"),  # a serial number that lost its format
    ],
)
def test_a_day_that_is_none_is_refused(cast: Cast, written: object, must: str) -> None:
    rows = [UNITS[0], ["Phòng Bưu chính", "", written]]
    ((sheet, cell, _, told),) = refusals(cast, {"Đơn vị": rows})
    assert (sheet, cell) == ("Đơn vị", "C2")
    assert must in told


def test_an_unknown_unit_is_refused_with_what_is_like_it(cast: Cast) -> None:
    rows = [POSITIONS[0], ["lan", "Phòng Quản lý Khoa hoc và Đo lường", "Chuyên viên", "", "", ""]]
    ((_, cell, _, told),) = refusals(cast, {"Vị trí công tác": rows})
    assert cell == "B2"
    assert "Phòng Quản lý Khoa học" in told


def test_one_who_works_in_another_agency_now_is_not_taken_in_by_a_workbook(cast: Cast) -> None:
    thu = Officer.objects.get(user__username="thu")
    Position.objects.create(
        officer=thu, agency_id=cast.drafter.agency_id, role="drafter", valid_to=date(2020, 12, 31)
    )
    above = Agency.objects.get(names__name="UBND tỉnh Bắc Giang")
    steward = Position.objects.create(officer_id=cast.outsider.id, agency=above, role="administrator")
    rows = [POSITIONS[0], ["thu", "Văn phòng Sở", "Chuyên viên", "", "05/07/2021", ""]]
    ((_, _cell, there, must),) = refusals(cast, {"Vị trí công tác": rows})
    assert (there, "cơ quan khác" in must) == ("thu", True)
    steward.delete()
    assert refusals(cast, {"Vị trí công tác": rows}) == []


def test_a_position_of_a_refused_officer_is_refused_too(cast: Cast) -> None:
    rows = [OFFICERS[0], ["Hà Thị Cúc", "cuc.ht", "không phải thư"]]
    found = refusals(cast, {"Cán bộ": rows, "Vị trí công tác": POSITIONS[:2], "Đơn vị": UNITS})
    assert [(sheet, cell) for sheet, cell, _, _ in found] == [("Cán bộ", "C2"), ("Vị trí công tác", "A2")]


def test_missing_headings_and_unknown_sheets_are_told(cast: Cast) -> None:
    ((_, cell, there, told),) = refusals(cast, {"Cán bộ": [["Họ và tên", "Email"], ["A B", "a@b.vn"]]})
    assert (cell, there) == ("dòng 1", "Họ và tên, Email")
    assert "Tên đăng nhập" in told
    ((_, _, _, told),) = refusals(cast, {"Cán bộ": [["x", "y"], ["A B", "a@b.vn"]]})
    assert "dòng tiêu đề" in told
    ((_, _, there, told),) = refusals(cast, {"Sheet1": OFFICERS})
    assert there == "Sheet1"
    assert "Cán bộ" in told


def test_formulas_and_merged_cells_are_refused(cast: Cast) -> None:
    def touch(book: Workbook) -> None:
        sheet = book["Đơn vị"]
        sheet["A2"] = '="Phòng "&"Bưu chính"'
        sheet.merge_cells("B3:B4")

    rows = [UNITS[0], ["", "", ""], ["Phòng A Một", "A", ""], ["Phòng B Hai", "", ""]]
    found = refusals(cast, {"Đơn vị": rows}, touch=touch)
    assert [cell for _, cell, _, _ in found] == ["A2", "B4"]
    assert "công thức" in found[0][3]
    assert "bỏ gộp ô" in found[1][3]


@pytest.mark.parametrize(
    "address", ["a@c..vn", "a)@c.vn", "[a@b.vn", 'a@b.vn"', "a@b", f"{'a' * 60}@{'b' * 200}.vn"]
)
def test_an_address_that_no_server_takes_is_refused(cast: Cast, address: str) -> None:
    ((_, cell, there, must),) = refusals(cast, {"Cán bộ": [*OFFICERS[:1], ["Hà Thị Cúc", "cuc.ht", address]]})
    assert (cell, there) == ("C2", address)
    assert "thư điện tử" in must


def test_all_or_nothing_and_only_the_good_rows(cast: Cast) -> None:
    rows = [*OFFICERS, ["Sai", "sai sót", ""]]
    brought = bring(cast.administrator, workbook({"Cán bộ": rows}))
    before = counts()
    with pytest.raises(StillRefused, match="1 ô"):
        apply(cast.administrator, brought)
    assert counts() == before
    apply(cast.administrator, brought, good_rows=True)
    assert User.objects.filter(username__in=["cuc.ht", "dong.dv"]).count() == 2
    assert import_view(cast.administrator, brought).applied


def test_what_changed_between_the_check_and_the_writing_counts(cast: Cast) -> None:
    brought = bring(cast.administrator, workbook({"Cán bộ": OFFICERS}))
    User.objects.create(username="cuc.ht")
    with pytest.raises(StillRefused):
        apply(cast.administrator, brought)


AGENCIES: Rows = [
    ["Tên cơ quan", "Viết tắt", "Loại", "Cơ quan cấp trên", "Từ ngày", "Đến hết ngày"],
    ["UBND tỉnh Bắc Ninh", "UBND", "UBND cấp tỉnh", "", "01/07/2025", ""],
    ["Sở Xây dựng", "SXD", "sở, ban, ngành", "UBND tỉnh Bắc Ninh", "01/07/2025", ""],
    ["UBND huyện Lạng Giang", "", "UBND cấp huyện (đến 30/6/2025)", "", "", "30/06/2025"],
    ["Sở Tài chính", "STC", "", "", "", ""],
    ["Sở Lạ", "", "", "UBND tỉnh Không Có", "", ""],
]


def test_agencies_name_those_above_them_by_rows_of_the_same_sheet(cast: Cast) -> None:
    brought = bring(cast.administrator, workbook({"Cơ quan": AGENCIES}))
    (refused,) = import_view(cast.administrator, brought).report.refused
    assert (refused.cell, refused.there) == ("D6", "UBND tỉnh Không Có")
    apply(cast.administrator, brought, good_rows=True)
    built = Agency.objects.get(names__name="Sở Xây dựng")
    assert (str(built.parent), built.kind) == ("UBND tỉnh Bắc Ninh", "department")
    assert Agency.objects.filter(names__name="Sở Tài chính").count() == 1


def test_only_the_steward_brings_agencies(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "may_edit_register", lambda _: False)
    ((sheet, _, _, told),) = refusals(cast, {"Cơ quan": AGENCIES})
    assert sheet == "Cơ quan"
    assert "cấp trên cùng" in told


def test_nobody_but_an_administrator_brings_or_sees_a_workbook(cast: Cast) -> None:
    brought = bring(cast.administrator, workbook(GOOD))
    for name, actor in cast:
        if name != "administrator":
            with pytest.raises(NotVisible):
                bring(actor, workbook(GOOD))
            with pytest.raises(NotVisible):
                import_view(actor, brought)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"not a workbook", b"%PDF-1.7"])
def test_what_is_no_workbook_is_refused_at_the_gate(cast: Cast, data: bytes) -> None:
    with pytest.raises(Told):
        bring(cast.administrator, Upload("danh-ba.xlsx", data))


def test_more_rows_than_are_read_are_told_before_they_are_read(cast: Cast) -> None:
    rows = [UNITS[0], *([f"Phòng số {number}", "", ""] for number in range(50_000))]
    with pytest.raises(TooManyRows, match=r"50\.001 dòng, mỗi trang chỉ nhận 5\.000 dòng"):
        bring(cast.administrator, workbook({"Đơn vị": rows}))


def test_a_hundred_rows_take_as_many_queries_to_check_as_one(cast: Cast) -> None:
    def rows(count: int) -> Upload:
        officers = [[f"Cán Bộ {number}", f"cb{number}", ""] for number in range(count)]
        return workbook({"Cán bộ": [OFFICERS[0], *officers]})

    with CaptureQueriesContext(connection) as one:
        bring(cast.administrator, rows(1))
    with CaptureQueriesContext(connection) as hundred:
        bring(cast.administrator, rows(100))
    assert len(hundred) == len(one)


def test_the_template_passes_its_own_check(cast: Cast) -> None:
    book = load_workbook(io.BytesIO(template()))
    assert book.sheetnames == ["Hướng dẫn", *sheets()]
    for name, columns in sheets().items():
        assert [cell.value.rstrip(" *") for cell in book[name][1]] == [one.header for one in columns]
    brought = bring(cast.administrator, Upload("mau.xlsx", template()))
    assert import_view(cast.administrator, brought).report.refused == ()


def test_refused_cells_are_handed_out_as_text_not_as_formulas(cast: Cast) -> None:
    rows = [UNITS[0], ["Phòng A", "", "=cmd|' /C calc'!A0"]]

    def touch(book: Workbook) -> None:
        book["Đơn vị"]["C2"].data_type = "s"

    brought = bring(cast.administrator, workbook({"Đơn vị": rows}, touch=touch))
    made = to_xlsx(import_view(cast.administrator, brought).report)
    sheet = load_workbook(io.BytesIO(made)).active
    assert [cell.value for cell in sheet[1]] == ["Trang", "Ô", "Đang ghi", "Phải là"]
    assert sheet["C2"].data_type == "s"
    assert sheet["B2"].value == "C2"


@given(
    text=st.text(max_size=40),
    column=st.sampled_from([column for columns in sheets().values() for column in columns]),
    spanned=st.booleans(),
)
def test_any_cell_is_a_value_or_a_fault_that_says_what_must_be(text: str, column: Any, spanned: bool) -> None:
    try:
        found = value_of(Cell(text, "A1", spanned=spanned), column)
    except Fault as fault:
        found = fault.must
    assert found is None or isinstance(found, str | date)
