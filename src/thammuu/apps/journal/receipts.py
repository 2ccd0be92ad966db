"""Receipts: a POST sent twice has one effect and one answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from django.db import transaction

from thammuu.apps.journal.canonical import fingerprint
from thammuu.apps.journal.models import Receipt
from thammuu_core.errors import Refusal


class KeyReused(Refusal):
    """The key of an earlier request came with other contents."""

    code: ClassVar[str] = "journal.key_reused"

    def __init__(self) -> None:
        super().__init__("Biểu mẫu này đã được gửi với nội dung khác. Hãy tải lại trang rồi nhập lại.")


def once(owner: UUID, key: UUID, act: str, command: object, do: Callable[[], UUID]) -> UUID:
    """What `do` returns, run at most once for (owner, key), in one transaction with its receipt.

    A second request with the same key waits for the first to end, then gets its answer. Raises KeyReused when the
    command differs. A refused act leaves no receipt: it may be sent again.
    """
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


def answered(owner: UUID, key: UUID) -> UUID | None:
    """What an earlier request with this key returned; None when there was none."""
    return Receipt.objects.filter(owner=owner, key=key).values_list("result", flat=True).first()


def forget(before: datetime) -> int:
    """Remove receipts of requests older than any page that could still be sent again; how many."""
    return Receipt.objects.filter(made_at__lt=before).delete()[0]
