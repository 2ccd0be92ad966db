"""The drafts of a dossier, the page of one, and every form about them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.drafting import queries
from thammuu.apps.files.serving import attachment
from thammuu.web.components.acts import Act, act_page, sent
from thammuu.web.components.downloads import PDF, download
from thammuu.web.drafting.acts import BEGINNINGS, DRAFT_ACTS
from thammuu.web.drafting.preview import asides, leaves
from thammuu.web.drafting.problems import SEVERITIES, filters_of, problems_of
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu_core.formats import rules

_DIGITS = 6
View = Callable[..., HttpResponse]


@require_GET
@for_officers
def drafts(request: OfficerRequest, dossier: UUID) -> HttpResponse:
    """Dự thảo của một hồ sơ."""
    view = queries.drafts_in(request.actor, dossier)
    doors = [(act, reverse(f"drafting:{act.key}", args=[dossier])) for act in BEGINNINGS]
    return render(request, "drafting/list.html", {"view": view, "doors": doors})


@require_GET
@for_officers
def detail(request: OfficerRequest, draft: UUID) -> HttpResponse:
    """A version of a draft, the newest or `?lan=2`, with its problems, of one severity for `?muc=error`."""
    page = _page(request, draft)
    template = "drafting/detail.html#reading" if request.htmx else "drafting/detail.html"
    return render(request, template, page)


def _page(request: OfficerRequest, draft: UUID) -> dict[str, Any]:
    asked = request.GET
    view = queries.draft_view(request.actor, draft, _number(asked))
    paper = queries.paper_to_show(request.actor, view.shown.uuid)
    severity = asked.get("muc", "") if asked.get("muc") in SEVERITIES else ""
    problems = problems_of(view.check.found, severity)
    return {
        "view": view,
        "doors": [act for act in DRAFT_ACTS if act.key in view.acts],
        "leaves": leaves(paper, problems),
        "asides": asides(paper),
        "problems": problems,
        "filters": filters_of(view.check.found, severity),
    }


def _number(asked: Mapping[str, str]) -> int | None:
    number = asked.get("lan", "")
    return int(number) if number.isdecimal() and len(number) <= _DIGITS else None


@require_GET
@for_officers
def changes(request: OfficerRequest, draft: UUID, number: int) -> HttpResponse:
    """What the words of a version differ in from the one before."""
    view = queries.draft_view(request.actor, draft, number)
    changed = queries.changes_since(request.actor, draft, number)
    return render(request, "drafting/changes.html", {"view": view, "changes": changed})


@require_GET
@for_officers
def cited(request: OfficerRequest, draft: UUID, number: int) -> HttpResponse:
    """Căn cứ, viện dẫn của một lần dự thảo."""
    view = queries.draft_view(request.actor, draft, number)
    found = queries.cited_by(request.actor, draft, number)
    return render(request, "drafting/cited.html", {"view": view, "cited": found})


@require_GET
@for_officers
def pdf(request: OfficerRequest, draft: UUID, number: int) -> HttpResponse:
    """The version as PDF."""
    made = queries.pdf_of(request.actor, draft, number)
    return download(made.data, PDF, made.name)


@require_GET
@for_officers
def file(request: OfficerRequest, file: UUID) -> HttpResponse:
    """Download the Word file of a version."""
    return attachment(queries.file_to_serve(request.actor, file))


@require_GET
@for_officers
def rule(request: OfficerRequest, rule: str) -> HttpResponse:
    """Quy tắc thể thức: what it says, where it is written, how much a breach weighs; `?tu=` the draft one comes from."""
    found = next((one for one in rules() if one.id == rule), None)
    if found is None:
        raise Http404
    weights = zip(("draft", "submitted", "issued"), found.severities, strict=True)
    told = [(state, SEVERITIES[weight] if weight else "") for state, weight in weights]
    back = _address(draft) if (draft := _uuid(request.GET.get("tu", ""))) else ""
    return render(request, "drafting/rule.html", {"rule": found, "weights": told, "back": back})


def begin_page(act: Act) -> View:
    """The page of an act that begins a draft in a dossier; `?buoc=` names its step, `?mau=` its template."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def page(request: OfficerRequest, dossier: UUID) -> HttpResponse:
        subject = act.find(request.actor, dossier)
        form = act.form(*sent(request), actor=request.actor, uuid=dossier, subject=subject)
        form.initial |= {"step": request.GET.get("buoc"), "template": request.GET.get("mau")}
        back = reverse("drafting:list", args=[dossier])
        about = {"subject": subject}
        return act_page(request, act, form, "drafting/begin.html", about, back, then=_address)

    return page


def _uuid(written: str) -> UUID | None:
    try:
        return UUID(written)
    except ValueError:
        return None


def _address(draft: UUID) -> str:
    return reverse("drafting:detail", args=[draft])


def draft_page(act: Act) -> View:
    """The page of an act on a draft."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def page(request: OfficerRequest, draft: UUID) -> HttpResponse:
        view = act.find(request.actor, draft)
        form = act.form(*sent(request), actor=request.actor, uuid=draft, subject=view)
        back = reverse("drafting:detail", args=[draft])
        return act_page(request, act, form, "drafting/act.html", {"view": view}, back)

    return page
