"""Officers of the own agency: their positions and accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from django.views.decorators.http import require_GET

from thammuu.apps.accounts import resets
from thammuu.apps.organisations import directory
from thammuu.apps.organisations import officers as services
from thammuu.apps.organisations.choosing import unit_choices
from thammuu.apps.organisations.units import check_may_administer
from thammuu.web.administration.acts import Place, RegisterAct
from thammuu.web.administration.forms.people import (
    AccountForm,
    AppointForm,
    EndPositionForm,
    OfficerFilterForm,
    OfficerForm,
    PasswordForm,
)
from thammuu.web.administration.lists import Register, list_page
from thammuu.web.components.lists import Column, Table
from thammuu.web.components.paging import page_asked
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.spoken import in_language

if TYPE_CHECKING:
    from thammuu.apps.organisations.models import Officer, Position

_HERE = Place("officers", _("Cán bộ"))


def _page_of(officer: Officer) -> Place:
    return Place("officer", officer.full_name, officer.uuid)


def _held(position: Position) -> str:
    title = position.title or in_language(position.get_role_display())
    return ", ".join(filter(None, (title, str(position.unit or ""))))


ACTS = (
    RegisterAct(
        "add_officer",
        "quan-tri/can-bo/them",
        _("Thêm cán bộ"),
        _("Thêm cán bộ"),
        _("Đã thêm cán bộ. Hãy trao tên đăng nhập và mật khẩu đầu tiên tận tay."),
        OfficerForm,
        services.hire_officer,
        check_may_administer,
        up=lambda _: _HERE,
    ),
    RegisterAct(
        "appoint",
        "quan-tri/can-bo/<uuid:officer>/bo-nhiem",
        _("Bổ nhiệm"),
        _("Ghi vị trí"),
        _("Đã ghi vị trí công tác."),
        AppointForm,
        services.appoint,
        services.officer_to_appoint,
        up=_page_of,
        hint=_("Vị trí đang giữ không tự kết thúc; nếu thôi giữ, hãy kết thúc riêng."),
    ),
    RegisterAct(
        "end_position",
        "quan-tri/vi-tri/<uuid:position>/ket-thuc",
        _("Kết thúc vị trí công tác"),
        _("Kết thúc"),
        _("Đã ghi ngày kết thúc vị trí."),
        EndPositionForm,
        services.end_position,
        services.position_to_end,
        up=lambda position: _page_of(position.officer),
        about=_held,
        grave=True,
    ),
    RegisterAct(
        "switch_off",
        "quan-tri/can-bo/<uuid:officer>/khoa",
        _("Khóa tài khoản"),
        _("Khóa"),
        _("Đã khóa tài khoản."),
        AccountForm,
        resets.switch_account_off,
        services.account_to_change,
        up=_page_of,
        hint=_("Không ai đăng nhập được bằng tài khoản này nữa; các việc đã làm vẫn giữ nguyên tên."),
        grave=True,
    ),
    RegisterAct(
        "switch_on",
        "quan-tri/can-bo/<uuid:officer>/mo-lai",
        _("Mở lại tài khoản"),
        _("Mở lại"),
        _("Đã mở lại tài khoản."),
        AccountForm,
        services.switch_account_on,
        services.account_to_change,
        up=_page_of,
    ),
    RegisterAct(
        "reset_second_factor",
        "quan-tri/can-bo/<uuid:officer>/hai-lop",
        _("Đặt lại xác thực hai lớp"),
        _("Đặt lại"),
        _("Đã đặt lại xác thực hai lớp."),
        AccountForm,
        resets.reset_second_factor,
        services.account_to_change,
        up=_page_of,
        hint=_("Chỉ làm khi đã gặp hoặc gọi đúng người: lần đăng nhập tới chỉ cần mật khẩu."),
        grave=True,
    ),
    RegisterAct(
        "first_password",
        "quan-tri/can-bo/<uuid:officer>/mat-khau",
        _("Cấp mật khẩu đầu tiên"),
        _("Cấp mật khẩu"),
        _("Đã cấp mật khẩu. Hãy trao tận tay."),
        PasswordForm,
        resets.give_first_password,
        services.account_to_change,
        up=_page_of,
        hint=_("Mật khẩu đang dùng bị thay ngay; người này phải đổi khi đăng nhập."),
    ),
)
"""What ends an account, or takes its password or second factor, ends its sessions at once."""

OFFICERS = Register(
    _HERE,
    _("Cán bộ"),
    Table(
        _("Cán bộ của cơ quan"),
        (
            Column(_("Họ và tên")),
            Column(_("Vị trí công tác")),
            Column(_("Tên đăng nhập")),
            Column(_("Tài khoản")),
        ),
        row="administration/officer_row.html",
    ),
    add=ACTS[0],
    empty=_("Không có cán bộ nào khớp với điều kiện lọc."),
    way=_("Bỏ lọc"),
    counted=ngettext_lazy("%(n)s cán bộ", "%(n)s cán bộ", "n"),
)


@require_GET
@for_officers
def officers(request: OfficerRequest) -> HttpResponse:
    """The list, narrowed by words and unit."""
    form = OfficerFilterForm(request.GET, units=unit_choices(request.actor))
    told = form.told()
    found = directory.officers(
        request.actor, told.get("words", ""), told.get("unit"), page=page_asked(request.GET)
    )
    return list_page(request, OFFICERS, found, form)


@require_GET
@for_officers
def officer(request: OfficerRequest, officer: UUID) -> HttpResponse:
    """One officer: account and positions."""
    view = directory.officer_view(request.actor, officer)
    return render(request, "administration/officer.html", {"officer": view})
