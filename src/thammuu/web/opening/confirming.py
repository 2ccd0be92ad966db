"""The paper on the left, what was read of it on the right: confirm, correct, arrange; then make the dossier."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thammuu.apps.documents import confirming, queries
from thammuu.apps.documents.citing import cited_page
from thammuu.apps.documents.commands import ConfirmWithoutDoubt
from thammuu.apps.documents.held import HeldReading, HeldStep, names_of
from thammuu.apps.documents.queries import ReadPage
from thammuu.apps.dossiers.plans.opening import dossiers_from
from thammuu.apps.dossiers.services import create_dossier_from_reading
from thammuu.apps.organisations.refusals import NotVisible, StaleEdit
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.opening import showing
from thammuu.web.opening.forms.reading import (
    AddStepForm,
    ArrangeForm,
    ConfirmForm,
    HeaderForm,
    OpenForm,
    ReadingForm,
    StepForm,
)
from thammuu.web.opening.showing import Block
from thammuu.web.refusals import told_on


@require_http_methods(["GET", "POST"])
@for_officers
def reading(request: OfficerRequest, document: UUID) -> HttpResponse:
    """How far the reading is; once it is done, what was read, and the dossier to be made of it."""
    view = queries.document_view(request.actor, document)
    opened = dossiers_from(request.actor, document)
    title = {"title": view.reading.title if view.reading else ""}
    page = queries.read_page(request.actor, document)
    if page:
        title = {"title": page.held.header_value("title")}
    form = OpenForm(request.POST or None, initial=title, opened=bool(opened))
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            dossier = create_dossier_from_reading(request.actor, form.command(document), key=form.sent_key)
            messages.success(request, _("Đã lập hồ sơ. Hãy xem các điểm cần xem lại trước khi giao việc."))
            return redirect("dossiers:detail", dossier)
    shown = {"document": view, "form": form, "dossiers": opened, **(_whole(request, page) if page else {})}
    template = "opening/reading.html#reading" if request.htmx else "opening/reading.html"
    return render(request, template, shown, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@for_officers
def confirm(request: OfficerRequest, document: UUID) -> HttpResponse:
    """One value, a whole step or everything without doubt is right as it was read."""
    page = _read(request, document)
    if request.method == "GET":  # someone who signed in again on the way
        return redirect("opening:reading", document)
    form = ConfirmForm(request.POST)
    if not form.is_valid():
        return render(request, "errors/400.html", status=422)
    _check_reading(form, page)
    command = form.command()
    if isinstance(command, ConfirmWithoutDoubt):
        confirming.confirm_without_doubt(request.actor, command, key=form.sent_key)
        messages.success(request, _("Đã xác nhận mọi giá trị không có điểm nghi ngờ."))
        return redirect("opening:reading", document)
    confirming.confirm_as_read(request.actor, command, key=form.sent_key)
    return _answered(request, document, command.group)


@require_http_methods(["GET", "POST"])
@for_officers
def header(request: OfficerRequest, document: UUID) -> HttpResponse:
    """Put right what was read of the header."""
    page = _may_confirm(request, document)
    form = HeaderForm(request.POST or None, initial={"reading": page.reading}, held=page.held)
    if request.method == "POST" and form.is_valid():
        _check_reading(form, page)
        with told_on(form), _stale_told(request, form, page.held.header_seen):
            confirming.say_values(request.actor, form.command(), key=form.sent_key)
            return _answered(request, document, "header")
    block = showing.header_block(page.held)
    return _form(request, document, "opening/correct_header.html", form, block)


@require_http_methods(["GET", "POST"])
@for_officers
def step(request: OfficerRequest, document: UUID, mark: str) -> HttpResponse:
    """Put right what was read of a step; saving it stands behind all of it."""
    page = _may_confirm(request, document)
    held = _step_of(page, mark)
    form = _step_form(request, page, held)
    if request.method == "POST" and form.is_valid():
        _check_reading(form, page)
        with told_on(form), _stale_told(request, form, held.seen):
            confirming.say_values(request.actor, form.command(), key=form.sent_key)
            return _answered(request, document, f"steps/{mark}")
    (block,) = _blocks(request, page.held, [held])
    arranging = ArrangeForm(initial={"reading": page.reading}, step=held, held=page.held)
    return _form(request, document, "opening/correct_step.html", form, block, arranging=arranging)


@require_http_methods(["GET", "POST"])
@for_officers
def add_step(request: OfficerRequest, document: UUID) -> HttpResponse:
    """Write down a step that was not read."""
    page = _may_confirm(request, document)
    register = queries.register_of(request.actor)
    initial = {"reading": page.reading}
    form = AddStepForm(request.POST or None, initial=initial, held=page.held, register=register)
    if request.method == "POST" and form.is_valid():
        _check_reading(form, page)
        with told_on(form):
            confirming.add_step(request.actor, form.adding(), key=form.sent_key)
            messages.success(request, _("Đã thêm bước."))
            return redirect(f"{reverse('opening:reading', args=[document])}#cac-buoc")
    return _form(request, document, "opening/add_step.html", form, None)


@require_http_methods(["GET", "POST"])
@for_officers
def arrange(request: OfficerRequest, document: UUID, mark: str) -> HttpResponse:
    """Drop a step, join it into another, or keep it after all."""
    page = _may_confirm(request, document)
    held = _step_of(page, mark)
    if request.method == "GET":
        return redirect("opening:step", document, mark)
    form = ArrangeForm(request.POST, step=held, held=page.held)
    if form.is_valid():
        _check_reading(form, page)
        with told_on(form):
            command = form.command()
            confirming.arrange_step(request.actor, command, key=form.sent_key)
            shown = command.other if command.fate == "joined" else mark
            return redirect(f"{reverse('opening:reading', args=[document])}#buoc-{shown}")
    (block,) = _blocks(request, page.held, [held])
    return _form(
        request,
        document,
        "opening/correct_step.html",
        _step_form(request, page, held, fresh=True),
        block,
        arranging=form,
    )


def _read(request: OfficerRequest, document: UUID) -> ReadPage:
    page = queries.read_page(request.actor, document)
    if page is None:
        raise NotVisible
    return page


def _may_confirm(request: OfficerRequest, document: UUID) -> ReadPage:
    page = _read(request, document)
    confirming.check_may_confirm(request.actor)
    return page


def _check_reading(form: ReadingForm, page: ReadPage) -> None:
    """The form answers the reading of this address and no other."""
    if form.cleaned_data["reading"] != page.reading:
        raise NotVisible


def _step_of(page: ReadPage, mark: str) -> HeldStep:
    if (held := page.held.step(mark)) is None:
        raise NotVisible
    return held


def _step_form(request: OfficerRequest, page: ReadPage, held: HeldStep, *, fresh: bool = False) -> StepForm:
    owners = queries.owners_shown(request.actor, held.values)
    names = [name for value in owners.values() for name in names_of(value)]
    return StepForm(
        None if fresh else request.POST or None,
        initial={"reading": page.reading},
        step=held,
        owners=owners,
        register=queries.register_of(request.actor),
        suggested=queries.owner_suggestions(request.actor, names),
    )


@contextmanager
def _stale_told(request: OfficerRequest, form: ReadingForm, seen: int) -> Iterator[None]:
    """In a fragment there is no page for both texts: they are told on the form, which may then be sent again."""
    try:
        yield
    except StaleEdit as refusal:
        if not request.htmx:
            raise
        told = _("%(message)s Bản hiện tại: %(current)s")
        form.add_error(None, told % {"message": refusal.message, "current": refusal.current})
        form.data = form.data.copy()
        form.data["seen"] = str(seen)


def _form(
    request: OfficerRequest,
    document: UUID,
    template: str,
    form: ReadingForm,
    block: Block | None,
    **more: Any,
) -> HttpResponse:
    shown = {"document": queries.document_view(request.actor, document), "form": form, "part": block, **more}
    status = 422 if request.method == "POST" else 200
    return render(request, f"{template}#form" if request.htmx else template, shown, status=status)


def _answered(request: OfficerRequest, document: UUID, group: str) -> HttpResponse:
    """The block that was answered, with the tally beside it; the whole page where there is no htmx."""
    page = _read(request, document)
    if group == "header":
        block = showing.header_block(page.held)
    else:
        (block,) = _blocks(request, page.held, [_step_of(page, group.removeprefix("steps/"))])
    if not request.htmx:
        return redirect(f"{reverse('opening:reading', args=[document])}#{block.id}")
    shown = {"document_uuid": document, "part": block, **_counted(page), "swapped": True}
    return render(request, "opening/answer.html", shown)


def _whole(request: OfficerRequest, page: ReadPage) -> dict[str, Any]:
    """Everything of the confirming page."""
    return {
        "document_uuid": page.document,
        "cited": cited_page(request.actor, page.document),
        "likely_same": queries.likely_same(request.actor, page.document),
        "header": showing.header_block(page.held),
        "parts": _blocks(request, page.held, page.held.steps),
        "paragraphs": tuple(showing.paragraphs(page.held, page.words, page.headings)),
        **_counted(page),
    }


def _counted(page: ReadPage) -> dict[str, Any]:
    """With the one address to which every block of the page is sent, told once: a plan has hundreds of blocks."""
    return {
        "page": page,
        "tally": showing.tally(page.held, len(confirming.undoubted(page.held))),
        "confirm_url": reverse("opening:confirm", args=[page.document]),
    }


def _blocks(request: OfficerRequest, held: HeldReading, steps: Iterable[HeldStep]) -> tuple[Block, ...]:
    steps = tuple(steps)
    owners = queries.owners_shown(request.actor, (value for step in steps for value in step.values))
    names = queries.register_of(request.actor).names()
    return tuple(showing.step_block(step, held, owners, names) for step in steps)
