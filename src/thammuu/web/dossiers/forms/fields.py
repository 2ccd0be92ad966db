"""The field that names who is to have a step or a dossier."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from thammuu.web.components.fields import RowField

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import HolderChoice


class HolderField(RowField):
    """One officer or unit of the agency; gives the `HolderChoice`, or None."""

    def __init__(self, **options: Any) -> None:
        gone = _(
            "Người, đơn vị này nay không nhận việc được (đã thôi vị trí hoặc tài khoản đã khóa). Hãy chọn lại."
        )
        super().__init__(error_messages={"invalid_choice": gone}, **options)

    def offer(self, rows: Iterable[HolderChoice]) -> None:
        """The register's choices, under the names of their units."""
        held = {str(one.uuid): one for one in rows}
        self.coerce = held.__getitem__
        self.choices = [("", self.nothing), *_grouped(held.values())]


def _grouped(offered: Iterable[HolderChoice]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (group or _("Đơn vị"), [(str(one.uuid), one.words) for one in held])
        for group, held in groupby(offered, key=lambda one: one.group)
    ]
