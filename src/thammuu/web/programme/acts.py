"""What can be done to an assignment: a row an act, all drawn and carried out by `item_act`."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from thammuu.apps.programme import queries, services
from thammuu.web.components.acts import Act, act_page, sent
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.programme.forms.acts import CorrectForm, DeferForm, InstructForm, WithdrawForm

_CONSENT = _(
    "Chương trình công tác chỉ thay đổi khi được đồng ý (Nghị định 191/2026/NĐ-CP, Điều 20; quy chế làm việc)."
)

ACTS = (
    Act(
        "instruct",
        "but-phe",
        _("Bút phê, giao đơn vị"),
        _("Ghi bút phê"),
        _("Đã ghi bút phê."),
        InstructForm,
        services.instruct,
        queries.assignment_to_instruct,
        hint=_("Ghi đúng lời bút phê. Mỗi nhiệm vụ chỉ một đơn vị chủ trì."),
    ),
    Act(
        "correct",
        "sua",
        _("Sửa nội dung"),
        _("Ghi bản sửa"),
        _("Đã sửa nhiệm vụ."),
        CorrectForm,
        services.correct_item,
        queries.assignment_to_keep,
        hint=_("Chỉ sửa chỗ đọc hoặc nhập sai. Lùi hạn thì dùng “Lùi hạn” để ghi văn bản đồng ý."),
    ),
    Act(
        "defer",
        "lui-han",
        _("Lùi hạn"),
        _("Ghi nhận lùi hạn"),
        _("Đã ghi nhận lùi hạn."),
        DeferForm,
        services.defer_item,
        queries.assignment_to_keep,
        hint=_CONSENT,
    ),
    Act(
        "withdraw",
        "rut",
        _("Rút khỏi chương trình"),
        _("Ghi nhận rút"),
        _("Đã rút nhiệm vụ khỏi chương trình."),
        WithdrawForm,
        services.withdraw_item,
        queries.assignment_to_keep,
        hint=_CONSENT,
    ),
)
"""In the order in which they are offered."""


def item_act(act: Act) -> Callable[..., HttpResponse]:
    """The page of an act."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def page(request: OfficerRequest, assignment: UUID) -> HttpResponse:
        view = act.find(request.actor, assignment)
        form = act.form(*sent(request), actor=request.actor, view=view)
        back = reverse("programme:item", args=[assignment])
        return act_page(request, act, form, "programme/act.html", {"view": view}, back)

    return page
