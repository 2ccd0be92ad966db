"""The sign under which an assignment is shown: which badge, which words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

STATE_WORDS = {
    "late": _("Quá hạn"),
    "waiting": _("Chưa có hồ sơ"),
    "running": _("Đang thực hiện"),
    "done": _("Đã hoàn thành"),
    "withdrawn": _("Đã rút"),
}
BADGES = {"late": "late", "waiting": "planned", "running": "doing", "done": "done", "withdrawn": "none"}
