"""The field that names who is to have a step or a dossier."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.dossiers import queries

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import HolderChoice
    from thammuu.apps.organisations.actors import Actor


class HolderField(forms.TypedChoiceField):
    """One officer or unit of the agency; gives the `HolderChoice`, or None."""

    def __init__(self, **options: Any) -> None:
        gone = _(
            "Người, đơn vị này nay không nhận việc được (đã thôi vị trí hoặc tài khoản đã khóa). Hãy chọn lại."
        )
        super().__init__(empty_value=None, error_messages={"invalid_choice": gone}, **options)
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
