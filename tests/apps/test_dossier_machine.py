"""Whatever people try in whatever order, steps stay in the table and the journal tells it all."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from support.builders import make_dossier
from support.cast import TODAY, Cast
from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.commands import DecideDoubt, FinishStep, StartStep
from thammuu.apps.dossiers.models import DoubtDecision, StepEvent
from thammuu.apps.dossiers.refusals import DayBeforeFact, DayInFuture, NoSuchTransition
from thammuu.apps.dossiers.rows import DossierView, StepRow
from thammuu.apps.journal.models import Event
from thammuu.apps.journal.queries import verdict
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit

REFUSALS = (NotAllowed, NotVisible, StaleEdit, NoSuchTransition, DayInFuture, DayBeforeFact)
roles = st.sampled_from(("drafter", "head", "clerk", "leader", "administrator", "other_unit", "outsider"))
steps = st.integers(0, 4)
days = st.integers(-40, 2).map(lambda offset: TODAY + timedelta(days=offset))


class DossierMachine(RuleBasedStateMachine):
    """A dossier and all who may or may not touch it, beside a plain model of what must be true."""

    cast: Cast

    @initialize()
    def open(self) -> None:
        """A new dossier; nothing is known of it."""
        self.view: DossierView = make_dossier(self.cast.drafter)
        self.pages = [self.view]
        self.states = ["not_started"] * len(self.view.steps)
        self.sent: list[tuple[str, object, UUID, UUID]] = []
        self.decided = 0

    @rule()
    def look(self) -> None:
        """Open the page anew; older pages stay open in other windows."""
        self.pages.append(queries.dossier_view(self.cast.leader, self.view.uuid))

    @rule(role=roles, number=steps, day=days, page=st.integers(0, 5))
    def start(self, role: str, number: int, day: date, page: int) -> None:
        """Someone starts a step from some page."""
        step = self.shown(number, page)
        self.act(role, number, "start_step", StartStep(step.uuid, step.version, day, "Ai đó"))

    @rule(role=roles, number=steps, day=days, page=st.integers(0, 5))
    def finish(self, role: str, number: int, day: date, page: int) -> None:
        """Someone finishes a step from some page."""
        step = self.shown(number, page)
        self.act(role, number, "finish_step", FinishStep(step.uuid, step.version, day, "Ai đó", "Tủ A"))

    @rule(role=roles, page=st.integers(0, 5))
    def decide(self, role: str, page: int) -> None:
        """Someone settles a doubt."""
        doubt = self.pages[-1 - page % len(self.pages)].doubts[0]
        try:
            command = DecideDoubt(doubt.uuid, doubt.version, "confirmed", "Lý do")
            services.decide_doubt(getattr(self.cast, role), command, key=uuid4())
        except REFUSALS:
            return
        assert role in ("drafter", "head", "leader")
        self.decided += 1

    @rule(index=st.integers(0, 20))
    def resend(self, index: int) -> None:
        """The network repeats a request that had been served."""
        if self.sent:
            role, command, key, answer = self.sent[index % len(self.sent)]
            send = services.start_step if isinstance(command, StartStep) else services.finish_step
            assert send(getattr(self.cast, role), command, key=key) == answer  # type: ignore[arg-type]

    def shown(self, number: int, page: int) -> StepRow:
        """The step as one of the open pages shows it."""
        return self.pages[-1 - page % len(self.pages)].steps[number]

    def act(self, role: str, number: int, service: str, command: StartStep | FinishStep) -> None:
        """Try it; what succeeds must have been allowed and possible."""
        key = uuid4()
        try:
            answer = getattr(services, service)(getattr(self.cast, role), command, key=key)
        except REFUSALS:
            return
        assert role in ("drafter", "head") or (role, number) == ("other_unit", 3)
        before, after = ("not_started", "started") if service == "start_step" else ("started", "finished")
        assert self.states[number] == before
        self.states[number] = after
        self.sent.append((role, command, key, answer))

    @invariant()
    def rows_say_what_the_model_says(self) -> None:
        """States, facts, events and the chain."""
        if not hasattr(self, "view"):
            return
        view = queries.dossier_view(self.cast.leader, self.view.uuid)
        assert [step.state for step in view.steps] == self.states
        facts = StepEvent.objects.filter(step__dossier__uuid=self.view.uuid).count()
        assert (
            facts
            == len(self.sent)
            == sum({"started": 1, "finished": 2}.get(state, 0) for state in self.states)
        )
        assert DoubtDecision.objects.filter(doubt__dossier__uuid=self.view.uuid).count() == self.decided
        uuids = [step.uuid for step in view.steps]
        assert Event.objects.filter(subject__in=uuids).count() == facts

    def teardown(self) -> None:
        """The chain holds at the end of every story."""
        assert verdict().broken_at is None


@pytest.mark.long
def test_no_story_leads_out_of_the_table(cast: Cast, unread: None) -> None:
    machine = type("Machine", (DossierMachine,), {"cast": cast})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=60, stateful_step_count=40, deadline=None)
    )
