"""Labels as authors type them: what a paragraph's first characters may number, and in which scheme.

One line may be read in several ways ("i)" is a point and a small Roman one; "C." a letter and a hundred);
`labels` gives every reading, and nesting chooses by sequence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from thammuu_core.provisions import Level
from thammuu_core.text import fold_keep, plain, read_roman
from thammuu_core.text.letters import CAPITALS


@dataclass(frozen=True, slots=True)
class Label:
    """One reading of a label; labels of one `scheme` count on from one another."""

    level: Level
    scheme: str
    value: tuple[int, ...]
    """Place in the sequence, the last number counting; empty for dashes and bullets."""
    name: str
    """Without mark and word: "II", "3", "a", "1.2", "-"."""
    shown: str
    end: int
    """Offset in the text where the label and its mark end."""
    guessed: bool = False
    """Only by mending what recognition spoilt ("l." for "I."); believed only where the sequence asks for it."""


RANKS = {
    "part": 0, "chapter": 1, "section": 2, "subsection": 3, "article": 4, "upper": 5, "roman": 6,
    "named": 7, "arabic": 8, "decimal": 9, "half": 11, "letter": 12, "lettered": 13, "small-roman": 14,
    "bracket-letter": 15, "bracket": 16, "*": 17, "-": 18, "+": 19, "bullet": 20,
}  # fmt: skip
"""How deep a scheme usually stands; what authors do otherwise is seen from their sequences."""

ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_SKIPPED = "đfjwz"
"""Letters that some authors count and others leave out."""

_LETTERED = ("letter", "upper", "bracket-letter")
_WITH_INSERTED = ("arabic", "letter")

_LEAD = re.compile(r"[\s*_]*")
_MARK = r"(?:\s?[.:)]|\s?/(?=\s)|\s?-(?=\s)|(?=\s*$))"
_ORDINALS = {
    "nhat": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9,
}  # fmt: skip
_WORDED = re.compile(
    r"(?P<word>phan(?: thu)?|chuong|tieu muc|muc|dieu)\s+(?P<value>[ivxlc]+|\d{1,3}[a-z]?|[a-z]{1,4})(?!\w)(?P<mark>\s?[.:](?!\d)|\s-(?=\s))?(?![.\d])"
)
_NAMED = re.compile(
    r"(?P<word>buoc|giai doan|noi dung|nhiem vu|nhom nhiem vu|giai phap|du an|tieu du an|hop phan|hoat dong|nhom|dot|phuong an|mo hinh|chuyen de|ky|vong|mau so|bieu so)"
    r"(?: so| thu)?\s+(?P<value>\d{1,2}|[ivx]{1,5})(?:\s?[.:)]|\s-(?=\s)|(?=\s*$))"
)
_DECIMAL = re.compile(
    rf"(?P<value>(?:[IVX]{{1,5}}|\d{{1,2}})(?:\.\d{{1,2}}){{1,4}}(?:\.[a-zđ])?)(?:\s?[.):](?!\d)|(?=\s+[\"“(]?[{CAPITALS}]|\s*$))"
)
_LETTERED_NUMBER = re.compile(
    rf"(?P<value>[a-zđ](?:\.\d{{1,2}}){{1,2}})(?:\s?[.):](?!\d)|(?=\s+[{CAPITALS}]))"
)
_ARABIC = re.compile(rf"(?P<value>\d{{1,3}})(?![\d.,]*\d)(?P<more>[a-zđ]?){_MARK}(?!\d)")
_HALF = re.compile(r"(?P<value>\d{1,2})\s?\)")
_BRACKET = re.compile(r"\(\s?(?P<value>\d{1,2}|[a-zđ]|[ivx]{2,4})\s?\)(?=\s|[^\W\d_]|$)")
_ROMAN = re.compile(r"(?P<value>[IVXL]{1,7})(?:\s?[.:)](?!\w\.)|\s?/(?=\s)|\s?-(?=\s))")
_SPOILT_ROMAN = re.compile(
    rf"(?P<value>[IVXLl1|HÌÍ]{{1,6}})\s?[.,)](?=\s*[{CAPITALS}])|(?P<bare>[IVX]{{1,5}}L?)(?=\s+[{CAPITALS}]{{2,}}\s)"
)
_UPPER = re.compile(r"(?P<value>[A-ZĐ])(?:\s?[.:)](?![\w.])|\s?/(?=\s)|\s-(?=\s))")
_LETTER = re.compile(rf"(?P<value>[a-zđ])(?P<more>\d?)(?:\s?\)|\s?\.(?=\s)|\s?/(?=\s)|\.(?=[{CAPITALS}]))")
_SMALL_ROMAN = re.compile(r"(?P<value>[ivx]{1,5})\s?[).](?=\s)")
_BULLET = re.compile(r"(?P<value>[-+*•●▪■◦○►▶✓✔·➢❖→\uf000-\uf0ff])(?![-+*_=.])(?=\s*\S)")
_LEVELS = {
    "phan": Level.PART, "phan thu": Level.PART, "chuong": Level.CHAPTER, "muc": Level.SECTION,
    "tieu muc": Level.SUBSECTION, "dieu": Level.ARTICLE,
}  # fmt: skip


def labels(text: str) -> list[Label]:
    """Every reading of the label that `text` (NFC) begins with; empty when it begins with none."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    head = plain(text[start : start + 60])
    if not head or not (lead and _begins(head)):
        return _starred(text)
    found = [label for reader in _READERS for label in reader(head)]
    return [_placed(label, text, start) for label in found] or _starred(text)


