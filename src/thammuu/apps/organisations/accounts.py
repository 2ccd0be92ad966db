"""How accounts come to be: an administrator makes them; nobody signs up."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedAccounts(DefaultAccountAdapter):
    """allauth with the front door closed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: `services.register_officer` makes accounts."""
        return False
