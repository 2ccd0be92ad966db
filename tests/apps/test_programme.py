"""From a file, a letter or a keyboard to assignments: read, confirmed, corrected, deferred, withdrawn, instructed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from support.builders import make_dossier
from support.cast import Cast
from support.programme_sheets import PROGRAMME, workbook
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.models import Event
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Unit
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit
from thammuu.apps.programme import policies, queries, services
from thammuu.apps.programme.commands import (
    AddItem,
    AddProgramme,
    ChangeByPaper,
    ConfirmSheet,
    CorrectItem,
    Instruct,
    ItemCorrection,
    ItemFields,
    ReadSheet,
    ReceiveLetter,
    Remark,
)
from thammuu.apps.programme.models import Assignment, ProgrammeSheet, WorkProgramme
from thammuu.apps.programme.queries import ItemFilter
from thammuu.apps.programme.refusals import (
    AlreadyImported,
    NothingTaken,
    NotInForce,
    OriginalMissing,
    PaperMissing,
    RemarkUnproved,
    YearImplausible,
)
from thammuu_core.errors import Told

FILE = Upload("ctct.xlsx", PROGRAMME)
BRANCH = "Chi cục Tiêu chuẩn Đo lường Chất lượng"


def read(actor: Actor, file: Upload = FILE, year: int | None = None) -> UUID:
    return services.read_sheet(actor, ReadSheet(file, year), key=uuid4())


def confirm(actor: Actor, sheet: UUID, **fields: Any) -> UUID:
    command = ConfirmSheet(sheet, **({"title": "Chương trình công tác năm 2021", "year": 2021} | fields))
    return services.confirm_sheet(actor, command, key=uuid4())


def typed(actor: Actor, **fields: Any) -> Assignment:
    made = {"text": "Quy chế quản lý nhiệm vụ khoa học", "lead": BRANCH, "due_on": date(2021, 9, 15)} | fields
    uuid = services.add_item(actor, AddItem(ItemFields(**made)), key=uuid4())
    return Assignment.objects.get(uuid=uuid)


def remark(by: str, **fields: Any) -> Remark:
    return Remark("Giao Chi cục tham mưu, trình trước 20/8.", by, date(2021, 7, 5), **fields)


def test_nothing_holds_before_a_person_confirms_it(cast: Cast) -> None:
    sheet = read(cast.clerk)
    view = queries.sheet_view(cast.head, sheet)
    assert (len(view.items), view.year, view.may_confirm) == (4, 2021, True)
    assert not Assignment.objects.exists()
    assert not WorkProgramme.objects.exists()


def test_what_is_confirmed_becomes_assignments_with_their_owners_and_last_days(cast: Cast) -> None:
    programme = confirm(cast.clerk, read(cast.clerk), left_out=(2, 3))
    rows = list(Assignment.objects.filter(programme__uuid=programme).order_by("pk"))
    assert [row.number for row in rows] == ["1", "2"]
    assert str(rows[0].lead_agency) == "Sở Khoa học và Công nghệ"
    assert (rows[0].due_on, rows[1].due_on) == (date(2021, 8, 31), date(2021, 6, 18))  # before Sunday 20/6
    assert rows[0].coordinating == ["Sở Tài chính", "Sở Công Thương"]
    assert rows[1].when_as_written == "Trước 20/6"


def test_corrections_of_a_person_take_the_place_of_what_was_read(cast: Cast) -> None:
    fixes = (ItemCorrection(0, lead="TĐC", due_on=date(2021, 8, 20)),)
    confirm(cast.clerk, read(cast.clerk), corrections=fixes)
    row = Assignment.objects.get(number="1")
    assert (str(row.lead_unit), row.due_on) == (BRANCH, date(2021, 8, 20))


def test_the_same_file_under_any_name_is_recognised(cast: Cast) -> None:
    confirm(cast.clerk, read(cast.clerk))
    again = read(cast.head, Upload("khac.xlsx", PROGRAMME))
    view = queries.sheet_view(cast.head, again)
    assert view.programme is not None
    assert not view.may_confirm
    with pytest.raises(AlreadyImported) as told:
        confirm(cast.head, again)
    assert "Chương trình công tác năm 2021" in told.value.message
    assert Assignment.objects.count() == 4


def test_a_year_that_the_file_does_not_say_is_asked_for(cast: Cast) -> None:
    file = Upload(
        "a.xlsx", workbook({"CT": [["TT", "Nội dung", "Chủ trì", "Thời gian"], [1, "A", BRANCH, "Tháng 9"]]})
    )
    assert queries.sheet_view(cast.clerk, read(cast.clerk, file)).year is None
    assert queries.sheet_view(cast.clerk, read(cast.clerk, file, 2021)).items[0].due_on == date(2021, 9, 30)
    with pytest.raises(YearImplausible):
        confirm(cast.clerk, read(cast.clerk, file), year=21)


@pytest.mark.parametrize(
    "file",
    [
        Upload("a.xlsx", b"PK\x03\x04 nothing"),
        Upload("a.exe", bytes(range(256)) * 4),
        Upload("a.xlsx", workbook({"A": [["UBND TỈNH"], ["TỐI MẬT"]]})),
    ],
)
def test_a_file_that_is_not_taken_leaves_nothing(cast: Cast, file: Upload) -> None:
    before = Event.objects.count()
    with pytest.raises(Told):
        read(cast.clerk, file)
    assert not ProgrammeSheet.objects.exists()
    assert Event.objects.count() == before


def test_a_file_without_items_is_kept_with_what_to_do_and_cannot_be_confirmed(cast: Cast) -> None:
    sheet = read(cast.clerk, Upload("a.xlsx", workbook({"A": [["Họ tên", "Điện thoại"]]})))
    view = queries.sheet_view(cast.clerk, sheet)
    assert [problem.code for problem in view.problems] == ["programmes.no_items"]
    assert not view.may_confirm
    with pytest.raises(NothingTaken):
        confirm(cast.clerk, sheet)


def test_typed_items_of_a_typed_programme(cast: Cast) -> None:
    programme = services.add_programme(
        cast.head, AddProgramme("Chương trình công tác của Sở", 2021), key=uuid4()
    )
    command = AddItem(ItemFields("Báo cáo tháng", lead=BRANCH, due_on=date(2021, 8, 28)), programme)
    row = Assignment.objects.get(uuid=services.add_item(cast.head, command, key=uuid4()))
    assert (row.programme.title, row.due_on) == ("Chương trình công tác của Sở", date(2021, 8, 30))  # type: ignore[union-attr]


def test_a_letter_comes_with_its_paper_and_the_leaders_words(cast: Cast, unread: None) -> None:
    unit = Unit.objects.get(name=BRANCH)
    words = remark(cast.leader.name, unit=unit.uuid, evidence_note="Góc trái văn bản đến số 512")
    command = ReceiveLetter(
        ItemFields("Tham mưu Kế hoạch chuyển đổi số", due_on=date(2021, 8, 20), submitted_to="UBND tỉnh"),
        issuer="UBND tỉnh Bắc Giang",
        received_on=date(2021, 7, 2),
        symbol="3215/UBND-KGVX",
        issued_on=date(2021, 7, 1),
        file=Upload("giao-viec.txt", "Công văn giao việc".encode()),
        remark=words,
    )
    view = queries.assignment_view(cast.drafter, services.receive_letter(cast.clerk, command, key=uuid4()))
    assert view.letter is not None
    assert view.letter.file_name == "giao-viec.txt"
    assert (view.row.lead, view.instructions[0].on_behalf) == (BRANCH, True)
    assert view.mandate == "Công văn số 3215/UBND-KGVX ngày 01/07/2021 của UBND tỉnh Bắc Giang"
    assert view.letter.file_uuid is not None
    assert queries.file_to_serve(cast.drafter, view.letter.file_uuid).name == "giao-viec.txt"
    with pytest.raises(NotVisible):
        queries.file_to_serve(cast.outsider, view.letter.file_uuid)


def test_a_letter_without_its_paper_or_where_it_lies_is_refused(cast: Cast) -> None:
    command = ReceiveLetter(ItemFields("A"), issuer="UBND tỉnh", received_on=date(2021, 7, 2))
    with pytest.raises(OriginalMissing):
        services.receive_letter(cast.clerk, command, key=uuid4())


def test_a_leader_gives_an_item_to_a_unit_without_further_proof(cast: Cast) -> None:
    row = typed(cast.clerk, lead="Sở Khoa học và Công nghệ")
    unit = Unit.objects.get(name=BRANCH)
    services.instruct(
        cast.leader, Instruct(row.uuid, 1, remark(cast.leader.name, unit=unit.uuid)), key=uuid4()
    )
    view = queries.assignment_view(cast.drafter, row.uuid)
    assert (view.row.lead, view.version, view.instructions[0].on_behalf) == (BRANCH, 2, False)
    assert view.changes[0].details == (f"Chủ trì: Sở Khoa học và Công nghệ → {BRANCH}",)


def test_what_another_wrote_needs_its_proof_and_a_foreign_unit_is_not_there(cast: Cast) -> None:
    row = typed(cast.clerk)
    with pytest.raises(RemarkUnproved):
        services.instruct(cast.clerk, Instruct(row.uuid, 1, remark(cast.leader.name)), key=uuid4())
    foreign = Unit.objects.exclude(agency_id=cast.clerk.agency_id).first()
    assert foreign is not None
    with pytest.raises(NotVisible):
        services.instruct(
            cast.leader, Instruct(row.uuid, 1, remark(cast.leader.name, unit=foreign.uuid)), key=uuid4()
        )


def test_nothing_is_given_to_a_unit_that_is_no_more(cast: Cast) -> None:
    row, unit = typed(cast.clerk, lead=""), Unit.objects.get(name=BRANCH)
    Unit.objects.filter(pk=unit.pk).update(valid_to=date(2021, 6, 30))
    with pytest.raises(NotVisible):
        services.instruct(
            cast.leader, Instruct(row.uuid, 1, remark(cast.leader.name, unit=unit.uuid)), key=uuid4()
        )


def test_a_correction_keeps_what_was_there_and_a_stale_one_loses_nothing(cast: Cast) -> None:
    row = typed(cast.clerk)
    fields = ItemFields(
        "Quy chế quản lý nhiệm vụ KH&CN", BRANCH, due_on=date(2021, 9, 15), product="Quyết định"
    )
    services.correct_item(cast.head, CorrectItem(row.uuid, 1, fields, "Sửa tên"), key=uuid4())
    view = queries.assignment_view(cast.drafter, row.uuid)
    assert view.row.text == "Quy chế quản lý nhiệm vụ KH&CN"
    assert view.changes[0].details == (
        "Nội dung: Quy chế quản lý nhiệm vụ khoa học → Quy chế quản lý nhiệm vụ KH&CN",
        "Sản phẩm: không ghi → Quyết định",
    )
    with pytest.raises(StaleEdit) as stale:
        services.correct_item(cast.clerk, CorrectItem(row.uuid, 1, ItemFields("Tên khác"), "x"), key=uuid4())
    assert stale.value.yours == "Tên khác"
    assert "KH&CN" in stale.value.current


def test_correcting_words_does_not_undo_what_a_leader_decided(cast: Cast) -> None:
    row = typed(cast.clerk, lead="Sở Khoa học và Công nghệ")
    unit = Unit.objects.get(name=BRANCH)
    services.instruct(
        cast.leader, Instruct(row.uuid, 1, remark(cast.leader.name, unit=unit.uuid)), key=uuid4()
    )
    fields = ItemFields("Tên mới", "Sở Khoa học và Công nghệ", due_on=row.due_on)
    services.correct_item(cast.clerk, CorrectItem(row.uuid, 2, fields, "Sửa tên"), key=uuid4())
    assert queries.assignment_view(cast.clerk, row.uuid).row.lead == BRANCH


def test_deferring_and_withdrawing_need_the_paper_of_the_consent(cast: Cast) -> None:
    row = typed(cast.clerk)
    plain = ChangeByPaper(
        row.uuid, 1, "Chờ hướng dẫn của Bộ", "UBND tỉnh", date(2021, 7, 5), due_on=date(2021, 10, 20)
    )
    with pytest.raises(PaperMissing):
        services.defer_item(cast.clerk, plain, key=uuid4())
    letter = ChangeByPaper(
        row.uuid, 1, plain.reason, plain.decided_by, plain.decided_on, "Công văn 99/UBND", due_on=plain.due_on
    )
    services.defer_item(cast.clerk, letter, key=uuid4())
    view = queries.assignment_view(cast.clerk, row.uuid)
    assert (view.row.due_on, view.changes[0].details) == (
        date(2021, 10, 20),
        ("Hạn: 15/09/2021 → 20/10/2021",),
    )
    consent = ChangeByPaper(
        row.uuid, 2, "Không còn phù hợp", "UBND tỉnh", date(2021, 7, 6), "Công văn 120/UBND"
    )
    services.withdraw_item(cast.head, consent, key=uuid4())
    view = queries.assignment_view(cast.clerk, row.uuid)
    assert (view.row.state, view.acts) == ("withdrawn", ())
    with pytest.raises(NotInForce):
        services.defer_item(cast.clerk, letter, key=uuid4())
    with pytest.raises(NotInForce):
        services.instruct(cast.leader, Instruct(row.uuid, 3, remark(cast.leader.name)), key=uuid4())


def test_who_may_keep_the_programme(cast: Cast) -> None:
    row = typed(cast.clerk)
    for actor, refusal in (
        (cast.drafter, NotAllowed),
        (cast.leader, NotAllowed),
        (cast.administrator, NotAllowed),
        (cast.outsider, NotAllowed),
    ):
        with pytest.raises(refusal):
            read(actor)
    command = CorrectItem(row.uuid, 1, ItemFields("A"), "x")
    for actor, refusal in (
        (cast.drafter, NotAllowed),
        (cast.leader, NotAllowed),
        (cast.administrator, NotVisible),
        (cast.outsider, NotVisible),
    ):
        with pytest.raises(refusal):
            services.correct_item(actor, command, key=uuid4())
    standing_in = replace(cast.administrator, in_place_of=(cast.clerk, cast.head))
    assert not policies.may_keep(standing_in)  # who sees nothing of it, keeps nothing of it
    assert not policies.may_edit_templates(standing_in)
    assert not policies.may_open(standing_in, min(cast.head.unit_ids))
    for actor in (cast.administrator, cast.outsider):
        assert queries.assignment_page(actor, ItemFilter()).total == 0
        with pytest.raises(NotVisible):
            queries.assignment_view(actor, row.uuid)


def test_a_request_sent_twice_has_one_effect(cast: Cast) -> None:
    sheet, key = read(cast.clerk), uuid4()
    command = ConfirmSheet(sheet, "Chương trình công tác năm 2021", 2021)
    assert services.confirm_sheet(cast.clerk, command, key=key) == services.confirm_sheet(
        cast.clerk, command, key=key
    )
    assert Assignment.objects.count() == 4


def test_the_list_is_filtered_counted_and_paged_in_the_database(
    cast: Cast, unread: None, django_assert_num_queries: Any
) -> None:
    confirm(cast.clerk, read(cast.clerk))
    late = typed(cast.clerk, text="Báo cáo quý", due_on=date(2021, 6, 30))
    running = typed(cast.clerk, text="Đề án số hóa", due_on=date(2021, 9, 30))
    made = make_dossier(cast.drafter)
    Assignment.objects.filter(pk=running.pk).update(dossier_id=_dossier_id(made.uuid))
    page = queries.assignment_page(cast.drafter, ItemFilter())
    assert dict(page.tally) == {"late": 2, "waiting": 3, "running": 1, "done": 0, "withdrawn": 0}
    assert [row.number for row in page.items][:1] == ["2"]
    assert _texts(cast.drafter, words="bao cao") == [late.text]
    assert _texts(cast.drafter, state="running") == [running.text]
    assert _texts(cast.drafter, month=date(2021, 6, 1)) == ["Đề án phát triển tài sản trí tuệ", late.text]
    unit = Unit.objects.get(name=BRANCH)
    assert _texts(cast.drafter, unit=unit.uuid) == [late.text, running.text]
    for number in range(60):
        typed(cast.clerk, text=f"Việc {number}")
    second = queries.assignment_page(cast.drafter, ItemFilter(), page=2)
    assert (second.pages, len(second.items), second.total) == (2, 16, 66)
    with django_assert_num_queries(4):
        queries.assignment_page(cast.drafter, ItemFilter())


def _texts(actor: Actor, **asked: Any) -> list[str]:
    return [row.text for row in queries.assignment_page(actor, ItemFilter(**asked)).items]


def _dossier_id(uuid: UUID) -> int:
    from thammuu.apps.dossiers.models import Dossier

    return Dossier.objects.get(uuid=uuid).pk
