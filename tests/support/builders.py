"""Things to act on, made through the services that people use: fixtures `document`, `dossier`, `foreign_dossier`."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest

from support.cast import Cast
from support.claims import Claim, plan_claim
from thammuu.apps.documents import reading
from thammuu.apps.documents import services as documents
from thammuu.apps.documents.queries import visible_document
from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.commands import FinishStep, HandOverStep, OpenDossier, StartStep
from thammuu.apps.dossiers.rows import DossierView, StepRow
from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations.actors import Actor

PLAN = Upload("ke-hoach.txt", "KẾ HOẠCH\n1. Trước 15/6/2021: Xây dựng dự thảo.".encode())


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Received documents are not read by the job; the test stores a claim itself."""
    monkeypatch.setattr(documents, "enqueue", lambda *_: None)


@pytest.fixture
def dossier(cast: Cast, unread: None) -> DossierView:
    """A dossier of the drafter's, nothing done yet."""
    return make_dossier(cast.drafter)


@pytest.fixture
def foreign_dossier(cast: Cast, unread: None) -> DossierView:
    """A dossier of another agency."""
    return make_dossier(cast.outsider)


def make_document(actor: Actor, claim: Claim | None = None) -> UUID:
    """A document that has been read as `claim`."""
    uuid = documents.receive_document(actor, PLAN, key=uuid4())
    made, words = plan_claim()
    reading.store_reading(visible_document(actor, uuid), claim or made, words)
    return uuid


def make_dossier(actor: Actor, claim: Claim | None = None) -> DossierView:
    """A dossier made from that claim by `actor`."""
    command = OpenDossier(make_document(actor, claim))
    return queries.dossier_view(actor, services.create_dossier_from_reading(actor, command, key=uuid4()))


def start(actor: Actor, step: StepRow, day: date = date(2021, 6, 1)) -> None:
    """Record that the step began."""
    services.start_step(actor, StartStep(step.uuid, step.version, day, actor.name), key=uuid4())


def hand_over(
    actor: Actor, step: StepRow, day: date = date(2021, 6, 5), words: str = "Văn phòng UBND tỉnh"
) -> None:
    """Record that the step is with a body outside."""
    command = HandOverStep(step.uuid, step.version, day, actor.name, words=words)
    services.hand_over_step(actor, command, key=uuid4())


def finish(
    actor: Actor, step: StepRow, day: date = date(2021, 6, 10), evidence: Upload | None = None
) -> None:
    """Record that the step was done; with a note of where its evidence lies unless there is a file."""
    note = "" if evidence else "Hồ sơ giấy số 12, tủ A"
    command = FinishStep(step.uuid, step.version, day, actor.name, note, evidence=evidence)
    services.finish_step(actor, command, key=uuid4())


def step_of(actor: Actor, dossier: DossierView, number: int) -> StepRow:
    """The step as it stands now."""
    return queries.dossier_view(actor, dossier.uuid).steps[number - 1]
