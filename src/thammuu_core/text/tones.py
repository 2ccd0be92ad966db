"""Two legal ways to place one tone: hoà/hòa, uỷ/ủy. Both are right; only comparison needs them equal."""

from __future__ import annotations

import re
import unicodedata

# Only open syllables in oa, oe, uy have two placements; qu is an onset, so "quý" has one.
_ON_THE_SECOND = re.compile(r"(?<![qQ])(?:[oO][àáãảạÀÁÃẢẠèéẽẻẹÈÉẼẺẸ]|[uU][ỳýỹỷỵỲÝỸỶỴ])(?![^\W\d_])")


def same_tone(text: str) -> str:
    """The text with every such tone on the first vowel, as most laws write it; same length on NFC text.

    For comparing and for finding duplicates. Never write the result back: the author's spelling stays.

    >>> same_tone("Uỷ ban, xã Hoà Quý, thuỷ lợi")
    'Ủy ban, xã Hòa Quý, thủy lợi'
    """
    return _ON_THE_SECOND.sub(lambda match: _moved(match.group()), text)


def _moved(pair: str) -> str:
    decomposed = unicodedata.normalize("NFD", pair[1])
    return unicodedata.normalize("NFC", pair[0] + decomposed[1:] + decomposed[0])
