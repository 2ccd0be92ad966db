"""Vietnamese text as characters: normal form, tone placement, legacy encodings, folding, numerals.

Everything that reads a file passes its words through `normalise` once, at the boundary; everything that matches
or searches uses `plain`, `fold_keep` or `fold` and never a folding of its own.
"""

from __future__ import annotations

from thammuu_core.text.folding import fold, fold_keep, plain
from thammuu_core.text.legacy import Encoding, convert, decode, decode_lines, detect
from thammuu_core.text.normal import damaged_words, nfc, normalise
from thammuu_core.text.numerals import (
    POINT_LETTERS,
    point_letter,
    point_position,
    read_roman,
    roman,
)
from thammuu_core.text.syllables import is_syllable
from thammuu_core.text.tones import same_tone

__all__ = [
    "POINT_LETTERS",
    "Encoding",
    "convert",
    "damaged_words",
    "decode",
    "decode_lines",
    "detect",
    "fold",
    "fold_keep",
    "is_syllable",
    "nfc",
    "normalise",
    "plain",
    "point_letter",
    "point_position",
    "read_roman",
    "roman",
    "same_tone",
]
