"""Kinds of field that forms of several screens share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from thammuu.apps.files.uploads import Upload


class WordsField(forms.CharField):
    """A few sentences."""

    def __init__(self, *, rows: int = 2, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)


class ReasonField(WordsField):
    """Why; never left out."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": _("Lý do"), "rows": 3, **options})


class LinesField(WordsField):
    """One thing a line; gives a list."""

    def prepare_value(self, value: object) -> object:
        """A list as lines."""
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def clean(self, value: str | None) -> list[str]:
        """The lines that say something."""
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


def upload_of(file: UploadedFile | None) -> Upload | None:
    """A file of a form as services take it."""
    return Upload(file.name or "", file.read()) if file else None
