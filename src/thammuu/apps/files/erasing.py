"""Removing a content that must not be here at all: a state secret found when a scan was read."""

from __future__ import annotations

from datetime import datetime

from thammuu.apps.files import store
from thammuu.apps.files.models import ErasedContent


def erase(digest: str, *, at: datetime) -> None:
    """Remove the content and keep that it was removed; call it last in the transaction of the act.

    Legal source: Luật Bảo vệ bí mật nhà nước 117/2025/QH15, Điều 5 khoản 2.
    """
    ErasedContent.objects.create(sha256=digest, at=at)
    store.erase(digest)
