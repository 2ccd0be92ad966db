"""Mail: one for each person and turn; nothing lost, late or twice, whatever the server, the clock or an outage does."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import override_settings
from django.utils import timezone
from pytest_django import Settings

from support.cast import Cast
from support.smtp import mail_server, speaking_to
from thammuu.apps.notifications import services
from thammuu.apps.notifications.commands import SetPreference, Telling
from thammuu.apps.notifications.delivery import TRIES, send_due
from thammuu.apps.notifications.gathering import gather
from thammuu.apps.notifications.jobs import deliver
from thammuu.apps.notifications.models import Kind, Mail, MailState, Notice, Posting
from thammuu.apps.notifications.wishes import Wishes, mail_moment
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor

TUESDAY = date(2021, 7, 6)
FRIDAY = date(2021, 7, 9)
MONDAY = date(2021, 7, 12)


@pytest.fixture(autouse=True)
def mail_on(settings: Settings) -> None:
    """The installation names a mail server."""
    settings.THAMMUU_MAIL = True
    settings.THAMMUU_ADDRESS = "https://tham-muu.example"


@contextmanager
def at(day: date, hour: int, minute: int = 0) -> Iterator[datetime]:
    """It is that hour in Việt Nam, for the clock of people and for the machine."""
    instant = datetime.combine(day, time(hour, minute), tzinfo=timezone.get_default_timezone())
    with time_machine.travel(instant, tick=False), clock.at(day):
        yield clock.now()


def told(
    actor: Actor, occasion: str, *, expires_at: datetime | None = None, words: str = "Bước II.3"
) -> None:
    services.tell(
        Telling(
            officer_id=actor.id,
            agency_id=actor.agency_id,
            kind=Kind.HANDED_OVER,
            subject=UUID(int=7),
            words=words,
            link="/ho-so/1/#buoc-3",
            occasion=occasion,
            expires_at=expires_at,
        )
    )


def wishes(actor: Actor, **said: object) -> None:
    plain = {
        "page_only": (),
        "days_before": (),
        "bundled": False,
        "bundle_at": time(7, 30),
        "quiet_days_off": False,
    }
    services.set_preference(actor, SetPreference(version=0, **(plain | said)), key=uuid4())  # type: ignore[arg-type]


def round_at(now: datetime) -> int:
    """One round of the postman."""
    gather(now)
    return send_due(now)


@pytest.mark.parametrize(
    ("said", "told_at", "moment"),
    [
        (Wishes(bundled=False, quiet_days_off=False), (TUESDAY, 9), (TUESDAY, 9, 0)),
        (Wishes(), (TUESDAY, 9), (date(2021, 7, 7), 7, 30)),
        (Wishes(), (TUESDAY, 6), (TUESDAY, 7, 30)),
        (Wishes(), (FRIDAY, 16), (MONDAY, 7, 30)),
        (Wishes(quiet_days_off=False), (FRIDAY, 16), (date(2021, 7, 10), 7, 30)),
        (Wishes(bundled=False), (date(2021, 7, 10), 9), (MONDAY, 7, 30)),
        # Quốc khánh 2021: 02 and 03/9, then a weekend.
        (Wishes(), (date(2021, 9, 1), 9), (date(2021, 9, 6), 7, 30)),
        # A year without an official calendar: only weekends are known.
        (Wishes(), (date(2060, 7, 2), 9), (date(2060, 7, 5), 7, 30)),
    ],
)
def test_a_mail_leaves_when_the_person_wishes(
    said: Wishes, told_at: tuple[date, int], moment: tuple[date, int, int]
) -> None:
    zone = timezone.get_default_timezone()
    instant = datetime.combine(told_at[0], time(told_at[1]), tzinfo=zone)
    assert mail_moment(said, instant) == datetime.combine(moment[0], time(*moment[1:]), tzinfo=zone)


def test_what_a_day_brought_comes_in_one_mail(cast: Cast) -> None:
    with mail_server() as server:
        for hour in (8, 10, 16):
            with at(TUESDAY, hour) as now:
                told(cast.drafter, f"dip-{hour}", words=f"Việc lúc {hour} giờ")
                assert round_at(now) == 0
        with at(date(2021, 7, 7), 7, 30) as now:
            assert (round_at(now), round_at(now)) == (1, 0)
    assert len(server.taken) == 1
    assert "Auto-Submitted: auto-generated" in server.taken[0]


def test_each_person_gets_a_mail_of_the_own(cast: Cast) -> None:
    for actor in (cast.drafter, cast.head):
        wishes(actor)
    with mail_server() as server, at(TUESDAY, 9) as now:
        told(cast.drafter, "dip")
        told(cast.head, "dip")
        assert round_at(now) == 2
    assert all(mail.count("\r\nTo: ") == 1 and "Cc" not in mail for mail in server.taken)


@pytest.mark.parametrize("fault", ["4xx", "drop", "hang", "swallow"])
def test_a_server_in_trouble_gets_the_mail_later_and_once_more_only(cast: Cast, fault: str) -> None:
    wishes(cast.drafter)
    with mail_server(fault) as server:
        with at(TUESDAY, 9) as now:
            told(cast.drafter, "dip")
            assert (round_at(now), round_at(now)) == (0, 0)
        with at(TUESDAY, 9, 10) as now:
            assert (round_at(now), round_at(now)) == (1, 0)
    mail = Mail.objects.get()
    assert (mail.state, mail.tries) == (MailState.SENT, 2)
    names = {line for mail in server.taken for line in mail.splitlines() if line.startswith("Message-ID")}
    assert len(names) == 1


def test_an_address_that_is_refused_for_good_is_not_tried_again_and_holds_nobody_up(cast: Cast) -> None:
    for actor in (cast.drafter, cast.head):
        wishes(actor)
    with mail_server("5xx") as server, at(TUESDAY, 9) as now:
        told(cast.drafter, "dip")
        told(cast.head, "dip")
        assert round_at(now) == 1
    with mail_server() as again, at(TUESDAY, 15) as now:
        assert round_at(now) == 0
    assert (len(server.taken), len(again.taken)) == (1, 0)
    assert sorted(Mail.objects.values_list("state", flat=True)) == [MailState.FAILED, MailState.SENT]


@pytest.mark.parametrize(
    "address", ["lan@bg..example", "la)n@bg.example", "[lan@bg.example", 'lan@bg.example"']
)
def test_an_address_that_cannot_be_one_is_given_up_with_its_fault_and_holds_nobody_up(
    cast: Cast, address: str
) -> None:
    for actor in (cast.drafter, cast.head):
        wishes(actor)
    User.objects.filter(officer__pk=cast.drafter.id).update(email=address)
    with mail_server() as server, at(TUESDAY, 9) as now:
        told(cast.drafter, "dip")
        told(cast.head, "dip")
        assert round_at(now) == 1
    assert len(server.taken) == 1
    given_up = Mail.objects.get(state=MailState.FAILED)
    assert (given_up.officer_id, bool(given_up.fault)) == (cast.drafter.id, True)


def test_a_server_that_always_hangs_is_given_up_with_the_reason_kept(cast: Cast) -> None:
    wishes(cast.drafter)
    with mail_server(*["hang"] * TRIES) as server:
        for tries in range(TRIES + 2):
            day = TUESDAY + timedelta(days=7 * tries // 24)
            with at(day, 7 * tries % 24) as now:
                told(cast.drafter, "dip")
                round_at(now)
    mail = Mail.objects.get()
    assert (mail.state, mail.tries, server.taken) == (MailState.FAILED, TRIES, [])
    assert "timed out" in mail.fault


def test_while_no_server_answers_no_mail_loses_a_try(cast: Cast) -> None:
    wishes(cast.drafter)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with speaking_to(port):
        for hour in range(9, 18):
            with at(TUESDAY, hour) as now:
                told(cast.drafter, "dip")
                assert round_at(now) == 0
    assert Mail.objects.get().tries == 0
    with mail_server() as server, at(date(2021, 7, 7), 9) as now:
        assert round_at(now) == 1
    assert len(server.taken) == 1


def test_after_an_outage_of_three_days_nothing_old_is_mailed(cast: Cast) -> None:
    for actor in (cast.drafter, cast.head):
        wishes(actor)
    with at(TUESDAY, 9) as now:
        told(cast.drafter, "waiting")
        told(cast.head, "made")
        gather(now)
        Notice.objects.filter(officer_id=cast.drafter.id).update(posting=Posting.WAITING, mail=None)
    with mail_server() as server, at(FRIDAY, 10) as now:
        told(cast.drafter, "fresh", words="Việc mới")
        assert round_at(now) == 1
    assert len(server.taken) == 1
    assert set(Notice.objects.values_list("occasion", "posting")) == {
        ("waiting", Posting.EXPIRED),
        ("made", Posting.ENCLOSED),
        ("fresh", Posting.ENCLOSED),
    }
    assert Mail.objects.filter(state=MailState.EXPIRED).count() == 2


def test_what_is_true_for_today_only_is_not_mailed_tomorrow(cast: Cast) -> None:
    with at(TUESDAY, 9) as now:
        told(cast.drafter, "today", expires_at=now.replace(hour=23))
    with mail_server() as server, at(date(2021, 7, 7), 8) as now:
        assert round_at(now) == 0
    assert server.taken == []


def test_what_a_clock_that_ran_ahead_told_is_not_mailed_when_it_is_put_right(cast: Cast) -> None:
    wishes(cast.drafter)
    with at(date(2031, 7, 8), 9) as now:
        told(cast.drafter, "ahead")
        gather(now)
        told(cast.drafter, "ahead too")
    with mail_server() as server, at(TUESDAY, 9) as now:
        told(cast.drafter, "now")
        assert round_at(now) == 1
    assert len(server.taken) == 1
    assert "dip" not in server.taken[0]


def test_a_clock_put_back_an_hour_sends_nothing_twice(cast: Cast) -> None:
    wishes(cast.drafter)
    with mail_server() as server:
        with at(TUESDAY, 9) as now:
            told(cast.drafter, "dip")
            assert round_at(now) == 1
        for hour in (8, 9, 10):
            with at(TUESDAY, hour) as now:
                told(cast.drafter, "dip")
                assert round_at(now) == 0
    assert len(server.taken) == 1


def test_a_mail_whose_worker_died_goes_out_after_a_while_under_the_same_name(cast: Cast) -> None:
    wishes(cast.drafter)
    with mail_server() as server:
        with at(TUESDAY, 9) as now:
            told(cast.drafter, "dip")
            gather(now)
            held = now + timedelta(minutes=10)
            Mail.objects.update(state=MailState.SENDING, tries=1, held_until=held)
            assert send_due(now) == 0
        with at(TUESDAY, 9, 11) as now:
            assert send_due(now) == 1
    assert f"<{Mail.objects.get().uuid}@tham-muu>" in server.taken[0]


@pytest.mark.parametrize("reason", ["no address", "account off", "moved away"])
def test_who_cannot_be_reached_any_more_gets_no_mail_and_it_is_told(cast: Cast, reason: str) -> None:
    wishes(cast.drafter)
    user = User.objects.get(officer__pk=cast.drafter.id)
    with mail_server() as server, at(TUESDAY, 9) as now:
        told(cast.drafter, "dip")
        if reason == "moved away":
            user.officer.positions.update(valid_to=date(2021, 7, 5))
        elif reason == "no address":
            User.objects.filter(pk=user.pk).update(email="")
        else:
            User.objects.filter(pk=user.pk).update(is_active=False)
        assert round_at(now) == 0
    assert (server.taken, Mail.objects.get().state) == ([], MailState.FAILED)


def test_words_cannot_become_headers_of_a_mail(cast: Cast) -> None:
    wishes(cast.drafter)
    with mail_server() as server, at(TUESDAY, 9) as now:
        told(cast.drafter, "dip", words="Hồ sơ\r\nBcc: ke-la@example.com\r\n\r\nLời khác")
        assert round_at(now) == 1
    head, _, _ = server.taken[0].partition("\r\n\r\n")
    assert "ke-la@example.com" not in head


def test_without_a_mail_server_the_postman_rests(cast: Cast, settings: Settings) -> None:
    settings.THAMMUU_MAIL = False
    with at(TUESDAY, 9):
        told(cast.drafter, "dip")
        assert deliver(lambda done, total: None) == {"made": 0, "taken": 0}
    assert not Mail.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_many_postmen_each_mail_has_one(cast: Cast) -> None:
    people = [cast.drafter, cast.head, cast.clerk, cast.leader, cast.other_unit]
    with at(TUESDAY, 9) as now, transaction.atomic():
        for actor in people:
            for number in range(5):
                told(actor, f"dip-{number}")

    def work(_: int) -> int:
        try:
            return round_at(now + timedelta(days=1))
        finally:
            connection.close()

    with mail_server() as server, override_settings(EMAIL_TIMEOUT=10), ThreadPoolExecutor(4) as postmen:
        taken = sum(postmen.map(work, range(4)))
        while again := work(0):
            taken += again
    assert taken == len(server.taken) == len(people)
    assert Notice.objects.filter(posting=Posting.ENCLOSED, mail__state=MailState.SENT).count() == 25
