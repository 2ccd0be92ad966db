"""Names of agencies and units in lists: where one ends and the next begins.

A comma or "và" joins units only when a new name begins after it: "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế" are two,
"các sở, ban, ngành" is one. A name begins with a head (Sở, Ban, UBND, Chi cục, …) or with "các" and a kind of unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from thammuu_core.text import fold_keep

_HEADS = (
    r"so|bo|ubnd|uy\s+ban|hdnd|hoi\s+dong|mttq|ubmttq|mat\s+tran|phong|chi\s+cuc|cuc|tong\s+cuc|vu|trung\s+tam|tt|van\s+phong|vp"
    r"|vpub|cong\s+an|thanh\s+tra|kho\s+bac|ngan\s+hang|bao\s+hiem|bhxh|bao|dai|truong|benh\s+vien|vien|hoi|lien\s+minh"
    r"|lien\s+doan|lien\s+hiep|doan|tinh\s+doan|thanh\s+doan|toa\s+an|hat|doi|to|cong\s+ty|tong\s+cong\s+ty|tap\s+doan|quy"
    r"|dien\s+luc|thue|hai\s+quan|chi\s+nhanh|hiep\s+hoi|dang\s+uy|tinh\s+uy|thanh\s+uy|ban|lanh\s+dao|thuong\s+truc|bch|bo\s+chqs"
    r"|cong\s+doan|cang\s+vu|ttptqd|bql|cong\s+thong\s+tin|nha\s+xuat\s+ban|tong\s+lien\s+doan|chu\s+tich|pho\s+chu\s+tich"
    r"|giam\s+doc|thu\s+truong|truong\s+phong|chanh|nguoi\s+dung\s+dau|doan\s+thanh\s+nien|quan\s+doi|bo\s+doi|hoc\s+vien|dai\s+hoc|tctk"
)
_KINDS = (
    r"so|ban|nganh|bo|phong|chi\s+cuc|cuc|vu|don\s+vi|co\s+quan|dia\s+phuong|to\s+chuc|doan\s+the|hoi|trung\s+tam|truong"
    r"|benh\s+vien|doanh\s+nghiep|hiep\s+hoi|tap\s+doan|tong\s+cong\s+ty|cong\s+ty|nha\s+truong|co\s+so|ngan\s+hang|thanh\s+vien|ubnd|uy\s+ban"
    r"|chu\s+dau\s+tu|nha\s+mang|vien|hop\s+tac\s+xa|chuyen\s+gia|nha\s+khoa\s+hoc|dang\s+uy|xa|phuong|huyen|doi|to|ca\s+nhan|cap"
)
_HEAD = re.compile(rf"(?:{_HEADS})(?![\w])")
_KIND = re.compile(rf"(?:{_KINDS})(?![\w])")
_MANY = re.compile(r"(?:tat\s+ca\s+)?(?:cac|nhung|mot\s+so|toan\s+bo|tung|moi)\s+")
_OPENER = re.compile(
    r"\s*(?:[-+•*]\s*)?(?:(?:uy\s+ban\s+nhan\s+dan|ubnd|chu\s+tich|giam\s+doc)\b[^:;,.]{0,40}\b(?:giao|yeu\s+cau)\s+|giao(?:\s+cho)?\s+|(?:kinh\s+)?de\s+nghi\s*:?\s+|yeu\s+cau\s+|phan\s+cong\s+|do\s+|dong\s+thoi\s*,?\s+)?"
)
_SEPARATOR = re.compile(r"\s*(?:[;\n]|,|\bva\b|&(?=\s))\s*(?:[-+•]\s+)?")
_DITTO = re.compile(r"\s*(?:nt|n/t|như\s+trên|[-–—\"”“'.,…\s]*)\s*", re.IGNORECASE)
_EXTENT = re.compile(
    r"\s*[,(]?\s*\b(?:trong|theo)\s+(?:pham\s+vi\s+)?chuc\s+nang[^;]*?(?:cua\s+minh|duoc\s+giao|cua\s+don\s+vi)?(?=$|;|\s+va\s+cac\b|,\s+cac\b)"
)
_DISTRIBUTED = re.compile(r"cac\s+(so|bo|phong|chi\s+cuc)\s*(?::\s*|(?=[^\W\d_]))")


@cache
def _names() -> tuple[str, ...]:
    """Folded names that hold a separator, longest first."""
    rows = files("thammuu_core.plans").joinpath("data/unit_names.tsv").read_text("utf-8").splitlines()
    names = [fold_keep(row.split("\t")[0]) for row in rows if row and not row.startswith("#")]
    return tuple(sorted(names, key=len, reverse=True))


@cache
def _name() -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(name)}(?!\w)" for name in _names()))


def is_ditto(text: str) -> bool:
    """A cell that repeats the one above: "nt", "-", "như trên"; blank cells too."""
    return _DITTO.fullmatch(text) is not None


def units(text: str) -> tuple[str, ...]:
    """The units that `text`, a list and nothing else, names, each as written on one line.

    >>> units("Sở Văn hóa, Thể thao và Du lịch; các sở, ban, ngành và UBND các xã, phường.")
    ('Sở Văn hóa, Thể thao và Du lịch', 'các sở, ban, ngành', 'UBND các xã, phường')
    """
    start = _opening(fold_keep(text))
    body = text[start:].strip()
    if is_ditto(body):
        return ()
    body = _without_extent(body)
    return tuple(dict.fromkeys(name for piece in _pieces(body) if (name := _tidy(piece))))


def opens_unit(text: str, at: int = 0) -> bool:
    """A unit's name begins at `at`: a head with a capital, or "các" and a kind of unit."""
    folded = fold_keep(text[at : at + 60])
    many = _MANY.match(folded)
    if many:
        return _KIND.match(folded, many.end()) is not None or _HEAD.match(folded, many.end()) is not None
    head = _HEAD.match(folded)
    return head is not None and text[at].isupper()


