"""Places that letters name by their first words, where a draft numbers nothing: "đoạn bắt đầu bằng “Tăng cường …”".

The words quoted are the place: they are neither what is to go nor what is to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.opinions.sentences.model import Beginning, Span
from thammuu_core.text import fold_keep

_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_LEAD = re.compile(
    rf"{_START}(?:(?:bat|khoi|mo) dau)\s{{1,2}}(?:(?:la|bang|voi|tu|boi)\s{{1,2}})?(?:(?:cac|nhung)\s{{1,2}})?"
    r"(?:(?:cum tu|tu ngu|tu|chu|cau|dong chu|dong|noi dung|y|tieu de|phan)\s{0,2})?[:,(]?\s{0,2}(?=[\"“”„«'‘])"
)
_CUT = re.compile(
    rf"{_START}(?:doan|cau|y|dong|noi dung|gach dau dong)(?:\s{{1,2}}van)?(?:\s{{1,2}}(?:co noi dung|co cau|co cum tu|ghi|neu|viet))?[:,]?\s{{0,2}}"
    r"(?=[\"“”„«‘])"
)
"""Before a quotation that breaks off: "đoạn “Tăng cường công tác …”"."""
_CLOSERS = {"“": "”", "”": "”“", "„": "”“", "«": "»", "‘": "’", "'": "'’", '"': '"'}
_BROKEN_OFF = ("…", "...", "…..", "..")
_LONGEST = 400
"""Characters that one quotes to say where a paragraph begins."""


def beginnings(text: str) -> tuple[Beginning, ...]:
    """Every place of a text that is named so, in order."""
    folded = fold_keep(text)
    if len(folded) != len(text):
        return ()
    found = {one.start: one for one in (*_led(text, folded), *_cut_off(text, folded))}
    return tuple(found[start] for start in sorted(found))


def _led(text: str, folded: str) -> Iterator[Beginning]:
    for lead in _LEAD.finditer(folded):
        if inner := _quoted(text, lead.end()):
            yield Beginning(lead.start(), inner[1] + 1, inner)


def _cut_off(text: str, folded: str) -> Iterator[Beginning]:
    for lead in _CUT.finditer(folded):
        inner = _quoted(text, lead.end())
        if inner and text[slice(*inner)].rstrip().endswith(_BROKEN_OFF):
            yield Beginning(lead.end(), inner[1] + 1, inner)


def _quoted(text: str, at: int) -> Span | None:
    """What the mark at `at` opens; words cut off within a quotation of theirs leave a mark that nobody closes."""
    opened, closers = text[at], _CLOSERS.get(text[at], "")
    depth, first = 1, None
    for place in range(at + 1, min(len(text), at + _LONGEST)):
        if text[place] in closers and not (text[place] in "'’" and text[place + 1 : place + 2].isalnum()):
            first = place if first is None else first
            depth -= 1
            if not depth:
                return at + 1, place
        elif text[place] == opened:
            depth += 1
    return (at + 1, first) if first is not None else None
