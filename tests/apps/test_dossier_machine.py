"""Whatever people try in whatever order: steps stay in the table, no fact is lost, columns say what the facts say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from support.builders import make_dossier
from support.cast import TODAY, Cast
from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.commands import (
    AskMoreTime,
    CloseDossier,
    CorrectStep,
    DecideDoubt,
    DecideMoreTime,
    FinishStep,
    HandOverStep,
    NewStep,
    ReopenDossier,
    ReopenStep,
    SkipStep,
    SplitStep,
    StartStep,
)
from thammuu.apps.dossiers.models import (
    OVER,
    Act,
    Dossier,
    DoubtDecision,
    ExtensionDecision,
    ExtensionRequest,
    Step,
    StepChange,
    StepEvent,
    StepState,
)
from thammuu.apps.dossiers.refusals import (
    AskedAlready,
    DayBeforeFact,
    DayInFuture,
    DecidedAlready,
    DossierClosed,
    HeldAlready,
    MoreTimeByRequest,
    NoDayToMove,
    NoSuchDossierTransition,
    NoSuchTransition,
    NotLater,
    PartBehindWhole,
    PartsNotTaken,
    PartsStillOpen,
    StepIsOver,
    StepsStillOpen,
    ValueNotTaken,
    WholeIsOver,
)
from thammuu.apps.dossiers.rows import DossierView, StepRow
from thammuu.apps.dossiers.transitions import TABLE
from thammuu.apps.journal.models import Event
from thammuu.apps.journal.queries import verdict
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit
from thammuu_core.calendars import official_calendar
from thammuu_core.plans.dues import due
from thammuu_core.plans.model import When, WhenKind

REFUSALS = (
    MoreTimeByRequest,
    PartBehindWhole,
    NotAllowed, NotVisible, StaleEdit, NoSuchTransition, NoSuchDossierTransition, DayInFuture, DayBeforeFact,
    DossierClosed, HeldAlready, PartsNotTaken, PartsStillOpen, WholeIsOver, StepIsOver, StepsStillOpen, AskedAlready,
    DecidedAlready, NotLater, NoDayToMove, ValueNotTaken,
)  # fmt: skip
KEEPERS = ("drafter", "head")
roles = st.sampled_from(("drafter", "head", "clerk", "leader", "administrator", "other_unit", "outsider"))
workers = st.sampled_from((*KEEPERS, *KEEPERS, "leader", "clerk", "outsider"))
numbers = st.integers(0, 9)
pages = st.sampled_from((0, 0, 0, 1, 2))
days = st.integers(-40, 2).map(lambda offset: TODAY + timedelta(days=offset))
bodies = st.sampled_from(("Văn phòng UBND tỉnh", "Sở Tài chính"))


class DossierMachine(RuleBasedStateMachine):
    """A dossier and all who may or may not touch it, beside a plain count of what was acknowledged."""

    cast: Cast

    @initialize()
    def open(self) -> None:
        """A new dossier; nothing is known of it."""
        self.view: DossierView = make_dossier(self.cast.drafter)
        self.pages = [self.view]
        self.sent: list[tuple[str, Callable[..., UUID], object, UUID, UUID]] = []
        self.done: dict[str, int] = {}
        self.seen: dict[UUID, str] = {step.uuid: step.state for step in self.view.steps}

    @rule()
    def look(self) -> None:
        """Open the page anew; older pages stay open in other windows."""
        self.pages.append(queries.dossier_view(self.cast.leader, self.view.uuid))

    @rule(role=roles, number=numbers, day=days, page=pages)
    def start(self, role: str, number: int, day: date, page: int) -> None:
        """Someone starts a step from some page."""
        step = self.shown(number, page)
        self.act(
            role,
            services.start_step,
            StartStep(step.uuid, step.version, day, "Ai đó", "Sổ giao việc"),
            "fact",
        )

    @rule(role=workers, number=numbers, day=days, page=pages)
    def finish(self, role: str, number: int, day: date, page: int) -> None:
        """Someone finishes a step from some page."""
        step = self.shown(number, page)
        self.act(
            role, services.finish_step, FinishStep(step.uuid, step.version, day, "Ai đó", "Tủ A"), "fact"
        )

    @rule(role=workers, number=numbers, day=days, page=pages, words=bodies)
    def hand_over(self, role: str, number: int, day: date, page: int, words: str) -> None:
        """Someone hands a step to a body outside."""
        step = self.shown(number, page)
        command = HandOverStep(step.uuid, step.version, day, "Ai đó", words=words, evidence_note="Tủ A")
        self.act(role, services.hand_over_step, command, "fact")

    @rule(role=workers, number=numbers, day=days, page=pages)
    def skip(self, role: str, number: int, day: date, page: int) -> None:
        """Someone skips a step."""
        step = self.shown(number, page)
        self.act(
            role, services.skip_step, SkipStep(step.uuid, step.version, day, "Ai đó", "Lý do", "Tủ A"), "fact"
        )

    @rule(role=workers, number=numbers, day=days, page=pages)
    def reopen(self, role: str, number: int, day: date, page: int) -> None:
        """Someone reopens a step."""
        step = self.shown(number, page)
        command = ReopenStep(step.uuid, step.version, day, "Ai đó", "Lý do", "Tủ A")
        self.act(role, services.reopen_step, command, "fact")

    @rule(role=workers, number=numbers, page=pages)
    def split(self, role: str, number: int, page: int) -> None:
        """Someone splits a step into two."""
        step = self.shown(number, page)
        parts = (NewStep("Một"), NewStep("Hai", kind="deadline", ends_on=TODAY))
        self.act(role, services.split_step, SplitStep(step.uuid, step.version, parts), "split")

    @rule(role=workers, number=numbers, day=days, page=pages)
    def correct(self, role: str, number: int, day: date, page: int) -> None:
        """Someone puts the time of a step right."""
        step = self.shown(number, page)
        value = {"as_written": "", "kind": "deadline", "start": None, "end": day.isoformat(), "strict": False}
        command = CorrectStep(step.uuid, step.version, "when", value, "Đọc sai")
        self.act(role, services.correct_step, command, "change")

    @rule(role=workers, number=numbers, page=pages, more=st.integers(-3, 30))
    def ask(self, role: str, number: int, page: int, more: int) -> None:
        """Someone asks for more time."""
        step = self.shown(number, page)
        until = TODAY + timedelta(days=more)
        command = AskMoreTime(step.uuid, step.version, TODAY, "Ai đó", until, "Lý do", "Số 1/CV")
        self.act(role, services.ask_more_time, command, "request")

    @rule(role=workers, index=st.integers(0, 9), granted=st.booleans())
    def decide_time(self, role: str, index: int, granted: bool) -> None:
        """Someone decides on a request for more time, by the newest page."""
        own = ExtensionRequest.objects.filter(step__dossier__uuid=self.view.uuid)
        requests = list(own.order_by("pk").select_related("step"))
        if requests:
            request = requests[index % len(requests)]
            until = request.ends_on if granted else None
            command = DecideMoreTime(
                request.uuid, request.step.version, granted, until, TODAY, "Ông Nam", "Lý do", "Số 2/TB"
            )
            kind = "granted" if granted else "refused"
            self.act(role, services.decide_more_time, command, kind)

    @rule(role=workers, page=pages)
    def close(self, role: str, page: int) -> None:
        """Someone closes the dossier."""
        view = self.pages[-1 - page % len(self.pages)]
        self.act(role, services.close_dossier, CloseDossier(view.uuid, view.version, "Xong"), "whole")

    @rule(role=workers, page=pages)
    def open_again(self, role: str, page: int) -> None:
        """Someone opens it again."""
        view = self.pages[-1 - page % len(self.pages)]
        self.act(role, services.reopen_dossier, ReopenDossier(view.uuid, view.version, "Còn"), "whole")

    @rule(role=roles, page=pages)
    def decide(self, role: str, page: int) -> None:
        """Someone settles a doubt."""
        doubt = self.pages[-1 - page % len(self.pages)].doubts[0]
        command = DecideDoubt(doubt.uuid, doubt.version, "confirmed", "Lý do")
        self.act(role, services.decide_doubt, command, "doubt")

    @rule(index=st.integers(0, 20))
    def resend(self, index: int) -> None:
        """The network repeats a request that had been served."""
        if self.sent:
            role, service, command, key, answer = self.sent[index % len(self.sent)]
            assert service(getattr(self.cast, role), command, key=key) == answer

    def shown(self, number: int, page: int) -> StepRow:
        """The step as one of the open pages shows it."""
        steps = self.pages[-1 - page % len(self.pages)].steps
        return steps[number % len(steps)]

    def act(self, role: str, service: Callable[..., UUID], command: Any, kind: str) -> None:
        """Try it; what succeeds must have been permitted, and is counted."""
        key = uuid4()
        try:
            answer = service(getattr(self.cast, role), command, key=key)
        except REFUSALS:
            return
        assert role in (*KEEPERS, "other_unit", "leader")
        assert role != "leader" or kind in ("doubt", "granted", "refused")
        self.done[kind] = self.done.get(kind, 0) + 1
        self.sent.append((role, service, command, key, answer))

    @invariant()
    def nothing_acknowledged_is_lost(self) -> None:
        """As many rows as acts that were answered."""
        if not hasattr(self, "view"):
            return
        done, mine = self.done.get, self.view.uuid
        steps = Step.objects.filter(dossier__uuid=mine)
        decisions = ExtensionDecision.objects.filter(request__step__in=steps).exclude(decided_by="")
        facts = StepEvent.objects.filter(step__in=steps)
        beside = facts.filter(note__startswith="Bắt đầu cùng việc thành phần").count()
        assert facts.count() == done("fact", 0) + beside
        assert ExtensionRequest.objects.filter(step__in=steps).count() == done("request", 0)
        assert decisions.count() == done("granted", 0) + done("refused", 0)
        assert StepChange.objects.filter(step__in=steps).count() == done("change", 0) + done("granted", 0)
        assert DoubtDecision.objects.filter(doubt__dossier__uuid=mine).count() == done("doubt", 0)
        assert steps.count() == 5 + 2 * done("split", 0)
        subjects = {mine, *steps.values_list("uuid", flat=True), *(doubt.uuid for doubt in self.view.doubts)}
        assert Event.objects.filter(subject__in=subjects).count() == 1 + sum(self.done.values()) + beside

    @invariant()
    def steps_move_along_the_table_only(self) -> None:
        """From one look to the next by one act of the table, or not at all."""
        if not hasattr(self, "view"):
            return
        for uuid, state in Step.objects.filter(dossier__uuid=self.view.uuid).values_list("uuid", "state"):
            before = self.seen.get(uuid, StepState.NOT_STARTED)
            steps = {after for (old, _), after in TABLE.items() if old == before}
            assert state == before or state in steps
            self.seen[uuid] = state

    @invariant()
    def columns_say_what_a_reckoning_from_nothing_says(self) -> None:
        """Of each step from its facts alone; of the dossier from its steps alone."""
        if not hasattr(self, "view"):
            return
        dossier = Dossier.objects.get(uuid=self.view.uuid)
        steps = list(dossier.steps.prefetch_related("events"))
        for step in steps:
            assert (step.started_on, step.finished_on, step.holder_words) == reckoned(list(step.events.all()))
            single = step.starts_on is None or step.when_kind == WhenKind.DEADLINE
            kind = WhenKind.DEADLINE if single else WhenKind.PERIOD
            when = When("", kind, step.starts_on, step.ends_on, strict=step.strict)
            assert step.due_on == due(when, official_calendar())
        whole = [step for step in steps if step.parent_id is None]
        left = [step for step in steps if step.state not in OVER]
        waiting = [step for step in steps if step.state == "not_started" and step.due_on and step.starts_on]
        assert dossier.steps_total == len(whole)
        assert dossier.steps_open == len([step for step in whole if step in left])
        assert dossier.next_due_on == min((step.due_on for step in left if step.due_on), default=None)
        assert dossier.waits_since == min(
            (step.starts_on for step in waiting if step.starts_on), default=None
        )
        assert not (dossier.state == "closed" and left)

    def teardown(self) -> None:
        """The chain holds at the end of every story, and a dossier can still be shown to everyone who sees it."""
        assert verdict().broken_at is None
        if hasattr(self, "view"):
            board = queries.board(self.cast.leader, queries.BoardFilter(state=""), size=1000)
            (row,) = (row for row in board.rows if row.uuid == self.view.uuid)
            assert row.light == queries.dossier_view(self.cast.clerk, self.view.uuid).light


def reckoned(facts: list[StepEvent]) -> tuple[date | None, date | None, str]:
    """Started, finished, holder of a step, told once more and plainly."""
    last = [fact for fact in facts if fact.act != Act.HAND_OVER]
    ended = last[-1] if last and last[-1].act == Act.FINISH else None
    begun = None
    for before, fact in zip([None, *last], last, strict=False):
        if fact.act == Act.START:
            begun = fact.done_on
        if fact.act == Act.REOPEN and before is not None and before.act == Act.SKIP:
            begun = None
    given = sorted((fact for fact in facts if fact.holder_words), key=lambda fact: fact.done_on)
    return begun, ended.done_on if ended else None, given[-1].holder_words if given else ""


@pytest.mark.long
def test_no_story_leads_out_of_the_table(cast: Cast, unread: None) -> None:
    machine = type("Machine", (DossierMachine,), {"cast": cast})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=60, stateful_step_count=40, deadline=None)
    )
