"""The same pages as a plain Django project would have them: a view, its query, its template, Django's usual middleware."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.lists.finding import found
from thammuu.apps.organisations.queries import actor_for
from thammuu.web.components.paging import pager
from thammuu.web.progress.forms import BoardForm
from thammuu.web.progress.views import TABLE
from thammuu.web.search.forms import SearchForm

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
"""As `startproject` writes it."""


@login_required
def board(request: HttpRequest) -> HttpResponse:
    """Theo dõi tiến độ."""
    actor = request.actor = actor_for(request.user)  # type: ignore[attr-defined]
    rows = queries.board(actor)
    form = BoardForm(request.GET)
    form.offer(rows.units)
    page = {
        "form": form,
        "board": rows,
        "table": TABLE,
        "asked": "",
        "pager": pager(request, rows.page, rows.pages),
    }
    return render(request, "progress/list.html", page)


@login_required
def search(request: HttpRequest) -> HttpResponse:
    """Tìm kiếm."""
    actor = request.actor = actor_for(request.user)  # type: ignore[attr-defined]
    typed = request.GET["q"]
    rows = found(actor, typed)
    page = {
        "form": SearchForm(request.GET),
        "typed": typed,
        "found": rows,
        "pager": pager(request, rows.page, rows.pages),
    }
    return render(request, "search/find.html", page)


urlpatterns = [
    path("plain/theo-doi/", board),
    path("plain/tim-kiem/", search),
    path("", include("thammuu.urls")),
]
