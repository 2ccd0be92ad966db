"""Bộ lọc đã lưu: keep the question of a list under a name, and let go of it."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from thammuu.apps.search.services import LONGEST_NAME, drop_filter, save_filter
from thammuu.web.components.forms import DeskForm
from thammuu.web.components.paging import PARAMETER
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.refusals import told_on

PROGRESS = "progress"
"""The list whose questions are kept; others come with their own name."""


class FilterNameForm(DeskForm):
    """The name under which a question is kept."""

    name = forms.CharField(
        label=_("Tên bộ lọc"),
        max_length=LONGEST_NAME,
        help_text=_("Ví dụ: “Quá hạn của Chi cục”. Lưu lại cùng tên thì thay điều kiện cũ."),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def save(request: OfficerRequest) -> HttpResponse:
    """Keep the question that stands in the address. Sending it twice keeps it once."""
    query = _question(request.GET)
    form = FilterNameForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with told_on(form):
            save_filter(request.actor.id, PROGRESS, form.cleaned_data["name"], query)
            messages.success(request, _("Đã lưu bộ lọc."))
            return redirect(f"{reverse('progress:list')}?{query}")
    page = {"form": form, "query": query}
    return render(request, "search/save_filter.html", page, status=422 if form.is_bound else 200)


@require_POST
@for_officers
def drop(request: OfficerRequest, filter: UUID) -> HttpResponse:
    """Let go of one's own saved question; there is nothing to do where it is gone already."""
    drop_filter(request.actor.id, filter)
    messages.success(request, _("Đã xóa bộ lọc."))
    return redirect("progress:list")


def _question(asked: QueryDict) -> str:
    """The conditions without the page and without those that say nothing."""
    query = QueryDict(mutable=True)
    for name, value in asked.items():
        if value and name != PARAMETER:
            query[name] = value
    return query.urlencode()
