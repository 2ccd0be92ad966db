"""A file of rows that was brought and checked: which of them to write. `components/brought.html` draws what was found."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.organisations.importing.services import ApplyImport
from thammuu.web.components.once import OnceForm

SHOWN = 200
"""Refused cells on the page; all of them are in the .xlsx."""


class ApplyForm(OnceForm):
    """Ghi các dòng của tệp."""

    rows = forms.ChoiceField(
        label=_("Ghi những dòng nào"),
        widget=forms.RadioSelect,
        choices=(
            ("all", _("Tất cả hoặc không dòng nào: còn ô bị từ chối thì không ghi gì")),
            ("good", _("Chỉ các dòng đúng, bỏ qua dòng có ô bị từ chối")),
        ),
    )

    def command(self, brought: UUID) -> ApplyImport:
        """What `apply_import` takes."""
        return ApplyImport(brought, self.cleaned_data["rows"] == "good")
