"""Whom to call at other agencies."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from django.views.decorators.http import require_GET

from thammuu.apps.organisations import contacts as services
from thammuu.apps.organisations import directory
from thammuu.apps.organisations.units import check_may_administer
from thammuu.web.administration.acts import Place, RegisterAct
from thammuu.web.administration.forms.bodies import ContactFilterForm, ContactForm, EndContactForm
from thammuu.web.administration.lists import Register, list_page
from thammuu.web.components.lists import Column, Table
from thammuu.web.components.paging import page_asked
from thammuu.web.officers import OfficerRequest, for_officers

_HERE = Place("contacts", _("Đầu mối"))

ACTS = (
    RegisterAct(
        "add_contact",
        "quan-tri/dau-moi/them",
        _("Thêm đầu mối"),
        _("Thêm đầu mối"),
        _("Đã thêm đầu mối."),
        ContactForm,
        services.keep_contact,
        check_may_administer,
        up=lambda _: _HERE,
    ),
    RegisterAct(
        "edit_contact",
        "quan-tri/dau-moi/<uuid:contact>",
        _("Sửa đầu mối"),
        _("Ghi"),
        _("Đã sửa đầu mối."),
        ContactForm,
        services.keep_contact,
        services.contact_to_edit,
        up=lambda _: _HERE,
    ),
    RegisterAct(
        "end_contact",
        "quan-tri/dau-moi/<uuid:contact>/thoi-dung",
        _("Thôi dùng đầu mối"),
        _("Thôi dùng"),
        _("Đã thôi dùng đầu mối."),
        EndContactForm,
        services.end_contact,
        services.contact_to_edit,
        up=lambda _: _HERE,
        about=lambda contact: f"{contact.name}, {contact.agency}",
        grave=True,
    ),
)

CONTACTS_OF_ONE = Table(
    _("Đầu mối liên hệ"),
    (Column(_("Họ và tên")), Column(_("Liên hệ")), Column(_("Phụ trách"))),
    row="administration/contact_of_one.html",
)
"""Those of one agency, on its page."""
CONTACTS = Register(
    _HERE,
    _("Đầu mối liên hệ"),
    Table(
        _("Đầu mối liên hệ"),
        (Column(_("Họ và tên")), Column(_("Cơ quan")), Column(_("Liên hệ")), Column(_("Phụ trách"))),
        row="administration/contact_row.html",
    ),
    add=ACTS[0],
    empty=_("Chưa có đầu mối nào. Thêm từng người, hoặc nhập từ Excel."),
    counted=ngettext_lazy("%(n)s đầu mối", "%(n)s đầu mối", "n"),
)


@require_GET
@for_officers
def contacts(request: OfficerRequest) -> HttpResponse:
    """The list, narrowed by words."""
    form = ContactFilterForm(request.GET)
    words = form.told().get("words", "")
    found = directory.contacts(request.actor, words, page=page_asked(request.GET))
    return list_page(request, CONTACTS, found, form)
