"""Who is away and who stands in: for every officer, not for administrators only."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from thammuu.apps.organisations import absences as services
from thammuu.apps.organisations import directory
from thammuu.web.administration.acts import Place, RegisterAct
from thammuu.web.administration.forms.people import AbsenceForm, EndAbsenceForm
from thammuu.web.administration.lists import Register, list_page
from thammuu.web.components.lists import Column, Table
from thammuu.web.components.paging import page_asked
from thammuu.web.officers import OfficerRequest, for_officers

_HERE = Place("absences", _("Vắng mặt"))
_AWAY = _("%(officer)s vắng từ ngày %(day)s, %(substitute)s làm thay.")

ACTS = (
    RegisterAct(
        "plan_absence",
        "vang-mat/ghi",
        _("Ghi vắng mặt"),
        _("Ghi vắng mặt"),
        _("Đã ghi vắng mặt và người làm thay."),
        AbsenceForm,
        services.plan_absence,
        lambda _: None,
        up=lambda _: _HERE,
        hint=_("Trong thời gian vắng, người làm thay thấy và làm được phần việc của người vắng."),
    ),
    RegisterAct(
        "end_absence",
        "vang-mat/<uuid:absence>",
        _("Đổi ngày về hoặc hủy vắng mặt"),
        _("Ghi thay đổi"),
        _("Đã ghi thay đổi."),
        EndAbsenceForm,
        services.end_absence,
        services.absence_to_end,
        up=lambda _: _HERE,
        about=lambda absence: (
            _AWAY
            % {
                "officer": absence.officer.full_name,
                "day": f"{absence.valid_from:%d/%m/%Y}",
                "substitute": absence.substitute.full_name,
            }
        ),
    ),
)

ABSENCES = Register(
    _HERE,
    _("Vắng mặt, làm thay"),
    Table(
        _("Các lần vắng mặt, lần mới nhất đứng đầu"),
        (
            Column(_("Người vắng mặt")),
            Column(_("Thời gian")),
            Column(_("Người làm thay")),
            Column(_("Tình trạng")),
            Column(_("Việc làm")),
        ),
        row="administration/absence_row.html",
    ),
    add=ACTS[0],
    empty=_("Chưa ghi lần vắng mặt nào. Khi ghi, hãy chọn người làm thay để công việc không bị dừng."),
    for_all=True,
)


@require_GET
@for_officers
def absences(request: OfficerRequest) -> HttpResponse:
    """Absences that this person may plan or stands in for."""
    return list_page(request, ABSENCES, directory.absences_seen(request.actor, page=page_asked(request.GET)))
