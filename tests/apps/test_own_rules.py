"""What an agency sets of lights and of "trước ngày" is what its boards, dossiers, work and programme go by."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from support.builders import make_dossier, step_of
from support.cast import Cast
from thammuu.apps.dossiers import derived, queries, services
from thammuu.apps.dossiers.commands import AddStep, NewStep, OpenLaidDossier
from thammuu.apps.dossiers.models import Dossier, Step
from thammuu.apps.dossiers.rows import BoardFilter, DossierView
from thammuu.apps.organisations import parameters
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.commands import SetParameter

NAMED = date(2021, 7, 12)
"""A Monday: read literally, "trước ngày 12/7/2021" ends on Friday the 9th."""
FRIDAY = date(2021, 7, 9)


def put(cast: Cast, key: str, value: str, number: int = 0) -> None:
    command = SetParameter(key, number, value, "Quy chế làm việc của Sở")
    parameters.set_parameter(cast.administrator, command, key=uuid4())


def laid(actor: Actor, ends_on: date = NAMED, *, strict: bool = True) -> DossierView:
    """A running dossier of one step."""
    step = NewStep("Gửi dự thảo", kind="deadline", ends_on=ends_on, strict=strict, as_written="trước ngày")
    uuid = services.open_laid_dossier(actor, OpenLaidDossier("Kế hoạch", (step,), ((),)), key=uuid4())
    return queries.dossier_view(actor, uuid)


def lights(actor: Actor, dossier: DossierView) -> set[str]:
    """The light of a dossier of one step, wherever it is shown."""
    board = queries.board(actor, BoardFilter(state=""))
    shown = {row.light for row in board.rows if row.uuid == dossier.uuid}
    work = {row.light for section in queries.my_work(actor) for row in section.rows}
    whole = queries.dossier_view(actor, dossier.uuid)
    return shown | work | {whole.light, whole.steps[0].light}


def test_amber_begins_as_many_days_before_as_the_agency_says(cast: Cast) -> None:
    dossier = laid(cast.drafter, date(2021, 7, 13), strict=False)
    assert lights(cast.drafter, dossier) == {"green"}
    put(cast, "light.soon_days", "5")
    assert lights(cast.drafter, dossier) == {"amber"}
    put(cast, "light.soon_days", "4", 1)
    assert lights(cast.drafter, dossier) == {"green"}


def test_before_a_day_ends_when_the_agency_says(cast: Cast) -> None:
    read_literally = laid(cast.drafter)
    assert read_literally.steps[0].when.due_on == FRIDAY
    put(cast, "deadline.before_day", "lenient")
    assert laid(cast.drafter).steps[0].when.due_on == NAMED


def test_running_dossiers_follow_when_the_agency_reads_it_otherwise(cast: Cast) -> None:
    dossier, other = laid(cast.drafter), laid(cast.outsider)
    put(cast, "deadline.before_day", "lenient")
    assert step_of(cast.drafter, dossier, 1).when.due_on == NAMED
    assert Dossier.objects.get(uuid=dossier.uuid).next_due_on == NAMED
    assert step_of(cast.outsider, other, 1).when.due_on == FRIDAY
    put(cast, "deadline.before_day", "strict", 1)
    assert step_of(cast.drafter, dossier, 1).when.due_on == FRIDAY
    assert Dossier.objects.get(uuid=dossier.uuid).next_due_on == FRIDAY


@pytest.mark.parametrize("reading", ["strict", "lenient"])
def test_reckoning_everything_again_finds_the_same_days(cast: Cast, reading: str) -> None:
    put(cast, "deadline.before_day", reading)
    make_dossier(cast.drafter)
    laid(cast.outsider)
    before = list(Step.objects.values_list("pk", "due_on"))
    derived.refresh_all()
    assert list(Step.objects.values_list("pk", "due_on")) == before


def test_a_step_added_by_hand_is_read_like_those_of_the_plan(cast: Cast) -> None:
    dossier = laid(cast.drafter)
    put(cast, "deadline.before_day", "lenient")
    step = NewStep("Trình ký", kind="deadline", ends_on=NAMED, strict=True)
    services.add_step(cast.drafter, AddStep(dossier.uuid, step, "hand", "Thêm việc"), key=uuid4())
    assert step_of(cast.drafter, dossier, 2).when.due_on == NAMED
