"""What can be done to an assignment: a row an act, all drawn and carried out by `item_act`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from thammuu.apps.organisations.actors import Actor
from thammuu.apps.programme import queries, services
from thammuu.apps.programme.rows import ItemView
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.programme.forms.acts import CorrectForm, DeferForm, InstructForm, ItemActForm, WithdrawForm
from thammuu.web.refusals import told_on

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Act:
    """One act; the address is `<slug>/`, its name `<key>`."""

    key: str
    """As in `ItemView.acts`."""
    slug: str
    heading: Words
    press: Words
    told: Words
    hint: Words
    form: Callable[..., ItemActForm]
    record: Callable[..., UUID]
    find: Callable[[Actor, UUID], ItemView]
    """The query that refuses as the service does."""


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
        _("Ghi đúng lời bút phê. Mỗi nhiệm vụ chỉ một đơn vị chủ trì."),
        InstructForm,
        services.instruct,
        queries.assignment_to_instruct,
    ),
    Act(
        "correct",
        "sua",
        _("Sửa nội dung"),
        _("Ghi bản sửa"),
        _("Đã sửa nhiệm vụ."),
        _("Chỉ sửa chỗ đọc hoặc nhập sai. Lùi hạn thì dùng “Lùi hạn” để ghi văn bản đồng ý."),
        CorrectForm,
        services.correct_item,
        queries.assignment_to_keep,
    ),
    Act(
        "defer",
        "lui-han",
        _("Lùi hạn"),
        _("Ghi nhận lùi hạn"),
        _("Đã ghi nhận lùi hạn."),
        _CONSENT,
        DeferForm,
        services.defer_item,
        queries.assignment_to_keep,
    ),
    Act(
        "withdraw",
        "rut",
        _("Rút khỏi chương trình"),
        _("Ghi nhận rút"),
        _("Đã rút nhiệm vụ khỏi chương trình."),
        _CONSENT,
        WithdrawForm,
        services.withdraw_item,
        queries.assignment_to_keep,
    ),
)
"""In the order in which they are offered."""


def item_act(act: Act) -> Callable[..., HttpResponse]:
    """The page of an act: its form, and what follows it."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def page(request: OfficerRequest, assignment: UUID) -> HttpResponse:
        view = act.find(request.actor, assignment)
        sent = (request.POST, request.FILES) if request.method == "POST" else ()
        form = act.form(*sent, actor=request.actor, view=view)
        if form.is_bound and form.is_valid():
            with told_on(form):
                act.record(request.actor, form.command(), key=form.sent_key)  # type: ignore[attr-defined]
                messages.success(request, act.told)
                return redirect("programme:item", assignment)
        context = {"act": act, "view": view, "form": form}
        return render(request, "programme/act.html", context, status=422 if form.is_bound else 200)

    return page
