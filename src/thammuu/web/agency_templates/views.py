"""The list of templates, the page of one, its files, and the forms about it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.drafting import template_queries
from thammuu.apps.files.serving import attachment
from thammuu.web.agency_templates.acts import SET, TAKE_BACK
from thammuu.web.components.acts import Act, act_page, sent
from thammuu.web.components.downloads import WORD, download
from thammuu.web.officers import OfficerRequest, for_officers


@require_GET
@for_officers
def templates(request: OfficerRequest) -> HttpResponse:
    """Mẫu văn bản: every template, and whose is used."""
    view = template_queries.agency_templates(request.actor)
    return render(request, "agency_templates/list.html", {"view": view})


@require_GET
@for_officers
def detail(request: OfficerRequest, template: str) -> HttpResponse:
    """One template: its files, the placeholders to copy, the editions of the agency."""
    view = template_queries.agency_template(request.actor, template)
    return render(request, "agency_templates/detail.html", {"view": view, "set": SET, "take_back": TAKE_BACK})


@require_GET
@for_officers
def supplied(request: OfficerRequest, template: str) -> HttpResponse:
    """Download the supplied form with its example."""
    made = template_queries.supplied_example(request.actor, template)
    return download(made.data, WORD, made.name)


@require_GET
@for_officers
def own(request: OfficerRequest, template: str) -> HttpResponse:
    """Download the agency's own form with the same example."""
    made = template_queries.own_example(request.actor, template)
    return download(made.data, WORD, made.name)


@require_GET
@for_officers
def file(request: OfficerRequest, file: UUID) -> HttpResponse:
    """Download the file of an edition."""
    return attachment(template_queries.template_file(request.actor, file))


def act_page_of(act: Act) -> Callable[..., HttpResponse]:
    """The page of an act on a template."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def page(request: OfficerRequest, template: str) -> HttpResponse:
        view = act.find(request.actor, template)
        form = act.form(*sent(request), actor=request.actor, uuid=None, subject=view)
        back = reverse("agency_templates:detail", args=[template])
        return act_page(request, act, form, "agency_templates/act.html", {"view": view}, back)

    return page
