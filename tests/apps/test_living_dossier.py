"""Steps pass from hand to hand, are skipped, reopened, split and corrected; each act tells who, when and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User

from support.builders import finish, make_dossier, start, step_of
from support.cast import TODAY, Cast
from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.commands import (
    AddStep,
    AskMoreTime,
    CloseDossier,
    ConfirmStep,
    CorrectStep,
    HandOverDossier,
    HandOverStep,
    NewStep,
    OpenLaidDossier,
    RenameDossier,
    ReopenDossier,
    ReopenStep,
    SkipStep,
    SplitStep,
    StartStep,
)
from thammuu.apps.dossiers.models import Dossier, Step, StepEvent
from thammuu.apps.dossiers.refusals import (
    DayBeforeFact,
    DossierClosed,
    EvidenceForOthers,
    HeldAlready,
    HolderGone,
    HolderMissing,
    MoreTimeByRequest,
    NoSuchDossierTransition,
    NoteForOthers,
    NothingLaid,
    PartBehindWhole,
    PartsNotTaken,
    PartsStillOpen,
    ReasonMissing,
    StepsStillOpen,
    TitleMissing,
    ValueNotTaken,
    WholeIsOver,
)
from thammuu.apps.dossiers.rows import DossierView, StepRow
from thammuu.apps.notifications.models import Notice
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Position
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit

DAY = date(2021, 7, 1)
OFFICE = "Văn phòng UBND tỉnh"


def hand_over(actor: Actor, step: StepRow, day: date = DAY, **to: object) -> None:
    command = HandOverStep(step.uuid, step.version, day, actor.name, **to)  # type: ignore[arg-type]
    services.hand_over_step(actor, command, key=uuid4())


def skip(actor: Actor, step: StepRow, reason: str = "Không ai yêu cầu", day: date = DAY) -> None:
    services.skip_step(actor, SkipStep(step.uuid, step.version, day, actor.name, reason), key=uuid4())


def reopen(actor: Actor, step: StepRow, reason: str = "Phải làm lại", day: date = TODAY) -> None:
    services.reopen_step(actor, ReopenStep(step.uuid, step.version, day, actor.name, reason), key=uuid4())


def split(actor: Actor, step: StepRow, *texts: str) -> None:
    parts = tuple(NewStep(text) for text in texts)
    services.split_step(actor, SplitStep(step.uuid, step.version, parts), key=uuid4())


def correct(actor: Actor, step: StepRow, field: str, value: object, reason: str = "Đọc sai") -> None:
    services.correct_step(actor, CorrectStep(step.uuid, step.version, field, value, reason), key=uuid4())


def now(actor: Actor, dossier: DossierView) -> DossierView:
    return queries.dossier_view(actor, dossier.uuid)


def on_behalf(step: StepRow, evidence: str) -> list[Callable[[Actor], UUID]]:
    """Each act that another than the one who records may have done, with that evidence."""
    who, key = "Lê Văn An, Văn phòng UBND tỉnh", uuid4()
    given = HandOverStep(step.uuid, step.version, TODAY, who, words=OFFICE, evidence_note=evidence)
    skipped = SkipStep(step.uuid, step.version, TODAY, who, "Không ai yêu cầu", evidence)
    again = ReopenStep(step.uuid, step.version, TODAY, who, "Thiếu phụ lục", evidence)
    return [
        lambda actor: services.hand_over_step(actor, given, key=key),
        lambda actor: services.skip_step(actor, skipped, key=key),
        lambda actor: services.reopen_step(actor, again, key=key),
    ]


class TestPartsInsideTheirWhole:
    def test_a_part_is_not_moved_behind_its_whole(self, cast: Cast, dossier: DossierView) -> None:
        whole = dossier.steps[3]
        assert whole.when.due_on == date(2021, 7, 14)
        ends = (date(2021, 7, 8), date(2021, 7, 14))
        parts = tuple(NewStep(f"Việc {n}", kind="deadline", ends_on=end) for n, end in enumerate(ends))
        services.split_step(cast.drafter, SplitStep(whole.uuid, whole.version, parts), key=uuid4())
        part = step_of(cast.drafter, dossier, 5)
        Step.objects.filter(uuid=part.uuid).update(confirmed=[])
        when = {"as_written": "", "kind": "deadline", "start": None, "end": "2021-07-15", "strict": False}
        with pytest.raises(PartBehindWhole, match=r"gia hạn bước II\.4 trước"):
            correct(cast.drafter, part, "when", when)
        asking = AskMoreTime(
            part.uuid, part.version, TODAY, cast.drafter.name, date(2021, 7, 15), "Chờ ý kiến", "Số 12/TTr"
        )
        with pytest.raises(PartBehindWhole):
            services.ask_more_time(cast.drafter, asking, key=uuid4())
        correct(cast.drafter, part, "when", when | {"end": "2021-07-14"})
        assert step_of(cast.drafter, dossier, 5).when.due_on == date(2021, 7, 14)


class TestWhoCanBeGiven:
    def test_what_is_not_offered_is_not_taken(self, cast: Cast, dossier: DossierView) -> None:
        offered = {one.uuid for one in queries.holders(cast.drafter)}
        assert cast.other_unit.uuid in offered
        assert cast.administrator.uuid not in offered
        with pytest.raises(HolderGone):
            hand_over(cast.drafter, dossier.steps[0], officer=cast.administrator.uuid)

    def test_an_account_switched_off_is_neither_offered_nor_taken(
        self, cast: Cast, dossier: DossierView
    ) -> None:
        User.objects.filter(officer__uuid=cast.other_unit.uuid).update(is_active=False)
        assert cast.other_unit.uuid not in {one.uuid for one in queries.holders(cast.drafter)}
        with pytest.raises(HolderGone, match=cast.other_unit.name):
            hand_over(cast.drafter, dossier.steps[0], officer=cast.other_unit.uuid)
        command = HandOverDossier(dossier.uuid, dossier.version, cast.other_unit.uuid, "Phân công lại")
        with pytest.raises(HolderGone):
            services.hand_over_dossier(cast.drafter, command, key=uuid4())

    def test_who_left_is_refused_by_name_and_a_stranger_stays_unseen(
        self, cast: Cast, dossier: DossierView
    ) -> None:
        Position.objects.filter(officer__uuid=cast.other_unit.uuid).update(valid_to=date(2021, 7, 1))
        with pytest.raises(HolderGone, match="Hãy chọn người khác"):
            hand_over(cast.drafter, dossier.steps[0], officer=cast.other_unit.uuid)
        with pytest.raises(NotVisible):
            hand_over(cast.drafter, dossier.steps[0], officer=cast.outsider.uuid)


class TestOnBehalf:
    @pytest.mark.parametrize("act", range(3), ids=["hand over", "skip", "reopen"])
    def test_what_another_did_needs_what_shows_it(self, cast: Cast, dossier: DossierView, act: int) -> None:
        start(cast.drafter, dossier.steps[0])
        if act == 2:
            finish(cast.drafter, step_of(cast.drafter, dossier, 1))
        step = step_of(cast.drafter, dossier, 1)
        with pytest.raises(EvidenceForOthers, match=r"Lê Văn An.*đính kèm tệp, hoặc ghi số, ký hiệu"):
            on_behalf(step, " ")[act](cast.drafter)
        on_behalf(step, "Công văn số 12, ngày 05/7/2021")[act](cast.drafter)
        fact = step_of(cast.drafter, dossier, 1).facts[-1]
        assert (fact.on_behalf, fact.evidence_note) == (True, "Công văn số 12, ngày 05/7/2021")

    def test_that_another_began_needs_a_note(self, cast: Cast, dossier: DossierView) -> None:
        step = dossier.steps[0]
        command = StartStep(step.uuid, step.version, DAY, "Lê Văn An")
        with pytest.raises(NoteForOthers, match="Ghi chú"):
            services.start_step(cast.drafter, command, key=uuid4())
        services.start_step(cast.drafter, replace(command, note="Họp giao ban 01/7"), key=uuid4())
        assert step_of(cast.drafter, dossier, 1).facts[0].on_behalf


class TestHolding:
    def test_who_starts_a_step_that_nobody_has_gets_it(self, cast: Cast, dossier: DossierView) -> None:
        start(cast.drafter, dossier.steps[0])
        holder = step_of(cast.drafter, dossier, 1).holder
        assert (holder.words, holder.officer, holder.since) == (cast.drafter.name,) * 2 + (date(2021, 6, 1),)
        assert not holder.outside

    def test_a_step_that_lies_outside_says_for_whom_it_waits_and_how_long(
        self, cast: Cast, dossier: DossierView
    ) -> None:
        start(cast.drafter, dossier.steps[3])
        hand_over(cast.drafter, step_of(cast.drafter, dossier, 4), words=OFFICE)
        step = step_of(cast.drafter, dossier, 4)
        assert (step.holder.words, step.holder.outside, step.holder.days) == (OFFICE, True, 3)
        assert step.reason.endswith("chờ Văn phòng UBND tỉnh từ 01/07/2021 (3 ngày làm việc)")

    def test_it_is_told_to_the_one_who_gets_it_and_lies_in_his_work(
        self, cast: Cast, dossier: DossierView
    ) -> None:
        hand_over(cast.drafter, dossier.steps[0], officer=cast.other_unit.uuid)
        notice = Notice.objects.get(officer_id=cast.other_unit.id)
        assert dossier.steps[0].text in notice.words
        mine = {row.uuid for section in queries.my_work(cast.other_unit) for row in section.rows}
        assert dossier.steps[0].uuid in mine

    def test_who_has_a_step_may_record_it_and_no_other(self, cast: Cast, dossier: DossierView) -> None:
        with pytest.raises(NotAllowed):
            start(cast.other_unit, dossier.steps[0])
        hand_over(cast.drafter, dossier.steps[0], officer=cast.other_unit.uuid)
        start(cast.other_unit, step_of(cast.other_unit, dossier, 1), TODAY)
        assert step_of(cast.drafter, dossier, 1).state == "started"
        with pytest.raises(NotAllowed):
            start(cast.other_unit, dossier.steps[1])

    def test_a_handing_over_recorded_late_takes_it_from_nobody(
        self, cast: Cast, dossier: DossierView
    ) -> None:
        start(cast.drafter, dossier.steps[0], date(2021, 6, 1))
        hand_over(cast.drafter, step_of(cast.drafter, dossier, 1), date(2021, 6, 20), words="Sở Tư pháp")
        hand_over(cast.drafter, step_of(cast.drafter, dossier, 1), date(2021, 6, 10), words="Sở Tài chính")
        holder = step_of(cast.drafter, dossier, 1).holder
        assert (holder.words, holder.since) == ("Sở Tư pháp", date(2021, 6, 20))

    @pytest.mark.parametrize("to", [{}, {"words": " "}, {"words": OFFICE, "officer": UUID(int=1)}])
    def test_it_goes_to_exactly_one(self, cast: Cast, dossier: DossierView, to: dict[str, object]) -> None:
        with pytest.raises(HolderMissing):
            hand_over(cast.drafter, dossier.steps[0], **to)

    def test_it_does_not_go_to_an_officer_of_another_agency(self, cast: Cast, dossier: DossierView) -> None:
        with pytest.raises(NotVisible):
            hand_over(cast.drafter, dossier.steps[0], officer=cast.outsider.uuid)

    def test_nor_to_the_one_who_has_it(self, cast: Cast, dossier: DossierView) -> None:
        hand_over(cast.drafter, dossier.steps[0], words=OFFICE)
        with pytest.raises(HeldAlready):
            hand_over(cast.drafter, step_of(cast.drafter, dossier, 1), words=OFFICE)

    def test_where_the_days_went_is_told_by_holder(self, cast: Cast, dossier: DossierView) -> None:
        start(cast.drafter, dossier.steps[0], date(2021, 6, 1))
        hand_over(cast.drafter, step_of(cast.drafter, dossier, 1), date(2021, 6, 4), words=OFFICE)
        finish(cast.drafter, step_of(cast.drafter, dossier, 1), date(2021, 6, 10))
        days = [(row.holder, row.days, row.now) for row in now(cast.drafter, dossier).days]
        assert days == [(OFFICE, 4, False), (cast.drafter.name, 3, False)]

    def test_one_can_choose_among_units_and_officers_of_the_own_agency_only(self, cast: Cast) -> None:
        choices = queries.holders(cast.drafter)
        words = {choice.words for choice in choices}
        assert {cast.head.name, cast.other_unit.name, *cast.other_unit.unit_names} <= words
        assert cast.outsider.name not in words
        assert cast.administrator.name not in words


class TestSkippingAndReopening:
    def test_a_skipped_step_tells_why_and_waits_no_more(self, cast: Cast, dossier: DossierView) -> None:
        skip(cast.drafter, dossier.steps[4])
        step = step_of(cast.drafter, dossier, 5)
        assert (step.state, step.light, step.reason) == (
            "skipped",
            "none",
            "Không thực hiện: Không ai yêu cầu",
        )

    @pytest.mark.parametrize("reason", ["", "  "])
    def test_skipping_and_reopening_need_a_reason(
        self, cast: Cast, dossier: DossierView, reason: str
    ) -> None:
        with pytest.raises(ReasonMissing):
            skip(cast.drafter, dossier.steps[4], reason)
        skip(cast.drafter, dossier.steps[4])
        with pytest.raises(ReasonMissing):
            reopen(cast.drafter, step_of(cast.drafter, dossier, 5), reason)

    def test_a_reopened_step_runs_again_and_keeps_its_facts(self, cast: Cast, dossier: DossierView) -> None:
        start(cast.drafter, dossier.steps[0])
        finish(cast.drafter, step_of(cast.drafter, dossier, 1))
        reopen(cast.drafter, step_of(cast.drafter, dossier, 1))
        step = step_of(cast.drafter, dossier, 1)
        assert (step.state, step.started_on, step.finished_on) == ("started", date(2021, 6, 1), None)
        assert [fact.act for fact in step.facts] == ["start", "finish", "reopen"]
        assert step.holder.since == TODAY

    def test_nothing_is_reopened_before_it_ended(self, cast: Cast, dossier: DossierView) -> None:
        start(cast.drafter, dossier.steps[0])
        finish(cast.drafter, step_of(cast.drafter, dossier, 1), date(2021, 6, 10))
        with pytest.raises(DayBeforeFact):
            reopen(cast.drafter, step_of(cast.drafter, dossier, 1), day=date(2021, 6, 9))


class TestParts:
    def test_the_parts_stand_behind_their_whole_and_are_its_owners_to_do(
        self, cast: Cast, dossier: DossierView
    ) -> None:
        split(cast.drafter, dossier.steps[2], "Gửi văn bản", "Chờ trả lời", "Tổng hợp")
        view = now(cast.drafter, dossier)
        whole, *parts = view.steps[2:6]
        assert [step.where for step in view.steps] == ["II.1", "II.2", "II.3", "II.3.1", "II.3.2", "II.3.3", "II.4", "II.5"]  # fmt: skip
        assert {part.parent for part in parts} == {whole.uuid}
        assert all(part.lead == whole.lead for part in parts)
        assert parts[1].after == (parts[0].uuid,)
        assert len(view.steps) == 8

    def test_who_begins_a_part_begins_its_whole_and_only_once(self, cast: Cast, dossier: DossierView) -> None:
        split(cast.drafter, dossier.steps[2], "Gửi văn bản", "Chờ trả lời")
        for number in (4, 5):
            start(cast.drafter, now(cast.drafter, dossier).steps[number - 1])
        whole = step_of(cast.drafter, dossier, 3)
        assert (whole.state, whole.holder.words) == ("started", cast.drafter.name)
        assert [fact.note for fact in whole.facts] == ["Bắt đầu cùng việc thành phần II.3.1"]

    def test_parts_are_not_counted_beside_their_whole(self, cast: Cast, dossier: DossierView) -> None:
        split(cast.drafter, dossier.steps[2], "Gửi văn bản", "Chờ trả lời")
        (row,) = queries.board(cast.drafter).rows
        assert row.steps == 5

    def test_a_whole_does_not_end_before_its_parts(self, cast: Cast, dossier: DossierView) -> None:
        start(cast.drafter, dossier.steps[2])
        split(cast.drafter, step_of(cast.drafter, dossier, 3), "Gửi văn bản", "Chờ trả lời")
        whole = step_of(cast.drafter, dossier, 3)
        with pytest.raises(PartsStillOpen) as refused:
            finish(cast.drafter, whole)
        assert "II.3.1. Gửi văn bản; II.3.2. Chờ trả lời" in refused.value.message
        assert "finish" not in whole.acts
        for number in (4, 5):
            skip(cast.drafter, now(cast.drafter, dossier).steps[number - 1])
        finish(cast.drafter, step_of(cast.drafter, dossier, 3))

    def test_no_part_comes_back_inside_a_whole_that_is_over(self, cast: Cast, dossier: DossierView) -> None:
        split(cast.drafter, dossier.steps[2], "Gửi văn bản", "Chờ trả lời")
        for number in (4, 5):
            skip(cast.drafter, now(cast.drafter, dossier).steps[number - 1])
        skip(cast.drafter, step_of(cast.drafter, dossier, 3))
        part = now(cast.drafter, dossier).steps[3]
        assert "reopen" not in part.acts
        with pytest.raises(WholeIsOver):
            reopen(cast.drafter, part)

    def test_a_step_is_split_once_and_a_part_never(self, cast: Cast, dossier: DossierView) -> None:
        split(cast.drafter, dossier.steps[2], "Gửi văn bản", "Chờ trả lời")
        for step in now(cast.drafter, dossier).steps[2:4]:
            assert "split" not in step.acts
            with pytest.raises(PartsNotTaken):
                split(cast.drafter, step, "Một", "Hai")

    def test_one_part_is_no_splitting_and_none_ends_after_the_whole(
        self, cast: Cast, dossier: DossierView
    ) -> None:
        with pytest.raises(PartsNotTaken):
            split(cast.drafter, dossier.steps[2], "Một")
        late = NewStep("Hai", kind="deadline", ends_on=date(2021, 7, 30))
        command = SplitStep(dossier.steps[2].uuid, 1, (NewStep("Một"), late))
        with pytest.raises(PartsNotTaken, match="sau hạn của bước"):
            services.split_step(cast.drafter, command, key=uuid4())

    def test_what_is_proposed_can_be_taken_as_it_is(self, cast: Cast, dossier: DossierView) -> None:
        step = dossier.steps[3]
        with clock.at(date(2021, 7, 1)):
            parts = queries.proposed_parts(cast.drafter, step.uuid)
            assert queries.why_no_parts(cast.drafter, step.uuid) == ""
        assert parts[-1].ends_on == step.when.due_on
        services.split_step(cast.drafter, SplitStep(step.uuid, step.version, parts), key=uuid4())
        assert len(now(cast.drafter, dossier).steps) == 5 + len(parts)

    def test_parts_that_do_not_fit_say_so(self, cast: Cast, dossier: DossierView) -> None:
        assert "cần ít nhất" in queries.why_no_parts(cast.drafter, dossier.steps[2].uuid)
        assert {part.ends_on for part in queries.proposed_parts(cast.drafter, dossier.steps[2].uuid)} == {
            None
        }


class TestCorrecting:
    @pytest.mark.parametrize(
        ("field", "value", "shown"),
        [
            ("text", "Nghiên cứu kỹ", "Nghiên cứu kỹ"),
            ("condition", "khi có yêu cầu", "khi có yêu cầu"),
            ("products", ["Dự thảo", "Tờ trình"], "Dự thảo; Tờ trình"),
            ("report_to", "Giám đốc Sở", "Giám đốc Sở"),
            ("lead", ["Phòng Quản lý Khoa học"], "Phòng Quản lý Khoa học"),
            ("coordinating", ["Thanh tra Sở"], "Thanh tra Sở"),
        ],
    )
    def test_a_corrected_field_keeps_what_it_was_and_who_corrected_it(
        self, cast: Cast, dossier: DossierView, field: str, value: object, shown: str
    ) -> None:
        correct(cast.drafter, dossier.steps[0], field, value)
        step = step_of(cast.drafter, dossier, 1)
        (change,) = step.changes
        assert (change.field, change.after, change.cause, change.made_by) == (
            field,
            shown,
            "Đọc sai",
            cast.drafter.name,
        )
        assert field in step.confirmed
        assert field not in step.inherited

    def test_another_lead_unit_may_record_from_then_on(self, cast: Cast, dossier: DossierView) -> None:
        correct(cast.drafter, dossier.steps[0], "lead", list(cast.other_unit.unit_names))
        start(cast.other_unit, step_of(cast.other_unit, dossier, 1))

    def test_a_corrected_time_moves_the_last_day_and_the_list(self, cast: Cast, dossier: DossierView) -> None:
        value = {
            "as_written": "Quý III",
            "kind": "deadline",
            "start": None,
            "end": "2021-09-30",
            "strict": False,
        }
        correct(cast.drafter, dossier.steps[0], "when", value)
        step = step_of(cast.drafter, dossier, 1)
        assert step.when.due_on == date(2021, 9, 30)
        assert step.changes[0].before == "Từ 01/04/2021 đến hết ngày 31/05/2021"
        assert step.changes[0].after == "Đến hết ngày 30/09/2021"
        assert Dossier.objects.get(uuid=dossier.uuid).next_due_on == date(2021, 6, 15)

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("text", " "),
            ("text", None),
            ("state", "finished"),
            ("products", "Dự thảo"),
            ("when", {"kind": "deadline"}),
            ("when", {"as_written": "", "kind": "deadline", "start": "2021-07-02", "end": "2021-07-01", "strict": False}),
            ("when", {"as_written": "", "kind": "deadline", "start": None, "end": "31/12/2021", "strict": False}),
        ],
    )  # fmt: skip
    def test_what_cannot_be_a_value_changes_nothing(
        self, cast: Cast, dossier: DossierView, field: str, value: object
    ) -> None:
        with pytest.raises(ValueNotTaken):
            correct(cast.drafter, dossier.steps[0], field, value)
        assert step_of(cast.drafter, dossier, 1) == dossier.steps[0]

    def test_a_last_day_that_someone_stands_behind_moves_later_by_a_decision_only(
        self, cast: Cast, dossier: DossierView
    ) -> None:
        day = {"as_written": "Trước 15/6/2021", "kind": "deadline", "start": None, "strict": True}
        correct(cast.drafter, dossier.steps[1], "when", day | {"end": "2021-06-10"})
        step = step_of(cast.drafter, dossier, 2)
        with pytest.raises(MoreTimeByRequest):
            correct(cast.drafter, step, "when", day | {"end": "2021-12-31"})
        with pytest.raises(MoreTimeByRequest):
            correct(cast.drafter, step, "when", day | {"kind": "undated", "end": None, "strict": False})
        correct(cast.drafter, step, "when", day | {"end": "2021-06-08"})

    def test_the_same_value_is_no_correction(self, cast: Cast, dossier: DossierView) -> None:
        with pytest.raises(ValueNotTaken, match="như cũ"):
            correct(cast.drafter, dossier.steps[0], "text", dossier.steps[0].text)

    def test_confirming_names_fields_and_changes_no_value(self, cast: Cast, dossier: DossierView) -> None:
        step = dossier.steps[0]
        command = ConfirmStep(step.uuid, step.version, ("when", "text"))
        services.confirm_step(cast.drafter, command, key=uuid4())
        after = step_of(cast.drafter, dossier, 1)
        assert (after.confirmed, after.text, after.when) == (("text", "when"), step.text, step.when)

    def test_only_who_keeps_the_dossier_corrects(self, cast: Cast, dossier: DossierView) -> None:
        with pytest.raises(NotAllowed):
            correct(cast.other_unit, dossier.steps[3], "text", "Khác")
        assert "correct" not in step_of(cast.other_unit, dossier, 4).acts
        with pytest.raises(NotVisible):
            correct(cast.outsider, dossier.steps[3], "text", "Khác")


class TestAdding:
    def test_a_step_is_added_behind_the_others_with_its_reason(
        self, cast: Cast, dossier: DossierView
    ) -> None:
        new = NewStep("Báo cáo lại", kind="deadline", ends_on=date(2021, 8, 2), lead_words=("Văn phòng Sở",))
        command = AddStep(dossier.uuid, new, "conclusion", "Kết luận họp ngày 05/7", (dossier.steps[0].uuid,))
        services.add_step(cast.drafter, command, key=uuid4())
        step = now(cast.drafter, dossier).steps[-1]
        assert (step.text, step.origin, step.number, step.after_numbers) == (
            "Báo cáo lại",
            "conclusion",
            6,
            (1,),
        )
        assert step.changes[0].cause == "Kết luận họp ngày 05/7"
        assert step.when.due_on == date(2021, 8, 2)
        assert Dossier.objects.get(uuid=dossier.uuid).steps_total == 6

    def test_it_follows_no_step_of_another_dossier(self, cast: Cast, dossier: DossierView) -> None:
        other = make_dossier(cast.drafter)
        command = AddStep(dossier.uuid, NewStep("Một"), "hand", "Sót", (other.steps[0].uuid,))
        with pytest.raises(NotVisible):
            services.add_step(cast.drafter, command, key=uuid4())
        assert Step.objects.filter(dossier__uuid=dossier.uuid).count() == 5

    def test_a_dossier_is_laid_from_steps_without_any_plan(self, cast: Cast, dossier: DossierView) -> None:
        steps = (
            NewStep("Soạn", kind="deadline", ends_on=date(2021, 7, 20), activities=("drafting",)),
            NewStep("Trình", kind="deadline", ends_on=date(2021, 7, 30), activities=("submission",)),
        )
        command = OpenLaidDossier(
            "Kế hoạch mới",
            steps,
            ((), (0,)),
            mandate="Mục 12",
            due_on=date(2021, 7, 30),
            previous=dossier.uuid,
        )
        uuid = services.open_laid_dossier(cast.drafter, command, key=uuid4())
        view = queries.dossier_view(cast.leader, uuid)
        assert (view.title, view.mandate, view.document, view.previous_uuid) == (
            "Kế hoạch mới",
            "Mục 12",
            None,
            dossier.uuid,
        )
        assert [(step.where, step.after_numbers, step.origin) for step in view.steps] == [
            ("1", (), "template"),
            ("2", (1,), "template"),
        ]
        assert view.steps[0].confirmed == ("text", "when")
        assert view.unit in cast.drafter.unit_names

    def test_a_dossier_has_a_name_and_a_step(self, cast: Cast) -> None:
        with pytest.raises(TitleMissing):
            services.open_laid_dossier(
                cast.drafter, OpenLaidDossier(" ", (NewStep("Một"),), ((),)), key=uuid4()
            )
        with pytest.raises(NothingLaid):
            services.open_laid_dossier(cast.drafter, OpenLaidDossier("Tên", (), ()), key=uuid4())

    def test_it_does_not_follow_a_dossier_of_another_agency(
        self, cast: Cast, foreign_dossier: DossierView
    ) -> None:
        command = OpenLaidDossier("Tên", (NewStep("Một"),), ((),), previous=foreign_dossier.uuid)
        with pytest.raises(NotVisible):
            services.open_laid_dossier(cast.drafter, command, key=uuid4())


class TestTheWhole:
    def test_a_dossier_goes_to_another_drafter_who_is_told(self, cast: Cast, dossier: DossierView) -> None:
        command = HandOverDossier(dossier.uuid, 1, cast.other_unit.uuid, "Chuyển công tác")
        services.hand_over_dossier(cast.head, command, key=uuid4())
        view = now(cast.leader, dossier)
        assert (view.drafter, view.version) == (cast.other_unit.name, 2)
        assert view.unit in cast.other_unit.unit_names
        assert (view.events[0].before, view.events[0].after) == (cast.drafter.name, cast.other_unit.name)
        assert Notice.objects.filter(officer_id=cast.other_unit.id).count() == 1
        correct(cast.other_unit, dossier.steps[0], "text", "Của tôi")
        with pytest.raises(NotAllowed):
            services.rename_dossier(cast.drafter, RenameDossier(dossier.uuid, 2, "Khác"), key=uuid4())

    def test_it_is_not_closed_over_open_steps_which_are_named(self, cast: Cast, dossier: DossierView) -> None:
        with pytest.raises(StepsStillOpen) as refused:
            services.close_dossier(cast.drafter, CloseDossier(dossier.uuid, 1, "Xong"), key=uuid4())
        assert "II.1. Nghiên cứu văn bản có liên quan" in refused.value.message

    def test_a_closed_dossier_takes_nothing_more_until_it_is_reopened(
        self, cast: Cast, dossier: DossierView
    ) -> None:
        for number in range(1, 6):
            skip(cast.drafter, step_of(cast.drafter, dossier, number))
        services.close_dossier(cast.drafter, CloseDossier(dossier.uuid, 1, "Xong"), key=uuid4())
        view = now(cast.drafter, dossier)
        assert (view.state, view.light, view.acts) == ("closed", "none", ("reopen", "next_year"))
        assert {step.acts for step in view.steps} == {()}
        refused: list[Callable[[], object]] = [
            lambda: reopen(cast.drafter, view.steps[0]),
            lambda: correct(cast.drafter, view.steps[0], "text", "Khác"),
            lambda: split(cast.drafter, view.steps[0], "Một", "Hai"),
            lambda: services.add_step(
                cast.drafter, AddStep(dossier.uuid, NewStep("Một"), "hand", "Sót"), key=uuid4()
            ),
        ]
        for act in refused:
            with pytest.raises(DossierClosed):
                act()
        services.reopen_dossier(cast.drafter, ReopenDossier(dossier.uuid, 2, "Còn việc"), key=uuid4())
        reopen(cast.drafter, step_of(cast.drafter, dossier, 1))
        assert StepEvent.objects.filter(step__dossier__uuid=dossier.uuid).count() == 6
        with pytest.raises(NoSuchDossierTransition):
            services.reopen_dossier(cast.drafter, ReopenDossier(dossier.uuid, 3, "Lần nữa"), key=uuid4())

    def test_of_two_who_rename_the_second_sees_both_names(self, cast: Cast, dossier: DossierView) -> None:
        services.rename_dossier(cast.drafter, RenameDossier(dossier.uuid, 1, "Tên một"), key=uuid4())
        with pytest.raises(StaleEdit) as stale:
            services.rename_dossier(cast.head, RenameDossier(dossier.uuid, 1, "Tên hai"), key=uuid4())
        assert "Tên hai" in stale.value.yours
        assert "Tên một" in stale.value.current
        assert cast.drafter.name in stale.value.current


def test_a_stale_correction_shows_what_was_done_meanwhile(cast: Cast, dossier: DossierView) -> None:
    correct(cast.drafter, dossier.steps[0], "text", "Một")
    with pytest.raises(StaleEdit) as stale:
        correct(cast.head, dossier.steps[0], "text", "Hai")
    assert stale.value.yours == "Nội dung: Hai; Đọc sai"
    assert stale.value.current.startswith("Nội dung: Nghiên cứu văn bản có liên quan → Một")


def test_a_substitute_does_the_work_of_the_absent(cast: Cast, dossier: DossierView) -> None:
    with pytest.raises(NotAllowed):
        start(cast.other_unit, dossier.steps[0])
    start(replace(cast.other_unit, in_place_of=(cast.drafter,)), dossier.steps[0])
    assert step_of(cast.drafter, dossier, 1).state == "started"
