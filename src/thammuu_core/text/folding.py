"""Texts made comparable: `plain` and `fold_keep` for matching with offsets, `fold` for search.

đ is the trap: it has no decomposition, so neither NFD nor a database's own unaccent folds it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from thammuu_core.text.normal import nfc

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u202f\t", " "),
        **dict.fromkeys("\u2018\u2019\u201a\u02bc", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'),
        "\u00d0": "Đ",
        "\u00f0": "đ",
    }
)
_WRITTEN_OTHERWISE = re.compile(f"[{re.escape(''.join(map(chr, _PLAIN)))}]")
"""Few characters of a text are; to look for them costs a twentieth of a translation of all."""
_NO_DECOMPOSITION = {"đ": "d", "Đ": "d", "ð": "d", "Ð": "d"}
_SENTENCE = 2_000
"""Characters up to which a text is looked at again and again."""
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


class _Folding(dict[int, str]):
    """A table for `str.translate` that works out each character when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    """One character, small and without marks; always one character."""
    for form in ("NFD", "NFKD"):
        base = "".join(
            part for part in unicodedata.normalize(form, character) if not unicodedata.combining(part)
        )
        if base.isascii() and len(base) == 1:
            return base.lower()
    lowered = _NO_DECOMPOSITION.get(character, character.lower())
    return lowered if len(lowered) == 1 and len(nfc(lowered)) == 1 else character


_FOLDING = _Folding()
for _written, _levelled in _PLAIN.items():
    _FOLDING[_written] = _fold_character(_levelled)


def plain(text: str) -> str:
    """One character per character: every dash is "-", every space " ", every quote straight, eth is Đ.

    For regular expressions that care about marks and case; offsets in the result are offsets in `text`.
    """
    return _WRITTEN_OTHERWISE.sub(lambda match: _PLAIN[ord(match.group())], text)


def fold_keep(text: str) -> str:
    """One character per character: as `plain`, and small, without marks, đ as d.

    `text` must be NFC (it is, once read through `normalise`); offsets in the result are offsets in `text`.

    >>> fold_keep("Uỷ ban – QĐ")
    'uy ban - qd'
    """
    return _folded(text) if len(text) <= _SENTENCE else text.translate(_FOLDING)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    """A sentence is folded by every grammar that looks at it; only long texts are not worth remembering."""
    return text.translate(_FOLDING)


def fold(text: str) -> str:
    """What search compares: small letters and digits without marks, anything else one space.

    >>> fold("Kế hoạch số 145/KH-UBND, Đắk Lắk")
    'ke hoach so 145 kh ubnd dak lak'
    """
    folded = nfc(text).translate(_FOLDING)
    if not folded.isascii():
        folded = "".join(map(_searched, folded))
    return _NOT_ALPHANUMERIC.sub(" ", folded).strip()


def _searched(character: str) -> str:
    """Nothing of a mark; a space for a number that is no digit ("¼"), which the index of a database passes over."""
    if unicodedata.combining(character):
        return ""
    return " " if unicodedata.category(character) in ("No", "Nl") else character