def follows(earlier: Label, later: Label) -> bool:
    """Whether `later` is the next label after `earlier` in one scheme.

    >>> [follows(labels(a)[0], labels(b)[0]) for a, b in [("1. A", "2. B"), ("d) A", "e) B"), ("1. A", "3. B")]]
    [True, True, False]
    """
    before, after = earlier.value, later.value
    if earlier.scheme != later.scheme or not before or not after:
        return False
    if len(before) != len(after):
        return earlier.scheme in _WITH_INSERTED and _inserted(before, after)
    if before[:-1] == after[:-1]:
        return after[-1] == before[-1] + 1 or (len(after) == 1 and _next_letter(earlier, later))
    return earlier.level is not Level.DECIMAL and after == (before[0] + 1, 0)


def _inserted(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """2a after 2, and 3 after 2a: what an amendment put between two numbers."""
    return after == (before[0], 1) if len(after) > len(before) else after == (before[0] + 1,)


def _next_letter(earlier: Label, later: Label) -> bool:
    """Authors differ over đ, f, j, w, z: any of them may be left out."""
    between = ALPHABET[earlier.value[0] : later.value[0] - 1]
    return earlier.scheme in _LETTERED and bool(between) and all(letter in _SKIPPED for letter in between)


def _begins(head: str) -> bool:
    return head[0].isalnum() or head[0] in "(-+•●▪■◦○►▶✓✔·➢❖→|" or "\uf000" <= head[0] <= "\uf0ff"


def _starred(text: str) -> list[Label]:
    """A single star before words is a bullet; a pair is an emphasis mark."""
    found = re.match(r"\s*\*\s+(?=[^\s*])", text)
    return [Label(Level.DASH, "*", (), "*", "*", found.end())] if found else []


def _placed(label: Label, text: str, start: int) -> Label:
    """The label as read from the text's `start` on, shown as the author typed it."""
    end = label.end + start
    return replace(label, shown=text[start:end].strip(), end=end)


def _worded(head: str) -> Iterator[Label]:
    """Phần, Chương, Mục, Tiểu mục, Điều; a cross-reference at the start of a sentence is none of them."""
    folded = fold_keep(head)
    found = _WORDED.match(folded)
    if not found or not head[0].isupper():
        return
    word, written = found["word"], head[found.start("value") : found.end("value")]
    rest = head[found.end() :]
    if not (found["mark"] or _is_title(rest)) or (word == "dieu" and rest.strip() and not found["mark"]):
        return
    level = _LEVELS[word]
    if value := _worth(found["value"], written):
        yield Label(level, level.value, value, written, head[: found.end()], found.end())
    if level is Level.PART and len(written) == 1 and written.isupper():
        place = (ALPHABET.find(written.lower()) + 1, 0)
        yield Label(level, "part:letter", place, written, head[: found.end()], found.end())


def _worth(folded: str, written: str) -> tuple[int, ...] | None:
    """The number of "IV", "12", "5a", "thứ hai"; None for other words."""
    if written[0].isdigit():
        digits = re.match(r"\d+", written)
        tail = folded[digits.end() :] if digits else ""
        return (int(digits[0]) if digits else 0, ALPHABET.find(tail) + 1 if tail else 0)
    number = _ORDINALS.get(folded) or (read_roman(written) if written.isupper() else None)
    return (number, 0) if number else None


def _is_title(rest: str) -> bool:
    rest = rest.strip()
    return not rest or (rest[0].isupper() and not rest.endswith((".", ";")))


def _named(head: str) -> Iterator[Label]:
    """Bước 1, Nhiệm vụ 2, Giai đoạn I, …"""
    found = _NAMED.match(fold_keep(head))
    if not found or not head[0].isupper():
        return
    written = head[found.start("value") : found.end("value")]
    value = int(written) if written.isdigit() else read_roman(written)
    if value:
        name = head[: found.end("value")]
        yield Label(Level.ARABIC, f"named:{found['word']}", (value,), name, head[: found.end()], found.end())


def _decimal(head: str) -> Iterator[Label]:
    found = _DECIMAL.match(head)
    if not found:
        return
    parts = found["value"].split(".")
    numbers = tuple(_part(part) for part in parts)
    if all(numbers):
        scheme = f"decimal:{len(parts)}" + ("r" if parts[0].isalpha() else "")
        yield Label(Level.DECIMAL, scheme, numbers, found["value"], found[0], found.end())


def _lettered(head: str) -> Iterator[Label]:
    """a.1), b.2: numbers under a point."""
    if found := _LETTERED_NUMBER.match(head):
        parts = found["value"].split(".")
        numbers = tuple(_part(part) for part in parts)
        yield Label(Level.DECIMAL, f"lettered:{len(parts)}", numbers, found["value"], found[0], found.end())


def _part(part: str) -> int:
    if part.isdigit():
        return int(part)
    return (read_roman(part) or 0) if part.isupper() else ALPHABET.find(part) + 1


def _arabic(head: str) -> Iterator[Label]:
    half, found = _HALF.match(head), _ARABIC.match(head)
    if half:
        yield Label(Level.ARABIC, "half", (int(half["value"]),), half["value"], half[0], half.end())
    elif found and found[0] != found["value"]:
        number = found["value"].lstrip("0") or "0"
        inserted = (ALPHABET.find(found["more"]) + 1,) if found["more"] else ()
        name = number + found["more"]
        yield Label(Level.ARABIC, "arabic", (int(number), *inserted), name, found[0], found.end())


def _bracket(head: str) -> Iterator[Label]:
    found = _BRACKET.match(head)
    if not found:
        return
    value = found["value"]
    if value.isdigit():
        yield Label(Level.ARABIC, "bracket", (int(value),), value, found[0], found.end())
        return
    if len(value) == 1:
        place = ALPHABET.find(value) + 1
        yield Label(Level.LETTER, "bracket-letter", (place,), value, found[0], found.end())
    if number := read_roman(value.upper()):
        yield Label(Level.LETTER, "small-roman", (number,), value, found[0], found.end())


def _roman(head: str) -> Iterator[Label]:
    found = _ROMAN.match(head)
    number = read_roman(found["value"]) if found else None
    if found and number:
        yield Label(Level.ROMAN, "roman", (number,), found["value"], found[0], found.end())
        return
    spoilt = _SPOILT_ROMAN.match(head)
    for mended in _mended(spoilt["value"] or spoilt["bare"]) if spoilt else ():
        if spoilt and (number := read_roman(mended)):
            yield Label(Level.ROMAN, "roman", (number,), mended, spoilt[0], spoilt.end(), guessed=True)


def _mended(written: str) -> Iterator[str]:
    """What recognition may have spoilt into these letters; a last L is a stroke, or the mark after the strokes."""
    if written.isdigit():
        return
    yield re.sub("[l1|ÌÍL]", "I", written).replace("H", "II")
    if written.endswith("L") and len(written) > 1:
        yield re.sub("[l1|ÌÍ]", "I", written[:-1]).replace("H", "II")


def _upper(head: str) -> Iterator[Label]:
    if found := _UPPER.match(head):
        place = ALPHABET.find(found["value"].lower()) + 1
        yield Label(Level.UPPER, "upper", (place,), found["value"], found[0], found.end())


def _letter(head: str) -> Iterator[Label]:
    if found := _LETTER.match(head):
        place = ALPHABET.find(found["value"]) + 1
        value = (place, int(found["more"])) if found["more"] else (place,)
        name = found["value"] + found["more"]
        yield Label(Level.LETTER, "letter", value, name, found[0], found.end())
    if found := _SMALL_ROMAN.match(head):
        number = read_roman(found["value"].upper())
        if number:
            yield Label(Level.LETTER, "small-roman", (number,), found["value"], found[0], found.end())


def _bullet(head: str) -> Iterator[Label]:
    found = _BULLET.match(head)
    if not found:
        return
    mark = found["value"]
    scheme = mark if mark in "-+" else "bullet"
    level = Level.PLUS if mark == "+" else Level.DASH
    yield Label(level, scheme, (), mark, mark, found.end())


_READERS = (_worded, _named, _decimal, _lettered, _arabic, _bracket, _roman, _upper, _letter, _bullet)
