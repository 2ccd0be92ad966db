"""Whom to call at another agency: each agency keeps its own, all its officers see them, its administrators edit them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.acts import carry_out, swap
from thammuu.apps.organisations.commands import EndContact, KeepContact
from thammuu.apps.organisations.models import Agency, Contact
from thammuu.apps.organisations.refusals import NotVisible
from thammuu.apps.organisations.units import check_may_administer


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One person to call."""

    uuid: UUID
    version: int
    agency: str
    """Its name today."""
    agency_uuid: UUID
    name: str
    title: str
    phone: str
    email: str
    matters: str


def contacts_of(actor: Actor, agency_id: int) -> tuple[ContactRow, ...]:
    """People at that agency, as the actor's own agency keeps them today."""
    return rows_of(_kept(actor).filter(agency_id=agency_id))


def rows_of(contacts: QuerySet[Contact]) -> tuple[ContactRow, ...]:
    """As rows to show, in two queries."""
    found = contacts.select_related("agency").prefetch_related("agency__names").order_by("name", "pk")
    return tuple(
        ContactRow(
            one.uuid,
            one.version,
            str(one.agency),
            one.agency.uuid,
            one.name,
            one.title,
            one.phone,
            one.email,
            one.matters,
        )
        for one in found
    )


def contact_to_edit(actor: Actor, uuid: UUID) -> Contact:
    """A contact that the own agency keeps. Raises NotVisible."""
    check_may_administer(actor)
    own = Contact.objects.filter(kept_by_id=actor.agency_id, uuid=uuid)
    if (contact := own.select_related("agency").first()) is None:
        raise NotVisible
    return contact


def keep_contact(actor: Actor, command: KeepContact, *, key: UUID) -> UUID:
    """A new contact, or the one there with other words. Its uuid."""
    check_may_administer(actor)
    agency = Agency.objects.filter(uuid=command.agency).first()
    if agency is None:
        raise NotVisible
    contact = contact_to_edit(actor, command.contact) if command.contact else None
    words = {name: getattr(command, name).strip() for name in ("name", "title", "phone", "email", "matters")}

    def act() -> UUID:
        if contact is None:
            return Contact.objects.create(
                kept_by_id=actor.agency_id, agency=agency, valid_from=clock.today(), **words
            ).uuid
        yours = ", ".join(filter(None, words.values()))
        swap(contact, command.version, yours=yours, shown=lambda: _shown(contact), agency=agency, **words)
        return contact.uuid

    told = {"agency": agency.uuid, "contact": command.contact}
    return carry_out(actor, "register.contact", command, key, act, told=told)


def end_contact(actor: Actor, command: EndContact, *, key: UUID) -> UUID:
    """The person is not called there from today on. The contact's uuid."""
    contact = contact_to_edit(actor, command.contact)

    def act() -> UUID:
        yesterday = clock.today() - timedelta(days=1)
        first = min(contact.valid_from or yesterday, yesterday)
        yours, shown = "Thôi dùng đầu mối này", lambda: _shown(contact)
        swap(contact, command.version, yours=yours, shown=shown, valid_from=first, valid_to=yesterday)
        return contact.uuid

    return carry_out(actor, "register.contact_ended", command, key, act)


def _kept(actor: Actor) -> QuerySet[Contact]:
    return Contact.objects.on(clock.today()).filter(kept_by_id=actor.agency_id)


def _shown(contact: Contact) -> str:
    return ", ".join(filter(None, (contact.name, contact.title, contact.phone, contact.email)))
