"""A document is kept as it came, read in the background, and shown with what was read."""

from __future__ import annotations

from importlib import resources
from uuid import uuid4

import pytest

from support.builders import make_document
from support.cast import Cast
from support.claims import plan_claim
from thammuu.apps.documents import reading
from thammuu.apps.documents.models import Document, Reading
from thammuu.apps.documents.queries import document_view
from thammuu.apps.documents.services import receive_document
from thammuu.apps.dossiers import services
from thammuu.apps.dossiers.commands import OpenDossier
from thammuu.apps.dossiers.refusals import NotReadYet
from thammuu.apps.files import store
from thammuu.apps.files.uploads import Upload
from thammuu.apps.jobs.services import enqueue
from thammuu.apps.journal.models import Event
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible
from thammuu_core.intake.refusals import StateSecret

EXAMPLE = resources.files("thammuu.cli") / "example" / "plan.docx"


def test_a_plan_is_read_by_the_job_and_can_be_opened_as_a_dossier(cast: Cast) -> None:
    upload = Upload("Kế hoạch.docx", EXAMPLE.read_bytes())
    document = receive_document(cast.drafter, upload, key=uuid4())
    view = document_view(cast.drafter, document)
    assert (view.state, view.file_name, view.received_by) == ("done", "Kế hoạch.docx", cast.drafter.name)
    assert view.reading is not None
    assert (view.reading.kind, view.reading.steps) == ("Kế hoạch", 7)
    services.create_dossier_from_reading(cast.drafter, OpenDossier(document), key=uuid4())


def test_the_original_stays_as_it_came_and_the_reading_names_it(cast: Cast) -> None:
    data = EXAMPLE.read_bytes()
    row = Document.objects.get(uuid=receive_document(cast.drafter, Upload("a.docx", data), key=uuid4()))
    assert store.get(row.file.sha256) == data
    assert row.readings.get().source_sha256 == row.file.sha256
    assert row.readings.get().schema == "thammuu/reading/1"


def test_a_file_that_cannot_be_read_says_why(cast: Cast) -> None:
    document = receive_document(cast.drafter, Upload("hỏng.pdf", b"%PDF-1.7 damaged"), key=uuid4())
    view = document_view(cast.drafter, document)
    assert (view.state, view.reading) == ("failed", None)
    assert view.message
    with pytest.raises(NotReadYet):
        services.create_dossier_from_reading(cast.drafter, OpenDossier(document), key=uuid4())


def test_a_scan_that_turns_out_to_be_secret_is_erased_and_that_is_on_record(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def secret(*_: object) -> None:
        raise StateSecret("MẬT")

    monkeypatch.setattr(reading, "read_bytes", secret)
    document = receive_document(cast.drafter, Upload("quét.pdf", b"%PDF-1.7 secret"), key=uuid4())
    assert document_view(cast.drafter, document).state == "failed"
    file = Document.objects.get(uuid=document).file
    assert not store.path_of(file.sha256).exists()
    assert Event.objects.filter(act="document.secret_withdrawn", subject=document).exists()


def test_a_document_is_read_once_however_often_the_job_runs(cast: Cast) -> None:
    document = receive_document(cast.drafter, Upload("a.docx", EXAMPLE.read_bytes()), key=uuid4())
    again = enqueue(reading.JOB, "again", {"document": str(document)})
    assert again
    assert Reading.objects.count() == 1


def test_the_newest_reading_is_shown_and_the_older_is_kept(cast: Cast, unread: None) -> None:
    document = make_document(cast.drafter)
    claim, words = plan_claim()
    row = Document.objects.get(uuid=document)
    reading.store_reading(row, claim | {"title": "Đọc lại"}, words)
    view = document_view(cast.drafter, document)
    assert view.reading is not None
    assert view.reading.title == "Đọc lại"
    assert row.readings.count() == 2


def test_sending_the_same_file_twice_with_one_key_is_one_document(cast: Cast, unread: None) -> None:
    key, upload = uuid4(), Upload("a.txt", b"Ke hoach")
    assert receive_document(cast.drafter, upload, key=key) == receive_document(cast.drafter, upload, key=key)
    assert Document.objects.count() == 1


def test_who_may_not_bring_documents_is_told_so(cast: Cast) -> None:
    for actor in (cast.leader, cast.administrator):
        with pytest.raises(NotAllowed):
            receive_document(actor, Upload("a.txt", b"x"), key=uuid4())


def test_a_document_of_another_agency_is_not_there(cast: Cast, unread: None) -> None:
    document = make_document(cast.drafter)
    for stranger in (cast.outsider, cast.administrator):
        with pytest.raises(NotVisible):
            document_view(stranger, document)
    with pytest.raises(NotVisible):
        services.create_dossier_from_reading(cast.outsider, OpenDossier(document), key=uuid4())
