"""What can be done to a template: a row an act, drawn and carried out by `views.act_page_of`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thammuu.apps.drafting import services, template_queries
from thammuu.web.agency_templates import forms
from thammuu.web.components.acts import Act

SET = Act(
    "set",
    "dat",
    _("Tải mẫu riêng lên"),
    _("Kiểm tra và dùng mẫu này"),
    _("Đã nhận mẫu; dự thảo soạn từ nay theo mẫu này."),
    forms.SetForm,
    services.set_template,
    template_queries.to_set,
    hint=_(
        "Mọi chỗ điền được kiểm tra trước khi nhận; chỗ sai được chỉ ra đúng đoạn. Dự thảo đã soạn không thay đổi."
    ),
)
TAKE_BACK = Act(
    "take_back",
    "bo",
    _("Dùng lại mẫu có sẵn"),
    _("Bỏ mẫu riêng"),
    _("Đã bỏ mẫu riêng; dự thảo soạn từ nay theo mẫu có sẵn."),
    forms.TakeBackForm,
    services.take_back_template,
    template_queries.to_set,
    hint=_("Các lần đặt mẫu trước vẫn được lưu. Dự thảo đã soạn không thay đổi."),
    grave=True,
)
ACTS = (SET, TAKE_BACK)