def opening(text: str) -> int:
    """Where the units begin after "Giao", "Đề nghị", "Yêu cầu", a dash."""
    return _opening(fold_keep(text))


def _opening(folded: str) -> int:
    match = _OPENER.match(folded)
    return match.end() if match else 0


def _without_extent(text: str) -> str:
    folded, kept, at = fold_keep(text), [], 0
    for match in _EXTENT.finditer(folded):
        kept.append(text[at : match.start()])
        at = match.end()
    return "".join((*kept, text[at:]))


def _tidy(piece: str) -> str:
    name = " ".join(piece.split()).strip(" ,;.:-–+•*")
    return name if re.search(r"\w", name) else ""


def _pieces(text: str) -> Iterator[str]:
    folded = fold_keep(text)
    distributed = _DISTRIBUTED.match(folded)
    if distributed and (":" in distributed.group() or text[distributed.end() : distributed.end() + 1].isupper()):
        yield from _distribute(text, distributed)
        return
    yield from _cut(text, [at for at in _separators(folded) if _joins(text, folded, at)])


def _distribute(text: str, opening: re.Match[str]) -> Iterator[str]:
    """ "các Sở: Tài chính, Nội vụ; UBND các xã": the head goes to each bare name."""
    rest = text[opening.end() :]
    head = text[opening.start(1) : opening.end(1)]
    head = head[0].upper() + head[1:]
    for piece in _cut(rest, list(_separators(fold_keep(rest)))):
        bare = piece[:1].isupper() and not opens_unit(piece) and len(piece.split()) <= 8
        yield f"{head} {piece}" if bare else piece


def _cut(text: str, marks: list[tuple[int, int]]) -> Iterator[str]:
    at = 0
    for start, end in marks:
        yield text[at:start]
        at = end
    yield text[at:]


def _separators(folded: str) -> Iterator[tuple[int, int]]:
    """Marks between names, those inside brackets and inside known names left out."""
    inside = [match.span() for match in _name().finditer(folded)] + _brackets(folded)
    for match in _SEPARATOR.finditer(folded):
        if not any(start <= match.start() < end for start, end in inside):
            yield match.span()


def _brackets(folded: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"\([^()]*\)", folded)]


def _joins(text: str, folded: str, mark: tuple[int, int]) -> bool:
    """What follows the mark is a new unit rather than more of the same name or of "các sở, ban, ngành"."""
    start, end = mark
    if ";" in folded[start:end]:
        return True
    follow = re.compile(r"[^,;\n]*").match(folded, end)
    piece = follow.group().split(" va ")[0].strip() if follow else ""
    if _MANY.match(piece):
        return opens_unit(text, end)
    head = _HEAD.match(piece)
    if head and text[end].isupper():
        return len(piece.split()) > 1 or piece in {"ubnd", "hdnd", "tinh doan"}
    if "\n" in folded[start:end]:
        return False
    return bool(_KIND.match(piece) or head) and len(piece.split()) >= 3 and not _bare_list(folded[:start])


def _bare_list(folded: str) -> bool:
    """The list so far ends in "các cơ quan", "các sở, ban": kinds that share one "các" with what follows."""
    last = folded[max(folded.rfind(";"), folded.rfind("\n")) + 1 :]
    words = [part.strip() for part in re.split(r",|\bva\b", last)]
    kind = re.compile(rf"(?:(?:cac|nhung|mot\s+so)\s+)?(?:{_KINDS})")
    return bool(words) and kind.fullmatch(words[-1]) is not None
