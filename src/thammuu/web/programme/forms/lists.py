"""The filter above the list of assignments."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.programme.queries import STATES, ItemFilter
from thammuu.web.programme.states import STATE_WORDS

if TYPE_CHECKING:
    from thammuu.apps.programme.rows import ProgrammeRow, UnitChoice

_ALL = ("", _("Tất cả"))


class FilterForm(forms.Form):
    """Words, unit, month, programme, state; what is not understood filters nothing, so that an old link still opens."""

    words = forms.CharField(label=_("Tìm trong nội dung"), required=False)
    unit = forms.UUIDField(label=_("Đơn vị chủ trì"), required=False, widget=forms.Select)
    month = forms.CharField(label=_("Hạn trong tháng"), required=False, widget=forms.Select)
    programme = forms.UUIDField(label=_("Chương trình"), required=False, widget=forms.Select)
    state = forms.ChoiceField(
        label=_("Trạng thái"),
        required=False,
        choices=[_ALL, *((state, STATE_WORDS[state]) for state in STATES)],
    )

    def offer(
        self, units: tuple[UnitChoice, ...], programmes: tuple[ProgrammeRow, ...], months: tuple[date, ...]
    ) -> None:
        """What there is to choose from."""
        self._choose("unit", [(str(unit.uuid), unit.name) for unit in units])
        self._choose("programme", [(str(one.uuid), one.title) for one in programmes])
        self._choose("month", [(f"{month:%Y-%m}", f"{month:%m/%Y}") for month in months])

    def asked(self) -> ItemFilter:
        """What the query takes."""
        self.is_valid()
        told = self.cleaned_data
        return ItemFilter(
            words=told.get("words", ""),
            unit=told.get("unit"),
            programme=told.get("programme"),
            month=_month(told.get("month", "")),
            state=told.get("state", ""),
        )

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        self.fields[name].widget.choices = [_ALL, *choices]  # type: ignore[attr-defined]


def _month(written: str) -> date | None:
    try:
        return date.fromisoformat(f"{written}-01")
    except ValueError:
        return None
