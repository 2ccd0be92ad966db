"""A name in a paper of 2021 means the body of 2021, and tells what has followed it by today."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from support.cast import Cast
from thammuu.apps.organisations import agencies, clock, services, units
from thammuu.apps.organisations.commands import (
    AddAgency,
    AddUnit,
    ChangeUnit,
    RenameAgency,
    ReorganiseAgency,
    TakeBackSuccession,
)
from thammuu.apps.organisations.directory import agency_view
from thammuu.apps.organisations.lineage import agencies_today, units_today
from thammuu.apps.organisations.models import Agency, AgencySuccession, Position, Role, Unit
from thammuu.apps.organisations.queries import actor_of_officer, candidates, match_owners
from thammuu.apps.organisations.refusals import (
    DayOutOfOrder,
    NameTaken,
    NotAllowed,
    NotItsOwnSuccessor,
    NotVisible,
    StaleEdit,
    StillStaffed,
    UnknownBody,
)

LATER = date(2026, 11, 24)
MERGED = date(2025, 3, 1)
BY = "Nghị quyết về sắp xếp các sở"


def agency(name: str) -> Agency:
    return Agency.objects.get(names__name=name)


def reorganise(cast: Cast, name: str, *successors: str, kind: str = "merged", **more: object) -> None:
    old = agency(name)
    command = ReorganiseAgency(old.uuid, old.version, kind, successors, MERGED, BY, **more)  # type: ignore[arg-type]
    agencies.reorganise_agency(cast.administrator, command, key=uuid4())


@pytest.fixture
def merged(cast: Cast) -> None:
    """Two Sở have become one on 01/3/2025."""
    made = AddAgency("Sở Tài chính tỉnh mới", "STC", "department", None, "", MERGED)
    agencies.add_agency(cast.administrator, made, key=uuid4())
    reorganise(cast, "Sở Kế hoạch và Đầu tư", "Sở Tài chính tỉnh mới")
    reorganise(cast, "Sở Tài chính", "Sở Tài chính tỉnh mới")


def test_a_name_of_2021_is_the_body_of_2021_and_tells_its_successor(cast: Cast, merged: None) -> None:
    (match,) = match_owners(cast.drafter.agency_id, ("Sở Kế hoạch và Đầu tư",), date(2021, 5, 1))
    assert match.agency_id == agency("Sở Kế hoạch và Đầu tư").pk
    with clock.at(LATER):
        best = candidates(cast.drafter.agency_id, "Sở Kế hoạch và Đầu tư", date(2021, 5, 1))[0]
        assert (best.name, best.score, best.in_force) == ("Sở Kế hoạch và Đầu tư", 100, True)
        assert best.today == ("Sở Tài chính tỉnh mới",)


def test_after_the_merger_the_old_name_is_no_match_but_a_suggestion(cast: Cast, merged: None) -> None:
    with clock.at(LATER):
        (match,) = match_owners(cast.drafter.agency_id, ("Sở Kế hoạch và Đầu tư",), LATER)
        assert match.agency_id is None
        best = candidates(cast.drafter.agency_id, "Sở Kế hoạch và Đầu tư", LATER)[0]
        assert (best.in_force, best.score) == (False, 75)


def test_a_merger_to_come_is_not_yet_followed(cast: Cast, merged: None) -> None:
    assert agencies_today() == {}


def test_a_chain_is_followed_to_its_end(cast: Cast, merged: None) -> None:
    made = AddAgency("Sở Kinh tế", from_day=date(2026, 1, 1))
    agencies.add_agency(cast.administrator, made, key=uuid4())
    old = agency("Sở Tài chính tỉnh mới")
    command = ReorganiseAgency(old.uuid, old.version, "merged", ("Sở Kinh tế",), date(2026, 1, 1), BY)
    agencies.reorganise_agency(cast.administrator, command, key=uuid4())
    with clock.at(LATER):
        followed = agencies_today()[agency("Sở Kế hoạch và Đầu tư").pk]
    assert [one.name for one in followed] == ["Sở Kinh tế"]


def test_a_circle_ends_where_it_closes(cast: Cast) -> None:
    one, other = agency("Sở Tài chính"), agency("Sở Công Thương")
    for predecessor, successor in ((one, other), (other, one)):
        AgencySuccession.objects.create(
            predecessor=predecessor, successor=successor, kind="split", on=date(2020, 1, 1), by=BY
        )
    assert agencies_today() == {one.pk: (), other.pk: ()}


def test_a_split_body_may_go_on(cast: Cast) -> None:
    reorganise(cast, "Sở Tài chính", "Sở Công Thương", kind="split", ends=False)
    assert agency("Sở Tài chính").valid_to is None


def test_a_successor_not_in_the_register_is_told_with_what_is_like_it(cast: Cast) -> None:
    with pytest.raises(UnknownBody, match="Sở Công Thương"):
        reorganise(cast, "Sở Tài chính", "Sở Công thương và Năng lượng")


def test_nobody_follows_itself(cast: Cast) -> None:
    with pytest.raises(NotItsOwnSuccessor):
        reorganise(cast, "Sở Tài chính", "Sở Tài chính")


def test_a_succession_recorded_wrongly_is_taken_back(cast: Cast) -> None:
    reorganise(cast, "Sở Tài chính", "Sở Công Thương")
    wrong = AgencySuccession.objects.get()
    command = TakeBackSuccession(wrong.uuid, "Ghi nhầm cơ quan")
    agencies.take_back_succession(cast.administrator, command, key=uuid4())
    assert agency("Sở Tài chính").valid_to is None
    assert agency_view(cast.administrator, agency("Sở Tài chính").uuid).successions == ()
    assert AgencySuccession.objects.count() == 2


def test_a_renamed_agency_keeps_its_old_name_for_old_days(cast: Cast) -> None:
    old = agency("Sở Công Thương")
    command = RenameAgency(old.uuid, 1, "Sở Công Thương và Dịch vụ", "SCTDV", MERGED, BY)
    agencies.rename_agency(cast.administrator, command, key=uuid4())
    names = [(row.name, row.until) for row in agency_view(cast.administrator, old.uuid).names]
    assert names == [("Sở Công Thương", date(2025, 2, 28)), ("Sở Công Thương và Dịch vụ", None)]
    with pytest.raises(StaleEdit):
        agencies.rename_agency(cast.administrator, command, key=uuid4())


def test_two_agencies_of_one_name_at_one_time_are_refused(cast: Cast) -> None:
    with pytest.raises(NameTaken):
        agencies.add_agency(cast.administrator, AddAgency("sở tài chính"), key=uuid4())


def test_a_day_before_the_agency_began_is_refused(cast: Cast, merged: None) -> None:
    new = agency("Sở Tài chính tỉnh mới")
    command = ReorganiseAgency(new.uuid, 1, "merged", ("Sở Công Thương",), MERGED, BY)
    with pytest.raises(DayOutOfOrder):
        agencies.reorganise_agency(cast.administrator, command, key=uuid4())


def test_a_second_administrator_elsewhere_leaves_the_register_to_the_one_above(cast: Cast) -> None:
    assert agencies.may_edit_register(cast.administrator)
    peer = services.register_officer("Hà Văn Nam", username="nam", password="thammuu-dung-thu")
    services.appoint(peer, Role.ADMINISTRATOR, agency=agency("Sở Tài chính"))
    with pytest.raises(NotAllowed):
        agencies.add_agency(cast.administrator, AddAgency("Sở mới"), key=uuid4())
    top = services.register_officer("Lý Thị Hoa", username="hoa", password="thammuu-dung-thu")
    services.appoint(top, Role.ADMINISTRATOR, agency=agency("UBND tỉnh Bắc Giang"))
    agencies.add_agency(actor_of_officer(top.uuid), AddAgency("Sở mới"), key=uuid4())
    assert not agencies.may_edit_register(cast.administrator)


def branch() -> Unit:
    return Unit.objects.get(name="Chi cục Tiêu chuẩn Đo lường Chất lượng", valid_to=None)


def change(cast: Cast, what: str, **more: object) -> None:
    unit = branch()
    command = ChangeUnit(unit.uuid, unit.version, what, date(2021, 7, 1), BY, **more)  # type: ignore[arg-type]
    units.change_unit(cast.administrator, command, key=uuid4())


def test_people_of_a_renamed_unit_go_on_in_it_and_keep_what_was_theirs(cast: Cast) -> None:
    old = branch()
    change(cast, "renamed", name="Chi cục Tiêu chuẩn và Chất lượng")
    drafter = actor_of_officer(cast.drafter.uuid)
    assert drafter.unit_names == ("Chi cục Tiêu chuẩn và Chất lượng",)
    assert old.pk in drafter.unit_ids
    assert [one.name for one in units_today(cast.drafter.agency_id)[old.pk]] == [
        "Chi cục Tiêu chuẩn và Chất lượng"
    ]
    with clock.at(date(2021, 6, 30)):
        assert actor_of_officer(cast.drafter.uuid).unit_names == (old.name,)


def test_people_of_a_merged_unit_move_to_the_other(cast: Cast) -> None:
    into = Unit.objects.get(name="Phòng Quản lý Khoa học")
    change(cast, "merged", into=into.uuid)
    assert actor_of_officer(cast.head.uuid).unit_names == ("Phòng Quản lý Khoa học",)
    assert into.pk in actor_of_officer(cast.head.uuid).unit_ids


def test_a_position_that_begins_later_begins_in_the_successor(cast: Cast) -> None:
    position = Position.objects.filter(officer_id=cast.head.id)
    position.update(valid_from=date(2021, 8, 1))
    change(cast, "renamed", name="Chi cục mới")
    assert position.get().unit.name == "Chi cục mới"


def test_a_unit_with_people_does_not_end(cast: Cast) -> None:
    with pytest.raises(StillStaffed, match="2 vị trí"):
        change(cast, "ended")


def test_a_unit_of_another_agency_is_not_there(cast: Cast) -> None:
    foreign = Unit.objects.get(name="Phòng Hành chính sự nghiệp")
    command = ChangeUnit(foreign.uuid, 1, "ended", date(2021, 7, 1), BY)
    with pytest.raises(NotVisible):
        units.change_unit(cast.administrator, command, key=uuid4())


def test_only_administrators_change_units(cast: Cast) -> None:
    for name, actor in cast:
        if name != "administrator":
            with pytest.raises(NotVisible):
                units.add_unit(actor, AddUnit("Phòng mới"), key=uuid4())


def test_units_are_suggested_before_agencies_and_by_shared_words(cast: Cast) -> None:
    day = date(2021, 7, 6)
    found = candidates(cast.drafter.agency_id, "Chi cục TĐC về tiêu chuẩn đo lường", day)
    assert (found[0].kind, found[0].name) == ("unit", "Chi cục Tiêu chuẩn Đo lường Chất lượng")
    assert candidates(cast.drafter.agency_id, "xyz", day) == ()
    assert candidates(cast.drafter.agency_id, "", day) == ()


def test_scores_fall_along_the_list(cast: Cast) -> None:
    found = candidates(cast.drafter.agency_id, "Phòng Quản lý", date(2021, 7, 6))
    scores = [one.score for one in found]
    assert len(found) >= 2
    assert scores == sorted(scores, reverse=True)
