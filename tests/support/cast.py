"""The people of every test, by what they are: fixtures `cast`, `as_client`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date
from time import time

import pytest
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client

from thammuu.apps.journal.models import Event, Head
from thammuu.apps.organisations import clock, demo
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Agency, AgencyName, Officer, Position, Unit
from thammuu.apps.organisations.queries import actor_for

TODAY = date(2021, 7, 6)
"""The day on which all tests that know the cast take place."""
ANONYMOUS = "anonymous"
_WRITTEN = (User, Agency, AgencyName, Unit, Officer, Position, Event, Head)
"""Everything that setting the demo's register up writes, in that order; `test_cast` holds it against what is there."""
_REMEMBERED: list[list[Model]] = []
"""The rows of those tables after it was set up in an empty database of this process."""


@dataclass(frozen=True, slots=True)
class Cast:
    """A Sở's drafter, head, clerk, leader and administrator, a drafter of another unit, and one of another Sở."""

    drafter: Actor
    head: Actor
    clerk: Actor
    leader: Actor
    administrator: Actor
    other_unit: Actor
    outsider: Actor

    def __iter__(self) -> Iterator[tuple[str, Actor]]:
        """Every role with its person."""
        return ((part.key, getattr(self, part.key)) for part in demo.CAST)


@pytest.fixture
def today() -> Iterator[date]:
    """It is TODAY for the length of the test."""
    with clock.at(TODAY):
        yield TODAY


@pytest.fixture
def cast(db: None, today: date) -> Cast:
    """Everyone, in the register of the demo."""
    register()
    people = {part.key: actor_for(User.objects.get(username=part.username)) for part in demo.CAST}
    return Cast(**people)  # type: ignore[arg-type]


def register() -> None:
    """The register of the demo: made by its services once a process, written down again from memory for other tests.

    Only an empty database is filled from memory; beside rows of the test's own the services do their work.
    """
    if User.objects.filter(username__in=[part.username for part in demo.CAST]).count() == len(demo.CAST):
        return
    if any(model.objects.exists() for model in _WRITTEN):
        demo.set_up()
        return
    if not _REMEMBERED:
        demo.set_up()
        _REMEMBERED.extend(list(model.objects.order_by("pk")) for model in _WRITTEN)
        return
    for rows in _REMEMBERED:
        type(rows[0]).objects.bulk_create(map(copy, rows))


@pytest.fixture
def as_client(cast: Cast) -> Callable[[str], Client]:
    """A browser of the named role, signed in; of nobody for ANONYMOUS."""
    users = {part.key: part.username for part in demo.CAST}

    return lambda role: Client() if role == ANONYMOUS else signed_in(users[role])


def signed_in(username: str) -> Client:
    """A browser of that account, which typed its password a moment ago, as sensitive pages ask."""
    browser, user = Client(), User.objects.get(username=username)
    browser.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    session = browser.session
    session["account_authentication_methods"] = [
        {"method": "password", "at": time(), "reauthenticated": True}
    ]
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return browser
