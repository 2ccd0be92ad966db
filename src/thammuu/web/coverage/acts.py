"""What can be done on the matrix of a draft."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thammuu.apps.coverage import queries, services
from thammuu.web.components.acts import Act
from thammuu.web.coverage.forms import AnswerForm, MandateForm

ANSWER = Act(
    "answer",
    "<uuid:item>",
    _("Xác nhận đối chiếu"),
    _("Ghi kết quả đối chiếu"),
    _("Đã ghi kết quả đối chiếu."),
    AnswerForm,
    services.answer_item,
    queries.demand_page,
    short=_("Xác nhận"),
)
ADD = Act(
    "add",
    "them",
    _("Đối chiếu thêm một văn bản giao"),
    _("Thêm vào bảng đối chiếu"),
    _("Đã thêm văn bản giao vào bảng đối chiếu."),
    MandateForm,
    services.add_mandate,
    queries.matrix_to_answer,
    short=_("Thêm văn bản giao"),
    hint=_(
        "Văn bản mà dự thảo viện dẫn bằng số, ký hiệu đã có sẵn trong bảng. Chỉ có trong danh sách những văn bản đã ghi nội dung giao vào sổ."
    ),
)
