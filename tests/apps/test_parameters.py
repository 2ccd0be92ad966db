"""Each agency sets its own days and rules beside the usual ones; what was set before stays."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from support.cast import Cast
from thammuu.apps.journal.models import Event
from thammuu.apps.organisations import parameters
from thammuu.apps.organisations.commands import SetParameter
from thammuu.apps.organisations.directory import parameter_groups, parameter_view
from thammuu.apps.organisations.models import ParameterSetting
from thammuu.apps.organisations.refusals import NotAValue, NotVisible, StaleEdit
from thammuu_core.plans.durations import durations

REASON = "Quy chế làm việc của Sở"


def put(cast: Cast, key: str, value: str, number: int = 0) -> None:
    command = SetParameter(key, number, value, REASON)
    parameters.set_parameter(cast.administrator, command, key=uuid4())


def test_every_parameter_has_a_title_a_source_and_a_usual_value_of_its_own() -> None:
    for one in parameters.parameters().values():
        assert one.title
        assert one.source
        assert one.read(str(one.usual)) == one.usual
        assert one.words(one.usual)


def test_what_is_not_set_is_the_usual_value(cast: Cast) -> None:
    agency = cast.drafter.agency_id
    assert parameters.value(agency, "deadline.before_day") == "strict"
    assert parameters.value(agency, "light.soon_days") == 3
    assert parameters.own_days(agency) == {}


def test_what_one_agency_sets_holds_for_it_alone(cast: Cast) -> None:
    put(cast, "consult.default_days", "7")
    put(cast, "light.soon_days", "5")
    agency = cast.drafter.agency_id
    assert parameters.own_days(agency) == {"consult.default_days": 7}
    days = {one.key: one.days for one in durations(parameters.own_days(agency))}
    assert days["consult.default_days"] == 7
    assert parameters.values(agency, "light.soon_days", "request.answer_days") == {
        "light.soon_days": 5,
        "request.answer_days": 3,
    }
    assert parameters.own_days(cast.outsider.agency_id) == {}


def test_an_empty_value_gives_it_back_to_its_usual_one(cast: Cast) -> None:
    put(cast, "request.answer_days", "9")
    put(cast, "request.answer_days", "", 1)
    assert parameters.value(cast.drafter.agency_id, "request.answer_days") == 3
    row, history = parameter_view(cast.administrator, "request.answer_days")
    assert not row.own
    assert [(one.number, one.set_by) for one in history] == [
        (2, cast.administrator.name),
        (1, cast.administrator.name),
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("request.answer_days", "0"),
        ("request.answer_days", "ba"),
        ("request.answer_days", "251"),
        ("deadline.before_day", "maybe"),
    ],
)
def test_a_value_it_does_not_take_is_refused_with_what_it_takes(cast: Cast, key: str, value: str) -> None:
    with pytest.raises(NotAValue, match="chỉ nhận"):
        put(cast, key, value)


def test_of_two_who_set_it_at_once_the_second_is_told(cast: Cast) -> None:
    put(cast, "request.answer_days", "6")
    with pytest.raises(StaleEdit) as told:
        put(cast, "request.answer_days", "8")
    assert (told.value.yours, told.value.current) == ("8", f"6: {REASON}")
    assert parameters.value(cast.drafter.agency_id, "request.answer_days") == 6


def test_settings_are_never_changed_and_leave_their_event(cast: Cast) -> None:
    put(cast, "request.answer_days", "6")
    assert Event.objects.order_by("seq").last().act == "register.parameter"
    with pytest.raises(DatabaseError), transaction.atomic():
        ParameterSetting.objects.update(value="7")


def test_only_the_administrator_sets_and_sees_them(cast: Cast) -> None:
    for name, actor in cast:
        if name == "administrator":
            continue
        with pytest.raises(NotVisible):
            parameters.set_parameter(actor, SetParameter("request.answer_days", 0, "6", REASON), key=uuid4())
        with pytest.raises(NotVisible):
            parameter_groups(actor)


def test_an_unknown_parameter_is_not_there(cast: Cast) -> None:
    with pytest.raises(NotVisible):
        put(cast, "no.such", "6")


def test_a_value_that_a_later_table_does_not_allow_counts_as_not_set(cast: Cast) -> None:
    ParameterSetting.objects.create(
        agency_id=cast.drafter.agency_id,
        key="deadline.before_day",
        number=1,
        value="gone",
        reason=REASON,
        set_by_id=cast.administrator.id,
        set_at="2021-07-06T08:00:00+07:00",
    )
    assert parameters.value(cast.drafter.agency_id, "deadline.before_day") == "strict"
    assert any(row.words == "gone" for rows in parameter_groups(cast.administrator).values() for row in rows)


def test_the_page_of_all_parameters_costs_the_same_whatever_was_set(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as none:
        parameter_groups(cast.administrator)
    for key in ("request.answer_days", "light.soon_days", "reminder.before_days"):
        put(cast, key, "4")
        put(cast, key, "5", 1)
    with CaptureQueriesContext(connection) as many:
        parameter_groups(cast.administrator)
    assert len(many) == len(none)
