"""Drafts that hold every provision that sentences name, with the words that they quote there.

A place is written "Đ5.k2.đa" (Điều 5 khoản 2 điểm a), "mIII.2.b", "mIII.2.g1" (its first dash), "PLI.5" (row 5 of
annex I), "tên", "căn cứ"; "*" is the whole draft.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from support.papers import paper_of
from thammuu_core.anchors import Version

_FILLERS = (
    "Cơ quan được giao nhiệm vụ tổ chức thực hiện theo thẩm quyền.",
    "Việc này gắn với công tác chuyên môn của từng đơn vị.",
    "Kết quả được công bố hằng năm.",
)
_ROMAN = ("I", "II", "III", "IV", "V")
_HEADINGS = ("MỤC ĐÍCH", "NỘI DUNG THỰC HIỆN", "TỔ CHỨC THỰC HIỆN", "KINH PHÍ", "CHẾ ĐỘ BÁO CÁO")
_LETTERS = "abcdđe"

Words = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Consulted:
    """A version, and where each place stands in its text."""

    version: Version
    spans: Mapping[str, tuple[int, int]]


def regulation(words: Words) -> Consulted:
    """A circular in articles, with three annexes of twelve rows."""
    return _consulted(_articles(words), "THÔNG TƯ", "Quy định về công tác văn thư, lưu trữ", words)


def plan(words: Words) -> Consulted:
    """A plan in sections, with three annexes of twelve rows."""
    return _consulted(_sections(words), "KẾ HOẠCH", "Nâng cao năng suất trên địa bàn tỉnh", words)


def _consulted(lines: Iterable[tuple[str, str]], kind: str, name: str, words: Words) -> Consulted:
    bases = (
        "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;",
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020;",
        *(f"Căn cứ {each};" for each in words.get("căn cứ", ())),
        "Theo đề nghị của Cục trưởng;",
    )
    said = [
        ("", kind),
        ("tên", " ".join((name, *words.get("tên", ())))),
        *(("căn cứ", base) for base in bases),
        *lines,
    ]
    version = Version.of("0" * 64, paper_of("\n".join(line for _, line in said)))
    return Consulted(version, dict(_spans(said, version.text)))


def _spans(said: Sequence[tuple[str, str]], text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each place with all below it."""
    found: dict[str, tuple[int, int]] = {}
    at = 0
    for path, line in said:
        shown = (
            "\n".join(cell.strip() for cell in line.strip("|").split("|")) if line.startswith("|") else line
        )
        assert text.startswith(shown, at)
        parts = path.split(".")
        for above in (".".join(parts[:depth]) for depth in range(1, len(parts) + 1)) if path else ():
            found[above] = (found.get(above, (at, 0))[0], at + len(shown))
        at += len(shown) + 1
    return iter(found.items())


def _filled(path: str, words: Words, number: int) -> str:
    quoted = (f"Khi thực hiện {each}, theo hướng dẫn của cơ quan quản lý." for each in words.get(path, ()))
    return " ".join((_FILLERS[number % 3], *quoted))


def _below(places: Iterable[str], above: str) -> set[str]:
    depth = above.count(".") + 1
    return {".".join(place.split(".")[: depth + 1]) for place in places if place.startswith(f"{above}.")}


def _articles(words: Words) -> Iterator[tuple[str, str]]:
    last = max([5, *(int(place.split(".")[0][1:]) for place in words if place[1:2].isdigit())])
    for article in range(1, last + 1):
        top = f"Đ{article}"
        yield top, f"Điều {article}. Quy định số {article}"
        clauses = max([2, *(int(place.split(".")[1][1:]) for place in _below(words, top))])
        for clause in range(1, clauses + 1):
            path = f"{top}.k{clause}"
            yield path, f"{clause}. {_filled(path, words, clause)}"
            points = [_LETTERS.index(place[-1]) for place in _below(words, path)]
            for letter in _LETTERS[: max(points, default=-1) + 1]:
                yield f"{path}.đ{letter}", f"{letter}) {_filled(f'{path}.đ{letter}', words, 1)}"
        if words.get(top):
            yield f"{top}.k{clauses + 1}", f"{clauses + 1}. {_filled(top, words, 2)}"
    yield from _annexes(words)


def _sections(words: Words) -> Iterator[tuple[str, str]]:
    for roman, heading in zip(_ROMAN, _HEADINGS, strict=True):
        top = f"m{roman}"
        yield top, f"{roman}. {heading}"
        last = max([2, *(int(place.split(".")[1]) for place in _below(words, top))])
        for item in range(1, last + 1):
            path = f"{top}.{item}"
            yield path, f"{item}. {_filled(path, words, item)}"
            yield from _inside(path, words)
        if words.get(top):
            yield f"{top}.{last + 1}", f"{last + 1}. {_filled(top, words, 2)}"
    yield from _annexes(words)


def _inside(path: str, words: Words) -> Iterator[tuple[str, str]]:
    names = sorted(place.removeprefix(f"{path}.") for place in words if place.startswith(f"{path}."))
    dashes = max([0, *(int(name[1:]) for name in names if name[0] == "g" and name[1:].isdigit())])
    for dash in range(1, dashes + 1):
        yield f"{path}.g{dash}", f"- {_filled(f'{path}.g{dash}', words, dash)}"
    letters = [_LETTERS.index(name) for name in names if name in _LETTERS]
    for letter in _LETTERS[: max(letters, default=-1) + 1]:
        yield f"{path}.{letter}", f"{letter}) {_filled(f'{path}.{letter}', words, 1)}"
    for name in (name for name in names if name[0].isdigit()):
        yield f"{path}.{name}", f"{name}. {_filled(f'{path}.{name}', words, 2)}"


def _annexes(words: Words) -> Iterator[tuple[str, str]]:
    grouped: dict[str, list[str]] = defaultdict(list)
    for place, said in words.items():
        grouped[place] += said
    yield "", "Nơi nhận:"
    yield "", "- Như trên;"
    yield "", "CHỦ TỊCH"
    for roman in _ROMAN[:3]:
        yield f"PL{roman}", f"PHỤ LỤC {roman}"
        yield f"PL{roman}", "| TT | Nội dung công việc | Đơn vị chủ trì | Thời gian |"
        for row in range(1, 13):
            path = f"PL{roman}.{row}"
            yield path, f"| {row} | {_filled(path, words, row)} | Sở Nội vụ | Quý {_ROMAN[row % 4]} |"
