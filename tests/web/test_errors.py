"""Whatever goes wrong is told in Vietnamese, with what to do next, and never with a trace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import Client, RequestFactory, override_settings

from support.cast import Cast
from thammuu.apps.dossiers.rows import DossierView
from thammuu.web import errors
from thammuu.web.refusals import RefusalMiddleware
from thammuu_core.errors import Malformed, Unavailable
from thammuu_core.intake import limits

PAGES = {
    400: errors.bad_request,
    403: errors.forbidden,
    404: errors.not_found,
    413: errors.too_large,
    429: errors.too_many,
    500: errors.server_error,
}


@pytest.fixture
def asked(db: None, today: date) -> HttpRequest:
    """A request of nobody."""
    return RequestFactory().get("/")


@pytest.mark.parametrize(("status", "view"), PAGES.items())
def test_every_failure_has_its_page(asked: HttpRequest, status: int, view: Callable) -> None:
    response = view(asked)
    shown = response.content.decode()
    assert response.status_code == status
    assert '<html lang="vi">' in shown
    assert "Hãy" in shown or "hãy" in shown


class TooBig(Malformed):
    """Stands for any refusal of a file."""

    code = "test.too_big"


class Away(Unavailable):
    """Stands for any helper that is not there."""

    code = "test.away"


@pytest.mark.parametrize(
    ("refusal", "status"), [(TooBig("Tệp quá lớn."), 422), (Away("Thiếu tesseract."), 503)]
)
def test_a_refusal_is_told_in_its_own_words(asked: HttpRequest, refusal: Exception, status: int) -> None:
    response = RefusalMiddleware(lambda _: None).process_exception(asked, refusal)  # type: ignore[arg-type,return-value]
    assert response is not None
    assert response.status_code == status
    assert refusal.args[0] in response.content.decode()


def test_a_bug_is_no_refusal(asked: HttpRequest) -> None:
    middleware = RefusalMiddleware(lambda _: None)  # type: ignore[arg-type,return-value]
    assert middleware.process_exception(asked, ValueError("x")) is None


def test_an_address_that_does_not_exist_says_so(as_client: Callable[[str], Client]) -> None:
    response = as_client("drafter").get("/khong-co/")
    assert response.status_code == 404
    assert "Không tìm thấy" in response.content.decode()


def test_a_form_from_an_old_session_says_that_nothing_was_written(cast: Cast) -> None:
    response = Client(enforce_csrf_checks=True).post("/tai-khoan/dang-nhap/", {"login": "lan"})
    assert response.status_code == 403
    assert "nội dung chưa được ghi" in response.content.decode()


def test_what_was_typed_into_an_old_form_is_not_lost(dossier: DossierView) -> None:
    address = f"/buoc/{dossier.steps[0].uuid}/bat-dau/"
    typed = {"note": "Đã gửi công văn lấy ý kiến", "version": "7"}
    stranger = Client(enforce_csrf_checks=True)
    shown = stranger.post(address, typed, headers={"Sec-Fetch-Site": "same-origin"}).content.decode()
    assert "Đã gửi công văn lấy ý kiến" in shown
    elsewhere = stranger.post(address, typed, headers={"Sec-Fetch-Site": "cross-site"}).content.decode()
    assert "Đã gửi công văn lấy ý kiến" not in elsewhere


def test_a_password_is_never_shown_again(cast: Cast) -> None:
    sent = {"login": "lan", "password": "một câu ngắn dễ nhớ"}
    response = Client(enforce_csrf_checks=True).post(
        "/tai-khoan/dang-nhap/", sent, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert "một câu ngắn dễ nhớ" not in response.content.decode()


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=10)
def test_too_much_in_one_form_says_what_to_do(as_client: Callable[[str], Client]) -> None:
    response = as_client("drafter").post("/lap-ho-so/", {"key": "x" * 100})
    assert response.status_code == 413
    assert "gửi lại" in response.content.decode()


def test_a_file_over_the_limit_says_what_to_do(
    as_client: Callable[[str], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "BYTES", 10)
    sent = {"key": uuid4(), "plan": SimpleUploadedFile("a.txt", "KẾ HOẠCH".encode())}
    response = as_client("drafter").post("/lap-ho-so/", sent)
    assert response.status_code == 422
    assert "tách phụ lục" in response.content.decode()
