"""One line of a template: what it is by its first and last characters, and its words and placeholders.

As printed: "I. …", "1. …", "a) …", "- …" are provisions whose numbers are counted anew, "Căn cứ …;" is a basis, a line
in capitals, or after [ban hành], says who decides, [giữa] sets it in the middle. A "1. …" or "Điều 1. …" without a mark at its end is a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.compositions.model import Count, Line, Maybe, Name, Part, Piece, Slot, Sum, Words
from thammuu_core.compositions.refusals import BadTemplate
from thammuu_core.rendering import Align, Level

_LABELS = (
    (Level.PART, re.compile(r"Phần [IVXLC]+\.?\s+")),
    (Level.CHAPTER, re.compile(r"Chương [IVXLC]+\.?\s+")),
    (Level.SUBSECTION, re.compile(r"Tiểu mục \d+\.?\s+")),
    (Level.SECTION, re.compile(r"Mục \d+\.?\s+")),
    (Level.ARTICLE, re.compile(r"Điều \d+\.\s+")),
    (Level.ROMAN, re.compile(r"[IVXLC]+\.\s+")),
    (Level.CLAUSE, re.compile(r"\d+\.\s+")),
    (Level.POINT, re.compile(r"[a-zđ]\)\s+")),
    (Level.DASH, re.compile(r"[-–]\s+")),
    (Level.PLUS, re.compile(r"\+\s+")),
)
_BASIS = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét)\s.*;$", re.DOTALL)
ENDED = tuple(".:;,…")
"""A clause or article that ends so is no title."""
_PLACED = re.compile(r"\[(?P<word>giữa|ban hành)\]\s*")
_SLOT = re.compile(r"\{(?P<name>[^{}]*)\}|(?P<sign>[*_<>{}])")
_COUNT = re.compile(r"đếm\s+(?P<rows>[^:=]+?)(?:\s*:\s*(?P<column>[^=]+?)\s*=\s*(?P<word>.+))?")
_SUM = re.compile(r"cộng\s+(?P<rows>.+?)\.(?P<column>[^.]+)")


def line(text: str, number: int, *, marked: bool = True) -> Line:
    """A line of the body; not `marked` are words of a fact, in which nothing is a placeholder or a face."""
    found = _PLACED.match(text) if marked else None
    if found:
        inside = pieces(text[found.end() :], number)
        decides = found["word"] == "ban hành"
        return Line(number, inside, Part.ENACTING) if decides else Line(number, inside, align=Align.CENTER)
    if _BASIS.fullmatch(text):
        return Line(number, _pieces(text.rstrip("; "), number, marked=marked), Part.BASIS)
    for level, label in _LABELS:
        if start := label.match(text):
            words = text[start.end() :]
            title = level in (Level.CLAUSE, Level.ARTICLE) and not words.rstrip(" *_").endswith(ENDED)
            return Line(number, _pieces(words, number, marked=marked), level, title)
    what = Part.ENACTING if marked and _in_capitals(text) else Part.PARAGRAPH
    return Line(number, _pieces(text, number, marked=marked), what)


def pieces(text: str, number: int) -> tuple[Piece, ...]:
    """Words and placeholders; *đậm* is bold, _nghiêng_ is italic, <…> stands only when what is in it is filled."""
    made: list[Piece] = []
    optional: list[Words | Slot] | None = None
    for piece in _read(text, number):
        if isinstance(piece, str):
            if (optional is None) == (piece == ">"):
                raise BadTemplate(number, f"dấu “{piece}” không đủ cặp; phần có thể bỏ viết <…>.")
            if optional is None:
                optional = []
            else:
                made.append(Maybe(tuple(optional)))
                optional = None
        elif isinstance(piece, Slot) or piece.text:
            (made if optional is None else optional).append(piece)
    if optional is not None:
        raise BadTemplate(number, "thiếu dấu “>” đóng phần có thể bỏ.")
    return tuple(made)


def _pieces(text: str, number: int, *, marked: bool) -> tuple[Piece, ...]:
    return pieces(text, number) if marked else (Words(text),)


def _read(text: str, number: int) -> Iterator[Words | Slot | str]:
    """Words and placeholders in their faces, and the marks "<" and ">"."""
    bold = italic = False
    done = 0
    for found in _SLOT.finditer(text):
        yield Words(text[done : found.start()], bold, italic)
        done = found.end()
        if found["name"] is not None:
            yield Slot(value(found["name"], number), bold, italic)
        elif found["sign"] in "{}":
            raise BadTemplate(number, f"dấu “{found['sign']}” không đủ cặp; chỗ điền viết {{tên}}.")
        elif found["sign"] in "<>":
            yield found["sign"]
        else:
            bold, italic = bold ^ (found["sign"] == "*"), italic ^ (found["sign"] == "_")
    yield Words(text[done:], bold, italic)
    if bold or italic:
        raise BadTemplate(
            number, f"thiếu dấu {'*' if bold else '_'} đóng phần chữ {'đậm' if bold else 'nghiêng'}."
        )


def value(inside: str, number: int) -> Name | Count | Sum:
    words = " ".join(inside.split())
    if counted := _COUNT.fullmatch(words):
        return Count(path(counted["rows"]), counted["column"] or "", counted["word"] or "")
    if summed := _SUM.fullmatch(words):
        return Sum(path(summed["rows"]), summed["column"])
    each = words.startswith("mỗi ")
    name = words.removeprefix("mỗi ").rstrip("; ")
    if not name:
        raise BadTemplate(number, "chỗ điền { } để trống; ghi tên mục cần điền.")
    return Name(path(name), each, "; " if words.endswith(";") else ", ")


def path(name: str) -> tuple[str, ...]:
    """ "nhiệm vụ.tên" by its parts."""
    return tuple(part.strip() for part in name.split("."))


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in _SLOT.sub("", text) if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)
