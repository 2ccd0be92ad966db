"""How words look, said in words: what rules of layout compare with what must be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from thammuu_core.formats.mends import Letters
from thammuu_core.formats.model import Hit
from thammuu_core.formats.spots import Spot
from thammuu_core.outline import in_capitals
from thammuu_core.papers import Run

_PUSHED = 2
"""Spaces at the head of a line that nobody types but to push it."""


@dataclass(frozen=True, slots=True)
class Look:
    """What must be; None: the rule does not say."""

    sizes: tuple[float, float] | None = None
    """Smallest and largest size in points."""
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    centred: bool = False

    @property
    def words(self) -> str:
        """ "in hoa, cỡ 12 - 13, đứng, đậm" """
        parts = [
            _either(self.capitals, "in hoa", "in thường"),
            f"cỡ {_range(*self.sizes)}" if self.sizes else "",
            _either(self.italic, "nghiêng", "đứng"),
            _either(self.bold, "đậm", "không đậm"),
            "canh giữa" if self.centred else "",
        ]
        return ", ".join(filter(None, parts))

    def mend(self, lines: Iterable[Spot]) -> Letters:
        """What makes the lines look so."""
        return Letters(tuple(lines), self.sizes, self.bold, self.italic, self.capitals, centred=self.centred)


def faults(spot: Spot, look: Look) -> tuple[str, ...]:
    """What of a stretch looks otherwise, in words; what the file does not say is no fault."""
    found: list[str] = []
    if look.capitals is not None and in_capitals(spot.shown) != look.capitals:
        found.append("in thường" if look.capitals else "in hoa")
    if look.sizes:
        wrong = [size for size in spot.sizes if not look.sizes[0] <= size <= look.sizes[1]]
        found.extend(f"cỡ {number(size)}" for size in wrong)
    found.extend(_style(spot, look.italic, lambda run: run.italic, "nghiêng", "không nghiêng"))
    found.extend(_style(spot, look.bold, lambda run: run.bold, "đậm", "không đậm"))
    if look.centred and not centred(spot):
        found.append("không canh giữa")
    return tuple(found)


def looks(lines: Iterable[Spot], look: Look, name: str) -> Iterator[Hit]:
    """One hit for neighbouring lines of one element that look wrong in the same way."""
    told = [(spot, faults(spot, look)) for spot in lines]
    for wrong, group in groupby(told, key=lambda one: one[1]):
        if wrong:
            at = [spot for spot, _ in group]
            count = f" ({len(at)} dòng)" if len(at) > 1 else ""
            yield Hit(f"{name}{count} đang {', '.join(wrong)}; phải {look.words}.", at[0], mend=look.mend(at))


def centred(spot: Spot) -> bool:
    """Whether it stands in the middle; lines pushed there with spaces or tabs are believed."""
    before = spot.paragraph.text[: spot.start]
    pushed = not before.strip() and ("\t" in before or len(before) > _PUSHED)
    return spot.paragraph.align == "center" or pushed


def number(size: float) -> str:
    """A size as a reader says it: 13 or 13,5."""
    return f"{size:g}".replace(".", ",")


def quoted(spot: Spot, limit: int = 60) -> str:
    """The first words in quotation marks."""
    words = " ".join(spot.text.split())
    return f"“{words if len(words) <= limit else words[:limit].rsplit(' ', 1)[0] + '…'}”"


def joined(lines: Sequence[Spot]) -> str:
    """Lines of one element as one."""
    return " ".join(" ".join(spot.text.split()) for spot in lines)


def _style(spot: Spot, must: bool | None, has: Callable[[Run], bool], yes: str, no: str) -> Iterator[str]:
    if must is None:
        return
    wrong = [run for run in spot.runs if has(run) != must]
    if wrong:
        partly = "một phần " if len(wrong) < len(spot.runs) else ""
        yield partly + (no if must else yes)


def _either(value: bool | None, yes: str, no: str) -> str:
    return "" if value is None else yes if value else no


def _range(low: float, high: float) -> str:
    return number(low) if low == high else f"{number(low)} - {number(high)}"
