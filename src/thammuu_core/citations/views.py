"""The text as the grammar reads it: two views of one length, with the way back to the text that was given."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from thammuu_core.text import fold_keep, nfc, plain

_CLUSTER = re.compile(r"(?s)[^\S\n]{2,}|.[\u0300-\u036f]*")
"""A letter with its marks, or a run of blanks: a text set flush, typed with tabs or recognised has wide gaps."""
_GAP = re.compile(r"[^\S\n]{2,}")

# Capitals that look alike, from a keyboard or a recogniser set to another script: "66/NQ-СР" has two Cyrillic letters.
_LOOKALIKE = str.maketrans("АВЕКМНОРСТХΑΒΕΗΙΚΜΝΟΡΤΧ", "ABEKMHOPCTXABEHIKMNOPTX")
# Digits that a recogniser took for letters: "13O2/QĐ-TTg", "3l/8/2020", "số l322".
_DIGIT = re.compile(r"[OolI](?:(?<=\d.)(?=[\d/])|(?<=ố [lI])(?=\d))")
_FOREIGN = re.compile(r"[\u0391-\u03a9\u0410-\u042f]")


@dataclass(frozen=True, slots=True)
class Views:
    """Three spellings of one text, character for character, so that an offset in one is an offset in all."""

    text: str
    """NFC; what is shown and quoted."""
    plain: str
    """Dashes, spaces and quotes levelled; for what depends on case and marks."""
    folded: str
    """Small letters without marks as well: headings in capitals, `uỷ` and `ủy`, a mark lost by OCR read alike."""
    origin: Sequence[int] | None
    """Offset in the given text of each character and of the end; None where the given text needed no change."""

    def words(self, start: int, end: int) -> str:
        """The words of a stretch as written, single spaces between them."""
        return " ".join(self.text[start:end].split())

    def given(self, offset: int) -> int:
        """The offset in the text that was given."""
        return offset if self.origin is None else self.origin[offset]


def views_of(given: str) -> Views:
    """The views of any text, in any normal form and spacing."""
    if not unicodedata.is_normalized("NFC", given):
        return _views(*_composed(given))
    return _views(*_closed_up(given)) if _GAP.search(given) else _views(given, None)


def _views(text: str, origin: Sequence[int] | None) -> Views:
    latin = text.translate(_LOOKALIKE) if _FOREIGN.search(text) else text
    latin = _DIGIT.sub(lambda match: "0" if match[0] in "Oo" else "1", latin)
    return Views(text, plain(latin), fold_keep(latin), origin)


def _closed_up(given: str) -> tuple[str, Sequence[int]]:
    """An NFC text with single blanks; what stands between gaps is copied whole, since books have many."""
    parts: list[str] = []
    origin = array("q")
    position = 0
    for gap in _GAP.finditer(given):
        parts += given[position : gap.start()], " "
        origin.extend(range(position, gap.start() + 1))
        position = gap.end()
    origin.extend(range(position, len(given) + 1))
    return "".join((*parts, given[position:])), origin


def _composed(given: str) -> tuple[str, Sequence[int]]:
    """The NFC text with single blanks, built letter by letter so that each one knows where it began; scripts without
    marks stay as given."""
    letters: list[str] = []
    origin = array("q")
    for cluster in _CLUSTER.finditer(given):
        letter = " " if cluster.group()[1:].isspace() else nfc(cluster.group())
        letters.append(letter)
        # Marks that compose with nothing stay, at the end of the cluster.
        origin.extend((cluster.start(), *range(cluster.end() - len(letter) + 1, cluster.end())))
    origin.append(len(given))
    return "".join(letters), origin


def trimmed(text: str, start: int, end: int, marks: str = ",") -> int:
    """The end of a stretch without the spaces and marks at its end; only the stretch is copied, never the text."""
    return start + len(text[start:end].rstrip(" \n\t" + marks))
