"""Which account an identity from outside means."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser


def account_named(by: str, value: str) -> AbstractBaseUser | None:
    """The one officer's account with this `email` or `username`, switched on or not; None for none and for several.

    Someone switched off is found as well, so that they are told that, and not that nobody knows them.
    """
    assert by in ("email", "username")
    if not value.strip():
        return None
    found = get_user_model().objects.filter(officer__isnull=False, **{f"{by}__iexact": value.strip()})[:2]
    return found[0] if len(found) == 1 else None
