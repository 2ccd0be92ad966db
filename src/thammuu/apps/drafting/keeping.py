"""What every way to a new version does: read the file, check it, keep it, number it, tell the journal.

Reading and checking come before the transaction: they take long, and a file that cannot be read never becomes a version.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from thammuu.apps.drafting.checking import Found, check_paper, keep_check, paper_of, words_mark
from thammuu.apps.drafting.models import Draft, DraftVersion, Source
from thammuu.apps.drafting.refusals import NotWord, ReasonMissing, SameVersion
from thammuu.apps.files.services import Kept, add_row, keep
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import StaleEdit
from thammuu_core import intake
from thammuu_core.formats import State


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that can become a version: on disk, read, checked as a draft."""

    file: Kept
    words: str
    found: tuple[Found, ...]
    law_day: date


def prepare(actor: Actor, upload: Upload, known: tuple[Found, ...] = ()) -> Prepared:
    """Read and check the Word file, and put it on disk; `known` was found while it was written.

    Raises NotWord, Malformed, or another Told of the gate.
    """
    if intake.recognise(upload.data, upload.name) is not intake.Format.DOCX:
        raise NotWord
    file = keep(upload)
    paper = paper_of(upload.data, upload.name)
    today = clock.today()
    found = check_paper(actor, paper, State.DRAFT, today)
    return Prepared(file, words_mark(paper), (*known, *found), today)


def said(text: str, what: str) -> str:
    """The text without blank ends. Raises ReasonMissing with `what` it should have said."""
    if not (words := text.strip()):
        raise ReasonMissing(what)
    return words


def add(
    actor: Actor, draft: Draft, number: int, prepared: Prepared, source: Source, reason: str, at: datetime
) -> DraftVersion:
    """Version `number` of the draft with its check, inside the transaction of the act.

    Raises StaleEdit when somebody has brought a version meanwhile, SameVersion when nothing has changed.
    """
    newest = draft.versions.select_related("file", "made_by").order_by("number").last()
    if newest is not None and newest.number >= number:
        raise StaleEdit(yours=f"Lần {number}: {reason}", current=_words(newest))
    if newest is not None and newest.file.sha256 == prepared.file.sha256:
        raise SameVersion(newest.number)
    version = DraftVersion.objects.create(
        draft=draft,
        number=number,
        file=add_row(prepared.file, agency_id=actor.agency_id, officer_id=actor.id, at=at),
        source=source,
        reason=reason,
        words=prepared.words,
        made_by_id=actor.id,
        made_at=at,
    )
    keep_check(version, prepared.found, State.DRAFT, prepared.law_day, at)
    journal(
        actor, "draft.version_added", version, at, number=number, source=source, sha256=prepared.file.sha256
    )
    return version


def journal(actor: Actor, act: str, version: DraftVersion, at: datetime, **data: object) -> None:
    """The event of a version."""
    told = {"dossier": version.draft.dossier.uuid, "draft": version.draft.uuid, **data}
    record(act, subject=version.uuid, at=at, actor=actor.uuid, agency=actor.agency_uuid, data=told)


def _words(version: DraftVersion) -> str:
    when = clock.local(version.made_at)
    return f"Lần {version.number} do {version.made_by.full_name} đưa lên lúc {when:%H:%M %d/%m/%Y}: {version.reason}"
