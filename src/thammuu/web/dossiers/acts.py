"""What can be recorded of a step and of a dossier: a row an act, all drawn and carried out by `recording`.

To add one: a form that builds the command of its service, and a row here.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thammuu.apps.dossiers import queries, services
from thammuu.web.components.acts import Act
from thammuu.web.dossiers.forms import contents, dossiers, steps

STEP_ACTS: tuple[Act, ...] = (
    Act(
        "start",
        "bat-dau",
        _("Ghi nhận bắt đầu"),
        _("Ghi nhận bắt đầu"),
        _("Đã ghi nhận bắt đầu bước"),
        steps.StartForm,
        services.start_step,
        queries.step_to_record,
        short=_("Bắt đầu"),
    ),
    Act(
        "finish",
        "hoan-thanh",
        _("Ghi nhận hoàn thành"),
        _("Ghi nhận hoàn thành"),
        _("Đã ghi nhận hoàn thành bước"),
        steps.FinishForm,
        services.finish_step,
        queries.step_to_record,
        short=_("Hoàn thành"),
    ),
    Act(
        "hand_over",
        "chuyen-giao",
        _("Ghi nhận chuyển giao"),
        _("Ghi nhận chuyển giao"),
        _("Đã ghi nhận chuyển giao bước"),
        steps.HandOverForm,
        services.hand_over_step,
        queries.step_to_record,
        short=_("Chuyển giao"),
    ),
    Act(
        "ask_more_time",
        "de-nghi-gia-han",
        _("Đề nghị gia hạn"),
        _("Gửi đề nghị"),
        _("Đã ghi đề nghị gia hạn bước"),
        steps.AskMoreTimeForm,
        services.ask_more_time,
        queries.step_to_record,
    ),
    Act(
        "split",
        "tach-viec",
        _("Tách thành các việc"),
        _("Tách bước"),
        _("Đã tách thành các việc: bước"),
        contents.SplitForm,
        services.split_step,
        queries.step_to_record,
    ),
    Act(
        "skip",
        "khong-thuc-hien",
        _("Ghi nhận không thực hiện"),
        _("Ghi nhận không thực hiện"),
        _("Đã ghi nhận không thực hiện bước"),
        steps.SkipForm,
        services.skip_step,
        queries.step_to_record,
        short=_("Không thực hiện"),
    ),
    Act(
        "reopen",
        "mo-lai",
        _("Mở lại bước"),
        _("Mở lại"),
        _("Đã mở lại bước"),
        steps.ReopenForm,
        services.reopen_step,
        queries.step_to_record,
        short=_("Mở lại"),
    ),
)
"""In the order in which they are offered."""

DECIDE = Act(
    "decide_more_time",
    "",
    _("Quyết định gia hạn"),
    _("Ghi quyết định"),
    _("Đã ghi quyết định gia hạn bước"),
    steps.DecideMoreTimeForm,
    services.decide_more_time,
    queries.extension_to_decide,
)


def correction(field: str) -> Act:
    """Putting one field of a step right. Raises KeyError for what cannot be corrected."""
    return Act(
        "correct",
        "",
        _("Sửa nội dung bước"),
        _("Ghi nội dung đã sửa"),
        _("Đã sửa nội dung bước"),
        contents.CORRECTIONS[field],
        services.correct_step,
        queries.step_to_correct,
        short=_("Sửa"),
    )


DOSSIER_ACTS: tuple[Act, ...] = (
    Act(
        "add_step",
        "them-buoc",
        _("Thêm bước"),
        _("Thêm bước"),
        _("Đã thêm bước vào hồ sơ."),
        contents.AddStepForm,
        services.add_step,
        queries.dossier_to_change,
    ),
    Act(
        "hand_over",
        "giao-lai",
        _("Giao lại hồ sơ"),
        _("Giao lại hồ sơ"),
        _("Đã giao lại hồ sơ."),
        dossiers.HandOverDossierForm,
        services.hand_over_dossier,
        queries.dossier_to_change,
        short=_("Giao lại người soạn"),
    ),
    Act(
        "rename",
        "sua-ten",
        _("Sửa tên hồ sơ"),
        _("Ghi tên mới"),
        _("Đã sửa tên hồ sơ."),
        dossiers.RenameDossierForm,
        services.rename_dossier,
        queries.dossier_to_change,
    ),
    Act(
        "close",
        "ket-thuc",
        _("Kết thúc hồ sơ"),
        _("Kết thúc hồ sơ"),
        _("Đã kết thúc hồ sơ."),
        dossiers.CloseDossierForm,
        services.close_dossier,
        queries.dossier_to_change,
    ),
    Act(
        "reopen",
        "mo-lai",
        _("Mở lại hồ sơ"),
        _("Mở lại hồ sơ"),
        _("Đã mở lại hồ sơ."),
        dossiers.ReopenDossierForm,
        services.reopen_dossier,
        queries.dossier_to_change,
    ),
)
