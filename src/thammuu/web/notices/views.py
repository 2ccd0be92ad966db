"""Thông báo: the list, reading, the wishes; and the calendar feed, which a secret opens instead of a session."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from thammuu.apps.accounts import tokens
from thammuu.apps.dossiers.outgoing.calendar_feed import feed_of
from thammuu.apps.notifications import queries, services
from thammuu.apps.organisations.queries import actor_of_officer
from thammuu.apps.organisations.refusals import NotVisible
from thammuu.web.components.paging import page_asked, pager
from thammuu.web.notices.forms import PreferenceForm, ReadForm
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.refusals import told_on

CALENDAR = "calendar"
"""Purpose of the tokens that open a feed."""


@require_GET
@for_officers
def notices(request: OfficerRequest) -> HttpResponse:
    """What the officer was told, the newest first."""
    return _list(request)


@require_POST
@for_officers
def read(request: OfficerRequest) -> HttpResponse:
    """Mark notices as read; from the words of one notice, go on to what it is about."""
    form = ReadForm(request.POST)
    if not form.is_valid():
        return _list(request, form, 422)
    uuids = form.cleaned_data["notices"]
    services.mark_read(request.actor, uuids, key=form.sent_key)
    if form.cleaned_data["go"]:
        return redirect(queries.own_notice(request.actor, uuids[0]).link)
    return redirect("notices:list")


@require_http_methods(["GET", "POST"])
@for_officers
def preference(request: OfficerRequest) -> HttpResponse:
    """Which kinds by mail, when, how many days ahead."""
    view = queries.preference(request.actor)
    form = PreferenceForm(request.POST or None, initial=PreferenceForm.showing(view))
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            services.set_preference(request.actor, form.command(), key=form.sent_key)
            messages.success(request, _("Đã ghi cách nhận thông báo."))
            return redirect("notices:preference")
    page = {"form": form, "preference": view, "feed": _feed_address(request)}
    return render(request, "notices/preference.html", page, status=422 if form.is_bound else 200)


@require_GET
@login_not_required
def calendar(_request: HttpRequest, secret: str) -> HttpResponse:
    """The due days of an officer's own steps, for the calendar of a telephone."""
    officer = tokens.officer_for(secret, CALENDAR)
    if officer is None:
        raise NotVisible
    response = HttpResponse(feed_of(actor_of_officer(officer)), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="viec-cua-toi.ics"'
    response["Cache-Control"] = "private, no-store"
    return response


def _feed_address(request: HttpRequest) -> str:
    """The address of a feed, with a place for the secret."""
    return request.build_absolute_uri(reverse("notices:calendar", args=["MA"])).replace(
        "MA.ics", f"{_('[mã]')}.ics"
    )


def _list(request: OfficerRequest, form: ReadForm | None = None, status: int = 200) -> HttpResponse:
    found = queries.notice_page(request.actor, page_asked(request.GET))
    unread = [row.uuid for row in found.rows if not row.read]
    page: dict[str, Any] = {
        "found": found,
        "rows": [(row, _reading(row.uuid)) for row in found.rows],
        "all": _reading(*unread) if unread else None,
        "form": form or ReadForm(),
        "pager": pager(request, found.number, found.pages),
    }
    return render(request, "notices/list.html", page, status=status)


def _reading(*uuids: object) -> ReadForm:
    """A form for marking these."""
    return ReadForm(initial={"notices": " ".join(map(str, uuids))}, auto_id=False)
