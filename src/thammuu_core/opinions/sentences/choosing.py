"""Which of the places that a sentence names is meant, and what in the draft it is.

The nearest of the places named, then one called by what it is, then what stands above the sentence, and last a place
that was named for another end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from thammuu_core.opinions.model import Operation
from thammuu_core.opinions.sentences import named
from thammuu_core.opinions.sentences.asking import Asked
from thammuu_core.opinions.sentences.contexts import Above, above, completed, of_dossier
from thammuu_core.opinions.sentences.cues import cue
from thammuu_core.opinions.sentences.model import Path, Reading, Reference, Step
from thammuu_core.opinions.sentences.nouns import MARKED, RANKS
from thammuu_core.opinions.sentences.places import Found, Places, found_at
from thammuu_core.opinions.sentences.reading import reading
from thammuu_core.opinions.sentences.references import references
from thammuu_core.opinions.sentences.resolving import Settled, settle
from thammuu_core.opinions.sentences.verifying import exact
from thammuu_core.opinions.sentences.weighing import Weighed, compared, of_lines, weighed
from thammuu_core.text import fold_keep

_W, _E = r"(?<![^\W_])", r"(?![^\W_])"
_PAGE = rf"{_W}trang\s+(?:số\s+)?\d"
_WHOLE = (
    rf"{_W}(?:(?:toàn bộ|cả|toàn văn|trong toàn|xuyên suốt|toàn thể) (?:nội dung )?(?:các )?(?:dự thảo|văn bản|nghị định|nghị quyết|thông tư|quyết định|kế hoạch|quy chế|đề án|điều khoản)"
    r"|toàn văn|các (?:nội dung|điều khoản|quy định|phần|vấn đề)(?: \w+)? (?:khác|còn lại)|các nội dung khác|(?:trong|tại) các (?:điều, khoản|điều khoản|quy định) (?:của|có liên quan|liên quan))"
)
_MANY = (
    rf"{_W}(?:mâu thuẫn|chưa thống nhất|không thống nhất|khác nhau|giữa|chồng chéo|trùng lặp|trùng nhau){_E}"
)


_ELSEWHERE = "Nói về một tài liệu khác trong hồ sơ, không phải dự thảo được lấy ý kiến."
_BY_PAGE = "Nêu theo trang, dòng của bản in: cần đối chiếu với bản đã gửi."
_SMALL = frozenset({"cau", "doan", "y", "gach dau dong", "tiet", "dau gach"})
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Named:
    """Where a sentence wants it."""

    found: tuple[Found, ...] = ()
    reason: str = ""
    """Why no place of the draft is meant; with neither, the whole draft is."""
    sure: bool = True
    """False where a person must look whether another place is meant."""


def chosen(read: Reading, asks: Asked, context: Sequence[str], places: Places, words: str) -> Named:
    """The places meant; `words` are those that the draft should have there, if any."""
    outer = above(tuple(context))
    mentions = tuple(one for one in references(read) if one.paths)
    if cue(read, _PAGE).search(read.clear) and all(compared(read, one) or of_lines(one) for one in mentions):
        return Named(reason=_BY_PAGE)
    if (outer.other and not mentions) or of_dossier(read, mentions):
        return Named(reason=_ELSEWHERE)
    choice = _Choice(read, asks, places, words, outer, weighed(read, asks, mentions))
    return choice.near() or choice.called() or choice.around() or choice.last()


@dataclass(frozen=True, slots=True)
class _Choice:
    """One sentence looking for its place."""

    read: Reading
    asks: Asked
    places: Places
    words: str
    outer: Above
    mentions: Sequence[Weighed]

    def near(self) -> Named | None:
        """The nearest of the places named by their labels, or by their first words."""
        plain = [each.one for each in self.mentions if not each.far]
        return self._of(plain) if plain else None

    def called(self) -> Named | None:
        """A place called by what it is, or the whole draft said to be meant."""
        if special := _special(self.read, self.places):
            return Named(special)
        return Named() if cue(self.read, _WHOLE).search(self.read.clear) else None

    def around(self) -> Named | None:
        """What stands above."""
        if self.outer.other:
            return Named(reason=_ELSEWHERE)
        if not self.outer.paths:
            return None
        settled = self._settled(self.outer.paths, fold_keep(" ".join(self.outer.lines)))
        found = tuple(one for each in settled for one in each.found if not one.missing)
        return Named(found, sure=all(each.sure for each in settled)) if found else None

    def last(self) -> Named:
        """A place named for another end, a heading that calls one, words that the draft has once."""
        if self.mentions:
            nearest = self.mentions[0].weight
            return self._of([each.one for each in self.mentions if each.weight == nearest])
        if self.outer.lines and (special := _special(reading(self.outer.lines[-1]), self.places)):
            return Named(special)
        spoken = (
            named.spoken_of(self.read, self.places) if self.asks.operation is not Operation.INSERT else None
        )
        return Named((spoken,), sure=False) if spoken else Named()

    def _of(self, mentions: Sequence[Reference]) -> Named:
        options = [(one, self._inherited(one, mentions)) for one in mentions]
        one, paths = self._best(options)
        settled = self._settled(paths, self.read.folded[one.start : one.end + _AROUND])
        found = self._there(tuple(dict.fromkeys(each for known in settled for each in known.found)))
        if found:
            return Named(found, sure=all(each.sure for each in settled))
        if any(each.several for each in settled):
            return Named(reason=f"Dự thảo có nhiều {_said(paths[0])}: cần xem là của điều, mục nào.")
        return Named(reason=f"Dự thảo không có {_said(paths[0])}.")

    def _inherited(self, one: Reference, mentions: Sequence[Reference]) -> tuple[Path, ...]:
        """A path that does not begin at the top goes on from what the sentence speaks of, and from what is above."""
        topic = next((each for each in mentions if each.start < self.asks.start), None)
        outer = self.outer.paths
        if topic is not None and topic is not one:
            outer = completed(topic.paths, outer)
        if not outer:
            outer = next((each.one.paths for each in self.mentions if each.one.start > one.start), ())
        return completed(one.paths, outer)

    def _best(
        self, options: Sequence[tuple[Reference, tuple[Path, ...]]]
    ) -> tuple[Reference, tuple[Path, ...]]:
        """The first, or what goes on into it, unless another has the words; all where they are held together."""
        if len(options) == 1:
            return options[0]
        if self.words:
            return next((option for option in options if self._holds(option[1])), options[0])
        if self.asks.operation in (Operation.REVIEW, Operation.QUESTION) and cue(self.read, _MANY).search(
            self.read.clear
        ):
            return options[0][0], tuple(path for _, paths in options for path in paths)
        return self._innermost(options)

    def _innermost(
        self, options: Sequence[tuple[Reference, tuple[Path, ...]]]
    ) -> tuple[Reference, tuple[Path, ...]]:
        """ "Điều 5 giao hai sở, trong đó khoản 2 …, đề nghị": what the sentence comes to speak of before it asks."""
        best = options[0]
        for option in options[1:]:
            bottom = RANKS[best[0].paths[0][-1].noun]
            inner = all(RANKS[step.noun] < bottom for path in option[0].paths for step in path)
            if inner and best[0].start < option[0].start < self.asks.start:
                best = option
        return best

    def _holds(self, paths: Sequence[Path]) -> bool:
        found = (one for each in self._settled(paths, "") for one in each.found)
        return any(exact(self.places, self.words, one.start, one.end) for one in found)

    def _settled(self, paths: Iterable[Path], said: str) -> list[Settled]:
        return [settle(self.places, path, self.words, said) for path in paths]

    def _there(self, found: tuple[Found, ...]) -> tuple[Found, ...]:
        """Only what is put in may go where nothing is yet; a dash or paragraph not found stands for all around it."""
        if self.asks.operation is Operation.INSERT:
            return found
        there = tuple(each for each in found if not each.missing)
        return there or tuple(
            replace(each, missing=(), whole=True)
            for each in found
            if all(step.noun in _SMALL for step in each.missing)
        )


def _said(path: Path) -> str:
    return " ".join(f"{_proper(step)} {step.label}" for step in reversed(path)) or "nội dung này"


def _proper(step: Step) -> str:
    word = MARKED.get(step.noun, step.noun)
    return word.capitalize() if step.noun in ("dieu", "chuong", "phan", "muc", "phu luc") else word


def _special(read: Reading, places: Places) -> tuple[Found, ...]:
    if found := named.bases(read, places):
        return found[1]
    if named.title(read, places) and places.title:
        return (found_at(places, *places.title),)
    if named.recipients(read, places) and places.recipients:
        return (found_at(places, *places.recipients),)
    headed = next((found for _, found in named.headed(read, places)), None)
    only = headed or named.annex(read, places)
    return (only,) if only else ()
