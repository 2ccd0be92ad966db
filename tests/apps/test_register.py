"""The register knows who is who on which day, and finds units as plans write them."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.contrib.auth.models import AnonymousUser, User
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from support.cast import TODAY, Cast
from thammuu.apps.organisations import clock, demo, services
from thammuu.apps.organisations.matching import Named, match_names
from thammuu.apps.organisations.models import Agency, Position, Unit
from thammuu.apps.organisations.queries import actor_for, actor_of_officer, agency_name, match_owners
from thammuu.apps.organisations.refusals import NotVisible

UNITS = (
    Named(1, "Chi cục Tiêu chuẩn Đo lường Chất lượng", "TĐC"),
    Named(2, "Văn phòng Sở", "VP"),
    Named(3, "Phòng Quản lý Khoa học", "QLKH"),
    Named(4, "Phòng Quản lý Công nghệ và Chuyên ngành"),
    Named(5, "Thanh tra Sở"),
)
AGENCIES = (
    Named(11, "UBND tỉnh Bắc Giang"),
    Named(12, "Văn phòng UBND tỉnh"),
    Named(13, "Sở Tài chính", "STC"),
    Named(13, "Sở Tài chính - Vật giá"),
    Named(14, "Sở Khoa học và Công nghệ"),
)


@pytest.mark.parametrize(
    ("written", "unit", "agency"),
    [
        ("Chi cục Tiêu chuẩn Đo lường Chất lượng", 1, None),
        ("chi cục Tiêu chuẩn, Đo lường, Chất lượng", 1, None),  # commas, small letters
        ("TĐC", 1, None),
        ("Chi cục Tiêu chuẩn Đo lường", 1, None),  # shortened
        ("Phòng Quản lý Khoa học chủ trì", 3, None),  # more than the name
        ("Văn phòng UBND tỉnh", None, 12),  # not the Sở's own office
        ("Thanh tra Sở", 5, None),
        ("Thanh tra", 5, None),  # the beginning of one name only
        ("Sở", None, 14),  # the agency itself
        ("Sở Tài chính", None, 13),  # an agency under two names is one agency
        ("UBND tỉnh", None, 11),  # without the name of the province; the office is another's
        ("Ủy ban nhân dân tỉnh Bắc Giang", None, 11),
        ("VP UBND tỉnh", None, 12),
        ("Sở KH&CN", None, 14),
        ("Phòng Quản lý", None, None),  # two rooms begin so
        ("các phòng, đơn vị thuộc Sở", None, None),  # nobody in particular
        ("Các sở, ngành có liên quan", None, None),
        ("Bộ Khoa học và Công nghệ", None, None),  # not in the register
        ("", None, None),
    ],
)
def test_a_name_is_matched_only_when_it_means_one_body(
    written: str, unit: int | None, agency: int | None
) -> None:
    (match,) = match_names((written,), units=UNITS, agencies=AGENCIES, own_agency=14)
    assert (match.as_written, match.unit_id, match.agency_id) == (written, unit, agency)


@given(st.lists(st.text(max_size=60), max_size=5))
def test_every_name_gets_an_answer_in_its_place(names: list[str]) -> None:
    matches = match_names(tuple(names), units=UNITS, agencies=AGENCIES, own_agency=14)
    assert [match.as_written for match in matches] == names


def test_an_agency_is_called_what_it_was_called_that_day(db: None) -> None:
    agency = services.register_agency("Sở Tài chính - Vật giá", valid_from=date(1995, 1, 1))
    services.rename_agency(agency, "Sở Tài chính", from_day=date(2004, 1, 1))
    assert agency_name(agency, date(2003, 12, 31)) == "Sở Tài chính - Vật giá"
    assert agency_name(agency, date(2004, 1, 1)) == "Sở Tài chính"


def test_a_unit_that_has_ended_is_not_matched(cast: Cast) -> None:
    name = demo.SCIENCE
    Unit.objects.filter(name=name).update(valid_to=date(2021, 7, 5))
    assert match_owners(cast.drafter.agency_id, (name,), TODAY)[0].unit_id is None
    assert match_owners(cast.drafter.agency_id, (name,), date(2021, 7, 5))[0].unit_id is not None


def test_roles_are_those_of_today(cast: Cast) -> None:
    position = Position.objects.get(officer_id=cast.leader.id)
    services.end_position(position, last_day=date(2021, 7, 5))
    assert actor_for(User.objects.get(officer=cast.leader.id)) is None
    with clock.at(date(2021, 7, 5)):
        assert actor_for(User.objects.get(officer=cast.leader.id)) == cast.leader


def test_an_account_switched_off_is_nobody(cast: Cast) -> None:
    user = User.objects.get(officer=cast.drafter.id)
    user.is_active = False
    assert actor_for(user) is None
    assert actor_for(AnonymousUser()) is None


def test_an_unknown_officer_is_not_visible(cast: Cast) -> None:
    with pytest.raises(NotVisible):
        actor_of_officer(uuid4())


def test_a_span_does_not_end_before_it_starts(db: None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Agency.objects.create(valid_from=date(2021, 7, 2), valid_to=date(2021, 7, 1))


def test_the_clock_is_the_declared_one_for_everyone(db: None) -> None:
    assert clock.simulated_on() is None
    clock.declare_simulation(date(2021, 7, 12))
    assert (clock.today(), clock.now().date()) == (date(2021, 7, 12), date(2021, 7, 12))
    with clock.at(date(2021, 5, 1)):
        assert clock.today() == date(2021, 5, 1)
    clock.declare_simulation(None)
    assert clock.simulated_on() is None


def test_a_simulated_29_february_is_a_day_like_any_other(db: None) -> None:
    with clock.at(date(2024, 2, 29)):
        assert clock.now().date() == date(2024, 2, 29)


def test_the_demo_register_is_made_once(cast: Cast) -> None:
    demo.set_up()
    assert Position.objects.count() == len(demo.CAST)


def test_the_demo_makes_no_accounts_in_production(db: None, settings: object) -> None:
    settings.PRODUCTION = True  # type: ignore[attr-defined]
    with pytest.raises(demo.NotInProduction):
        demo.set_up()
    assert not User.objects.exists()
