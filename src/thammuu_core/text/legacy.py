"""Old Vietnamese encodings: text typed in TCVN3 (ABC) or VNI, which a computer of today shows as Western letters.

Decode before `normalise`: TCVN3 writes ư as a soft hyphen, which normalising would drop.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from thammuu_core.text.syllables import is_syllable

_SAMPLE = 20_000
"""Characters looked at when guessing; enough for certainty, small beside a book."""


class Encoding(StrEnum):
    """How the characters of a text are to be read."""

    UNICODE = "unicode"
    TCVN3 = "tcvn3"
    VNI = "vni"


# Letter by letter: the Western character that TCVN3 puts in its place, as Windows-1252 shows it.
_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_VNI_MARKS = {
    "a": "ùøûõïâáàåãäêéèúüë",
    "e": "ùøûõïâáàåãä",
    "o": "ùøûõïâáàåãä",
    "ô": "ùøûõï",
    "u": "ùøûõï",
    "ö": "ùøûõï",
    "y": "ùøûõ",
}
_VNI_LETTERS = {
    "a": "áàảãạâấầẩẫậăắằẳẵặ",
    "e": "éèẻẽẹêếềểễệ",
    "o": "óòỏõọôốồổỗộ",
    "ô": "ớờởỡợ",
    "u": "úùủũụ",
    "ö": "ứừửữự",
    "y": "ýỳỷỹ",
}
_VNI_SINGLE = {"ô": "ơ", "ö": "ư", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ñ": "đ"}

_OLD = re.compile(r"[\u00a1-\u00ff]")
_WORD_OF_ANY = re.compile(r"[^\s\d!-/:-@\[-`{-~–—“”‘’…]+")
_UNICODE_ONLY = re.compile(r"[ăđĩơũưĂĐĨƠŨƯẠ-ỹ\u0300-\u0323]")


def decode(text: str, font: str | None = None) -> str:
    """The text in Unicode, whatever it was typed in; unchanged unless an old encoding is certain."""
    return convert(text, detect(text, font), font)


def decode_lines(text: str) -> str:
    """A text pasted together by several hands, in Unicode: each line as it was typed.

    A heading is too short to be certain of; it is read as the old lines around it where that alone makes words.
    """
    if not _OLD.search(text):
        return text
    usual = detect(text)
    lines = text.split("\n")
    for at, line in enumerate(lines):
        if not _OLD.search(line) or _UNICODE_ONLY.search(line):
            continue
        found = detect(line)
        if found is not Encoding.UNICODE:
            usual = found
        elif usual is not Encoding.UNICODE and _makes_words(line, usual):
            found = usual
        lines[at] = convert(line, found)
    return "\n".join(lines)


def convert(text: str, encoding: Encoding, font: str | None = None) -> str:
    """The text read in that encoding. A TCVN3 font whose name ends in H draws small letters as capitals."""
    if encoding is Encoding.UNICODE:
        return text
    if encoding is Encoding.VNI:
        return _vni_pattern().sub(lambda match: _vni()[match.group()], text)
    read = text.translate(_tcvn3())
    return read.upper() if font and font.startswith(".Vn") and font.endswith("H") else read


def detect(text: str, font: str | None = None) -> Encoding:
    """How the text was typed: the reading under which its accented words become Vietnamese syllables.

    A font ".VnTime" or "VNI-Times" settles what the words alone leave open, but never overrules letters that only
    Unicode has: people do type Unicode into a document whose style still names an old font.
    """
    sample = text[:_SAMPLE]
    named = _by_font(font)
    if sample.isascii():
        return named
    if not _OLD.search(sample) or _UNICODE_ONLY.search(sample):
        return Encoding.UNICODE
    words = [word for word in _WORD_OF_ANY.findall(sample) if _OLD.search(word)]
    scores = {encoding: _score(words, encoding) for encoding in Encoding}
    if named is not Encoding.UNICODE and scores[named] >= scores[Encoding.UNICODE]:
        return named
    best = max(Encoding, key=lambda encoding: scores[encoding])
    certain = len(words) >= 3 and scores[best] >= 0.6 and scores[best] - scores[Encoding.UNICODE] > 0.25
    return best if certain else Encoding.UNICODE


def _makes_words(line: str, encoding: Encoding) -> bool:
    """Whether all accented words of a line are Vietnamese in this encoding, and not as they stand."""
    words = [word for word in _WORD_OF_ANY.findall(line) if _OLD.search(word)]
    return _score(words, encoding) == 1 > _score(words, Encoding.UNICODE)


def _score(words: list[str], encoding: Encoding) -> float:
    """Share of the words that are Vietnamese syllables when read so."""
    return sum(is_syllable(convert(word, encoding)) for word in words) / max(len(words), 1)


def _by_font(font: str | None) -> Encoding:
    name = (font or "").casefold()
    if name.startswith(".vn"):
        return Encoding.TCVN3
    return Encoding.VNI if name.startswith("vni") else Encoding.UNICODE


@cache
def _tcvn3() -> dict[int, str]:
    return str.maketrans(_TCVN3)


@cache
def _vni() -> dict[str, str]:
    """Every VNI spelling, one or two characters, in both cases, with its letter."""
    small = dict(_VNI_SINGLE)
    for base, marks in _VNI_MARKS.items():
        small |= {base + mark: letter for mark, letter in zip(marks, _VNI_LETTERS[base], strict=True)}
    capitals = {written.upper(): letter.upper() for written, letter in small.items()}
    return small | capitals | {written.capitalize(): letter.upper() for written, letter in small.items()}


@cache
def _vni_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _vni()), key=len, reverse=True)))
