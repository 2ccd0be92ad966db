"""Rows of the table of steps: what a row writes down, found out before its template, which is drawn some hundred times."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thammuu.web.components.states import duty_of
from thammuu.web.dossiers.said import Said, said
from thammuu.web.templatetags.acts import Door, foremost_doors, step_doors

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import StepRow


@dataclass(frozen=True, slots=True)
class Line:
    """A step as its row shows it; `opened`: with everything about it."""

    step: StepRow
    number: str
    """For addresses; a number would be written in the digits of the language, which takes long."""
    named: str
    """ "bước II.3"."""
    opened: bool
    duty: str
    fields: tuple[Said, ...]
    unread: tuple[Said, ...]
    """The fields that were read by the machine and confirmed by nobody."""
    unread_words: str
    """How many they are; empty where it no longer matters."""
    when: str
    """Its time as the plan says it, else its last day."""
    doors: tuple[Door, ...]
    """What may be done to it; of a step not opened only the foremost."""
    after: tuple[tuple[str, str], ...]
    """Number and label of the steps that it waits for."""
    led_by_holder: bool
    """Nobody leads it but the one who has it."""


def lines(steps: tuple[StepRow, ...], opened: int | None = None) -> Iterator[Line]:
    """A row for each step; `opened` is the number of the one that is shown whole."""
    labels = {step.number: step.where for step in steps}
    word = _("bước")
    for step in steps:
        fields = said(step)
        unread = tuple(field for field in fields if field.unread)
        is_opened = step.number == opened
        yield Line(
            step,
            str(step.number),
            f"{word} {step.where}",
            is_opened,
            duty_of(step),
            fields,
            unread,
            _unread_words(len(unread)) if unread and not step.finished_on else "",
            step.when.as_written or _when_words(step.when.due_on),
            tuple(step_doors(step) if is_opened else foremost_doors(step)),
            tuple((str(number), labels.get(number, str(number))) for number in step.after_numbers),
            _leaders(step) == (step.holder.words,),
        )


def _unread_words(count: int) -> str:
    words = ngettext("Máy đọc, chưa xác nhận %(n)s mục", "Máy đọc, chưa xác nhận %(n)s mục", count)
    return words % {"n": count}


def _when_words(due: date | None) -> str:
    return f"{_('chậm nhất')} {due:%d/%m/%Y}" if due else _("Không ghi")


def _leaders(step: StepRow) -> tuple[str, ...]:
    return tuple(owner.as_written for owner in step.lead)
