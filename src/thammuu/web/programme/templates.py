"""Mẫu các bước: look at them, copy one, edit one's own."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.programme import queries, services
from thammuu.apps.programme.rows import TemplateView
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.programme.forms.templates import TemplateForm
from thammuu.web.refusals import told_on


@require_GET
@for_officers
def every(request: OfficerRequest) -> HttpResponse:
    """The template of the program and the agency's own."""
    templates = queries.template_rows(request.actor)
    first = queries.template_view(request.actor, None)
    return render(request, "programme/templates.html", {"templates": templates, "may_edit": first.may_edit})


@require_GET
@for_officers
def built_in(request: OfficerRequest) -> HttpResponse:
    """The template that comes with the program."""
    return _show(request, queries.template_view(request.actor, None))


@require_GET
@for_officers
def one(request: OfficerRequest, template: UUID) -> HttpResponse:
    """One of the agency's own, with its earlier versions."""
    return _show(request, queries.template_view(request.actor, template))


@require_http_methods(["GET", "POST"])
@for_officers
def copy(request: OfficerRequest) -> HttpResponse:
    """A new template, begun as a copy of another ("?tu=") or of the program's."""
    view = queries.template_to_edit(request.actor, _uuid(request.GET.get("tu", "")))
    return _edit(request, view, copied=True)


@require_http_methods(["GET", "POST"])
@for_officers
def edit(request: OfficerRequest, template: UUID) -> HttpResponse:
    """A new version of one of the agency's own."""
    return _edit(request, queries.template_to_edit(request.actor, template), copied=False)


def _show(request: OfficerRequest, view: TemplateView) -> HttpResponse:
    return render(request, "programme/template.html", {"view": view})


def _edit(request: OfficerRequest, view: TemplateView, *, copied: bool) -> HttpResponse:
    form = TemplateForm(*((request.POST,) if request.method == "POST" else ()), view=view, copy=copied)
    if form.is_bound and form.is_valid():
        with told_on(form):
            saved = services.save_template(request.actor, form.command(), key=form.sent_key)
            messages.success(request, _("Đã lưu mẫu các bước."))
            return redirect("programme:template", saved)
    page = {"view": view, "form": form, "copied": copied}
    return render(request, "programme/edit_template.html", page, status=422 if form.is_bound else 200)


def _uuid(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None
