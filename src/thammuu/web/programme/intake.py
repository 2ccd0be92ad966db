"""How assignments come in: a file that is read and then confirmed, a keyboard, an incoming letter."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thammuu.apps.organisations.choosing import unit_choices
from thammuu.apps.programme import queries, services
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.programme.forms.intake import (
    AddItemForm,
    AddProgrammeForm,
    BringForm,
    ConfirmForm,
    LetterForm,
)
from thammuu.web.refusals import told_on


@require_http_methods(["GET", "POST"])
@for_officers
def bring(request: OfficerRequest) -> HttpResponse:
    """Send a file; it is read at once and nothing is kept of it as confirmed."""
    queries.check_may_keep(request.actor)
    form = BringForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        with told_on(form):
            sheet = services.read_sheet(request.actor, form.command(), key=form.sent_key)
            return redirect("programme:sheet", sheet)
    return render(request, "programme/bring.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@for_officers
def confirm(request: OfficerRequest, sheet: UUID) -> HttpResponse:
    """What was read, doubts first; a person leaves out, corrects and confirms."""
    view = queries.sheet_to_confirm(request.actor, sheet)
    form = ConfirmForm(*((request.POST,) if request.method == "POST" else ()), view=view)
    if form.is_bound and form.is_valid():
        with told_on(form):
            programme = services.confirm_sheet(request.actor, form.command(), key=form.sent_key)
            messages.success(request, _("Đã nhập chương trình công tác."))
            return redirect(f"{reverse('programme:list')}?programme={programme}")
    units = unit_choices(request.actor)
    page = {
        "view": view,
        "form": form,
        "units": units,
        "doubtful": sum(bool(item.doubts) for item in view.items),
    }
    return render(request, "programme/sheet.html", page, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@for_officers
def add_programme(request: OfficerRequest) -> HttpResponse:
    """A programme typed by hand; its items follow one by one."""
    queries.check_may_keep(request.actor)
    form = AddProgrammeForm(request.POST or None)
    if form.is_bound and form.is_valid():
        with told_on(form):
            programme = services.add_programme(request.actor, form.command(), key=form.sent_key)
            messages.success(request, _("Đã thêm chương trình. Hãy nhập nhiệm vụ đầu tiên."))
            return redirect(f"{reverse('programme:add_item')}?programme={programme}")
    return _form(request, "programme/add_programme.html", form)


@require_http_methods(["GET", "POST"])
@for_officers
def add_item(request: OfficerRequest) -> HttpResponse:
    """One assignment typed by hand."""
    queries.check_may_keep(request.actor)
    form = AddItemForm(request.POST or None, initial={"programme": request.GET.get("programme", "")})
    form.offer(queries.programme_choices(request.actor))
    if form.is_bound and form.is_valid():
        with told_on(form):
            made = services.add_item(request.actor, form.command(), key=form.sent_key)
            messages.success(request, _("Đã thêm nhiệm vụ."))
            return redirect("programme:item", made)
    return _form(request, "programme/add_item.html", form)


@require_http_methods(["GET", "POST"])
@for_officers
def letter(request: OfficerRequest) -> HttpResponse:
    """An incoming letter of assignment, with the leader's bút phê where there is one."""
    queries.check_may_keep(request.actor)
    form = LetterForm(request.POST or None, request.FILES or None, initial=LetterForm.proposed())
    form.offer(unit_choices(request.actor))
    if form.is_bound and form.is_valid():
        with told_on(form):
            made = services.receive_letter(request.actor, form.command(), key=form.sent_key)
            messages.success(request, _("Đã ghi nhận văn bản giao việc."))
            return redirect("programme:item", made)
    return _form(request, "programme/letter.html", form)


def _form(
    request: OfficerRequest, template: str, form: AddProgrammeForm | AddItemForm | LetterForm
) -> HttpResponse:
    return render(request, template, {"form": form}, status=422 if form.is_bound else 200)
