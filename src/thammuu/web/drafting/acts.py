"""What can be done to drafts: a row an act, drawn and carried out by `views.begin_page` and `views.draft_page`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thammuu.apps.drafting import queries, services
from thammuu.web.components.acts import Act
from thammuu.web.drafting import forms

BEGINNINGS: tuple[Act, ...] = (
    Act(
        "compose",
        "soan",
        _("Soạn từ mẫu"),
        _("Soạn"),
        _("Đã soạn dự thảo lần 1 từ mẫu; chỗ còn thiếu để dấu “…”."),
        forms.ComposeForm,
        services.compose_draft,
        queries.to_begin,
        hint=_(
            "Tên, ngày, đơn vị, căn cứ, các bước, số liệu của hồ sơ được điền sẵn. Điều hồ sơ chưa có để dấu “…”."
        ),
    ),
    Act(
        "begin",
        "tai-len",
        _("Đưa dự thảo Word vào hồ sơ"),
        _("Lưu làm lần 1"),
        _("Đã lưu dự thảo lần 1 và kiểm tra thể thức."),
        forms.BeginForm,
        services.begin_draft,
        queries.to_begin,
        short=_("Tải tệp Word lên"),
        hint=_("Tệp được giữ nguyên, đọc và kiểm tra thể thức ngay khi lưu."),
    ),
)
"""Ways to begin a draft, the usual one first."""

DRAFT_ACTS: tuple[Act, ...] = (
    Act(
        "initial",
        "ky-nhay",
        _("Ký nháy"),
        _("Ký nháy"),
        _("Đã ký nháy."),
        forms.InitialForm,
        services.put_initial,
        queries.to_initial,
    ),
    Act(
        "return",
        "tra-lai",
        _("Trả lại để sửa"),
        _("Trả lại"),
        _("Đã trả lại dự thảo; người soạn được báo."),
        forms.ReturnForm,
        services.put_initial,
        queries.to_initial,
        short=_("Trả lại"),
        grave=True,
    ),
    Act(
        "add",
        "lan-moi",
        _("Đưa bản sửa lên"),
        _("Lưu lần dự thảo mới"),
        _("Đã lưu lần dự thảo mới và kiểm tra thể thức."),
        forms.VersionForm,
        services.add_version,
        queries.to_change,
        hint=_("Bản trước được giữ nguyên. Chữ ký nháy của bản trước không chuyển sang bản mới."),
    ),
    Act(
        "repair",
        "sua-the-thuc",
        _("Sửa thể thức"),
        _("Sửa thành lần mới"),
        _("Đã sửa thể thức thành lần dự thảo mới; lời văn không đổi."),
        forms.RepairForm,
        services.repair_version,
        queries.to_change,
        hint=_("Chỉ sửa hình thức: lề, cỡ chữ, kiểu chữ, khoảng cách, số trang. Bản trước được giữ nguyên."),
    ),
    Act(
        "check",
        "kiem-tra",
        _("Kiểm tra lại"),
        _("Kiểm tra"),
        _("Đã kiểm tra lại; kết quả các lần kiểm tra trước vẫn được lưu."),
        forms.CheckForm,
        services.check_again,
        queries.to_change,
    ),
)
