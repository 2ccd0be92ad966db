"""What can be done to comparisons of plans: a row an act, all drawn and carried out by `views.page_of`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thammuu.apps.coverage import queries, services
from thammuu.web.comparison import forms
from thammuu.web.components.acts import Act

BEGIN = Act(
    "begin",
    "so-sanh-ke-hoach/lap",
    _("Lập bảng so sánh kế hoạch"),
    _("Lập bảng"),
    _("Đã lập bảng so sánh. Hãy thêm từng kế hoạch."),
    forms.BeginForm,
    services.begin_comparison,
    queries.comparison_to_change,
    short=_("Lập bảng so sánh"),
)
ADD = Act(
    "add",
    "so-sanh-ke-hoach/<uuid:uuid>/them",
    _("Thêm kế hoạch từ tệp"),
    _("Đọc và thêm"),
    _("Đã đọc và thêm kế hoạch."),
    forms.AddForm,
    services.add_plan,
    queries.comparison_to_change,
)
ADD_KEPT = Act(
    "add_kept",
    "so-sanh-ke-hoach/<uuid:uuid>/them-van-ban",
    _("Thêm kế hoạch đã có trong hệ thống"),
    _("Đọc và thêm"),
    _("Đã đọc và thêm kế hoạch."),
    forms.AddKeptForm,
    services.add_kept_plan,
    queries.comparison_to_change,
    short=_("Thêm văn bản đã có"),
)
TAKE_OUT = Act(
    "take_out",
    "so-sanh-ke-hoach/ke-hoach/<uuid:uuid>/bo",
    _("Bỏ kế hoạch khỏi bảng so sánh"),
    _("Bỏ khỏi bảng"),
    _("Đã bỏ kế hoạch khỏi bảng so sánh."),
    forms.TakeOutForm,
    services.take_plan_out,
    queries.plan_to_change,
    short=_("Bỏ"),
    grave=True,
)
ACTS = (BEGIN, ADD, ADD_KEPT, TAKE_OUT)
