"""The rows that may be changed, fetched and checked in one place: first whether they are there, then whether one may."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.instruments import policies
from thammuu.apps.instruments.models import Instrument, MandateItem
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import visible


def instrument_to_keep(actor: Actor, uuid: UUID) -> Instrument:
    """The row, for services and forms. Raises NotVisible, NotAllowed."""
    instrument = visible(Instrument.objects.filter(uuid=uuid).first())
    policies.check_may_keep(actor)
    return instrument


def item_to_keep(actor: Actor, uuid: UUID) -> MandateItem:
    """The row, for services and forms. Raises NotVisible, NotAllowed."""
    item = visible(MandateItem.objects.select_related("instrument").filter(uuid=uuid).first())
    policies.check_may_keep(actor)
    return item
