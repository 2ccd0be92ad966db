"""Mã truy cập cá nhân: one officer, one purpose, until a day; the secret is told once and kept nowhere."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.core import serializers

from support.cast import TODAY, Cast
from thammuu.apps.accounts import resets, tokens
from thammuu.apps.accounts.commands import RevokeToken
from thammuu.apps.accounts.models import PersonalToken
from thammuu.apps.accounts.refusals import NoSuchPurpose, TooManyTokens
from thammuu.apps.accounts.rows import Issued
from thammuu.apps.journal.models import Event
from thammuu.apps.journal.receipts import KeyReused
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.commands import ChangeAccount
from thammuu.apps.organisations.models import Officer
from thammuu.apps.organisations.refusals import NotVisible


@pytest.fixture
def issued(cast: Cast) -> Issued:
    """The drafter's token for a calendar."""
    return tokens.issue(cast.drafter, "calendar", "Điện thoại", key=uuid4())


def test_a_token_opens_its_purpose_for_its_officer_and_nothing_else(cast: Cast, issued: Issued) -> None:
    assert tokens.officer_for(issued.secret or "", "calendar") == cast.drafter.uuid
    assert tokens.officer_for(issued.secret or "", "api") is None
    assert tokens.officer_for(f"{issued.secret}x", "calendar") is None
    assert tokens.officer_for("", "calendar") is None


def test_neither_the_table_nor_the_journal_knows_the_secret(issued: Issued) -> None:
    kept = serializers.serialize("json", PersonalToken.objects.all()) + "".join(
        Event.objects.values_list("body", flat=True)
    )
    assert issued.secret
    assert issued.secret.removeprefix("tm_calendar_") not in kept


def test_the_same_request_makes_one_token_and_tells_its_secret_once(cast: Cast) -> None:
    key = uuid4()
    first = tokens.issue(cast.drafter, "api", "Báo cáo", key=key)
    again = tokens.issue(cast.drafter, "api", "Báo cáo", key=key)
    assert (again.uuid, again.secret) == (first.uuid, None)
    with pytest.raises(KeyReused):
        tokens.issue(cast.drafter, "api", "Khác", key=key)
    assert PersonalToken.objects.count() == 1


def test_it_ends_with_its_day(cast: Cast) -> None:
    secret = tokens.issue(cast.drafter, "api", "Báo cáo", key=uuid4(), days=30).secret or ""
    with clock.at(TODAY + timedelta(days=30)):
        assert tokens.officer_for(secret, "api") == cast.drafter.uuid
    with clock.at(TODAY + timedelta(days=31)):
        assert tokens.officer_for(secret, "api") is None
        assert tokens.tokens_of(cast.drafter)[0].state == "expired"


def test_revoking_ends_it_at_once_and_is_said_once(cast: Cast, issued: Issued) -> None:
    for _ in range(2):
        tokens.revoke(cast.drafter, RevokeToken(issued.uuid, "Mất điện thoại"), key=uuid4())
    assert tokens.officer_for(issued.secret or "", "calendar") is None
    assert tokens.token_of(cast.drafter, issued.uuid).state == "revoked"
    assert Event.objects.filter(act="account.token_revoked").count() == 1


def test_an_account_switched_off_takes_its_tokens_along(issued: Issued) -> None:
    User.objects.filter(username="lan").update(is_active=False)
    assert tokens.officer_for(issued.secret or "", "calendar") is None


def test_a_password_that_an_administrator_gave_opens_nothing_by_a_token(cast: Cast, issued: Issued) -> None:
    Officer.objects.filter(pk=cast.drafter.id).update(first_password=True)
    assert tokens.officer_for(issued.secret or "", "calendar") is None


@pytest.mark.parametrize("act", ["give_first_password", "reset_second_factor"])
def test_tokens_of_an_account_that_is_reset_are_revoked_for_good(
    cast: Cast, issued: Issued, act: str
) -> None:
    other = tokens.issue(cast.head, "api", "Báo cáo", key=uuid4())
    command = ChangeAccount(cast.drafter.uuid, 1, "Mất điện thoại")
    more = {"password": "lúa-chín-ngoài-đồng-7"} if act == "give_first_password" else {}
    key = uuid4()
    getattr(resets, act)(cast.administrator, command, key=key, **more)
    token = PersonalToken.objects.get(uuid=issued.uuid)
    assert token.reason.startswith("Quản trị")
    Officer.objects.filter(pk=cast.drafter.id).update(first_password=False)
    assert tokens.officer_for(issued.secret or "", "calendar") is None
    assert tokens.officer_for(other.secret or "", "api") == cast.head.uuid
    event = Event.objects.get(act="account.token_revoked")
    assert (event.subject, event.actor) == (issued.uuid, cast.administrator.uuid)
    since = tokens.issue(cast.drafter, "calendar", "Điện thoại mới", key=uuid4())
    getattr(resets, act)(cast.administrator, command, key=key, **more)
    assert tokens.officer_for(since.secret or "", "calendar") == cast.drafter.uuid


def test_nobody_sees_or_revokes_the_token_of_another(cast: Cast, issued: Issued) -> None:
    for _, actor in cast:
        if actor != cast.drafter:
            assert tokens.tokens_of(actor) == ()
            with pytest.raises(NotVisible):
                tokens.token_of(actor, issued.uuid)
            with pytest.raises(NotVisible):
                tokens.revoke(actor, RevokeToken(issued.uuid), key=uuid4())
    assert tokens.officer_for(issued.secret or "", "calendar") == cast.drafter.uuid


def test_the_day_of_use_is_kept_and_written_once_a_day(
    cast: Cast, issued: Issued, django_assert_num_queries: object
) -> None:
    tokens.officer_for(issued.secret or "", "calendar")
    assert tokens.token_of(cast.drafter, issued.uuid).last_used_on == TODAY
    with django_assert_num_queries(1):  # type: ignore[operator]
        tokens.officer_for(issued.secret or "", "calendar")


def test_there_is_an_end_to_how_many(cast: Cast) -> None:
    for number in range(tokens.MOST):
        last = tokens.issue(cast.drafter, "api", f"Mã {number}", key=uuid4())
    with pytest.raises(TooManyTokens):
        tokens.issue(cast.drafter, "api", "Thêm nữa", key=uuid4())
    tokens.revoke(cast.drafter, RevokeToken(last.uuid), key=uuid4())
    assert tokens.issue(cast.drafter, "api", "Thêm nữa", key=uuid4()).secret


def test_a_purpose_that_nobody_knows_is_refused(cast: Cast) -> None:
    with pytest.raises(NoSuchPurpose):
        tokens.issue(cast.drafter, "everything", "Báo cáo", key=uuid4())
