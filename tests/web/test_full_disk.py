"""The disk is full: pages stay readable, an act is refused in words and what was typed stays."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from django.contrib.sessions.backends.base import UpdateError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.urls import reverse

from support.builders import start, step_of
from support.cast import Cast
from thammuu.apps.accounts.store import SessionStore
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.files import disk
from thammuu.apps.files.refusals import StoreFull
from thammuu.apps.journal.room import is_full
from thammuu.web.refusals import RefusalMiddleware
from web.test_recording import fields, finish_url
from web.test_session_rules import age

SQLITE = pytest.mark.skipif("connection.vendor != 'sqlite'")


@pytest.fixture
def no_room(db: None) -> Iterator[None]:
    """SQLite takes no further page, as on a full disk."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count")
        (before,) = cursor.fetchone()
        cursor.execute("PRAGMA max_page_count = 1")
        yield
        cursor.execute(f"PRAGMA max_page_count = {before}")


@SQLITE
def test_an_act_on_a_full_database_is_refused_in_words_and_the_typed_text_stays(
    drafter: Client, cast: Cast, dossier: DossierView, request: pytest.FixtureRequest
) -> None:
    start(cast.drafter, dossier.steps[0])
    typed = "Đã gửi công văn, " * 200
    sent = fields(drafter, finish_url(dossier)) | {"evidence_note": "Công văn số 12", "note": typed}
    request.getfixturevalue("no_room")
    response = drafter.post(finish_url(dossier), sent)
    assert response.status_code == 422
    assert "Máy chủ đã hết dung lượng, thao tác CHƯA được ghi" in response.content.decode()
    assert typed.strip() in response.content.decode()
    assert step_of(cast.drafter, dossier, 1).state == "started"


def test_a_file_that_finds_no_room_leaves_the_typed_text_on_the_form(
    drafter: Client, cast: Cast, dossier: DossierView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> str:
        raise StoreFull

    start(cast.drafter, dossier.steps[0])
    sent = fields(drafter, finish_url(dossier)) | {"note": "Đã gõ dài"}
    sent["evidence"] = SimpleUploadedFile("bao-cao.txt", "Báo cáo".encode())  # type: ignore[assignment]
    monkeypatch.setattr(disk.Disk, "put", full)
    shown = drafter.post(finish_url(dossier), sent).content.decode()
    assert "tệp CHƯA được lưu" in shown
    assert "Đã gõ dài" in shown


def test_a_page_is_read_though_its_session_cannot_be_kept(
    drafter: Client, dossier: DossierView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise UpdateError

    page = reverse("dossiers:detail", args=[dossier.uuid])
    drafter.get(page)
    age(drafter, "seen_at", timedelta(minutes=5))
    monkeypatch.setattr(SessionStore, "save", full)
    assert drafter.get(page).status_code == 200


def _error(sqlstate: str) -> OperationalError:
    cause = Exception("could not extend file")
    cause.sqlstate = sqlstate  # type: ignore[attr-defined]
    error = OperationalError("could not extend file")
    error.__cause__ = cause
    return error


def test_what_is_written_outside_an_act_is_answered_in_words_too(client: Client, db: None) -> None:
    assert is_full(_error("53100"))
    assert not is_full(_error("40P01"))
    request = RequestFactory().post("/", {"key": str(uuid4())})
    middleware = RefusalMiddleware(lambda _: None)  # type: ignore[arg-type,return-value]
    response = middleware.process_exception(request, _error("53100"))
    assert response is not None
    assert response.status_code == 503
    assert middleware.process_exception(request, _error("40P01")) is None
