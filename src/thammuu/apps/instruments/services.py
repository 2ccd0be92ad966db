"""What changes the register: documents entered, corrected, taken in as cited; what they demand."""

from __future__ import annotations

from dataclasses import fields, replace
from uuid import UUID

from django.db import IntegrityError, transaction

from thammuu.apps.instruments import policies
from thammuu.apps.instruments.access import instrument_to_keep, item_to_keep
from thammuu.apps.instruments.commands import (
    AcceptCited,
    AddItem,
    CorrectInstrument,
    CorrectItem,
    EnterInstrument,
    Item,
    Said,
)
from thammuu.apps.instruments.models import Certainty, Instrument, MandateItem, Origin
from thammuu.apps.instruments.refusals import AlreadyCorrected
from thammuu.apps.instruments.writing import add, change
from thammuu.apps.instruments.yearly import read_yearly, to_json
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.acts import carry_out

_PLAIN = tuple(field.name for field in fields(Item) if field.name != "values")


def enter_instrument(actor: Actor, command: EnterInstrument, *, key: UUID) -> UUID:
    """A document that was not in the register. Its uuid."""
    policies.check_may_keep(actor)

    def act() -> UUID:
        return add(command.said, Origin.ENTERED, actor.id).uuid

    return carry_out(actor, "instrument.entered", command, key, act)


def correct_instrument(actor: Actor, command: CorrectInstrument, *, key: UUID) -> UUID:
    """Something else is said of a document from now on. Its uuid. Raises StaleEdit."""
    instrument = instrument_to_keep(actor, command.instrument)

    def act() -> UUID:
        change(instrument, command.version, command.said, Origin.ENTERED, command.reason, actor.id)
        return instrument.uuid

    return carry_out(actor, "instrument.corrected", command, key, act)


def accept_cited(actor: Actor, command: AcceptCited, *, key: UUID) -> UUID:
    """A document as another one cites it; it is in the register as stated. Its uuid. Raises AlreadyRegistered."""
    policies.check_may_accept(actor)
    said = Said(
        kind=command.kind,
        symbol=command.symbol,
        issued_on=command.issued_on,
        issuer=command.issuer,
        subject=command.subject,
        source=command.source,
        certainty=Certainty.STATED,
    )

    def act() -> UUID:
        return add(said, Origin.CITED, actor.id).uuid

    return carry_out(actor, "instrument.accepted", command, key, act)


def add_item(actor: Actor, command: AddItem, *, key: UUID) -> UUID:
    """One more of what a document demands. The item's uuid."""
    instrument = instrument_to_keep(actor, command.instrument)

    def act() -> UUID:
        return _item(instrument, command.item, actor.id, position=instrument.items.count() + 1).uuid

    return carry_out(actor, "instrument.item_added", command, key, act)


def correct_item(actor: Actor, command: CorrectItem, *, key: UUID) -> UUID:
    """Another item in the place of one, or none. The uuid of the row that says so. Raises AlreadyCorrected."""
    old = item_to_keep(actor, command.corrected)

    def act() -> UUID:
        if old.withdrawn:
            raise AlreadyCorrected
        try:
            with transaction.atomic():
                made = _item(
                    old.instrument,
                    command.item or _as_it_was(old),
                    actor.id,
                    position=old.position,
                    corrects=old,
                    withdrawn=command.item is None,
                    reason=command.reason,
                )
        except IntegrityError as taken:
            raise AlreadyCorrected from taken
        return made.uuid

    return carry_out(actor, "instrument.item_corrected", command, key, act)


def _item(instrument: Instrument, item: Item, by_id: int | None, **more: object) -> MandateItem:
    said = {name: getattr(item, name) for name in _PLAIN}
    said["certainty"] = item.certainty or Certainty.STATED
    values = to_json(read_yearly(item.values))
    return MandateItem.objects.create(
        instrument=instrument, **said, values=values, by_id=by_id, at=clock.now(), **more
    )


def _as_it_was(old: MandateItem) -> Item:
    said = {name: getattr(old, name) for name in _PLAIN}
    return replace(Item(old.kind, old.words), **said)
