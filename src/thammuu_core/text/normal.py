"""The one form in which text enters the system: NFC, one kind of space, no invisible characters, no look-alikes.

What is only typography stays as the author typed it: en dashes, curly quotes, old or new tone placement. Matching
levels those (`folding.plain`, `tones.same_tone`); the stored words do not change. Only U+2010 and U+2011, which
are the plain hyphen under another number, become "-".
"""

from __future__ import annotations

import re
import unicodedata

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\u000b\u000c\u0085\u2028\u2029"
# Soft hyphen, zero-width marks, direction marks, BOM. A soft hyphen is ư in TCVN3: decode before normalising.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\ufeff"
_CONTROLS = "".join(map(chr, (*range(9), *range(0x0E, 0x20), 0x7F)))

_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys(_SPACES, " "),
        **dict.fromkeys(_LINE_ENDS, "\n"),
        **dict.fromkeys(_INVISIBLE + _CONTROLS),
        "\u2010": "-",
        "\u2011": "-",
        # Eth and African D are drawn like Đ; no word of Vietnamese has them. ð is what lower() makes of an eth.
        "\u00d0": "Đ",
        "\u00f0": "đ",
        "\u0189": "Đ",
        "\u0256": "đ",
    }
)
_CLEAN = re.compile(r"[\t\n -~À-ÏÑ-ïñ-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ–—‘’“”…•]*")
"""What nearly all text consists of and nothing here changes."""
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTYXaesijopcyxABEZHIKMNOPTYXo",
)
_FOREIGN = re.compile(r"[\u0370-\u04ff]")
_LETTERS = re.compile(r"[^\W\d_]+")
_JOINED = re.compile(r"[^\W\d_]+(?:[-/&][^\W\d_]+)*")
_TONE_BEFORE_HAT = re.compile(r"([\u0300\u0301\u0303\u0309])([\u0302\u0306])")
_MARKS_LEFT = re.compile(r"[\u0300-\u036f]")
_WORD = re.compile(r"\w+")


def nfc(text: str) -> str:
    """The text in Unicode normal form C, marks typed in the wrong order included.

    A tone typed before the hat (e, acute, circumflex) never composes by itself, since both marks have one class.
    """
    composed = unicodedata.normalize("NFC", text)
    if not _MARKS_LEFT.search(composed):
        return composed
    swapped = _TONE_BEFORE_HAT.sub(r"\2\1", unicodedata.normalize("NFD", composed))
    return unicodedata.normalize("NFC", swapped)


def normalise(text: str) -> str:
    """The text as the system keeps it; for every string that comes from outside.

    >>> normalise("Q\\u00d0\\u2011TTg,\\u00a0ngày")
    'QĐ-TTg, ngày'
    """
    if _CLEAN.fullmatch(text):
        return text
    levelled = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CHARACTERS)
    return _without_lookalikes(nfc(levelled))


def damaged_words(text: str) -> tuple[str, ...]:
    """Words that a half-done conversion of an old encoding left behind ("XàHỘI"), to be shown and never guessed."""
    return tuple(word for word in _WORD.findall(nfc(text)) if _is_damaged(word))


def _without_lookalikes(text: str) -> str:
    """Cyrillic and Greek letters drawn like Latin ones become Latin beside a Latin letter: in its word or symbol."""
    if not _FOREIGN.search(text):
        return text
    return _JOINED.sub(lambda match: _latin(match.group()), text)


def _latin(joined: str) -> str:
    if not _LETTERS.search(_FOREIGN.sub("", joined)):
        return joined
    return _LETTERS.sub(lambda match: _latin_word(match.group()), joined)


def _latin_word(word: str) -> str:
    """A word wholly of the other script stays unless each of its letters has a Latin double ("КН-UBND")."""
    latin = word.translate(_LOOKALIKES)
    return latin if _FOREIGN.sub("", word) or not _FOREIGN.search(latin) else word


def _is_damaged(word: str) -> bool:
    """One accented small letter between capitals: the conversion missed it."""
    small = [letter for letter in word if letter.islower()]
    capitals = sum(letter.isupper() for letter in word)
    return len(small) == 1 and capitals >= 2 and not small[0].isascii() and word[0].isupper()
