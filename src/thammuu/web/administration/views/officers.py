"""Officers of the own agency: their positions and accounts."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.accounts import resets
from thammuu.apps.organisations import clock, directory
from thammuu.apps.organisations import officers as services
from thammuu.apps.organisations.units import check_may_administer
from thammuu.web.administration.acts import Act, act_page
from thammuu.web.administration.forms.people import (
    AccountForm,
    EndPositionForm,
    OfficerFilterForm,
    OfficerForm,
    PasswordForm,
    PostForm,
)
from thammuu.web.components.paging import page_asked, pager
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.spoken import in_language


@require_GET
@for_officers
def officers(request: OfficerRequest) -> HttpResponse:
    """The list, narrowed by words and unit."""
    form = OfficerFilterForm(request.GET, units=directory.unit_choices(request.actor))
    form.is_valid()
    asked = form.cleaned_data
    found = directory.officers(
        request.actor, asked.get("words", ""), asked.get("unit", ""), page=page_asked(request.GET)
    )
    page = {"form": form, "officers": found, "pager": pager(request, found.number, found.pages)}
    return render(request, "administration/officers.html", page)


@require_GET
@for_officers
def officer(request: OfficerRequest, officer: UUID) -> HttpResponse:
    """One officer: account and positions."""
    view = directory.officer_view(request.actor, officer)
    return render(request, "administration/officer.html", {"officer": view})


@require_http_methods(["GET", "POST"])
@for_officers
def add_officer(request: OfficerRequest) -> HttpResponse:
    """Thêm cán bộ."""
    check_may_administer(request.actor)
    units = directory.unit_choices(request.actor)
    form = OfficerForm(request.POST or None, units=units, initial={"from_day": clock.today()})
    act = Act(
        title=_("Thêm cán bộ"),
        press=_("Thêm cán bộ"),
        done=_("Đã thêm cán bộ. Hãy trao tên đăng nhập và mật khẩu đầu tiên tận tay."),
        back=reverse("administration:officers"),
        up=_("Cán bộ"),
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.hire_officer(
            request.actor, form.hire(), key=form.sent_key, password=form.cleaned_data["password"]
        ),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def appoint(request: OfficerRequest, officer: UUID) -> HttpResponse:
    """Bổ nhiệm thêm vị trí."""
    services.officer_to_appoint(request.actor, officer)
    view = directory.officer_view(request.actor, officer)
    units = directory.unit_choices(request.actor)
    form = PostForm(request.POST or None, units=units, initial={"from_day": clock.today()})
    act = Act(
        title=_("Bổ nhiệm"),
        press=_("Ghi vị trí"),
        done=_("Đã ghi vị trí công tác."),
        back=reverse("administration:officer", args=[officer]),
        up=view.name,
        lead=_("Vị trí đang giữ không tự kết thúc; nếu thôi giữ, hãy kết thúc riêng."),
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.appoint(request.actor, form.command(officer), key=form.sent_key),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def end_position(request: OfficerRequest, position: UUID) -> HttpResponse:
    """Kết thúc một vị trí."""
    held = services.position_to_end(request.actor, position)
    initial = {"version": held.version, "last_day": clock.today()}
    form = EndPositionForm(request.POST or None, initial=initial)
    act = Act(
        title=_("Kết thúc vị trí công tác"),
        press=_("Kết thúc"),
        done=_("Đã ghi ngày kết thúc vị trí."),
        back=reverse("administration:officer", args=[held.officer.uuid]),
        up=held.officer.full_name,
        lead=", ".join(
            filter(None, (held.title or in_language(held.get_role_display()), str(held.unit or "")))
        ),
        grave=True,
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.end_position(request.actor, form.command(position), key=form.sent_key),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def switch_off(request: OfficerRequest, officer: UUID) -> HttpResponse:
    """Khóa tài khoản; every session of it ends at once."""
    words = _("Không ai đăng nhập được bằng tài khoản này nữa; các việc đã làm vẫn giữ nguyên tên.")
    return _account(
        request,
        officer,
        resets.switch_account_off,
        Act(_("Khóa tài khoản"), _("Khóa"), _("Đã khóa tài khoản."), "", "", words, grave=True),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def switch_on(request: OfficerRequest, officer: UUID) -> HttpResponse:
    """Mở lại tài khoản."""
    act = Act(_("Mở lại tài khoản"), _("Mở lại"), _("Đã mở lại tài khoản."), "", "")
    return _account(request, officer, services.switch_account_on, act)


@require_http_methods(["GET", "POST"])
@for_officers
def reset_second_factor(request: OfficerRequest, officer: UUID) -> HttpResponse:
    """Đặt lại xác thực hai lớp; every session of the account ends at once."""
    words = _("Chỉ làm khi đã gặp hoặc gọi đúng người: lần đăng nhập tới chỉ cần mật khẩu.")
    title, done = _("Đặt lại xác thực hai lớp"), _("Đã đặt lại xác thực hai lớp.")
    return _account(
        request,
        officer,
        resets.reset_second_factor,
        Act(title, _("Đặt lại"), done, "", "", words, grave=True),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def first_password(request: OfficerRequest, officer: UUID) -> HttpResponse:
    """Cấp mật khẩu đầu tiên mới; every session of the account ends at once."""
    services.account_to_change(request.actor, officer)
    view = directory.officer_view(request.actor, officer)
    form = PasswordForm(request.POST or None, initial={"version": view.version})
    act = Act(
        title=_("Cấp mật khẩu đầu tiên"),
        press=_("Cấp mật khẩu"),
        done=_("Đã cấp mật khẩu. Hãy trao tận tay."),
        back=reverse("administration:officer", args=[officer]),
        up=view.name,
        lead=_("Mật khẩu đang dùng bị thay ngay; người này phải đổi khi đăng nhập."),
    )

    def give() -> UUID:
        password = form.cleaned_data["password"]
        return resets.give_first_password(
            request.actor, form.command(officer), key=form.sent_key, password=password
        )

    return act_page(request, form, act, give)


def _account(request: OfficerRequest, officer: UUID, service: Callable[..., UUID], act: Act) -> HttpResponse:
    """An act on an account that takes nothing but its reason."""
    services.account_to_change(request.actor, officer)
    view = directory.officer_view(request.actor, officer)
    form = AccountForm(request.POST or None, initial={"version": view.version})
    back = reverse("administration:officer", args=[officer])
    page = Act(act.title, act.press, act.done, back, view.name, act.lead, act.grave)

    return act_page(
        request, form, page, lambda: service(request.actor, form.command(officer), key=form.sent_key)
    )
