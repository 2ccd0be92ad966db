"""Rows of the register; the caller holds the transaction and records the event."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from thammuu.apps.instruments.commands import LINKS, PLAIN, Said
from thammuu.apps.instruments.keys import keys_of
from thammuu.apps.instruments.lookup import named
from thammuu.apps.instruments.models import (
    Instrument,
    InstrumentEdition,
    InstrumentLink,
    Origin,
    Relation,
    called,
)
from thammuu.apps.instruments.refusals import (
    AlreadyRegistered,
    FollowsItself,
    ForceEndsTooEarly,
    NotCalled,
    NothingChanged,
)
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.acts import swap
from thammuu_core.kinds import normal_symbol

_LINKS = tuple(zip(LINKS, (Relation.REPLACES, Relation.AMENDS), strict=True))


def add(said: Said, origin: Origin, by_id: int | None) -> Instrument:
    """A new document. Raises AlreadyRegistered, NotCalled, ForceEndsTooEarly, NotRegistered, ManyOfThatSymbol."""
    said = checked(said)
    at = clock.now()
    try:
        with transaction.atomic():
            made = Instrument.objects.create(
                **_plain(said), **keys_of(said), entered_by_id=by_id, entered_at=at
            )
    except IntegrityError as taken:
        raise AlreadyRegistered(called(said.kind, said.symbol, said.subject)) from taken
    _link(made, said)
    _edition(made, 1, said, origin, "", by_id, at)
    return made


def change(
    instrument: Instrument, version: int, said: Said, origin: Origin, reason: str, by_id: int | None
) -> None:
    """Another edition of a document. Raises as `add`, and StaleEdit, NothingChanged."""
    said = checked(said)
    if said == said_of(instrument):
        raise NothingChanged
    yours = " ".join(filter(None, (said.symbol, said.subject, said.issuer)))
    try:
        with transaction.atomic():
            swap(
                instrument,
                version,
                yours=yours,
                shown=lambda: shown(instrument),
                **_plain(said),
                **keys_of(said),
            )
    except IntegrityError as taken:
        raise AlreadyRegistered(called(said.kind, said.symbol, said.subject)) from taken
    instrument.followed.all().delete()
    _link(instrument, said)
    _edition(instrument, version + 1, said, origin, reason, by_id, clock.now())


def checked(said: Said) -> Said:
    """The words tidied, the symbol in its normal form. Raises NotCalled, ForceEndsTooEarly."""
    tidy = {
        key: " ".join(value.split()) if isinstance(value, str) else value
        for key, value in asdict(said).items()
    }
    tidy["symbol"] = normal_symbol(tidy["symbol"]) if tidy["symbol"] else ""
    if not tidy["symbol"] and not tidy["subject"]:
        raise NotCalled
    if said.in_force_from and said.in_force_to and said.in_force_to < said.in_force_from:
        raise ForceEndsTooEarly
    return Said(**tidy)


def said_of(instrument: Instrument) -> Said:
    """What the row says, as a command says it; what follows it is told by its full reference."""
    links = list(instrument.followed.all())
    follow = {
        field: tuple(reference(link.later) for link in links if link.relation == relation)
        for field, relation in _LINKS
    }
    return Said(**{name: getattr(instrument, name) for name in PLAIN}, **follow)


def reference(one: Instrument) -> str:
    """The document so that it can be told from every other: "Quyết định số 36/QĐ-TTg ngày 11/01/2021 của …"."""
    day = f" ngày {one.issued_on:%d/%m/%Y}" if one.issued_on else ""
    issuer = f" của {one.issuer}" if one.issuer else ""
    return f"{called(one.kind, one.symbol, one.subject)}{day}{issuer}"


def shown(one: Instrument) -> str:
    """The row in one text, for whoever must compare two of them."""
    one.refresh_from_db()
    return " ".join(filter(None, (one.symbol, one.subject, one.issuer)))


def _plain(said: Said) -> dict[str, Any]:
    return {name: getattr(said, name) for name in PLAIN}


def _link(instrument: Instrument, said: Said) -> None:
    for field, relation in _LINKS:
        later = named(getattr(said, field))
        if instrument.pk in {one.pk for one in later}:
            raise FollowsItself
        InstrumentLink.objects.bulk_create(
            InstrumentLink(earlier=instrument, later=one, relation=relation) for one in dict.fromkeys(later)
        )


def _edition(
    instrument: Instrument,
    number: int,
    said: Said,
    origin: Origin,
    reason: str,
    by_id: int | None,
    at: datetime,
) -> None:
    values = {
        key: value.isoformat() if isinstance(value, date) else value for key, value in asdict(said).items()
    }
    InstrumentEdition.objects.create(
        instrument=instrument,
        number=number,
        values=values,
        origin=origin,
        reason=reason,
        by_id=by_id,
        at=at,
    )
