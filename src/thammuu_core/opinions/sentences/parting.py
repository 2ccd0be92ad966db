"""A sentence that asks for several things, cut into parts that each ask for one.

"bỏ từ “A” và thay “B” bằng “C”", "khoản 2: bỏ …; khoản 3: sửa …", "sửa “A” thành “B”, “C” thành “D”".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from thammuu_core.opinions.model import Operation
from thammuu_core.opinions.sentences.asking import Asked, bare
from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Quote, Reading, Span
from thammuu_core.opinions.sentences.reading import QUOTED
from thammuu_core.opinions.sentences.references import references
from thammuu_core.opinions.sentences.values import part_of
from thammuu_core.opinions.sentences.verbs import Verb, verbs

_W, _E = r"(?<![^\W_])", r"(?![^\W_])"
_JOINT = rf"(?P<joint>;|,|{_W}và{_E}|{_W}đồng thời{_E}|\.\s)\s*(?:(?:và|đồng thời|cũng|tiếp tục|chỉ|nghiên cứu|xem xét|cân nhắc|đề nghị|kiến nghị|cần|tại|ở|như sau)[\s,:]+){{0,4}}$"
_BREAK = rf";|,?\s{_W}(?:đồng thời|song|nhưng|tuy nhiên){_E}"
_SERIES = r"\s*(?:,|;|và|hoặc|cụm từ|từ|các|\s)*\s*"
_REACH = 60


def parts(read: Reading) -> tuple[Span, ...]:
    """The stretches that each hold a request with words or a place of its own; the whole sentence where it is one."""
    strong = [verb for verb in verbs(read) if verb.strong]
    if len(strong) < 2 or len(strong) > 40:
        return ((0, len(read.text)),)
    marks = _marks(read)
    cuts = [0]
    for earlier, later in pairwise(strong):
        cut = _cut(read, earlier, later)
        if cut is None or cut <= cuts[-1]:
            continue
        following = next((verb.start for verb in strong if verb.start > later.end), len(read.text))
        first = any(earlier.end <= mark < cut for mark in marks) or any(
            cuts[-1] <= mark < cut for mark in marks if read.clear[cut - 1] == ";"
        )
        if first and any(cut <= mark < max(following, later.end + _REACH) for mark in marks):
            cuts.append(cut)
    return tuple(pairwise([*cuts, len(read.text)]))


def _marks(read: Reading) -> list[int]:
    """Where words are quoted or a place is named."""
    return sorted(
        [*(quote.start for quote in read.quotes), *(one.start for one in references(read) if one.paths)]
    )


def _cut(read: Reading, earlier: Verb, later: Verb) -> int | None:
    """Where the second request begins; None where it goes on with the first."""
    if bare(read, later):
        return None
    between = read.clear[earlier.end : later.start]
    broken = list(cue(read, _BREAK).finditer(between))
    if broken:
        return earlier.end + broken[-1].end()
    near = between[-_REACH:]
    found = cue(read, _JOINT).search(near)
    if found is None:
        return None
    return later.start - len(near) + found.end("joint")


def pairs(read: Reading, asks: Asked) -> Iterator[Reading]:
    """The sentence once for each pair of words to change, or each of a series to take out."""
    quotes = read.quotes
    if asks.operation is Operation.REPLACE and len(quotes) >= 4 and len(quotes) % 2 == 0:
        said = [part_of(read, number, asks) for number in range(len(quotes))]
        if all(name == "new" for name in said[1::2]) and not any(name == "new" for name in said[::2]):
            yield from (replace(read, quotes=pair) for pair in zip(quotes[::2], quotes[1::2], strict=True))
            return
    if (
        asks.operation is Operation.REPLACE
        and len(quotes) >= 4
        and cue(read, rf"{_W}lần lượt{_E}").search(read.clear)
    ):
        half = len(quotes) // 2
        yield from (replace(read, quotes=pair) for pair in zip(quotes[:half], quotes[half:], strict=False))
        return
    if asks.operation is Operation.DELETE and 2 <= len(quotes) <= 20 and _is_series(read, quotes):
        yield from (replace(read, quotes=(quote,)) for quote in quotes)
        return
    yield read


def _is_series(read: Reading, quotes: Sequence[Quote]) -> bool:
    between = (read.clear[one.end : two.start] for one, two in pairwise(quotes))
    return all(QUOTED not in said and cue(read, _SERIES).fullmatch(said[:40]) is not None for said in between)
