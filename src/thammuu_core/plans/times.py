"""Time expressions of duties: words to `When`, by the conventions that officers read them with.

"Trước ngày D" is a deadline that keeps D and is `strict`; "chậm nhất", "đến hết", "xong trong" a deadline that
includes its last day; a month, a quarter, "từ … đến …" a period; "hằng năm" recurs; "thường xuyên" goes on; "sau khi
… ban hành", "theo lộ trình" wait for something. `read_time` reads words that are known to be a time (a table cell,
"Thời gian thực hiện: …"); `find_times` finds them in prose, where a bare year, a programme's years, a target "đến năm
2030", a date of entry into force or of another document are not times of a duty.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from thammuu_core.plans.model import When, WhenKind
from thammuu_core.plans.moments import Moment, Unit, find_moments
from thammuu_core.plans.recurrences import Recurrence, find_recurrences, rule_on
from thammuu_core.text import fold_keep


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What a time that leaves something out is completed from."""

    year: int | None = None
    """Year of the column head, or of the plan."""
    issued: date | None = None
    """The day "từ nay", "từ ngày ban hành" mean."""
    completion: bool = False
    """The column or label says "hoàn thành", "thời hạn": a single day is a deadline."""


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time and the words that say it: `text[start:end]`, in NFC."""

    start: int
    end: int
    when: When


_HOUR = r"(?:\d{1,2}\s*(?:h|g|gio|:)\s*(?:\d{2})?'?\s*(?:phut)?\s*,?\s*)?(?:ngay\s+)?"
_STRICT = re.compile(rf"\b(?:xong\s+|hoan\s+thanh\s+)?truoc\s+(?:het\s+)?{_HOUR}\s*$")
_BY = re.compile(
    rf"\b(?:(?:cham|muon)\s+nhat(?:\s+(?:la|vao|den|trong|het|cuoi|ngay))*|khong\s+(?:qua|muon\s+hon|cham\s+hon)"
    rf"|(?:den|toi)\s+het|(?:den|toi)\s+cuoi|han(?:\s+(?:chot|cuoi|cuoi\s+cung|nop|la|den))?\s*:?|het)\s+{_HOUR}$"
)
_UNTIL = re.compile(rf"\b(?:den|toi)\s+{_HOUR}$")
_WITHIN = re.compile(rf"\b(?:trong|vao|vao\s+dau|vao\s+cuoi|vao\s+khoang)\s+{_HOUR}$")
_SINCE = re.compile(rf"\b(?:tu|ke\s+tu|bat\s+dau\s+tu|bat\s+dau)\s+{_HOUR}$")
_FROM_NOW = re.compile(
    r"\btu\s+(?:nay|ngay\s+(?:ban\s+hanh|ky|ky\s+ban\s+hanh)(?:\s+(?:ke\s+hoach|quyet\s+dinh|van\s+ban)(?:\s+nay)?)?)"
    r"\s*(?:cho\s+)?(?:den|toi)\s+(?P<till>het\s+)?(?P<event>khi\s+[^.;]{3,160})?"
)
_TO = re.compile(r"\s*(?:,\s*)?(?:-|(?:cho\s+)?(?:den|toi)(?:\s+het|\s+truoc|\s+cuoi)?)\s*$")
_AND = re.compile(r"\s*(?:,|va|;|&)\s*(?:truoc\s+)?$")
_ONWARDS = re.compile(r"\s*(?:,\s*)?(?:va\s+)?(?:(?:cac|nhung)\s+nam\s+(?:tiep\s+theo|sau|ke\s+tiep)|tro\s+di|nhung\s+nam\s+tiep)")
_TO_EVENT = re.compile(r"\s*(?:cho\s+)?den\s+(?:khi|het\s+khi|ngay)\s+(?=[a-z])[^.;,()]{3,160}")
_DONE = re.compile(r"\b(?:xong|hoan\s+thanh|hoan\s+thien|ket\s+thuc|ban\s+hanh)\b")
_TARGET = re.compile(r"\b(?:muc\s+tieu|chi\s+tieu|phan\s+dau|tang\s+truong|ty\s+le)\b|%")
_FORCE = re.compile(r"\b(?:co\s+)?hieu\s+luc(?:\s+thi\s+hanh)?(?:\s+(?:ke\s+)?tu)?\s*(?:ngay\s+)?$")
_MONEY = re.compile(
    r"\b(?:ngan\s+sach|kinh\s+phi|du\s+toan|von|dau\s+tu|chi\s+thuong|binh\s+quan|tang\s+(?:truong|binh|tu|tren|them|\d)|giam\s+(?:binh|tu|it|\d)|dat|muc\s+tieu|chi\s+tieu|phan\s+dau|khen\s+thuong|luong|thu\s+nhap)\b|%"
)
_CLAUSE_EDGE = re.compile(r"[.;:]\s|\n")
_ONGOING = re.compile(
    r"\b(?:thuong\s+xuyen|lien\s+tuc|(?:trong\s+)?suot\s+(?:nam|qua\s+trinh|thoi\s+gian)|hang\s+ngay|lau\s+dai)\b"
)
# In prose only as the manner of an act: "chi thường xuyên", "người thường xuyên làm" say nothing of when.
_ACTS = (
    r"(?:rà\s+soát|kiểm\s+tra|cập\s+nhật|theo\s+dõi|đôn\s+đốc|hướng\s+dẫn|tuyên\s+truyền|phổ\s+biến|báo\s+cáo|trao\s+đổi|phối\s+hợp|tổ\s+chức|giám\s+sát|nắm"
    r"|đánh\s+giá|duy\s+trì|bồi\s+dưỡng|đưa\s+tin|đăng\s+tải|quan\s+tâm|chỉ\s+đạo|thực\s+hiện|tổng\s+hợp|tham\s+mưu|kiện\s+toàn|thông\s+tin|xây\s+dựng"
    r"|quán\s+triệt|thanh\s+tra|vận\s+động|củng\s+cố|tập\s+huấn|giáo\s+dục\s+(?!thường)|học\s+tập|bám\s+sát|chăm\s+lo|giữ|phát\s+sóng|triển\s+khai|trực|trực\s+ban|quan\s+trắc)"
)
_ONGOING_ACT = re.compile(
    rf"(?:(?:^|[;:.,(]\s*|[-+]\s+|\b(?:và|phải|động|nhiệm|tục|thời|hợp)\s+)thường\s+xuyên\s+(?={_ACTS})"
    rf"|(?<=[a-zà-ỹ]\s)thường\s+xuyên\s+(?={_ACTS})(?<!người\sthường\sxuyên\s)"
    rf"|\b(?:{_ACTS}|điều\s+chỉnh)\s+(?:thường\s+xuyên|liên\s+tục)(?!\s+(?:xảy|chịu|có|bị))|\btrực[\w\s,]{{0,40}}24\s*/\s*24)",
    re.IGNORECASE,
)
_REQUEST = r"(?:ngay\s+|hoac\s+)?(?:dot\s+xuat\s+)?(?:sau\s+)?khi\s+co\s+(?:yeu\s+cau|chi\s+dao|van\s+ban|huong\s+dan)"
_EVENT = (
    r"(?:ban\s+hanh|phe\s+duyet|thong\s+qua|co\s+hieu\s+luc|ky\s+ket|cong\s+bo|thong\s+nhat|cho\s+y\s+kien|giao|chap\s+thuan)"
)
_CONDITIONAL = re.compile(
    rf"\b(?:{_REQUEST}(?:\s+cua\s+[^.;,()]{{3,60}})?|khi\s+(?:xet\s+thay\s+)?can\s+thiet|khi\s+(?:co\s+)?(?:du\s+)?dieu\s+kien[^.;,()]{{0,40}}(?:cho\s+phep)?"
    rf"|khi\s+(?:tong\s+ket|so\s+ket|ket\s+thuc|thieu\s+hut)\s+[^.;,()]{{3,60}}|sau\s+khi\s+[^.;,()]{{0,60}}?\b(?:ket\s+thuc|hoan\s+thanh|rut|nhan\s+duoc|tong\s+hop|tiep\s+thu)\b[^.;,()]{{0,40}}"
    rf"|(?:ngay\s+)?sau\s+khi\s+[^.;]{{3,120}}?\b{_EVENT}\b[^.;,()]{{0,80}}"
    rf"|khi\s+(?:chinh\s+phu|quoc\s+hoi|bo|cac\s+bo|trung\s+uong|thu\s+tuong|ubnd|uy\s+ban|hdnd|hoi\s+dong)\b[^.;:]{{3,100}}?\b{_EVENT}\b[^.;()]{{0,100}}"
    r"|(?:trong\s+)?(?:vong|thoi\s+han|thoi\s+gian)\s+(?:toi\s+da\s+|khong\s+qua\s+)?\d{1,3}\s*(?:\([^)]{1,20}\)\s*)?(?:ngay|thang|tuan|gio)(?:\s+lam\s+viec)?\s*,?\s*(?:ke\s+tu|tu|sau)\s+(?:khi|ngay|thoi\s+diem)[^.;,()]{3,120})"
)


_RANK = (
    WhenKind.DEADLINE, WhenKind.PERIOD, WhenKind.POINT, WhenKind.RECURRING, WhenKind.ONGOING, WhenKind.CONDITIONAL,
)  # fmt: skip


def read_time(text: str, context: TimeContext) -> tuple[FoundTime, ...]:
    """The times of `text`, which is known to state a time; words that name none are a condition; blank is none."""
    if not re.search(r"\w", text):
        return ()
    times = sorted(_dated(text, context, stated=True), key=lambda time: time.start)
    ongoing = _ONGOING.search(fold_keep(text))
    recurring = any(time.when.kind is WhenKind.RECURRING for time in times)
    if ongoing and not recurring and not any(time.start < ongoing.start() for time in times):
        return (_whole(text, WhenKind.ONGOING),)
    return tuple(times) or (_whole(text, WhenKind.CONDITIONAL),)


def find_times(text: str, context: TimeContext) -> tuple[FoundTime, ...]:
    """The times of duties in the prose `text`, dates before recurrences before the rest; citations blanked out before."""
    times = list(_dated(text, context, stated=False))
    for kind, spans in ((WhenKind.ONGOING, _ongoing(text)), (WhenKind.CONDITIONAL, _conditions(text))):
        for start, end in spans:
            if not any(time.start < end and start < time.end for time in times):
                times.append(FoundTime(start, end, When(text[start:end], kind)))
    return ranked(times)


def ranked(times: Iterable[FoundTime]) -> tuple[FoundTime, ...]:
    """Dates before recurrences before the rest: the first is the time of the duty, the others say more of it."""
    return tuple(sorted(times, key=lambda time: (_RANK.index(time.when.kind), time.start)))


def _ongoing(text: str) -> Iterator[tuple[int, int]]:
    for match in _ONGOING_ACT.finditer(text):
        words = re.search(r"thường\s+xuyên|liên\s+tục|24\s*/\s*24", match.group(), re.IGNORECASE)
        if words:
            yield match.start() + words.start(), match.start() + words.end()


def _conditions(text: str) -> Iterator[tuple[int, int]]:
    for match in _CONDITIONAL.finditer(fold_keep(text)):
        yield match.start(), match.start() + len(match.group().rstrip(" ,.;:"))


def _whole(text: str, kind: WhenKind) -> FoundTime:
    words = text.strip(" .;,\n")
    start = text.find(words)
    return FoundTime(start, start + len(words), When(words, kind))


def _gap(recurrence: Recurrence, moment: Moment) -> int:
    """How many characters stand between the two."""
    return max(recurrence.start - moment.end, moment.start - recurrence.end)


def _dated(text: str, context: TimeContext, *, stated: bool) -> Iterator[FoundTime]:
    """Times with calendar words or a recurrence."""
    scan = _Scan(text, context, stated=stated)
    yield from scan.from_now()
    yield from scan.recurring()
    yield from scan.calendar()


class _Scan:
    """One text being read; moments that a time has used are crossed off so that none counts twice."""

    def __init__(self, text: str, context: TimeContext, *, stated: bool) -> None:
        self.text = text
        self.folded = fold_keep(text)
        self.context = context
        self.stated = stated
        self.moments = list(find_moments(text))
        self.edges = [0, *(match.end() for match in _CLAUSE_EDGE.finditer(self.folded)), len(text)]

    def found(self, start: int, end: int, when: When) -> FoundTime:
        words = self.text[start:end]
        lead = len(words) - len(words.lstrip())
        return FoundTime(start + lead, end, replace(when, as_written=words.strip()))

    def clause(self, at: int) -> tuple[int, int]:
        start = max(edge for edge in self.edges if edge <= at)
        return start, min((edge for edge in self.edges if edge > at), default=len(self.text))

    def before(self, at: int) -> str:
        """What stands before, within reach and in its clause."""
        return self.folded[max(self.clause(at)[0], at - 60) : at]

    def days(self, moment: Moment) -> tuple[date, date] | None:
        return moment.days(self.context.year)

    # -- "từ nay đến hết năm 2025" ------------------------------------------------------------------------------

    def from_now(self) -> Iterator[FoundTime]:
        for match in _FROM_NOW.finditer(self.folded):
            moment = next((m for m in self.moments if 0 <= m.start - match.end() <= 6), None)
            if match.group("event"):
                when = When("", WhenKind.PERIOD, start=self.context.issued, open_end=True)
                yield self.found(match.start(), match.end("event"), when)
            elif moment and (span := self.days(moment)):
                self.moments.remove(moment)
                if self.stated or not moment.unit is Unit.YEAR:
                    start = self.context.issued
                    start = start if start and start <= span[1] else None
                    yield self.found(match.start(), moment.end, When("", WhenKind.PERIOD, start, span[1]))

    # -- "hằng năm", "trước ngày 15 hằng tháng" -----------------------------------------------------------------

    def recurring(self) -> Iterator[FoundTime]:
        recurrences = find_recurrences(self.text)
        days: dict[Recurrence, list[Moment]] = {recurrence: [] for recurrence in recurrences}
        for moment in self.moments:
            near = [recurrence for recurrence in recurrences if self._falls_on(recurrence, moment)]
            if near:
                days[min(near, key=lambda recurrence: _gap(recurrence, moment))].append(moment)
        said = {(recurrence.rule, self.clause(recurrence.start)) for recurrence in recurrences if days[recurrence]}
        for recurrence in recurrences:
            yield from self._on_days(recurrence, days[recurrence])
            alone = (recurrence.rule, self.clause(recurrence.start)) not in said
            if alone and self._stands_alone(recurrence):
                when = When("", WhenKind.RECURRING, recurrence=recurrence.rule)
                yield self.found(recurrence.start, recurrence.end, when)

    def _on_days(self, recurrence: Recurrence, moments: list[Moment]) -> Iterator[FoundTime]:
        for index, moment in enumerate(moments):
            self.moments.remove(moment)
            start = self._deadline_start(moment) if index == 0 else moment.start
            yield self._each(recurrence, start, moment)

    def _falls_on(self, recurrence: Recurrence, moment: Moment) -> bool:
        """A day without a year in the same clause, "hằng năm (trước ngày 15 tháng 11)"; a month right beside it."""
        if moment.year or self.clause(moment.start) != self.clause(recurrence.start):
            return False
        if moment.unit is not Unit.DAY:
            return moment.unit is Unit.MONTH and _gap(recurrence, moment) <= 2
        before = self.before(moment.start)
        said = not moment.bare or _AND.search(before) or _STRICT.search(before)
        return bool(said) and _gap(recurrence, moment) <= 160

    def _deadline_start(self, moment: Moment) -> int:
        frame = _STRICT.search(self.before(moment.start)) or _BY.search(self.before(moment.start))
        return moment.start - (len(frame.group()) if frame else 0)

    def _each(self, recurrence: Recurrence, start: int, moment: Moment) -> FoundTime:
        strict = bool(_STRICT.search(self.before(moment.start)))
        low, high = min(start, recurrence.start), max(moment.end, recurrence.end)
        if high - low > 60:
            low, high = start, moment.end
        elif self.folded[high : high + 1] == ")" and "(" in self.folded[low:high]:
            high += 1
        rule = rule_on(recurrence.rule, moment)
        return self.found(low, high, When("", WhenKind.RECURRING, strict=strict, recurrence=rule))

    def _stands_alone(self, recurrence: Recurrence) -> bool:
        """In prose not where money or figures recur: "dự toán hằng năm", "tăng bình quân hằng năm"."""
        if self.stated or recurrence.periodic:
            return True
        start = self.clause(recurrence.start)[0]
        return _MONEY.search(self.folded, max(start, recurrence.start - 120), recurrence.start) is None

    # -- days, months, quarters, years --------------------------------------------------------------------------

    def calendar(self) -> Iterator[FoundTime]:
        waiting = list(self.moments)
        while waiting:
            moment = waiting.pop(0)
            partner = waiting[0] if waiting and self._joins(moment, waiting[0]) else None
            time = self._span(moment, partner) if partner else None
            if time:
                waiting.pop(0)
            else:
                time = self._single(moment)
            if time:
                yield time

    def _joins(self, left: Moment, right: Moment) -> bool:
        between = self.folded[left.end : right.start]
        if not _TO.fullmatch(between):
            return False
        return between.strip() == "-" or bool(_SINCE.search(self.before(left.start))) or not left.bare

    def _span(self, left: Moment, right: Moment) -> FoundTime | None:
        """From one moment to another; what the first leaves out it takes from the second."""
        first = right.days(self.context.year)
        if left.lone_day:
            left = replace(left, month=right.month, last_month=right.last_month)
        year = left.year or right.year or self.context.year
        opening = left.days(year)
        if opening and first and not left.year and opening[0] > first[1] and year:
            opening = left.days(year - 1)
        if not (opening and first and opening[0] <= first[1]) or (left.programme and not self.stated):
            return None
        frame = _SINCE.search(self.before(left.start))
        start = left.start - (len(frame.group()) if frame else 0)
        return self.found(start, right.end, When("", WhenKind.PERIOD, opening[0], first[1]))

    def _single(self, moment: Moment) -> FoundTime | None:
        span = self.days(moment)
        before = self.before(moment.start)
        if span is None or _FORCE.search(before):
            return None
        onwards = _ONWARDS.match(self.folded, moment.end)
        if not onwards and _SINCE.search(before):
            onwards = _TO_EVENT.match(self.folded, moment.end)
        if onwards:
            return self._onwards(moment, span, onwards.end())
        for frame, reading in self._frames(moment):
            match = frame.search(before)
            if match:
                when = reading(span)
                start = moment.start - len(before) + match.start()
                return self.found(start, moment.end, when) if when else None
        return self._unframed(moment, span)

    def _onwards(self, moment: Moment, span: tuple[date, date], end: int) -> FoundTime | None:
        if moment.unit is Unit.YEAR and not self.stated:
            return None
        frame = _SINCE.search(self.before(moment.start))
        start = moment.start - (len(frame.group()) if frame else 0)
        return self.found(start, end, When("", WhenKind.PERIOD, span[0], open_end=True))

    def _frames(self, moment: Moment) -> tuple[tuple[re.Pattern[str], Callable[[tuple[date, date]], When | None]], ...]:
        """The words that may stand before a moment, and what each makes of its days."""
        year = moment.unit is Unit.YEAR
        done, target = self._done(moment), self._target(moment)

        def deadline(span: tuple[date, date]) -> When | None:
            return None if year and not self.stated and (target or not done) else When("", WhenKind.DEADLINE, end=span[1])

        def strict(span: tuple[date, date]) -> When | None:
            # "trước tháng 6" is over when June begins: its first day is the D that is excluded.
            return None if year and target and not self.stated else When("", WhenKind.DEADLINE, end=span[0], strict=True)

        def within(span: tuple[date, date]) -> When | None:
            if done and moment.unit is not Unit.DAY:
                return deadline(span)
            return None if year and not self.stated else self._period(moment, span)

        def since(span: tuple[date, date]) -> When | None:
            if moment.month != moment.last_month and moment.unit is Unit.MONTH:
                return self._period(moment, span)  # "từ tháng 3 đến tháng 5" is one moment
            return None if year and not self.stated else When("", WhenKind.PERIOD, span[0], open_end=True)

        return ((_STRICT, strict), (_BY, deadline), (_UNTIL, deadline), (_SINCE, since), (_WITHIN, within))

    def _done(self, moment: Moment) -> bool:
        """The clause speaks of finishing before it comes to the moment."""
        return bool(_DONE.search(self.folded, max(self.clause(moment.start)[0], moment.start - 120), moment.start))

    def _target(self, moment: Moment) -> bool:
        return bool(_TARGET.search(self.folded, *self.clause(moment.start)))

    def _period(self, moment: Moment, span: tuple[date, date]) -> When:
        if moment.unit is not Unit.DAY or span[0] != span[1]:
            return When("", WhenKind.PERIOD, *span)
        if self.context.completion:
            return When("", WhenKind.DEADLINE, end=span[1])
        return When("", WhenKind.POINT, *span)

    def _unframed(self, moment: Moment, span: tuple[date, date]) -> FoundTime | None:
        """No word before it says how it binds: in prose a month or quarter that opens a clause or stands in brackets."""
        if self.stated:
            done = self._done(moment) and moment.unit is not Unit.DAY
            when = When("", WhenKind.DEADLINE, end=span[1]) if done else self._period(moment, span)
            return self.found(moment.start, moment.end, when)
        if moment.bare or moment.unit is Unit.YEAR:
            return None
        start, _ = self.clause(moment.start)
        opens = not self.folded[start : moment.start].strip(" -+,(") or self.folded[: moment.start].rstrip().endswith("(")
        closes = re.match(r"\s*(?:[:,.;)]|to\s+chuc|$)", self.folded[moment.end : moment.end + 12])
        return self.found(moment.start, moment.end, self._period(moment, span)) if opens and closes else None
