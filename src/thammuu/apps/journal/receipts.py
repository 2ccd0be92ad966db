"""Receipts: a POST sent twice has one effect and one answer."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from django.db import transaction

from thammuu.apps.journal.canonical import fingerprint
from thammuu.apps.journal.models import Receipt
from thammuu_core.calendars import plausible
from thammuu_core.errors import Refusal


class KeyReused(Refusal):
    """The key of an earlier request came with other contents."""

    code: ClassVar[str] = "journal.key_reused"

    def __init__(self) -> None:
        super().__init__("Biểu mẫu này đã được gửi với nội dung khác. Hãy tải lại trang rồi nhập lại.")


class DayImplausible(Refusal):
    """A command names a day that nobody can mean."""

    code: ClassVar[str] = "journal.day_implausible"

    def __init__(self, day: str) -> None:
        super().__init__(f"Ngày {day} không thể đúng. Hãy kiểm tra lại năm rồi ghi lại.")


def once(owner: UUID, key: UUID, act: str, command: object, do: Callable[[], UUID]) -> UUID:
    """What `do` returns, run at most once for (owner, key), in one transaction with its receipt.

    A second request with the same key waits for the first to end, then gets its answer. Raises KeyReused when the
    command differs, DayImplausible for a command with a year mistyped. A refused act leaves no receipt: it may be sent
    again.
    """
    check_days(command)
    seal = fingerprint({"act": act, "command": command})
    with transaction.atomic():
        receipt, fresh = Receipt.objects.get_or_create(
            owner=owner, key=key, defaults={"act": act, "fingerprint": seal}
        )
        if not fresh:
            if receipt.fingerprint != seal or receipt.result is None:
                raise KeyReused
            return receipt.result
        result = do()
        Receipt.objects.filter(pk=receipt.pk).update(result=result)
        return result


def check_days(command: object) -> None:
    """Every day of the command, in words of a claim too, can be meant: one bound for all forms and programs.

    A day near the calendar's own end would break every page that reckons with it, the one included on which it could be
    put right.
    """
    if isinstance(command, date):
        if not plausible(command.date() if isinstance(command, datetime) else command):
            raise DayImplausible(f"{command.day:02d}/{command.month:02d}/{command.year}")
    elif dataclasses.is_dataclass(command) and not isinstance(command, type):
        for field in dataclasses.fields(command):
            check_days(getattr(command, field.name))
    elif isinstance(command, dict):
        for value in command.values():
            check_days(_iso_day(value) or value)
    elif isinstance(command, list | tuple):
        for value in command:
            check_days(value)


def _iso_day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def answered(owner: UUID, key: UUID) -> UUID | None:
    """What an earlier request with this key returned; None when there was none."""
    return Receipt.objects.filter(owner=owner, key=key).values_list("result", flat=True).first()


def forget(before: datetime) -> int:
    """Remove receipts of requests older than any page that could still be sent again; how many."""
    return Receipt.objects.filter(made_at__lt=before).delete()[0]
