"""What is searched for; what is not understood narrows nothing."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.dossiers.lists.finding import KIND_WORDS
from thammuu.web.components.lists import ALL, FilterForm
from thammuu.web.spoken import choices_in_language


class SearchForm(FilterForm):
    """Words in any order, without diacritics if one likes, and a kind of thing."""

    label = _("Tìm hồ sơ, bước, văn bản")
    press = _("Tìm")
    foremost = True
    q = forms.CharField(
        label=_("Từ cần tìm"),
        required=False,
        max_length=300,
        help_text=_("Gõ có dấu hay không dấu đều được; để các từ trong “ngoặc kép” nếu phải đứng liền nhau."),
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label=_("Tìm trong"),
        required=False,
        choices=[("", ALL), *choices_in_language(KIND_WORDS.items())],
    )

    @property
    def asked(self) -> tuple[str, str]:
        """Words and kind, each empty where it was not understood."""
        told = self.told()
        return told.get("q", ""), told.get("kind", "")
