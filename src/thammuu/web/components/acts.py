"""Forms that record one act: which of their fields stand side by side, and which in a box of their own.

A form says it in `layout`; `components/layout.html` draws it. Every act page of the desk is drawn by that one template.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from thammuu.web.components.once import OnceForm, VersionedForm

if TYPE_CHECKING:
    from django.forms.boundfield import BoundField

Line = tuple[str, ...]
"""Names of fields side by side."""


@dataclass(frozen=True, slots=True)
class Box:
    """Lines that belong together, under a legend; without one they stand free."""

    lines: tuple[Line, ...]
    legend: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class DrawnBox:
    """A box with its fields in hand."""

    legend: str
    hint: str
    lines: tuple[tuple[BoundField, ...], ...]


def free(*lines: Line | str) -> Box:
    """Lines without a legend; a single name is a line of its own."""
    return Box(tuple((line,) if isinstance(line, str) else line for line in lines))


class LaidForm(OnceForm):
    """A form drawn in boxes."""

    layout: ClassVar[tuple[Box, ...]]
    notice: str = ""
    """What to know before filling it in."""

    def boxes(self) -> tuple[Box, ...]:
        """What is drawn; overridden where it hangs on what the form is about."""
        return self.layout

    def drawn(self) -> Iterator[DrawnBox]:
        """The boxes for the template."""
        for box in self.boxes():
            lines = tuple(tuple(self[name] for name in line) for line in box.lines)
            yield DrawnBox(box.legend, box.hint, lines)


class ActForm(LaidForm, VersionedForm):
    """A form for one act on something that may have changed since it was shown."""
