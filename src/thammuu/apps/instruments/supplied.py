"""The documents that come with the program, and what they demand: loaded as often as one likes, added once.

What people have corrected stays as they left it: a document that is there is passed over, whoever wrote it.
"""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from django.db import transaction

from thammuu.apps.instruments.commands import Said
from thammuu.apps.instruments.keys import keys_of
from thammuu.apps.instruments.models import Instrument, MandateItem, Origin
from thammuu.apps.instruments.writing import add
from thammuu.apps.instruments.yearly import read_yearly, to_json
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu_core.text.tables import day, rows, words

_PACKAGE = "thammuu.apps.instruments"
_REGISTER = uuid5(NAMESPACE_URL, "thammuu:instruments:supplied")
"""What the event of a loading is about: the table as a whole."""
_HELD_BY = ("symbol_key", "name_key", "issuer_key", "year")


@transaction.atomic
def load() -> int:
    """Add the documents and demands of the tables that are not there yet; how many rows were added."""
    there = {
        _called(one.symbol, one.subject): one
        for one in Instrument.objects.filter(editions__origin=Origin.SUPPLIED).distinct()
    }
    added = _documents(there) + _demands(there)
    if added:
        record(
            "instrument.supplied",
            subject=_REGISTER,
            at=clock.now(),
            actor=None,
            agency=None,
            data={"rows": added},
        )
    return added


def _documents(there: dict[str, Instrument]) -> int:
    """Those that others follow first come last, so that whatever a row names is there already."""
    waiting = [
        row for row in rows(_PACKAGE, "documents.tsv") if _called(row["symbol"], row["subject"]) not in there
    ]
    added = 0
    while waiting:
        names = {row["symbol"] for row in waiting}
        ready = [
            row for row in waiting if not names & {*words(row["replaced_by"]), *words(row["amended_by"])}
        ]
        assert ready, "documents.tsv: rows that follow each other in a circle"
        for row in ready:
            there[_called(row["symbol"], row["subject"])], new = _document(row)
            added += new
        waiting = [row for row in waiting if row not in ready]
    return added


def _document(row: dict[str, str]) -> tuple[Instrument, bool]:
    said = Said(
        kind=row["kind"],
        symbol=row["symbol"],
        issued_on=day(row["issued_on"]),
        issuer=row["issuer"],
        subject=row["subject"],
        source=row["source"],
        certainty=row["certainty"],
        in_force_from=day(row["in_force_from"]),
        in_force_to=day(row["in_force_to"]),
        replaced_by=words(row["replaced_by"]),
        amended_by=words(row["amended_by"]),
    )
    keys = keys_of(said)
    entered = Instrument.objects.filter(**{name: keys[name] for name in _HELD_BY}).first()
    return (entered, False) if entered else (add(said, Origin.SUPPLIED, None), True)


def _demands(there: dict[str, Instrument]) -> int:
    known = set(
        MandateItem.objects.filter(by=None).values_list("instrument__symbol", "instrument__subject", "words")
    )
    known_words = {(_called(symbol, subject), said) for symbol, subject, said in known}
    new = [
        row for row in rows(_PACKAGE, "demands.tsv") if (row["instrument"], row["words"]) not in known_words
    ]
    MandateItem.objects.bulk_create(_demand(there[row["instrument"]], row) for row in new)
    return len(new)


def _demand(instrument: Instrument, row: dict[str, str]) -> MandateItem:
    said = {key: row[key] for key in ("kind", "words", "where", "measure", "unit", "baseline", "period")}
    return MandateItem(
        instrument=instrument,
        position=int(row["position"]),
        values=to_json(read_yearly(row["values"])),
        certainty=row["certainty"],
        source=row["source"],
        at=clock.now(),
        **said,
    )


def _called(symbol: str, subject: str) -> str:
    return symbol or subject
