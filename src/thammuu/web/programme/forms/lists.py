"""The filter above the list of assignments."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.organisations.choosing import Choice
from thammuu.apps.programme.queries import STATES, ItemFilter
from thammuu.web.components.fields import RowField
from thammuu.web.components.lists import ALL, FilterForm
from thammuu.web.programme.states import STATE_WORDS

if TYPE_CHECKING:
    from thammuu.apps.programme.rows import ProgrammeRow


class ItemFilterForm(FilterForm):
    """Words, unit, month, programme, state."""

    label = _("Lọc nhiệm vụ")
    words = forms.CharField(label=_("Tìm trong nội dung"), required=False)
    unit = RowField(label=_("Đơn vị chủ trì"), nothing=ALL, any_row=True, required=False)
    month = forms.CharField(label=_("Hạn trong tháng"), required=False, widget=forms.Select)
    programme = RowField(label=_("Chương trình"), nothing=ALL, any_row=True, required=False)
    state = forms.ChoiceField(
        label=_("Trạng thái"),
        required=False,
        choices=[("", ALL), *((state, STATE_WORDS[state]) for state in STATES)],
    )

    def offer(
        self, units: tuple[Choice, ...], programmes: tuple[ProgrammeRow, ...], months: tuple[date, ...]
    ) -> None:
        """What there is to choose from."""
        self.fields["unit"].offer(units)
        self.fields["programme"].offer(Choice(one.uuid, one.title) for one in programmes)
        written = [(f"{month:%Y-%m}", f"{month:%m/%Y}") for month in months]
        self.fields["month"].widget.choices = [("", ALL), *written]

    def asked(self) -> ItemFilter:
        """What the query takes."""
        told = self.told()
        return ItemFilter(
            words=told.get("words", ""),
            unit=told.get("unit"),
            programme=told.get("programme"),
            month=_month(told.get("month", "")),
            state=told.get("state", ""),
        )


def _month(written: str) -> date | None:
    try:
        return date.fromisoformat(f"{written}-01")
    except ValueError:
        return None
