"""How accounts come to be, and under which name wrong passwords are counted."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest

from thammuu.apps.organisations.models import Officer


class ClosedAccounts(DefaultAccountAdapter):
    """allauth with the front door closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: `services.register_officer` makes accounts."""
        return False

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """A password that its owner chose is no first password any more."""
        super().set_password(user, password)
        Officer.objects.filter(user=user, first_password=True).update(first_password=False)


def counted_name(request: HttpRequest, credentials: dict[str, Any] | None = None) -> str:
    """The name that axes counts tries under: one for an account, however its user name or address is typed.

    axes by itself looks for one key in `credentials`; allauth hands over `username` or `email`, the check hands over
    the form's own field, and a name found in one place only would never be locked.
    """
    sources = (credentials or {}, request.POST)
    keys = ("username", "email", "login")
    typed = next((str(source[key]) for source in sources for key in keys if source.get(key)), "")
    name = typed.strip().casefold()
    if "@" in name:
        users = get_user_model().objects.filter(email__iexact=name)
        name = next((user.get_username().casefold() for user in users[:1]), name)
    return name
