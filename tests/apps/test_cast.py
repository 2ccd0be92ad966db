"""The cast comes from memory after the first test: it must be the one that the services made."""

from __future__ import annotations

from django.apps import apps
from django.db import transaction

from support.cast import Cast, register
from thammuu.apps.journal.models import Event
from thammuu.apps.journal.queries import verdict
from thammuu.apps.organisations import demo


def kept() -> dict[str, int]:
    """How many rows every table has."""
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def test_the_register_from_memory_has_every_row_of_the_one_that_is_set_up(db: None, today: object) -> None:
    with transaction.atomic():
        demo.set_up()
        made = kept()
        transaction.set_rollback(True)
    for _ in range(2):
        with transaction.atomic():
            register()
            assert kept() == made
            assert verdict().broken_at is None
            transaction.set_rollback(True)


def test_the_journal_goes_on_where_the_register_ends(cast: Cast) -> None:
    demo.set_up()
    assert verdict().broken_at is None
    assert Event.objects.exists()
