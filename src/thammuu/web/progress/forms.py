"""The filter above the list of dossiers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.dossiers.rows import BoardFilter
from thammuu.apps.organisations import clock
from thammuu.web.components.fields import RowField
from thammuu.web.components.lists import ALL, FilterForm
from thammuu.web.components.states import LIGHT_WORDS
from thammuu.web.spoken import choices_in_language

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thammuu.apps.organisations.choosing import Choice

_SUNDAY = 6


class BoardForm(FilterForm):
    """Words, unit, light, state, how soon."""

    label = _("Lọc hồ sơ")
    fold = _("Lọc theo đơn vị, tiến độ, thời hạn")
    words = forms.CharField(label=_("Tìm trong tên hồ sơ"), required=False)
    unit = RowField(label=_("Đơn vị thực hiện"), nothing=ALL, any_row=True, required=False)
    light = forms.ChoiceField(
        label=_("Tiến độ"), required=False, choices=[("", ALL), *choices_in_language(LIGHT_WORDS.items())]
    )
    due = forms.ChoiceField(
        label=_("Đến hạn"),
        required=False,
        choices=[
            ("", ALL),
            ("week", _("Trong tuần này")),
            ("month", _("Trong 30 ngày")),
            ("over", _("Đã quá hạn")),
        ],
    )
    state = forms.ChoiceField(
        label=_("Trạng thái"),
        required=False,
        choices=[("", _("Đang thực hiện")), ("closed", _("Đã kết thúc")), ("all", ALL)],
    )

    def offer(self, units: tuple[Choice, ...]) -> None:
        """The units to choose from."""
        self.fields["unit"].offer(units)

    def asked(self) -> BoardFilter:
        """What the query takes."""
        told = self.told()
        due, state = told.get("due"), told.get("state") or "open"
        return BoardFilter(
            words=told.get("words", ""),
            unit=told.get("unit"),
            light="red" if due == "over" else told.get("light", ""),
            state="" if state == "all" else state,
            due_within=_days(due),
        )

    def in_words(self) -> list[str]:
        """The filter as it is printed above the list."""
        told = self.cleaned_data
        said = []
        for name, value in told.items():
            if value:
                choices: Mapping[object, object] = dict(getattr(self.fields[name].widget, "choices", ()))
                said.append(f"{self.fields[name].label}: {choices.get(value, value)}")
        return said


def _days(due: str | None) -> int | None:
    """Days from today to the end of the stretch."""
    if due == "week":
        return _SUNDAY - clock.today().weekday()
    return timedelta(days=30).days if due == "month" else None
