"""Acts of an administrator on the account of an officer that also shut out whoever is in with it now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.db import transaction

from thammuu.apps.accounts import sessions, tokens
from thammuu.apps.journal.receipts import answered
from thammuu.apps.organisations import officers
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.commands import ChangeAccount


def give_first_password(actor: Actor, command: ChangeAccount, *, key: UUID, password: str) -> UUID:
    """Another first password; the old one's sessions and tokens end with it. The officer's uuid."""
    act = partial(officers.give_first_password, actor, command, key=key, password=password)
    return _shutting_out(actor, key, act, "Quản trị cấp mật khẩu mới")


def reset_second_factor(actor: Actor, command: ChangeAccount, *, key: UUID) -> UUID:
    """The second factor is lost, and with it whatever was open on the telephone. The officer's uuid."""
    act = partial(officers.reset_second_factor, actor, command, key=key)
    return _shutting_out(actor, key, act, "Quản trị đặt lại xác thực hai lớp")


def switch_account_off(actor: Actor, command: ChangeAccount, *, key: UUID) -> UUID:
    """Nobody is in with this account any more; its tokens open nothing while it is off. The officer's uuid."""
    act = partial(officers.switch_account_off, actor, command, key=key)
    return _shutting_out(actor, key, act, "")


def _shutting_out(actor: Actor, key: UUID, act: Callable[[], UUID], why: str) -> UUID:
    """`why`: the reason told in the officer's list of tokens; empty to leave these as they are."""
    with transaction.atomic():
        again = answered(actor.uuid, key) is not None
        officer = act()
        if not again:  # whoever has signed in since the first sending stays in
            sessions.end_all(officer)
            if why:
                tokens.revoke_all(actor, officer, why)
    return officer
