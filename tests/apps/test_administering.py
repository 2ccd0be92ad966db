"""Officers, accounts, positions and contacts of the own agency, by its administrators alone."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from support.cast import TODAY, Cast
from thammuu.apps.journal.models import Event
from thammuu.apps.organisations import contacts, directory, officers
from thammuu.apps.organisations.commands import (
    Appoint,
    ChangeAccount,
    EndContact,
    EndPosition,
    HireOfficer,
    KeepContact,
    Post,
)
from thammuu.apps.organisations.models import Agency, Contact, Officer, Position, Role, Unit
from thammuu.apps.organisations.policies import may_plan_absence, steward
from thammuu.apps.organisations.queries import actor_for, actor_of_officer
from thammuu.apps.organisations.refusals import (
    DayOutOfOrder,
    LastAdministrator,
    NotAllowed,
    NotVisible,
    OwnAccount,
    StaleEdit,
    UsernameTaken,
    WeakPassword,
)

PASSWORD = "lúa-chín-ngoài-đồng-7"


def post(role: str = "drafter", unit: str | None = "Phòng Quản lý Khoa học") -> Post:
    found = Unit.objects.get(name=unit).uuid if unit else None
    return Post(role, "Chuyên viên", found, date(2021, 7, 1))


def hire(cast: Cast, username: str = "cuc.ht", password: str = PASSWORD) -> UUID:
    command = HireOfficer("Hà Thị Cúc", username, "cuc@bg.example", post())
    return officers.hire_officer(cast.administrator, command, key=uuid4(), password=password)


def account(cast: Cast, officer: UUID, reason: str = "Theo đề nghị") -> ChangeAccount:
    return ChangeAccount(officer, Officer.objects.get(uuid=officer).version, reason)


def test_a_new_officer_signs_in_with_a_password_that_must_be_changed(cast: Cast) -> None:
    user = User.objects.get(officer__uuid=hire(cast))
    assert user.check_password(PASSWORD)
    actor = actor_for(user)
    assert actor
    assert (actor.first_password, actor.unit_names) == (True, ("Phòng Quản lý Khoa học",))


def test_no_password_and_no_address_stands_in_the_journal(cast: Cast) -> None:
    hire(cast)
    body = Event.objects.order_by("seq").last().body
    assert "cuc.ht" in body
    assert PASSWORD not in body
    assert "cuc@bg.example" not in body


def test_a_user_name_is_taken_whatever_its_case(cast: Cast) -> None:
    with pytest.raises(UsernameTaken):
        hire(cast, "LAN")


@pytest.mark.parametrize("password", ["ngắn", "password12345", "cuc@bg.example"])
def test_a_weak_first_password_is_refused(cast: Cast, password: str) -> None:
    with pytest.raises(WeakPassword):
        hire(cast, password=password)


def test_an_account_switched_off_signs_in_no_more_until_it_is_switched_on(cast: Cast) -> None:
    officer = cast.drafter.uuid
    user = User.objects.get(officer__uuid=officer)
    officers.switch_account_off(cast.administrator, account(cast, officer), key=uuid4())
    user.refresh_from_db()
    assert actor_for(user) is None
    officers.switch_account_on(cast.administrator, account(cast, officer), key=uuid4())
    user.refresh_from_db()
    assert actor_for(user) is not None


def test_two_who_switch_at_once_do_not_undo_each_other_unseen(cast: Cast) -> None:
    command = account(cast, cast.drafter.uuid)
    officers.switch_account_off(cast.administrator, command, key=uuid4())
    with pytest.raises(StaleEdit) as told:
        officers.switch_account_on(cast.administrator, command, key=uuid4())
    assert told.value.current == "Tài khoản đã khóa"


def test_a_lost_second_factor_is_taken_off(cast: Cast) -> None:
    user = User.objects.get(officer__uuid=cast.drafter.uuid)
    Authenticator.objects.create(user=user, type="totp", data={})
    officers.reset_second_factor(cast.administrator, account(cast, cast.drafter.uuid), key=uuid4())
    assert not Authenticator.objects.filter(user=user).exists()


def test_another_first_password_replaces_the_old_one(cast: Cast) -> None:
    command = account(cast, cast.drafter.uuid)
    officers.give_first_password(cast.administrator, command, key=uuid4(), password=PASSWORD)
    assert User.objects.get(username="lan").check_password(PASSWORD)
    assert actor_of_officer(cast.drafter.uuid).first_password


def test_an_administrator_does_not_lock_oneself_out(cast: Cast) -> None:
    for act in (officers.switch_account_off, officers.reset_second_factor):
        with pytest.raises(OwnAccount):
            act(cast.administrator, account(cast, cast.administrator.uuid), key=uuid4())
    position = Position.objects.get(role=Role.ADMINISTRATOR)
    command = EndPosition(position.uuid, position.version, TODAY)
    with pytest.raises(LastAdministrator):
        officers.end_position(cast.administrator, command, key=uuid4())
    second = post(Role.ADMINISTRATOR.value, None)
    officers.appoint(cast.administrator, Appoint(cast.clerk.uuid, second), key=uuid4())
    officers.end_position(cast.administrator, command, key=uuid4())


def test_a_position_ends_with_its_last_day(cast: Cast) -> None:
    position = Position.objects.get(officer_id=cast.other_unit.id)
    command = EndPosition(position.uuid, position.version, date(2021, 7, 5))
    officers.end_position(cast.administrator, command, key=uuid4())
    with pytest.raises(NotVisible):
        actor_of_officer(cast.other_unit.uuid)
    shown = directory.officer_view(cast.administrator, cast.other_unit.uuid)
    assert [held.held for held in shown.positions] == [False]


def test_a_position_does_not_end_before_it_begins(cast: Cast) -> None:
    position = Position.objects.get(officer__uuid=hire(cast))
    with pytest.raises(DayOutOfOrder):
        officers.end_position(
            cast.administrator, EndPosition(position.uuid, 1, date(2021, 6, 30)), key=uuid4()
        )


def test_what_belongs_to_another_agency_is_not_there(cast: Cast) -> None:
    foreign = cast.outsider.uuid
    theirs = Position.objects.get(officer__uuid=foreign)
    unit = Unit.objects.get(name="Phòng Hành chính sự nghiệp").uuid
    elsewhere = Post("drafter", "", unit, None)
    by = cast.administrator
    for attempt in (
        lambda: officers.switch_account_off(by, account(cast, foreign), key=uuid4()),
        lambda: officers.appoint(by, Appoint(foreign, post()), key=uuid4()),
        lambda: officers.appoint(by, Appoint(cast.drafter.uuid, elsewhere), key=uuid4()),
        lambda: officers.end_position(by, EndPosition(theirs.uuid, 1, TODAY), key=uuid4()),
        lambda: directory.officer_view(by, foreign),
    ):
        with pytest.raises(NotVisible):
            attempt()


def moved(cast: Cast, *, until: date = date(2020, 12, 31), user: str = "thu") -> UUID:
    """The outsider once worked in the cast's agency, and now does in another one. The officer's uuid."""
    officer = Officer.objects.get(user__username=user)
    Position.objects.create(officer=officer, agency_id=cast.drafter.agency_id, role="drafter", valid_to=until)
    return officer.uuid


def act_on_account(cast: Cast, name: str, officer: UUID) -> None:
    more = {"password": PASSWORD} if name == "give_first_password" else {}
    getattr(officers, name)(cast.administrator, account(cast, officer), key=uuid4(), **more)


ACCOUNT_ACTS = ("give_first_password", "reset_second_factor", "switch_account_off", "switch_account_on")


@pytest.mark.parametrize("act", ACCOUNT_ACTS)
@pytest.mark.parametrize("until", [date(2020, 12, 31), date(2031, 1, 1)])
def test_the_account_of_one_who_works_elsewhere_too_or_now_is_not_touched(
    cast: Cast, act: str, until: date
) -> None:
    before = User.objects.get(username="thu").password
    gone = moved(cast, until=until)
    assert directory.officer_view(cast.administrator, gone).name == "Vũ Thị Thu"
    with pytest.raises(NotAllowed, match="đang công tác"):
        act_on_account(cast, act, gone)
    assert User.objects.get(username="thu").password == before


@pytest.mark.parametrize("act", ACCOUNT_ACTS)
def test_the_account_of_one_who_works_nowhere_is_the_last_agencys(cast: Cast, act: str) -> None:
    Position.objects.filter(officer__user__username="thu").update(valid_to=date(2020, 6, 30))
    act_on_account(cast, act, moved(cast))
    Position.objects.filter(agency_id=cast.outsider.agency_id).update(valid_to=date(2021, 6, 30))
    with pytest.raises(NotAllowed):
        act_on_account(cast, act, cast.outsider.uuid)


def test_one_who_works_elsewhere_is_taken_in_by_the_steward_only(cast: Cast) -> None:
    gone = moved(cast)
    above = Agency.objects.get(names__name="UBND tỉnh Bắc Giang")
    higher = Position.objects.create(
        officer_id=cast.outsider.id, agency=above, role=Role.ADMINISTRATOR, valid_to=TODAY
    )
    with pytest.raises(NotAllowed, match="cơ quan cấp trên cùng"):
        officers.appoint(cast.administrator, Appoint(gone, post()), key=uuid4())
    higher.delete()
    officers.appoint(cast.administrator, Appoint(gone, post()), key=uuid4())


def test_nobody_but_an_administrator_administers(cast: Cast) -> None:
    for name, actor in cast:
        if name == "administrator":
            continue
        for read in (directory.overview, directory.officers, directory.units, directory.contacts):
            with pytest.raises(NotVisible):
                read(actor)
        with pytest.raises(NotVisible):
            officers.switch_account_off(actor, account(cast, cast.drafter.uuid), key=uuid4())


def contact(cast: Cast, name: str = "Vũ Thị Thu", **more: object) -> KeepContact:
    agency = Agency.objects.get(names__name="Sở Tài chính").uuid
    return KeepContact(agency, name, "Trưởng phòng", "0204 3855 555", **more)  # type: ignore[arg-type]


def test_contacts_are_kept_by_one_agency_and_seen_by_its_officers(cast: Cast) -> None:
    kept = contacts.keep_contact(cast.administrator, contact(cast), key=uuid4())
    agency = Agency.objects.get(names__name="Sở Tài chính").pk
    assert [row.name for row in contacts.contacts_of(cast.drafter, agency)] == ["Vũ Thị Thu"]
    assert contacts.contacts_of(cast.outsider, agency) == ()
    again = contact(cast, "Vũ Thị Thu Hà", contact=kept, version=1)
    contacts.keep_contact(cast.administrator, again, key=uuid4())
    with pytest.raises(StaleEdit):
        contacts.keep_contact(cast.administrator, again, key=uuid4())
    contacts.end_contact(cast.administrator, EndContact(kept, 2), key=uuid4())
    assert contacts.contacts_of(cast.drafter, agency) == ()
    assert Contact.objects.get().name == "Vũ Thị Thu Hà"


def test_no_telephone_number_stands_in_the_journal(cast: Cast) -> None:
    contacts.keep_contact(cast.administrator, contact(cast), key=uuid4())
    assert "3855" not in Event.objects.order_by("seq").last().body


def many_officers(cast: Cast, count: int) -> None:
    users = User.objects.bulk_create([User(username=f"can-bo-{number}") for number in range(count)])
    made = Officer.objects.bulk_create(
        [Officer(user=user, full_name=f"Cán Bộ {user.pk}", folded=f"can bo {user.pk}") for user in users]
    )
    unit = Unit.objects.get(name="Phòng Quản lý Khoa học")
    Position.objects.bulk_create(
        [Position(officer=one, agency_id=cast.drafter.agency_id, unit=unit, role="drafter") for one in made]
    )


def test_ten_thousand_officers_are_paged_in_the_database(cast: Cast) -> None:
    with CaptureQueriesContext(connection) as few:
        directory.officers(cast.administrator)
    many_officers(cast, 10_000)
    with CaptureQueriesContext(connection) as many:
        page = directory.officers(cast.administrator, page=3)
    assert (page.total, page.number, page.pages, len(page.rows)) == (10_006, 3, 201, 50)
    assert len(many) == len(few)
    assert "LIMIT 50" in many.captured_queries[-2]["sql"]
    assert directory.officers(cast.administrator, page=999).number == 201


def test_officers_are_found_without_marks_by_user_name_and_by_unit(cast: Cast) -> None:
    def names(words: str = "", unit: str = "") -> list[str]:
        return [row.name for row in directory.officers(cast.administrator, words, unit).rows]

    assert names("nguyen thi") == ["Nguyễn Thị Lan"]
    assert names("quan-tri") == ["Đỗ Quang Minh"]
    unit = str(Unit.objects.get(name="Phòng Quản lý Khoa học").uuid)
    assert names(unit=unit) == ["Lê Hồng Sơn"]
    assert cast.outsider.name not in names()


@pytest.mark.parametrize(
    ("administered", "parents", "found"),
    [
        ({1}, {1: None}, 1),
        ({2}, {1: None, 2: 1}, 2),  # alone, though not at the top
        ({1, 2, 3}, {1: None, 2: 1, 3: 2}, 1),
        ({2, 3}, {1: None, 2: 1, 3: 1}, None),  # two peers: the console
        (set(), {1: None}, None),
        ({1, 2}, {1: 2, 2: 1}, 1),  # a circle still has an answer
    ],
)
def test_the_steward_stands_above_all_who_administer(
    administered: set[int], parents: dict[int, int | None], found: int | None
) -> None:
    assert steward(frozenset(administered), parents) == found


def test_a_head_excuses_the_own_unit_only(cast: Cast) -> None:
    assert may_plan_absence(cast.head, cast.drafter.id, cast.drafter.unit_ids)
    assert not may_plan_absence(cast.head, cast.other_unit.id, cast.other_unit.unit_ids)
