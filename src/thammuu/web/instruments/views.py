"""The register as a list, one document of it, and the one view behind every form that changes it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.dossiers.lists.citing import dossiers_citing
from thammuu.apps.instruments import queries
from thammuu.web.components.acts import Act, act_page, sent
from thammuu.web.components.lists import Column, Table
from thammuu.web.components.paging import page_asked, pager
from thammuu.web.instruments.acts import ADD, ADD_ITEM, CORRECT
from thammuu.web.instruments.forms import InstrumentFilterForm
from thammuu.web.officers import OfficerRequest, for_officers

TABLE = Table(
    _("Sổ văn bản pháp luật, văn bản mới nhất đứng đầu"),
    (
        Column(_("Văn bản")),
        Column(_("Ngày ban hành"), "date"),
        Column(_("Cơ quan ban hành")),
        Column(_("Hiệu lực")),
        Column(_("Mức tin cậy")),
    ),
    row="instruments/row.html",
)


@require_GET
@for_officers
def instruments(request: OfficerRequest) -> HttpResponse:
    """One page of the register, or only its part that a filter changes when htmx asks for it."""
    form = InstrumentFilterForm(request.GET, kinds=queries.kinds(request.actor))
    told = form.told()
    found = queries.instruments(
        request.actor,
        told.get("words", ""),
        force=told.get("force", ""),
        kind=told.get("kind", ""),
        certainty=told.get("certainty", ""),
        page=page_asked(request.GET),
    )
    page = {
        "form": form,
        "found": found,
        "table": TABLE,
        "narrowed": any(told.values()),
        "may_keep": queries.may_keep(request.actor),
        "add": ADD,
        "pager": pager(request, found.number, found.pages),
    }
    template = "instruments/list.html"
    return render(request, f"{template}#found" if request.htmx else template, page)


@require_GET
@for_officers
def instrument(request: OfficerRequest, instrument: UUID) -> HttpResponse:
    """One document: what is known of it, what follows it, what it demands, which dossiers mention it."""
    view = queries.instrument_view(request.actor, instrument)
    page = {
        "view": view,
        "citing": dossiers_citing(request.actor, view.said.symbol or view.row.called),
        "correct": CORRECT,
        "add_item": ADD_ITEM,
    }
    return render(request, "instruments/detail.html", page)


def page_of(act: Act) -> Callable[..., HttpResponse]:
    """The page of an act; afterwards one is where the document stands."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def page(request: OfficerRequest, uuid: UUID | None = None) -> HttpResponse:
        subject = act.find(request.actor, uuid)
        form = act.form(*sent(request), actor=request.actor, uuid=uuid, subject=subject)
        up = queries.document_of(subject)
        back = reverse("instruments:detail", args=[up.uuid]) if up else reverse("instruments:list")
        return act_page(request, act, form, "instruments/act.html", {"up": up, "subject": subject}, back)

    return page
