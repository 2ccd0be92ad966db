"""What htmx must not be left to do by itself."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django_htmx.http import HttpResponseClientRedirect


class WholePageRedirectMiddleware:
    """A redirect in answer to a fragment leads the whole page there.

    The browser would follow it silently, and the sign-in page would be drawn inside the list when a session has ended.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Turn the redirect into one that htmx carries out on the window."""
        response = self.get_response(request)
        if getattr(request, "htmx", False) and "Location" in response.headers:
            return HttpResponseClientRedirect(response.headers["Location"])
        return response
