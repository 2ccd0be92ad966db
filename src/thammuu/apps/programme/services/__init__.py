"""What people do to programmes, assignments and templates. Each: policy, guard, rows, journal event, in one transaction."""

from __future__ import annotations

from thammuu.apps.programme.services.changes import correct_item, defer_item, withdraw_item
from thammuu.apps.programme.services.instructions import instruct
from thammuu.apps.programme.services.intake import (
    add_item,
    add_programme,
    confirm_sheet,
    read_sheet,
    receive_letter,
)
from thammuu.apps.programme.services.laying import open_from_assignment
from thammuu.apps.programme.services.templates import save_template

__all__ = [
    "add_item",
    "add_programme",
    "confirm_sheet",
    "correct_item",
    "defer_item",
    "instruct",
    "open_from_assignment",
    "read_sheet",
    "receive_letter",
    "save_template",
    "withdraw_item",
]
