"""Kinds of field that several forms of a dossier share."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from thammuu.apps.dossiers import queries
from thammuu.apps.files.uploads import Upload

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import HolderChoice
    from thammuu.apps.organisations.actors import Actor


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


class HolderField(forms.TypedChoiceField):
    """One officer or unit of the agency; gives the `HolderChoice`, or None."""

    def __init__(self, **options: Any) -> None:
        super().__init__(empty_value=None, **options)
        self._held: dict[str, HolderChoice] = {}

    def offer(self, actor: Actor, *, units: bool = True) -> None:
        """The register's choices for this person, under the names of their units."""
        offered = [one for one in queries.holders(actor) if units or one.kind == "officer"]
        self._held = {str(one.uuid): one for one in offered}
        self.coerce = self._held.__getitem__
        self.choices = [("", "—"), *_grouped(offered)]


def _grouped(offered: Iterable[HolderChoice]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (group or _("Đơn vị"), [(str(one.uuid), one.words) for one in held])
        for group, held in groupby(offered, key=lambda one: one.group)
    ]


def upload_of(file: UploadedFile | None) -> Upload | None:
    """A file of a form as services take it."""
    return Upload(file.name or "", file.read()) if file else None
