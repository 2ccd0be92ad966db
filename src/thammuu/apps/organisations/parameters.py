"""Parameters of an agency: the usual value with its legal source, and what the agency has set in its place.

Two tables say what can be set: `durations.tsv` of the core (working days of each kind of work) and `parameters.tsv`
beside this module (everything else). What has been set are rows of `ParameterSetting`, the newest holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.acts import carry_out
from thammuu.apps.organisations.commands import SetParameter
from thammuu.apps.organisations.models import ParameterSetting
from thammuu.apps.organisations.refusals import NotAValue, NotVisible, StaleEdit
from thammuu.apps.organisations.units import check_may_administer
from thammuu_core.plans.durations import durations
from thammuu_core.text.tables import rows, words

Value = int | str

_MOST_DAYS = 250
"""Working days of a year: more for one kind of work is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that an agency may set for itself."""

    key: str
    group: str
    title: str
    help: str
    source: str
    usual: Value
    choices: tuple[tuple[str, str], ...] = ()
    """(value, words) where one of a few is chosen; empty for a number of working days."""
    least: int = 0
    most: int = _MOST_DAYS
    is_duration: bool = False
    """A row of `durations.tsv`: goes into `own_days`."""

    def read(self, written: str) -> Value:
        """The value behind what is stored or typed. Raises ValueError when it is none of this parameter's."""
        if self.choices:
            if written not in dict(self.choices):
                raise ValueError(written)
            return written
        days = int(written)
        if not self.least <= days <= self.most:
            raise ValueError(written)
        return days

    @property
    def may_be(self) -> str:
        """What it takes, for a message."""
        if self.choices:
            return "; ".join(f"“{said}”" for _, said in self.choices)
        return f"số nguyên từ {self.least} đến {self.most}"

    def words(self, value: Value) -> str:
        """The value as people read it."""
        return dict(self.choices)[str(value)] if self.choices else f"{value} ngày làm việc"


_followers: dict[str, list[Callable[[int], None]]] = {}


def follows(key: str) -> Callable[[Callable[[int], None]], Callable[[int], None]]:
    """Call the function with the agency's id when it sets the parameter, in the same transaction.

    For apps above this one that keep what they reckoned by it.
    """

    def register(function: Callable[[int], None]) -> Callable[[int], None]:
        _followers.setdefault(key, []).append(function)
        return function

    return register


@cache
def parameters() -> dict[str, Parameter]:
    """Every parameter by key, in the order in which they are shown."""
    return {one.key: one for one in (*_work(), *_others())}


def value(agency_id: int, key: str) -> Value:
    """What holds for the agency now. Raises KeyError for a key that is in neither table."""
    return values(agency_id, key)[key]


def values(agency_id: int, *keys: str) -> dict[str, Value]:
    """The same for several keys, or for all, in one query."""
    asked = {key: parameters()[key].usual for key in keys or parameters()}
    return asked | {key: own for key, own in _own(agency_id).items() if key in asked}


def own_days(agency_id: int) -> dict[str, int]:
    """The working days that the agency has set for itself: `own` of `durations`, `own_days` of `lay_back`."""
    return {key: int(own) for key, own in _own(agency_id).items() if parameters()[key].is_duration}


def newest(agency_id: int) -> dict[str, ParameterSetting]:
    """The newest row of each parameter that was ever set, with the officer who set it."""
    last = ParameterSetting.objects.filter(agency_id=agency_id).values("key").annotate(last=Max("pk"))
    found = ParameterSetting.objects.filter(pk__in=last.values("last")).select_related("set_by")
    return {row.key: row for row in found}


def set_parameter(actor: Actor, command: SetParameter, *, key: UUID) -> UUID:
    """Another value from now on; what was set before stays. The uuid of the setting."""
    check_may_administer(actor)
    if (parameter := parameters().get(command.key)) is None:
        raise NotVisible
    if command.value:
        try:
            parameter.read(command.value)
        except ValueError as refused:
            raise NotAValue(parameter.title, parameter.may_be) from refused

    def act() -> UUID:
        try:
            with transaction.atomic():
                made = _set(actor, command)
        except IntegrityError as taken:
            current = newest(actor.agency_id)[command.key]
            raise StaleEdit(yours=command.value, current=f"{current.value}: {current.reason}") from taken
        for follow in _followers.get(command.key, ()):
            follow(actor.agency_id)
        return made.uuid

    return carry_out(actor, "register.parameter", command, key, act)


def _set(actor: Actor, command: SetParameter) -> ParameterSetting:
    """The next row of the parameter; the database refuses a second one of that number."""
    return ParameterSetting.objects.create(
        agency_id=actor.agency_id,
        key=command.key,
        number=command.number + 1,
        value=command.value,
        reason=command.reason,
        set_by_id=actor.id,
        set_at=clock.now(),
    )


def _own(agency_id: int) -> dict[str, Value]:
    """What a later version of the tables no longer knows or allows counts as not set."""
    found: dict[str, Value] = {}
    for key, row in newest(agency_id).items():
        known = parameters().get(key)
        if known and row.value:
            try:
                found[key] = known.read(row.value)
            except ValueError:
                continue
    return found


def _work() -> tuple[Parameter, ...]:
    return tuple(
        Parameter(
            one.key,
            "Số ngày làm việc của từng việc",
            one.title,
            "",
            one.source,
            one.days,
            is_duration=True,
        )
        for one in durations()
    )


def _others() -> tuple[Parameter, ...]:
    return tuple(
        _parameter(row) for row in rows("thammuu.apps.organisations", "parameters.tsv") if not row["later"]
    )


def _parameter(row: dict[str, str]) -> Parameter:
    choices = tuple((value, said) for value, _, said in (one.partition("=") for one in words(row["choices"])))
    return Parameter(
        row["key"],
        row["group"],
        row["title"],
        row["help"],
        row["source"],
        row["default"] if choices else int(row["default"]),
        choices,
        int(row["least"] or 0),
        int(row["most"] or _MOST_DAYS),
    )
