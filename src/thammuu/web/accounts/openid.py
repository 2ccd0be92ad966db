"""Signing in by the agency's identity provider (OpenID Connect Core 1.0), for officers who have an account here.

allauth keeps state, PKCE and the exchange of the code. What it leaves out is here: the signature of the id_token is
checked although it came over TLS, the nonce is, and nobody gets an account by coming.
"""

from __future__ import annotations

from secrets import compare_digest, token_urlsafe
from typing import Any, NoReturn

import jwt
from allauth.account.utils import get_next_redirect_url
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.internal import jwtkit
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.base import AuthError, AuthProcess
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET
from requests import RequestException

from thammuu.apps.accounts import identities

KIND = "openid_connect"
_SIGNATURES = ("RS256", "PS256", "ES256")
"""Never HS256: with that whoever knows the public key could sign."""


def offered() -> str:
    """The words on the button at the door; empty where no provider is configured."""
    apps = settings.SOCIALACCOUNT_PROVIDERS.get(KIND, {}).get("APPS", [])
    return apps[0]["name"] if apps else ""


@login_not_required
@require_GET
def begin(request: HttpRequest) -> HttpResponse:
    """Send the visitor to the provider."""
    provider, nonce = _provider(request), token_urlsafe(24)
    try:
        return provider.redirect(
            request,
            AuthProcess.LOGIN,
            next_url=get_next_redirect_url(request),
            data={"nonce": nonce},
            auth_params={"nonce": nonce},
        )
    except RequestException:
        return _refusal(request, "away", 503)


@login_not_required
@require_GET
def finish(request: HttpRequest) -> HttpResponse:
    """The visitor comes back with a code."""
    exchange = _provider(request).get_oauth2_adapter(request)
    return OAuth2CallbackView.adapter_view(exchange)(request)


def _provider(request: HttpRequest) -> OpenIDConnectProvider:
    if not offered():
        raise Http404
    provider = get_adapter(request).get_provider(request, KIND)
    provider.oauth2_adapter_class = _Exchange
    return provider


class _Exchange(OpenIDConnectOAuth2Adapter):
    """What is said between this installation and the provider."""

    def complete_login(
        self, request: HttpRequest, app: SocialApp, token: SocialToken, **kwargs: Any
    ) -> SocialLogin:
        """Who the provider says this is. Raises OAuth2Error for an id_token that does not hold."""
        claims = self._claims(app, kwargs["response"].get("id_token") or "")
        if app.settings["claim"] not in claims:
            said = self._fetch_user_info(token.token)
            if said.get("sub") != claims["sub"]:  # OpenID Connect Core 1.0, 5.3.2
                raise OAuth2Error("userinfo is about somebody else")
            claims = said | claims
        return self.get_provider().sociallogin_from_response(request, {"id_token": claims})

    def get_callback_url(self, request: HttpRequest, app: SocialApp) -> str:
        """The one address to which the provider sends people back."""
        return request.build_absolute_uri(reverse("account_openid_finish"))

    def _claims(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        try:
            signature = jwt.get_unverified_header(id_token).get("alg")
        except jwt.PyJWTError as fault:
            raise OAuth2Error("no id_token") from fault
        if signature not in _SIGNATURES:
            raise OAuth2Error(f"id_token signed by {signature}")
        return jwtkit.verify_and_decode(
            credential=id_token,
            keys_url=self.openid_config["jwks_uri"],
            issuer=self.openid_config["issuer"],
            audience=app.client_id,
            lookup_kid=jwtkit.lookup_kid_jwk,
        )


class KnownOfficers(DefaultSocialAccountAdapter):
    """Whom the provider names must have an account already."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Check that the answer is to our question, and find the account: by subject, at first by the claim."""
        claims = sociallogin.account.extra_data["id_token"]
        asked = (sociallogin.state.get("data") or {}).get("nonce", "")
        if not (
            asked and compare_digest(asked.encode(), str(claims.get("nonce", "")).encode(errors="replace"))
        ):
            _refuse(request, "not_believed", 401)
        sociallogin.account.extra_data = {}
        if not sociallogin.is_existing:
            self._find(request, sociallogin, claims)

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: str | None = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Say what went wrong in our words."""
        if error == AuthError.CANCELLED:
            _refuse(request, "cancelled", 401)
        if isinstance(exception, RequestException):
            _refuse(request, "away", 503)
        _refuse(request, "not_believed", 401)

    def _find(self, request: HttpRequest, sociallogin: SocialLogin, claims: dict[str, Any]) -> None:
        app = sociallogin.provider.app
        value = str(claims.get(app.settings["claim"], ""))
        # Where people write their own address, one that nobody verified would open any account.
        believed = app.settings["match"] != "email" or claims.get("email_verified") in (True, "true")
        account = identities.account_named(app.settings["match"], value) if believed else None
        if account is None:
            _refuse(request, "unknown", 403, name=value)
        sociallogin.connect(request, account)


def _refuse(request: HttpRequest, reason: str, status: int, name: str = "") -> NoReturn:
    raise ImmediateHttpResponse(_refusal(request, reason, status, name))


def _refusal(request: HttpRequest, reason: str, status: int, name: str = "") -> HttpResponse:
    return render(request, "account/openid_refused.html", {"reason": reason, "name": name}, status=status)
