"""Starting and finishing a step and settling a doubt, with everything that can go wrong told in words."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from support.builders import finish, start, step_of
from support.cast import Cast
from thammuu.apps.dossiers.rows import DossierView


def fields(client: Client, url: str) -> dict[str, str]:
    """The form as a browser would send it back."""
    page = BeautifulSoup(client.get(url).content, "html.parser")
    form = page.select_one("main form")
    assert form is not None
    sent = {field["name"]: field.get("value", "") for field in form.select("input[name]:not([type=radio])")}
    return {**sent, **{area["name"]: area.get_text().strip() for area in form.select("textarea")}}


def start_url(dossier: DossierView) -> str:
    return reverse("dossiers:start_step", args=[dossier.steps[0].uuid])


def finish_url(dossier: DossierView) -> str:
    return reverse("dossiers:finish_step", args=[dossier.steps[0].uuid])


def doubt_url(dossier: DossierView) -> str:
    return reverse("dossiers:decide_doubt", args=[dossier.uuid, dossier.doubts[0].uuid])


def test_starting_a_step_takes_two_presses_and_is_then_seen(
    drafter: Client, cast: Cast, dossier: DossierView
) -> None:
    response = drafter.post(start_url(dossier), fields(drafter, start_url(dossier)), follow=True)
    assert response.redirect_chain[-1][0].endswith("#buoc-1")
    assert "Đã ghi nhận bắt đầu bước" in response.content.decode()
    assert step_of(cast.drafter, dossier, 1).state == "started"


def test_finishing_takes_a_file_as_evidence(drafter: Client, cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[0])
    sent = fields(drafter, finish_url(dossier))
    sent["evidence"] = SimpleUploadedFile("bao-cao.txt", "Báo cáo".encode())  # type: ignore[assignment]
    response = drafter.post(finish_url(dossier), sent, follow=True)
    assert "bao-cao.txt" in response.content.decode()
    assert step_of(cast.drafter, dossier, 1).state == "finished"


def test_finishing_for_someone_else_says_who_recorded_it(
    drafter: Client, cast: Cast, dossier: DossierView
) -> None:
    start(cast.drafter, dossier.steps[0])
    sent = fields(drafter, finish_url(dossier)) | {
        "done_by": "Lê Văn Ngoài",
        "evidence_note": "Công văn số 12",
    }
    shown = drafter.post(finish_url(dossier), sent, follow=True).content.decode()
    assert "Lê Văn Ngoài" in shown
    assert "ghi nhận thay" in shown


def test_finishing_without_evidence_is_told_beside_the_field_and_keeps_what_was_typed(
    drafter: Client, cast: Cast, dossier: DossierView
) -> None:
    start(cast.drafter, dossier.steps[0])
    response = drafter.post(finish_url(dossier), fields(drafter, finish_url(dossier)) | {"note": "Đã gõ"})
    assert response.status_code == 422
    assert "Cần một minh chứng" in response.content.decode()
    assert "Đã gõ" in response.content.decode()


def test_sending_a_form_twice_does_it_once(drafter: Client, cast: Cast, dossier: DossierView) -> None:
    sent = fields(drafter, start_url(dossier))
    assert drafter.post(start_url(dossier), sent).status_code == 302
    assert drafter.post(start_url(dossier), sent).status_code == 302
    assert len(step_of(cast.drafter, dossier, 1).facts) == 1


def test_the_same_key_with_other_words_is_refused(drafter: Client, dossier: DossierView) -> None:
    sent = fields(drafter, start_url(dossier))
    drafter.post(start_url(dossier), sent)
    assert drafter.post(start_url(dossier), sent | {"note": "khác"}).status_code == 422


def test_a_stale_edit_shows_both_texts(drafter: Client, cast: Cast, dossier: DossierView) -> None:
    sent = fields(drafter, start_url(dossier)) | {"note": "Bản của tôi"}
    start(cast.drafter, dossier.steps[0])
    response = drafter.post(start_url(dossier), sent)
    assert response.status_code == 409
    shown = BeautifulSoup(response.content, "html.parser")
    assert len(shown.select(".versions pre")) == 2
    assert all(part.get_text(strip=True) for part in shown.select(".versions pre"))


def test_a_refusal_stands_on_the_form_with_what_was_typed(drafter: Client, dossier: DossierView) -> None:
    typed = {"done_on": "01/01/2031", "note": "Đã gõ"}
    response = drafter.post(start_url(dossier), fields(drafter, start_url(dossier)) | typed)
    assert response.status_code == 422
    assert "hãy sửa lại ngày" in response.content.decode()
    assert "Đã gõ" in response.content.decode()


def test_evidence_that_is_no_document_is_refused_on_the_form(
    drafter: Client, cast: Cast, dossier: DossierView
) -> None:
    start(cast.drafter, dossier.steps[0])
    sent = fields(drafter, finish_url(dossier)) | {"note": "Đã gõ"}
    sent["evidence"] = SimpleUploadedFile("a.exe", b"MZ" + bytes(99))  # type: ignore[assignment]
    response = drafter.post(finish_url(dossier), sent)
    assert response.status_code == 422
    assert "Đã gõ" in response.content.decode()


def test_the_cursor_waits_in_the_first_field_to_be_put_right(drafter: Client, dossier: DossierView) -> None:
    sent = fields(drafter, start_url(dossier)) | {"done_on": "hôm qua", "done_by": ""}
    shown = BeautifulSoup(drafter.post(start_url(dossier), sent).content, "html.parser")
    assert [field["name"] for field in shown.select("[autofocus]")] == ["done_on"]
    assert "Hãy điền ô này." in shown.get_text()


def test_a_finished_step_is_not_asked_for_again(drafter: Client, cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, dossier.steps[0])
    finish(cast.drafter, step_of(cast.drafter, dossier, 1))
    for url in (start_url(dossier), finish_url(dossier)):
        shown = BeautifulSoup(drafter.get(url).content, "html.parser")
        assert shown.select("main form") == []
        assert "không cần ghi nhận lại" in shown.get_text()


def test_a_doubt_is_dismissed_with_its_reason(drafter: Client, dossier: DossierView) -> None:
    sent = fields(drafter, doubt_url(dossier)) | {"state": "dismissed", "reason": "Đã đối chiếu bản gốc"}
    shown = drafter.post(doubt_url(dossier), sent, follow=True).content.decode()
    assert "Đã đối chiếu bản gốc" in shown
    assert "1 điểm đã kết luận" in shown


def test_a_doubt_without_a_reason_stays_open(drafter: Client, dossier: DossierView) -> None:
    response = drafter.post(doubt_url(dossier), fields(drafter, doubt_url(dossier)) | {"state": "confirmed"})
    assert response.status_code == 422


def test_a_doubt_of_another_dossier_is_not_found_here(drafter: Client, dossier: DossierView) -> None:
    assert drafter.get(reverse("dossiers:decide_doubt", args=[dossier.uuid, uuid4()])).status_code == 404


@pytest.mark.parametrize("url", [start_url, finish_url, doubt_url])
def test_an_outsider_finds_nothing_to_record(
    outsider: Client, dossier: DossierView, url: Callable[[DossierView], str]
) -> None:
    address = url(dossier)
    assert outsider.get(address).status_code == 404
    assert outsider.post(address, {"key": str(uuid4())}).status_code == 404


def test_one_who_may_only_look_is_told_who_records(
    as_client: Callable[[str], Client], dossier: DossierView
) -> None:
    clerk = as_client("clerk")
    for response in (clerk.get(start_url(dossier)), clerk.post(start_url(dossier), {"key": str(uuid4())})):
        assert response.status_code == 403
        assert "Việc này do" in response.content.decode()


def test_handing_a_dossier_over_twice_by_one_form_tells_that_it_was_done(
    drafter: Client, cast: Cast, dossier: DossierView
) -> None:
    address = reverse("dossiers:hand_over_dossier", args=[dossier.uuid])
    form = {
        "key": uuid4(),
        "version": dossier.version,
        "officer": cast.other_unit.uuid,
        "reason": "Chuyển công tác",
    }
    assert drafter.post(address, form).status_code == 302
    again = drafter.post(address, form, follow=True)
    assert again.status_code == 200
    assert "đã được ghi nhận ở lần gửi trước" in again.content.decode()
    assert drafter.post(address, form | {"key": uuid4()}).status_code == 403
