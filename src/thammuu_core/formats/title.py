"""Tên loại and trích yếu.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.5.
"""

from __future__ import annotations

from collections.abc import Iterator

from thammuu_core.formats.looks import Look, joined, looks, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.text import fold

_WITH_SUBJECT = frozenset({"NQ", "QĐ", "CT", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "TTr"})
_LONG = 600
"""Letters: no short phrase any more."""


@rule("TT-141")
def kind_look(checked: Checked) -> Iterator[Hit]:
    """Capitals, 13 to 14, bold, in the middle."""
    if spot := checked.elements.kind_line:
        look = Look((13, 14), bold=True, italic=False, capitals=True, centred=True)
        yield from looks([spot], look, "Tên loại")


@rule("TT-142")
def subject_look(checked: Checked) -> Iterator[Hit]:
    """Small letters, 13 to 14, bold, in the middle."""
    look = Look((13, 14), bold=True, italic=False, capitals=False, centred=True)
    yield from looks(checked.elements.subject, look, "Trích yếu")


@rule("TT-144")
def letter_subject_look(checked: Checked) -> Iterator[Hit]:
    """V/v …, small letters, 12 to 13, not bold."""
    lines = checked.elements.letter_subject
    if lines and not lines[0].text.lstrip(" \t*").startswith(("V/v", "v/v", "Về việc")):
        yield Hit(f"Trích yếu công văn ghi {quoted(lines[0])}; phải bắt đầu bằng “V/v”.", lines[0])
    look = Look((12, 13), bold=False, italic=False, capitals=False)
    yield from looks(lines, look, "Trích yếu công văn")


@rule("TT-145")
def subject_words(checked: Checked) -> Iterator[Hit]:
    """There is one, and it is short; a letter names no kind."""
    found = checked.elements
    if found.kind_line and found.is_letter:
        yield Hit("Công văn không ghi tên loại; ghi trích yếu “V/v …” dưới số, ký hiệu.", found.kind_line)
    elif _alone(checked) and found.kind_line and not found.subject:
        yield Hit(f"Dưới tên loại {quoted(found.kind_line)} chưa có trích yếu nội dung.", found.kind_line)
    elif found.is_letter and not found.letter_subject:
        yield Hit("Công văn chưa có trích yếu “V/v …” dưới số, ký hiệu.", found.number)
    lines = found.subject or found.letter_subject
    if len(joined(lines)) > _LONG:
        yield Hit("Trích yếu quá dài; rút lại thành một câu hoặc cụm từ ngắn gọn.", lines[0])


def _alone(checked: Checked) -> bool:
    """Whether the line names a kind that has a subject, and nothing else."""
    line, kind = checked.elements.kind_line, checked.elements.kind
    if line is None or kind is None or kind.code not in _WITH_SUBJECT:
        return False
    return fold(line.text) in {fold(name) for name in (kind.name, *kind.also)}
