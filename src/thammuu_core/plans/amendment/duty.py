"""What of a step is compared: its words without the time and without what does not change the meaning."""

from __future__ import annotations

from thammuu_core.plans.model import Step, When
from thammuu_core.text import fold, nfc

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
