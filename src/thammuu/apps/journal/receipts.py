"""Receipts: a POST sent twice has one effect and one answer."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from django.db import transaction

from thammuu.apps.journal.canonical import fingerprint
from thammuu.apps.journal.models import Receipt
from thammuu.apps.journal.room import told_when_full
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


class TextUnprintable(Refusal):
    """A command holds a text with a character that no paper can show."""

    code: ClassVar[str] = "journal.text_unprintable"

    def __init__(self, text: str, at: int) -> None:
        near = _NO_LETTER.sub("□", text[max(at - _NEAR, 0) : at + _NEAR])
        super().__init__(f"Có ký tự không in được, ở chỗ □ trong “{near}”. Hãy gõ lại đoạn này rồi ghi lại.")


_NO_LETTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters outside XML 1.0, 2.2."""
_NEAR = 20


def once(owner: UUID, key: UUID, act: str, command: object, do: Callable[[], UUID]) -> UUID:
    """What `do` returns, run at most once for (owner, key), in one transaction with its receipt.

    A second request with the same key waits for the first to end, then gets its answer. Raises KeyReused when the
    command differs, DayImplausible for a command with a year mistyped, TextUnprintable for one with a character that is
    none, DatabaseFull. A refused act leaves no receipt: it may be sent again.
    """
    check_values(command)
    seal = fingerprint({"act": act, "command": command})
    with told_when_full(), transaction.atomic():
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


def check_values(command: object) -> None:
    """Every day and text of the command, those of a claim too, can be meant: one bound for all forms and programs.

    A day near the calendar's own end would break every page that reckons with it, the one included on which it could be
    put right. A character that XML does not take would break every document made of the text, and PostgreSQL keeps no
    NUL at all.
    """
    for value in _leaves(command):
        if isinstance(value, date):
            if not plausible(value.date() if isinstance(value, datetime) else value):
                raise DayImplausible(f"{value.day:02d}/{value.month:02d}/{value.year}")
        elif isinstance(value, str) and (found := _NO_LETTER.search(value)):
            raise TextUnprintable(value, found.start())


def _leaves(value: object) -> Iterator[object]:
    """What the value is made of; days that a claim writes in ISO form as days."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _leaves(getattr(value, field.name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _leaves(_iso_day(item) or item)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _leaves(item)
    else:
        yield value


def _iso_day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def answered(owner: UUID, key: UUID) -> UUID | None:
    """What an earlier request with this key returned; None when there was none."""
    return Receipt.objects.filter(owner=owner, key=key).values_list("result", flat=True).first()


def replayed(owner: UUID, key: UUID, command: object) -> UUID | None:
    """What `once` returned for this very command, for one who has lost the right to send it since; None if it did not.

    Raises DatabaseFull, KeyReused when the command was another.
    """
    receipt = Receipt.objects.filter(owner=owner, key=key).first()
    if receipt is None or receipt.result is None:
        return None
    if receipt.fingerprint != fingerprint({"act": receipt.act, "command": command}):
        raise KeyReused
    return receipt.result


def forget(before: datetime) -> int:
    """Remove receipts of requests older than any page that could still be sent again; how many."""
    return Receipt.objects.filter(made_at__lt=before).delete()[0]
