"""Changes to the register of agencies that all agencies share, by administrators of its steward."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet

from thammuu.apps.organisations import clock, policies
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.acts import carry_out, swap
from thammuu.apps.organisations.commands import (
    AddAgency,
    RenameAgency,
    ReorganiseAgency,
    TakeBackSuccession,
)
from thammuu.apps.organisations.matching import Named, rank_names
from thammuu.apps.organisations.models import (
    Agency,
    AgencyName,
    AgencySuccession,
    Position,
    Role,
    SuccessionKind,
)
from thammuu.apps.organisations.refusals import (
    DayOutOfOrder,
    NameTaken,
    NotAllowed,
    NotItsOwnSuccessor,
    NotVisible,
    UnknownBody,
)
from thammuu_core.text import fold

_ALIKE = 3


def may_edit_register(actor: Actor) -> bool:
    """Whether the actor's agency is the steward of the shared register and the actor administers it. Two queries."""
    if not policies.may_administer(actor):
        return False
    administrators = Position.objects.on(clock.today()).filter(role=Role.ADMINISTRATOR)
    administered = frozenset(administrators.values_list("agency_id", flat=True))
    parents = dict(Agency.objects.values_list("pk", "parent_id"))
    return policies.steward(administered, parents) == actor.agency_id


def check_may_edit_register(actor: Actor) -> None:
    """Raises NotVisible for anyone who is no administrator, NotAllowed for administrators of other agencies."""
    if not policies.may_administer(actor):
        raise NotVisible
    if not may_edit_register(actor):
        raise NotAllowed("sửa danh bạ cơ quan dùng chung", "quản trị của cơ quan cấp trên cùng")


def agency_to_edit(actor: Actor, uuid: UUID) -> Agency:
    """The agency, for one who may change it. Raises NotVisible or NotAllowed."""
    check_may_edit_register(actor)
    if (agency := Agency.objects.filter(uuid=uuid).first()) is None:
        raise NotVisible
    return agency


def add_agency(actor: Actor, command: AddAgency, *, key: UUID) -> UUID:
    """A new agency under its first name. Its uuid."""
    check_may_edit_register(actor)
    parent = agency_to_edit(actor, command.parent) if command.parent else None

    def act() -> UUID:
        _check_name_free(command.name, command.from_day or clock.today())
        agency = Agency.objects.create(
            parent=parent, kind=command.kind, place=command.place, valid_from=command.from_day
        )
        add_name(agency, command.name, command.abbreviation, command.from_day)
        return agency.uuid

    return carry_out(actor, "register.agency", command, key, act)


def add_name(agency: Agency, name: str, abbreviation: str, from_day: date | None) -> AgencyName:
    """One more name, in force from a day."""
    return AgencyName.objects.create(
        agency=agency,
        name=name,
        abbreviation=abbreviation,
        folded=fold(f"{name} {abbreviation}"),
        valid_from=from_day,
    )


def rename_agency(actor: Actor, command: RenameAgency, *, key: UUID) -> UUID:
    """From a day on the agency bears another name; the old one ends the day before. The agency's uuid."""
    agency = agency_to_edit(actor, command.agency)

    def act() -> UUID:
        swap(agency, command.version, yours=command.name, shown=lambda: _names(agency))
        _check_name_free(command.name, command.from_day, but=agency)
        last = agency.names.order_by("valid_from", "pk").last()
        if last and last.valid_from and last.valid_from >= command.from_day:
            raise DayOutOfOrder("Ngày đổi tên", command.from_day, last.valid_from + timedelta(days=1))
        agency.names.on(command.from_day).update(valid_to=command.from_day - timedelta(days=1))
        add_name(agency, command.name, command.abbreviation, command.from_day)
        return agency.uuid

    return carry_out(actor, "register.agency_renamed", command, key, act)


def reorganise_agency(actor: Actor, command: ReorganiseAgency, *, key: UUID) -> UUID:
    """From a day on the work of the agency is that of its successors. The agency's uuid."""
    agency = agency_to_edit(actor, command.agency)
    successors = [_agency_named(name, command.from_day) for name in command.successors]
    if agency in successors:
        raise NotItsOwnSuccessor

    def act() -> UUID:
        last_day = command.from_day - timedelta(days=1)
        if agency.valid_from and agency.valid_from > last_day:
            raise DayOutOfOrder("Ngày tổ chức lại", command.from_day, agency.valid_from + timedelta(days=1))
        ends = {"valid_to": last_day} if command.ends else {}
        yours = "; ".join(command.successors)
        swap(agency, command.version, yours=yours, shown=lambda: _followed(agency), **ends)
        for successor in successors:
            AgencySuccession.objects.create(
                predecessor=agency,
                successor=successor,
                kind=SuccessionKind(command.kind),
                on=command.from_day,
                by=command.by,
            )
        return agency.uuid

    return carry_out(actor, "register.agency_reorganised", command, key, act)


def take_back_succession(actor: Actor, command: TakeBackSuccession, *, key: UUID) -> UUID:
    """A succession recorded wrongly is no more counted; an agency that ended by it goes on. The agency's uuid."""
    check_may_edit_register(actor)
    wrong = succession_to_take_back(actor, command.succession)

    def act() -> UUID:
        if AgencySuccession.objects.filter(revokes=wrong).exists():
            return wrong.predecessor.uuid
        AgencySuccession.objects.create(
            predecessor=wrong.predecessor,
            successor=wrong.successor,
            kind=wrong.kind,
            on=wrong.on,
            by=command.reason,
            revokes=wrong,
        )
        if not _standing(wrong.predecessor).exists():
            ended = Agency.objects.filter(pk=wrong.predecessor_id, valid_to=wrong.on - timedelta(days=1))
            ended.update(valid_to=None)
        return wrong.predecessor.uuid

    return carry_out(actor, "register.succession_taken_back", command, key, act)


def succession_to_take_back(actor: Actor, uuid: UUID) -> AgencySuccession:
    """The succession, for one who may take it back. Raises NotVisible or NotAllowed."""
    check_may_edit_register(actor)
    made = AgencySuccession.objects.filter(revokes=None, uuid=uuid).select_related("predecessor", "successor")
    if (found := made.first()) is None:
        raise NotVisible
    return found


def _standing(agency: Agency) -> QuerySet[AgencySuccession]:
    return AgencySuccession.objects.filter(predecessor=agency, revokes=None, revoked_by=None)


def _check_name_free(name: str, day: date, *, but: Agency | None = None) -> None:
    """Raises NameTaken when another agency bears the name on that day, marks and case aside."""
    same = fold(name)
    borne = AgencyName.objects.on(day).filter(agency__in=Agency.objects.on(day), folded__startswith=same)
    if any(fold(row.name) == same for row in borne if but is None or row.agency_id != but.pk):
        raise NameTaken(name)


def _agency_named(name: str, day: date) -> Agency:
    """The one agency of that name on that day. Raises UnknownBody with names that are like it."""
    rows = AgencyName.objects.on(day).filter(agency__in=Agency.objects.on(day)).select_related("agency")
    named = {row.pk: row for row in rows}
    ranked = rank_names(name, tuple(Named(row.pk, row.name, row.abbreviation) for row in named.values()))
    if ranked and fold(ranked[0].row.name) == fold(name):
        return named[ranked[0].row.id].agency
    raise UnknownBody(name, day, tuple(found.row.name for found in ranked[:_ALIKE]))


def _names(agency: Agency) -> str:
    return "; ".join(agency.names.values_list("name", flat=True))


def _followed(agency: Agency) -> str:
    return "; ".join(str(one.successor) for one in _standing(agency).select_related("successor"))
