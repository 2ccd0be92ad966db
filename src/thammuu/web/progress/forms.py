"""The filter above the list of dossiers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django import forms

from thammuu.web.components.states import LIGHT_WORDS
from thammuu_core.text import fold

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import DossierRow


class FilterForm(forms.Form):
    """Words, unit, light; what is not understood filters nothing, so that an old link still opens."""

    words = forms.CharField(label="Tìm trong tên hồ sơ", required=False)
    unit = forms.ChoiceField(label="Đơn vị thực hiện", required=False)
    light = forms.ChoiceField(label="Tiến độ", required=False, choices=[("", "Tất cả"), *LIGHT_WORDS.items()])

    def __init__(self, data: dict[str, str], rows: Iterable[DossierRow]) -> None:
        super().__init__(data)
        units = sorted({row.unit for row in rows if row.unit}, key=fold)
        self.fields["unit"].choices = [("", "Tất cả"), *((unit, unit) for unit in units)]

    def narrow(self, rows: Iterable[DossierRow]) -> list[DossierRow]:
        """The rows that fit, the most urgent first; words are compared without diacritics."""
        self.is_valid()
        asked = self.cleaned_data
        words, unit, light = fold(asked.get("words", "")), asked.get("unit"), asked.get("light")
        found = [
            row
            for row in rows
            if words in fold(f"{row.title} {row.outcome}")
            and (not unit or row.unit == unit)
            and (not light or row.light == light)
        ]
        return sorted(found, key=_urgency)


def _urgency(row: DossierRow) -> tuple[int, date]:
    return list(LIGHT_WORDS).index(row.light), row.next_due or date.max
