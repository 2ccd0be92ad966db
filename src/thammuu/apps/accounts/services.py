"""Changes to an officer's own account, and the events that signing in and out leave."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from thammuu.apps.accounts.commands import ChooseLanguage
from thammuu.apps.accounts.models import Preference
from thammuu.apps.accounts.refusals import NoSuchLanguage
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Officer
from thammuu.apps.organisations.queries import actor_for


def choose_language(actor: Actor, command: ChooseLanguage, *, key: UUID) -> UUID:
    """The language of the pages from now on. The officer's uuid. Raises NoSuchLanguage."""
    if command.language not in dict(settings.LANGUAGES):
        raise NoSuchLanguage

    def act() -> UUID:
        Preference.objects.update_or_create(officer_id=actor.id, defaults={"language": command.language})
        record(
            "account.language_chosen",
            subject=actor.uuid,
            at=clock.now(),
            actor=actor.uuid,
            agency=actor.agency_uuid,
            data=command,
        )
        return actor.uuid

    return once(actor.uuid, key, "account.language_chosen", command, act)


@transaction.atomic
def note(account: AbstractBaseUser, act: str, **data: object) -> None:
    """Put into the journal what happened to an account: signed in, password changed, second factor set up.

    An account that is nobody's (made at the console) leaves no event: there is no officer to name.
    """
    officer = Officer.objects.filter(user=account.pk).first()
    if officer is None:
        return
    actor = actor_for(account)
    record(
        act,
        subject=officer.uuid,
        at=clock.now(),
        actor=officer.uuid,
        agency=actor.agency_uuid if actor else None,
        data=data,
    )
