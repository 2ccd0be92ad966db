"""Whom to call at other agencies."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.organisations import contacts as services
from thammuu.apps.organisations import directory
from thammuu.apps.organisations.commands import EndContact
from thammuu.apps.organisations.units import check_may_administer
from thammuu.web.administration.acts import Act, act_page
from thammuu.web.administration.forms.bodies import ContactFilterForm, ContactForm
from thammuu.web.components.once import VersionedForm
from thammuu.web.components.paging import page_asked, pager
from thammuu.web.officers import OfficerRequest, for_officers


@require_GET
@for_officers
def contacts(request: OfficerRequest) -> HttpResponse:
    """The list, narrowed by words."""
    form = ContactFilterForm(request.GET)
    form.is_valid()
    found = directory.contacts(
        request.actor, form.cleaned_data.get("words", ""), page=page_asked(request.GET)
    )
    page = {"form": form, "contacts": found, "pager": pager(request, found.number, found.pages)}
    return render(request, "administration/contacts.html", page)


@require_http_methods(["GET", "POST"])
@for_officers
def add_contact(request: OfficerRequest) -> HttpResponse:
    """Thêm đầu mối; `?co-quan=` names the agency."""
    check_may_administer(request.actor)
    form = ContactForm(
        request.POST or None,
        initial={"agency": request.GET.get("co-quan", "")},
        agencies=directory.agency_choices(request.actor),
    )
    act = Act(
        title=_("Thêm đầu mối"),
        press=_("Thêm đầu mối"),
        done=_("Đã thêm đầu mối."),
        back=reverse("administration:contacts"),
        up=_("Đầu mối"),
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.keep_contact(request.actor, form.command(), key=form.sent_key),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def edit_contact(request: OfficerRequest, contact: UUID) -> HttpResponse:
    """Sửa đầu mối."""
    kept = services.contact_to_edit(request.actor, contact)
    names = ("version", "name", "title", "phone", "email", "matters")
    initial = {name: getattr(kept, name) for name in names} | {"agency": str(kept.agency.uuid)}
    choices = directory.agency_choices(request.actor)
    form = ContactForm(request.POST or None, initial=initial, agencies=choices)
    act = Act(
        title=_("Sửa đầu mối"),
        press=_("Ghi"),
        done=_("Đã sửa đầu mối."),
        back=reverse("administration:contacts"),
        up=_("Đầu mối"),
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.keep_contact(request.actor, form.command(contact), key=form.sent_key),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def end_contact(request: OfficerRequest, contact: UUID) -> HttpResponse:
    """Thôi dùng đầu mối."""
    kept = services.contact_to_edit(request.actor, contact)
    form = VersionedForm(request.POST or None, initial={"version": kept.version})
    act = Act(
        title=_("Thôi dùng đầu mối"),
        press=_("Thôi dùng"),
        done=_("Đã thôi dùng đầu mối."),
        back=reverse("administration:contacts"),
        up=_("Đầu mối"),
        lead=f"{kept.name}, {kept.agency}",
        grave=True,
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.end_contact(
            request.actor, EndContact(contact, form.cleaned_data["version"]), key=form.sent_key
        ),
    )
