"""The two acts of an import: bring a file and have it checked; let in what is good. Nothing between writes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from thammuu.apps.files import store
from thammuu.apps.files.services import add_row, keep
from thammuu.apps.files.uploads import Upload
from thammuu.apps.instruments import policies
from thammuu.apps.instruments.commands import Said
from thammuu.apps.instruments.importing.checking import COLUMNS, Checked, check
from thammuu.apps.instruments.lookup import symbol_named
from thammuu.apps.instruments.models import InstrumentImport, Origin
from thammuu.apps.instruments.writing import add, change
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.acts import carry_out
from thammuu.apps.organisations.importing.length import refuse_too_long
from thammuu.apps.organisations.importing.report import from_json, to_json
from thammuu.apps.organisations.importing.services import (
    AlreadyApplied,
    ApplyImport,
    ImportView,
    StillRefused,
)
from thammuu.apps.organisations.importing.template import template
from thammuu.apps.organisations.refusals import visible
from thammuu_core import intake
from thammuu_core.citations.judging import symbol_key


def empty_workbook(actor: Actor) -> bytes:
    """The workbook to fill in, its columns explained. Raises NotAllowed."""
    policies.check_may_keep(actor)
    return template(COLUMNS, "Nhập sổ văn bản pháp luật từ Excel")


def bring_file(actor: Actor, upload: Upload, *, key: UUID) -> UUID:
    """Check a workbook or .csv file against the register and keep it with its report. The import's uuid. Raises Told."""
    policies.check_may_keep(actor)
    if intake.is_workbook(upload.data):
        refuse_too_long(upload.data)
    report = check(intake.read_list(upload.data, upload.name)).report()
    kept = keep(upload, workbook=True)
    told = {"file": kept.sha256, "refused": report.refused_total, "writes": report.writes}

    def act() -> UUID:
        at = clock.now()
        file = add_row(kept, agency_id=actor.agency_id, officer_id=actor.id, at=at)
        brought = InstrumentImport.objects.create(
            agency_id=actor.agency_id,
            file=file,
            brought_by_id=actor.id,
            brought_at=at,
            report=to_json(report),
        )
        return brought.uuid

    return carry_out(actor, "instrument.file_brought", upload, key, act, told=told)


def apply_import(actor: Actor, command: ApplyImport, *, key: UUID) -> UUID:
    """Write the rows that are new or say more by the register of this moment. The import's uuid."""
    brought = _brought(actor, command.brought)
    sheets = intake.read_list(store.get(brought.file.sha256), brought.file.name)
    told: dict[str, object] = {"file": brought.file.sha256}

    def act() -> UUID:
        open_now = InstrumentImport.objects.filter(pk=brought.pk, applied_at=None)
        if not open_now.update(applied_at=clock.now(), applied_by=actor.id):
            raise AlreadyApplied
        checked = check(sheets)
        if checked.refused and not command.good_rows:
            raise StillRefused(len(checked.refused))
        _write(checked, actor.id, f"Nhập từ tệp {brought.file.name}")
        report = checked.report()
        InstrumentImport.objects.filter(pk=brought.pk).update(report=to_json(report))
        told["rows"] = {"new": len(checked.new), "changed": len(checked.changed)}
        return brought.uuid

    return carry_out(actor, "instrument.imported", command, key, act, told=told)


def import_view(actor: Actor, uuid: UUID) -> ImportView:
    """The import, for those who keep the register at the agency that brought it. Raises NotVisible."""
    brought = _brought(actor, uuid)
    return ImportView(
        brought.uuid,
        brought.file.name,
        brought.brought_by.full_name,
        from_json(brought.report),
        brought.applied_at is not None,
    )


def _brought(actor: Actor, uuid: UUID) -> InstrumentImport:
    own = InstrumentImport.objects.filter(agency_id=actor.agency_id, uuid=uuid)
    found = visible(own.select_related("file", "brought_by").first())
    policies.check_may_keep(actor)
    return found


def _write(checked: Checked, by_id: int, reason: str) -> None:
    for said in _in_order(checked.new):
        add(said, Origin.IMPORTED, by_id)
    for one in checked.changed:
        change(one.instrument, one.instrument.version, one.said, Origin.IMPORTED, reason, by_id)


def _in_order(new: Sequence[Said]) -> list[Said]:
    """What others name first; in a circle of names the rest follows as it stands, and is refused by `add`."""
    waiting, ordered = list(new), []
    while waiting:
        names = {symbol_key(said.symbol) for said in waiting}
        ready = [said for said in waiting if not names & _named(said)] or waiting
        ordered += ready
        waiting = [said for said in waiting if said not in ready]
    return ordered


def _named(said: Said) -> set[str]:
    return {symbol_named(one) for one in (*said.replaced_by, *said.amended_by)}
