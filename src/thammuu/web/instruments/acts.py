"""What can be done to the register: a row an act, all drawn and carried out by `views.page_of`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thammuu.apps.instruments import queries, services
from thammuu.web.components.acts import Act
from thammuu.web.instruments.forms import (
    CorrectInstrumentForm,
    CorrectItemForm,
    InstrumentForm,
    ItemForm,
    WithdrawItemForm,
)

ADD = Act(
    "add",
    "van-ban-phap-luat/them",
    _("Thêm văn bản vào sổ"),
    _("Ghi vào sổ"),
    _("Đã ghi văn bản vào sổ."),
    InstrumentForm,
    services.enter_instrument,
    queries.nothing_yet,
    short=_("Thêm văn bản"),
)
CORRECT = Act(
    "correct",
    "van-ban-phap-luat/<uuid:uuid>/dinh-chinh",
    _("Đính chính thông tin văn bản"),
    _("Ghi đính chính"),
    _("Đã ghi đính chính; nội dung trước vẫn được lưu."),
    CorrectInstrumentForm,
    services.correct_instrument,
    queries.instrument_to_correct,
    short=_("Đính chính"),
)
ADD_ITEM = Act(
    "add_item",
    "van-ban-phap-luat/<uuid:uuid>/noi-dung-giao",
    _("Thêm mục tiêu, nhiệm vụ, kinh phí văn bản giao"),
    _("Thêm"),
    _("Đã thêm nội dung văn bản giao."),
    ItemForm,
    services.add_item,
    queries.instrument_to_correct,
    short=_("Thêm nội dung giao"),
)
CORRECT_ITEM = Act(
    "correct_item",
    "noi-dung-giao/<uuid:uuid>/dinh-chinh",
    _("Đính chính nội dung văn bản giao"),
    _("Ghi đính chính"),
    _("Đã ghi đính chính; nội dung trước vẫn được lưu."),
    CorrectItemForm,
    services.correct_item,
    queries.item_to_correct,
    short=_("Đính chính"),
)
WITHDRAW_ITEM = Act(
    "withdraw_item",
    "noi-dung-giao/<uuid:uuid>/bo",
    _("Bỏ nội dung văn bản giao đã ghi nhầm"),
    _("Bỏ"),
    _("Đã bỏ; nội dung cũ vẫn còn trong nhật ký."),
    WithdrawItemForm,
    services.correct_item,
    queries.item_to_correct,
    short=_("Bỏ"),
    grave=True,
)
ACTS = (ADD, CORRECT, ADD_ITEM, CORRECT_ITEM, WITHDRAW_ITEM)
