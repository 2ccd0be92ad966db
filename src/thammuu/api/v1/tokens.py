"""Who asks: the officer whose personal token the request carries. Cookies open nothing here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ninja.security import HttpBearer

from thammuu.apps.accounts.tokens import officer_for
from thammuu.apps.organisations.queries import actor_of_officer
from thammuu.apps.organisations.refusals import NotVisible

if TYPE_CHECKING:
    from django.http import HttpRequest

    from thammuu.apps.organisations.actors import Actor

PURPOSE = "api"


class PersonalTokenAuth(HttpBearer):
    """`Authorization: Bearer tm_api_…`; what it finds is `request.auth`, the Actor."""

    def authenticate(self, request: HttpRequest, token: str) -> Actor | None:
        """The officer as of today; None, hence 401, for a token that opens nothing or an officer without a position."""
        officer = officer_for(token, PURPOSE)
        if officer is None:
            return None
        try:
            return actor_of_officer(officer)
        except NotVisible:
            return None
