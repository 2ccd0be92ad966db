"""Kinds of field that forms of several screens share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
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


class RowField(forms.TypedChoiceField):
    """One of the rows that `offer` is given: a unit, an officer, an agency; gives its uuid, None where none is chosen.

    `nothing`: the words for none of them; None where one must be chosen and the first will do. `any_row`: rows that are not offered do too, for filters, in whose old
    addresses a row stands that is gone.
    """

    def __init__(self, *, nothing: str | Promise | None = "—", any_row: bool = False, **options: Any) -> None:
        super().__init__(coerce=UUID, empty_value=None, **options)
        self.nothing, self.any_row = nothing, any_row

    def offer(self, rows: Iterable[Any]) -> None:
        """What there is to choose from: rows with `uuid` and `words`, such as `organisations.choosing.Choice`."""
        none = [] if self.nothing is None else [("", self.nothing)]
        self.choices = [*none, *((str(row.uuid), row.words) for row in rows)]

    def valid_value(self, value: str) -> bool:
        """Whether it may be chosen."""
        return self.any_row or super().valid_value(value)


def upload_of(file: UploadedFile | None) -> Upload | None:
    """A file of a form as services take it."""
    return Upload(file.name or "", file.read()) if file else None
