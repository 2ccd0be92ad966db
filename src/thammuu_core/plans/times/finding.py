"""Time expressions of duties: words to `When`, by the conventions that officers read them with.

"Trước ngày D" is a deadline that keeps D and is `strict`; "chậm nhất", "đến hết", "xong trong" a deadline that
includes its last day; a month, a quarter, "từ … đến …" a period; "hằng năm" recurs; "thường xuyên" goes on; "sau khi
… ban hành", "theo lộ trình" wait for something. `read_time` reads words that are known to be a time (a table cell,
"Thời gian thực hiện: …"); `find_times` finds them in prose, where a bare year, a programme's years, a target "đến năm
2030", a date of entry into force or of another document are not times of a duty.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from functools import lru_cache

from thammuu_core.plans.model import When, WhenKind
from thammuu_core.plans.times.clauses import TimeContext
from thammuu_core.plans.times.scan import FoundTime, dated
from thammuu_core.plans.times.words import CONDITIONAL, ONGOING, ONGOING_ACT, REPORTED_ON, STAGE
from thammuu_core.text import fold_keep, nfc

__all__ = ["FoundTime", "TimeContext", "find_times", "named_year", "ranked", "read_time"]

# Most sentences hold none of these and need not be looked at closely.
_HINT = re.compile(
    r"\d|(?:th[ưu][ờo]ng|li[êe]n|khi|h[ằàa]ng|m[ỗo]i|[đd][ịi]nh|qu[ýyíi]|l[ầa]n|năm|nam)", re.IGNORECASE
)
_TITLE_YEAR = re.compile(
    r"(?<!đến )(?<!tới )(?<!hết )(?<!nhìn )\bnăm\s+((?:19|20)\d\d)\b(?!\s*[-–])", re.IGNORECASE
)
_RANK = (
    WhenKind.DEADLINE, WhenKind.PERIOD, WhenKind.POINT, WhenKind.RECURRING, WhenKind.ONGOING, WhenKind.CONDITIONAL,
)  # fmt: skip


def read_time(text: str, context: TimeContext) -> tuple[FoundTime, ...]:
    """The times of `text`, which is known to state a time; words that name none are a condition; blank is none."""
    text = nfc(text)
    if not re.search(r"\w", text):
        return ()
    times = sorted(dated(text, context, stated=True), key=lambda time: time.start)
    ongoing = ONGOING.search(fold_keep(text))
    recurring = any(time.when.kind is WhenKind.RECURRING for time in times)
    if ongoing and not recurring and not any(time.start < ongoing.start() for time in times):
        return (_whole(text, WhenKind.ONGOING),)
    return tuple(times) or (_whole(text, WhenKind.CONDITIONAL),)


@lru_cache(maxsize=256)  # the headings over a list are asked again for every duty below them
def find_times(text: str, context: TimeContext) -> tuple[FoundTime, ...]:
    """The times of duties in the prose `text`, dates before recurrences before the rest; citations blanked out before."""
    text = nfc(text)
    if not _HINT.search(text) or REPORTED_ON.match(fold_keep(text[:120])):
        return ()
    times = list(dated(text, context, stated=False))
    taken = sorted((time.start, time.end) for time in times)
    for kind, spans in ((WhenKind.ONGOING, _ongoing(text)), (WhenKind.CONDITIONAL, _conditions(text))):
        for start, end in spans:
            if _is_free(taken, start, end):
                insort(taken, (start, end))
                times.append(FoundTime(start, end, When(text[start:end], kind)))
    if stage := STAGE.match(text):
        times.append(
            FoundTime(stage.start("words"), stage.end("words"), When(stage["words"], WhenKind.PERIOD))
        )
    return ranked(times)


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """None of the stretches, which are in order and apart, touches this one."""
    after = bisect_left(taken, (start, start))
    return all(high <= start or low >= end for low, high in taken[max(0, after - 1) : after + 2])


def named_year(title: str) -> int | None:
    """The one year that a title names: "Kế hoạch cải cách hành chính năm 2026"; None for none or several."""
    years = set(_TITLE_YEAR.findall(title))
    return int(years.pop()) if len(years) == 1 else None


def ranked(times: Iterable[FoundTime]) -> tuple[FoundTime, ...]:
    """Dates before recurrences before the rest: the first is the time of the duty, the others say more of it."""
    return tuple(sorted(times, key=lambda time: (_RANK.index(time.when.kind), time.start)))


def _ongoing(text: str) -> Iterator[tuple[int, int]]:
    folded = fold_keep(text)
    if not any(word in folded for word in ("xuyen", "tuc", "24")):
        return
    for match in ONGOING_ACT.finditer(text):
        if re.search(r"\bđược\b[^,;.]*,?[^,;.]*$", text[max(0, match.start() - 40) : match.start()]):
            continue  # "dữ liệu được quản lý, cập nhật thường xuyên" says how the data must be
        words = re.search(r"thường\s+xuyên|liên\s+tục|24\s*/\s*24", match.group(), re.IGNORECASE)
        if words:
            yield match.start() + words.start(), match.start() + words.end()


def _conditions(text: str) -> Iterator[tuple[int, int]]:
    folded = fold_keep(text)
    if not any(word in folded for word in ("khi", "sau", "tu")):
        return
    for match in CONDITIONAL.finditer(folded):
        yield match.start(), match.start() + len(match.group().rstrip(" ,.;:"))


def _whole(text: str, kind: WhenKind) -> FoundTime:
    words = text.strip(" .;,\n")
    start = text.find(words)
    return FoundTime(start, start + len(words), When(words, kind))
