"""The two acts of an import: bring a workbook and have it checked; let in what is good. Nothing between writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from thammuu.apps.files import store
from thammuu.apps.files.services import add_row, keep
from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.acts import carry_out
from thammuu.apps.organisations.agencies import may_edit_register
from thammuu.apps.organisations.importing.applying import write
from thammuu.apps.organisations.importing.checking import Checked, check
from thammuu.apps.organisations.importing.length import refuse_too_long
from thammuu.apps.organisations.importing.reading import read_lines
from thammuu.apps.organisations.importing.register import Register
from thammuu.apps.organisations.importing.report import Report, from_json, report_of, to_json
from thammuu.apps.organisations.models import RegisterImport
from thammuu.apps.organisations.refusals import NotVisible
from thammuu.apps.organisations.units import check_may_administer
from thammuu_core import intake
from thammuu_core.errors import Refusal
from thammuu_core.sheets import Sheet


class StillRefused(Refusal):
    """All or nothing was asked for, and not all is good."""

    code: ClassVar[str] = "organisations.still_refused"

    def __init__(self, cells: int) -> None:
        super().__init__(
            f"Còn {cells} ô bị từ chối nên chưa ghi dòng nào. Hãy sửa tệp rồi đưa lên lại, "
            "hoặc chọn ghi riêng các dòng đúng."
        )


class AlreadyApplied(Refusal):
    """The file was let in before."""

    code: ClassVar[str] = "organisations.already_applied"

    def __init__(self) -> None:
        super().__init__("Tệp này đã được ghi rồi. Nếu có thay đổi, hãy đưa tệp mới lên.")


@dataclass(frozen=True, slots=True)
class ApplyImport:
    """Let a checked workbook in; `good_rows`: also when other rows are refused."""

    brought: UUID
    good_rows: bool


@dataclass(frozen=True, slots=True)
class ImportView:
    """An import as its page shows it."""

    uuid: UUID
    file_name: str
    brought_by: str
    report: Report
    applied: bool


def bring_workbook(actor: Actor, upload: Upload, *, key: UUID) -> UUID:
    """Check a workbook against the register and keep it with its report. The import's uuid. Raises Told."""
    check_may_administer(actor)
    if intake.is_workbook(upload.data):
        refuse_too_long(upload.data)
    sheets = intake.read_workbook(upload.data, upload.name)
    report = report_of(_check(actor, sheets))
    kept = keep(upload, workbook=True)
    told = {"file": kept.sha256, "refused": report.refused_total, "writes": report.writes}

    def act() -> UUID:
        at = clock.now()
        file = add_row(kept, agency_id=actor.agency_id, officer_id=actor.id, at=at)
        brought = RegisterImport.objects.create(
            agency_id=actor.agency_id,
            file=file,
            brought_by_id=actor.id,
            brought_at=at,
            report=to_json(report),
        )
        return brought.uuid

    return carry_out(actor, "register.workbook_brought", upload, key, act, told=told)


def apply_import(actor: Actor, command: ApplyImport, *, key: UUID) -> UUID:
    """Write the rows that are new by the register of this moment. The import's uuid."""
    brought = _brought(actor, command.brought)
    sheets = intake.read_workbook(store.get(brought.file.sha256), brought.file.name)
    told: dict[str, object] = {"file": brought.file.sha256}

    def act() -> UUID:
        open_now = RegisterImport.objects.filter(pk=brought.pk, applied_at=None)
        if not open_now.update(applied_at=clock.now(), applied_by=actor.id):
            raise AlreadyApplied
        register = Register(actor)
        checked = check(read_lines(sheets), register, may_edit_register=may_edit_register(actor))
        if checked.refused and not command.good_rows:
            raise StillRefused(len(checked.refused))
        write(checked, register)
        report = report_of(checked)
        RegisterImport.objects.filter(pk=brought.pk).update(report=to_json(report))
        told["rows"] = {tally.sheet: tally.new + tally.changed for tally in report.tallies}
        return brought.uuid

    return carry_out(actor, "register.imported", command, key, act, told=told)


def import_view(actor: Actor, uuid: UUID) -> ImportView:
    """The import, for an administrator of the agency that brought it. Raises NotVisible."""
    brought = _brought(actor, uuid)
    return ImportView(
        brought.uuid,
        brought.file.name,
        brought.brought_by.full_name,
        from_json(brought.report),
        brought.applied_at is not None,
    )


def _brought(actor: Actor, uuid: UUID) -> RegisterImport:
    check_may_administer(actor)
    own = RegisterImport.objects.filter(agency_id=actor.agency_id, uuid=uuid)
    if (brought := own.select_related("file", "brought_by").first()) is None:
        raise NotVisible
    return brought


def _check(actor: Actor, sheets: tuple[Sheet, ...]) -> Checked:
    return check(read_lines(sheets), Register(actor), may_edit_register=may_edit_register(actor))
