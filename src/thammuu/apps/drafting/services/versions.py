"""The next version of a draft, and checking one again."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.dossiers.acting.claiming import lock_open
from thammuu.apps.drafting import access
from thammuu.apps.drafting.checking import check_paper, keep_check, paper_of
from thammuu.apps.drafting.commands import AddVersion, CheckAgain, RepairVersion
from thammuu.apps.drafting.keeping import add, journal, prepare, said
from thammuu.apps.drafting.models import Source
from thammuu.apps.drafting.refusals import NothingToRepair
from thammuu.apps.files import store
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.receipts import once
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import visible
from thammuu_core import formats
from thammuu_core.formats import State


def add_version(actor: Actor, command: AddVersion, *, key: UUID) -> UUID:
    """The Word file becomes the next version; initials on the one before count for that one only. The version's uuid."""
    draft = access.draft_to_change(actor, command.draft)
    reason = said(command.reason, "nội dung thay đổi so với lần trước")
    prepared = prepare(actor, command.file)

    def act() -> UUID:
        lock_open(draft.dossier_id)
        return add(actor, draft, command.version + 1, prepared, Source.UPLOADED, reason, clock.now()).uuid

    return once(actor.uuid, key, "draft.version_added", command, act)


def repair_version(actor: Actor, command: RepairVersion, *, key: UUID) -> UUID:
    """The newest version with its form mended and no word changed, as the next one. The new version's uuid.

    Raises NothingToRepair, StaleEdit.
    """
    draft = access.draft_to_change(actor, command.draft)
    version = visible(draft.versions.filter(number=command.version).select_related("file").first())
    repaired = formats.repair(store.get(version.file.sha256), version.file.name)
    if not repaired.changes:
        raise NothingToRepair
    reason = f"Sửa thể thức, không đổi lời văn: {'; '.join(one.title for one in repaired.changes)}."
    prepared = prepare(actor, Upload(version.file.name, repaired.data))

    def act() -> UUID:
        lock_open(draft.dossier_id)
        return add(actor, draft, command.version + 1, prepared, Source.REPAIRED, reason, clock.now()).uuid

    return once(actor.uuid, key, "draft.repaired", command, act)


def check_again(actor: Actor, command: CheckAgain, *, key: UUID) -> UUID:
    """Check the version as for a state, by the law of today; the earlier checks stay. The version's uuid."""
    version = access.version_seen(actor, command.version)
    access.draft_to_change(actor, version.draft.uuid)
    state, today = State(command.state), clock.today()
    found = check_paper(actor, paper_of(store.get(version.file.sha256), version.file.name), state, today)

    def act() -> UUID:
        at = clock.now()
        check = keep_check(version, found, state, today, at)
        journal(actor, "draft.checked", version, at, state=state, errors=check.errors)
        return version.uuid

    return once(actor.uuid, key, "draft.checked", command, act)
