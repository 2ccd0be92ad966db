"""One spelling of the same words, for comparing only: quotes are always taken from the texts themselves.

Two machines store the same words differently: composed or decomposed letters, blanks, quotes, dashes, invisible
characters, the place of a tone ("hòa", "hoà"), a number typed or counted by Word. None of that is a change.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from thammuu_core.text import nfc, normalise, plain

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PAIRS = [pair for small in ("oa", "oe", "uy") for pair in (small, small.upper(), small.title())]
_PLACES = {
    unicodedata.normalize("NFC", pair + tone): unicodedata.normalize("NFC", pair[0] + tone + pair[1])
    for pair in _PAIRS
    for tone in _TONES
}
_PLACE = re.compile(f"[oOuU][{''.join({pair[1] for pair in _PLACES})}]")
"""Wherever the pair stands: beside "hoà" and "hòa" people type "hòan" and "qúy", which are no other words."""
_BLANKS = re.compile(r"[^\S\n]+")
_LINE_ENDS = re.compile(r" ?\n[ \n]*")
_AROUND = " .):(/"
_LONGEST = 10
_REMEMBERED = 2_000
"""Characters up to which a paragraph's key is remembered: the version sent meets a hundred copies of itself."""

_NUMBER = r"(?:[IVXLC]{1,7}|\d{1,3}[a-zđ]?|[A-Za-zĐđ])"
_LABEL = re.compile(
    rf"(?P<word>(?:Phần|Chương|Mục|Tiểu mục|Điều)(?: thứ)?\s)?"
    rf"(?P<number>{_NUMBER}(?:\.\d{{1,3}})*)(?P<mark>\s?[.):/]|\s?-(?=\s))(?=\s|[^\W\d_]|$)"
    rf"|(?P<bullet>[-–—+*•●▪■◦○►▶✓✔·➢❖→\uf000-\uf0ff])(?=\s)",
    re.IGNORECASE,
)


def key(text: str) -> str:
    """The text in one spelling, blanks and line ends as they are."""
    levelled = plain(normalise(text))
    return _PLACE.sub(lambda match: _PLACES.get(match.group(), match.group()), levelled)


def canonical(text: str) -> str:
    """`key` with single blanks, lines stripped and empty ones left out: equal for texts that say the same.

    >>> canonical("Sở  Hoà\\u00a0Bình – “số” \\n\\n")
    'Sở Hòa Bình - "số"'
    """
    return _remembered(text) if len(text) <= _REMEMBERED else _canonical(text)


def _canonical(text: str) -> str:
    return _LINE_ENDS.sub("\n", _BLANKS.sub(" ", key(text))).strip(" \n")


_remembered = lru_cache(maxsize=8192)(_canonical)


def typed_label(text: str) -> int:
    """Length of the number, letter or dash typed before the words, the blank behind it included; 0 if there is none."""
    found = _LABEL.match(text)
    return len(text) - len(text[found.end() :].lstrip()) if found else 0


def label_kind(label: str) -> str:
    """What two labels must share for one to stand for the other: "Điều 5." and "Điều 7." do, "a)" and "1." do not."""
    found = _LABEL.match(label.strip() + " ")
    if not found:
        return ""
    if found["bullet"]:
        return "-"
    number = nfc(found["number"])
    counted = (
        "1"
        if number[0].isdigit()
        else "I"
        if re.fullmatch("[IVXLC]{2,}|[IVX]", number)
        else (number[0].isupper() and "A") or "a"
    )
    return (found["word"] or "").lower().strip() + counted


def is_number(text: str, label: str = "") -> bool:
    """Whether a whole line is but a number, as in the first column of a table; of the kind of `label` if one is given."""
    kind = label_kind(text.strip(_AROUND) + ".") if len(text) <= _LONGEST else ""
    return kind not in ("", "-") and (not label or kind == label_kind(label.strip(_AROUND) + "."))
