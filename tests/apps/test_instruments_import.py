"""A workbook or .csv file fills the register of legal documents: every cell checked, written once let in, twice the same."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from support.cast import Cast
from support.workbooks import Rows, workbook
from thammuu.apps.files.uploads import Upload
from thammuu.apps.instruments import queries, supplied
from thammuu.apps.instruments.importing import services
from thammuu.apps.instruments.importing.checking import check
from thammuu.apps.instruments.importing.services import ApplyImport, apply_import, bring_file, import_view
from thammuu.apps.instruments.models import Instrument, InstrumentEdition
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.importing.report import Report
from thammuu.apps.organisations.importing.services import AlreadyApplied, StillRefused
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible
from thammuu_core import intake

HEAD = [
    "Loại văn bản",
    "Số, ký hiệu",
    "Ngày ban hành",
    "Cơ quan ban hành",
    "Trích yếu",
    "Được thay thế bởi",
    "Nguồn",
]
OLD = [
    "Nghị định",
    "110/2004/NĐ-CP",
    "08/04/2004",
    "Chính phủ",
    "Về công tác văn thư",
    "30/2020/NĐ-CP",
    "Công báo",
]
NEW = ["Nghị định", "30/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "Về công tác văn thư", "", "Công báo"]
GOOD: Rows = [HEAD, OLD, NEW]
CSV = (
    "\ufeffLoại văn bản;Số, ký hiệu;Ngày ban hành;Cơ quan ban hành;Trích yếu;Nguồn;Mức tin cậy\r\n"
    'Quyết định;7/QĐ-UBND;05/01/2021;UBND tỉnh Bắc Giang;"Về một việc; hai việc";Bản gốc;đã đối chiếu bản gốc\r\n'
)


def bring(actor: Actor, upload: Upload) -> UUID:
    return bring_file(actor, upload, key=uuid4())


def apply(actor: Actor, brought: UUID, *, good_rows: bool = False) -> None:
    apply_import(actor, ApplyImport(brought, good_rows), key=uuid4())


def report(actor: Actor, upload: Upload) -> Report:
    return import_view(actor, bring(actor, upload)).report


def numbers(told: Report) -> tuple[int, int, int, int]:
    (tally,) = told.tallies
    return tally.new, tally.changed, tally.same, tally.refused_rows


def test_a_good_workbook_is_written_with_its_links_once_let_in(cast: Cast) -> None:
    brought = bring(cast.clerk, workbook({"Văn bản": GOOD}))
    assert Instrument.objects.count() == 0

    apply(cast.clerk, brought)

    old = queries.instrument_view(cast.drafter, Instrument.objects.get(symbol="110/2004/NĐ-CP").uuid)
    assert [ref.called for ref in old.replaced_by] == ["Nghị định số 30/2020/NĐ-CP"]
    assert old.row.certainty == "stated"
    with pytest.raises(AlreadyApplied):
        apply(cast.clerk, brought)


def test_the_same_file_again_changes_nothing(cast: Cast) -> None:
    apply(cast.clerk, bring(cast.clerk, workbook({"Văn bản": GOOD})))
    editions = InstrumentEdition.objects.count()

    again = bring(cast.administrator, workbook({"Văn bản": GOOD}))
    assert numbers(import_view(cast.administrator, again).report) == (0, 0, 2, 0)
    apply(cast.administrator, again)
    assert InstrumentEdition.objects.count() == editions


def test_a_line_that_says_more_makes_another_edition_and_empty_cells_take_nothing_away(cast: Cast) -> None:
    supplied.load()
    line = [
        "Thông tư",
        "35/2021/TT-BTC",
        "19/05/2021",
        "Bộ Tài chính",
        "Quy định cơ chế tài chính",
        "",
        "Công báo",
    ]

    apply(cast.clerk, bring(cast.clerk, workbook({"Văn bản": [HEAD, line]})))

    kept = Instrument.objects.get(symbol="35/2021/TT-BTC")
    assert (kept.subject, kept.version, kept.certainty) == ("Quy định cơ chế tài chính", 2, "stated")
    assert kept.editions.last().reason.startswith("Nhập từ tệp")


def test_a_csv_file_is_read_whatever_parts_its_columns(cast: Cast) -> None:
    apply(cast.clerk, bring(cast.clerk, Upload("van-ban.csv", CSV.encode())))

    kept = Instrument.objects.get()
    assert (kept.subject, kept.issued_on, kept.certainty) == (
        "Về một việc; hai việc",
        date(2021, 1, 5),
        "verified",
    )


@pytest.mark.parametrize(
    ("line", "cell", "must"),
    [
        ([*OLD[:2], "31/02/2004", *OLD[3:]], "C2", "ngày có thật"),
        (["", *OLD[1:]], "A2", "không để trống"),
        ([*OLD[:6], ""], "G2", "không để trống"),
        (["Nghị định", "", "", "Chính phủ", "", "", "Công báo"], "B2", "số, ký hiệu"),
        ([*OLD[:5], "31/2099/NĐ-CP", "Công báo"], "F2", "chưa có “31/2099/NĐ-CP”"),
        ([*OLD[:5], "110/2004/NĐ-CP", "Công báo"], "F2", "không phải chính nó"),
    ],
)
def test_each_refused_cell_says_what_it_must_hold(
    cast: Cast, line: list[object], cell: str, must: str
) -> None:
    told = report(cast.clerk, workbook({"Văn bản": [HEAD, line]}))

    (refused,) = told.refused
    assert refused.cell == cell
    assert must in refused.must


def test_a_document_stands_on_one_line_only(cast: Cast) -> None:
    told = report(cast.clerk, workbook({"Văn bản": [HEAD, NEW, NEW]}))

    assert numbers(told) == (1, 0, 0, 1)
    assert "lặp lại dòng 2" in told.refused[0].must


def test_a_line_whose_successor_is_refused_is_refused_too(cast: Cast) -> None:
    told = report(cast.clerk, workbook({"Văn bản": [HEAD, OLD, [*NEW[:6], ""]]}))

    assert [one.cell for one in told.refused] == ["F2", "G3"]


def test_all_or_nothing_unless_good_rows_are_asked_for(cast: Cast) -> None:
    brought = bring(cast.clerk, workbook({"Văn bản": [HEAD, NEW, ["", *OLD[1:]]]}))

    with pytest.raises(StillRefused):
        apply(cast.clerk, brought)
    assert Instrument.objects.count() == 0
    apply(cast.clerk, brought, good_rows=True)
    assert Instrument.objects.count() == 1


def test_a_workbook_without_the_sheet_and_a_picture_are_told(cast: Cast) -> None:
    told = report(cast.clerk, workbook({"A": [["x"]], "B": [["y"]]}))

    assert told.refused[0].must == "ít nhất một trang mang tên: Văn bản"
    with pytest.raises(NotAllowed):
        bring(cast.drafter, workbook({"Văn bản": GOOD}))
    with pytest.raises(NotVisible):
        import_view(cast.outsider, bring(cast.clerk, workbook({"Văn bản": GOOD})))


def test_the_template_is_taken_as_it_is_handed_out(cast: Cast) -> None:
    told = report(cast.clerk, Upload("mau.xlsx", services.empty_workbook(cast.clerk)))

    assert (told.refused, told.writes) == ((), 0)


def test_checking_asks_no_more_for_many_lines_than_for_few(cast: Cast) -> None:
    supplied.load()

    def asked(lines: int) -> int:
        rows = [[*OLD[:1], f"{n}/2004/NĐ-CP", *OLD[2:]] for n in range(110, 110 + lines)]
        sheets = intake.read_workbook(workbook({"Văn bản": [HEAD, *rows]}).data)
        with CaptureQueriesContext(connection) as caught:
            check(sheets)
        return len(caught)

    assert asked(2) == asked(60)
