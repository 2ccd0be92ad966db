"""The filter above the list of dossiers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.dossiers.rows import BoardFilter
from thammuu.apps.organisations import clock
from thammuu.web.components.states import LIGHT_WORDS
from thammuu.web.spoken import choices_in_language

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from django.forms.boundfield import BoundField

_ALL = ("", _("Tất cả"))
_SUNDAY = 6


class FilterForm(forms.Form):
    """Words, unit, light, state, how soon; what is not understood filters nothing, so that an old link still opens."""

    words = forms.CharField(label=_("Tìm trong tên hồ sơ"), required=False)
    unit = forms.UUIDField(label=_("Đơn vị thực hiện"), required=False, widget=forms.Select)
    light = forms.ChoiceField(
        label=_("Tiến độ"), required=False, choices=[_ALL, *choices_in_language(LIGHT_WORDS.items())]
    )
    due = forms.ChoiceField(
        label=_("Đến hạn"),
        required=False,
        choices=[
            _ALL,
            ("week", _("Trong tuần này")),
            ("month", _("Trong 30 ngày")),
            ("over", _("Đã quá hạn")),
        ],
    )
    state = forms.ChoiceField(
        label=_("Trạng thái"),
        required=False,
        choices=[("", _("Đang thực hiện")), ("closed", _("Đã kết thúc")), ("all", _("Tất cả"))],
    )

    def offer(self, units: tuple[tuple[UUID, str], ...]) -> None:
        """The units to choose from."""
        self.fields["unit"].widget.choices = [_ALL, *units]

    def narrowing(self) -> list[BoundField]:
        """The fields beside the words."""
        return [field for field in self if field.name != "words"]

    def asked(self) -> BoardFilter:
        """What the query takes."""
        self.is_valid()
        told = self.cleaned_data
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
