"""The one place where a refusal of the application becomes a status of HTTP, for pages and programs alike."""

from __future__ import annotations

from thammuu.apps.journal.receipts import KeyReused
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible
from thammuu_core.errors import Malformed, Refusal, Told, Unavailable
from thammuu_core.intake.refusals import FileTooLarge

STATUS: tuple[tuple[type[Told], int], ...] = (
    (NotVisible, 404),
    (NotAllowed, 403),
    (KeyReused, 422),
    (FileTooLarge, 413),
    (Refusal, 409),
    (Malformed, 422),
    (Unavailable, 503),
)
"""The first family that fits decides."""


def status_of(told: Told) -> int:
    """Its status."""
    return next(status for family, status in STATUS if isinstance(told, family))
