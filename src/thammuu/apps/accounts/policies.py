"""Who may work only under stricter rules."""

from __future__ import annotations

from django.conf import settings

from thammuu.apps.organisations.actors import Actor


def needs_second_factor(actor: Actor) -> bool:
    """Whether the installation asks this officer for a second factor (OWASP ASVS 5.0, 6.3.3)."""
    return actor.holds(*settings.THAMMUU_SECOND_FACTOR_FOR)
