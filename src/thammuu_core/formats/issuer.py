"""The issuing agency and its parent.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.2.
"""

from __future__ import annotations

from collections.abc import Iterator

from thammuu_core.formats.looks import Look, looks
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule


@rule("TT-111")
def parent_look(checked: Checked) -> Iterator[Hit]:
    """Capitals, 12 to 13, not bold."""
    look = Look((12, 13), bold=False, italic=False, capitals=True)
    yield from looks(checked.elements.parent, look, "Tên cơ quan chủ quản")


@rule("TT-112")
def issuer_look(checked: Checked) -> Iterator[Hit]:
    """Capitals, 12 to 13, bold."""
    look = Look((12, 13), bold=True, italic=False, capitals=True)
    yield from looks(checked.elements.issuer, look, "Tên cơ quan ban hành")
