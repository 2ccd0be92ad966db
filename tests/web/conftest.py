"""Pages are asked for by a browser of the cast; those of one module may share the dossiers that they show."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from support.builders import make_dossier, start
from support.cast import TODAY, Cast, register
from thammuu.apps.documents import services as documents
from thammuu.apps.dossiers import queries
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.queries import actor_for
from web.matrix.row import Scene


@pytest.fixture
def drafter(as_client: Callable[[str], Client]) -> Client:
    """The one whose dossier it is."""
    return as_client("drafter")


@pytest.fixture
def outsider(as_client: Callable[[str], Client]) -> Client:
    """An officer of another agency; must see nothing."""
    return as_client("outsider")


@pytest.fixture(scope="module")
def scenes(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Scene, Scene]]:
    """One scene of the drafter's and one of the outsider's, made once; every test goes back to how they stood here.

    They live in a transaction around the module, the test's own is a savepoint in it: no test of the module may
    ask for a database that really commits.
    """
    around = transaction.atomic()
    with django_db_blocker.unblock():
        around.__enter__()
        try:
            made = _begun("lan"), _begun("thu")
        except BaseException:
            transaction.set_rollback(True)
            around.__exit__(None, None, None)
            raise
    yield made
    with django_db_blocker.unblock():
        transaction.set_rollback(True)
        around.__exit__(None, None, None)


@pytest.fixture
def scene(scenes: tuple[Scene, Scene], cast: Cast, unread: None) -> Scene:
    """A dossier of the drafter's with its second step begun."""
    return scenes[0]


@pytest.fixture
def foreign(scenes: tuple[Scene, Scene], cast: Cast, unread: None) -> Scene:
    """The same in another agency."""
    return scenes[1]


def _begun(username: str) -> Scene:
    """A dossier of that officer's with its second step begun."""
    with clock.at(TODAY), pytest.MonkeyPatch.context() as unread:
        unread.setattr(documents, "enqueue", lambda *_: None)
        register()
        actor = actor_for(User.objects.get(username=username))
        dossier = make_dossier(actor)
        start(actor, dossier.steps[1])
        return Scene(actor, queries.dossier_view(actor, dossier.uuid))
