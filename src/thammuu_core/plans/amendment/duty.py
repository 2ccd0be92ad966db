"""What of a step is compared: its words without the time and without what does not change the meaning."""

from __future__ import annotations

import re

from thammuu_core.plans.model import Step, When
from thammuu_core.text import fold, nfc, point_position, read_roman

Owners = frozenset[str]


def duty(step: Step) -> str:
    """The text as a reader hears it: without the times that it repeats, spaces and closing marks levelled."""
    text = nfc(step.text)
    for when in (step.when, *step.also):
        if when.as_written:
            text = text.replace(nfc(when.as_written), " ", 1)
    return " ".join(text.split()).strip(" :;,.-")


def words(step: Step) -> frozenset[str]:
    """The syllables of the duty, without marks and case."""
    return frozenset(fold(duty(step)).split())


def meaning(when: When) -> tuple[object, ...]:
    """What a time binds, however it is worded."""
    return when.kind, when.start, when.end, when.strict, when.open_end, when.recurrence


def named(names: tuple[str, ...]) -> Owners:
    """Names whatever their order, marks and case."""
    return frozenset(map(fold, names))


def said(step: Step) -> tuple[object, ...]:
    """Everything that is compared of a step, its label included: equal for two steps between which nothing changed."""
    return (
        step.where,
        duty(step),
        meaning(step.when),
        tuple(map(meaning, step.also)),
        named(step.lead),
        named(step.coordinating),
        step.condition or "",
        step.products,
        step.report_to or "",
    )


def place(step: Step) -> tuple[object, ...]:
    """Where a step stands, by its label as it counts ("II.9" before "II.10"); of one label, by what it says.

    Never by where it was given in a sequence, so that whatever is settled by it is settled by the steps alone.
    """
    label = tuple(map(_counted, re.findall(r"\d+|[^\W\d]+", step.where)))
    kinds = sorted(one.kind for one in step.activities)
    return label, step.where, duty(step), str(meaning(step.when)), step.condition or "", kinds


def _counted(part: str) -> tuple[bool, int, str]:
    """A numeral or the letter of a point as a number; a word ("Phụ", "dòng") as it is, behind those that count."""
    if part.isdecimal():
        return False, int(part), ""
    number = read_roman(part) if part.isupper() else point_position(part)
    return number is None, number or 0, "" if number else part.lower()
