"""Lists that a form narrows: the form, and the table of which each list names only the columns and the row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.forms.boundfield import BoundField

Words = str | Promise
ALL = _("Tất cả")
"""The choice that narrows nothing."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its heading."""

    words: Words
    width: str = ""
    """`date` is as wide as the stylesheet says for `.is-date`; empty takes what is left."""


@dataclass(frozen=True, slots=True)
class Table:
    """How rows are shown; `components/table.html` draws it."""

    caption: Words
    """For those who hear the page."""
    columns: tuple[Column, ...]
    row: str
    """The template of one row, which is given to it as `row`."""


class FilterForm(forms.Form):
    """Narrows a list; what is not understood narrows nothing, so that an old link still opens.

    `components/filter.html` draws it.
    """

    label: ClassVar[Words]
    """What it does, for those who hear the page."""
    fold: ClassVar[Words] = ""
    """Under these words all fields after the first are folded on a phone."""
    press: ClassVar[Words] = _("Lọc")
    foremost: ClassVar[bool] = False
    """Its button is what the page is there for."""

    def told(self) -> dict[str, Any]:
        """What was understood, by field."""
        self.is_valid()
        return self.cleaned_data

    def first(self) -> BoundField:
        """The field that is never folded."""
        return next(iter(self))

    def others(self) -> list[BoundField]:
        """The fields after it."""
        return list(self)[1:]
