"""Lập hồ sơ từ kế hoạch: a file comes in, is read, and becomes a dossier."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from support.builders import make_document
from support.cast import Cast
from support.htmx import patched, plain
from thammuu.apps.dossiers.rows import DossierView

BRING = "/lap-ho-so/"
PLAN = "KẾ HOẠCH\n1. Trước 15/6/2021: Xây dựng dự thảo.".encode()


def sent(name: str = "ke-hoach.txt", data: bytes = PLAN) -> dict[str, object]:
    return {"key": uuid4(), "plan": SimpleUploadedFile(name, data)}


def test_a_plan_brought_is_being_read(drafter: Client, unread: None) -> None:
    shown = drafter.post(BRING, sent(), follow=True).content.decode()
    assert "Đang đọc kế hoạch" in shown
    assert "hx-get" in shown


def test_a_file_that_is_no_document_is_refused_in_words(drafter: Client) -> None:
    response = drafter.post(BRING, sent("a.docx", b"GIF89a"))
    assert response.status_code == 422
    assert "Hãy gửi tệp Word (.docx)" in response.content.decode()


def test_nothing_chosen_is_told_beside_the_field(drafter: Client) -> None:
    response = drafter.post(BRING, {"key": uuid4()})
    assert response.status_code == 422
    assert "field__errors" in response.content.decode()


def test_what_was_read_becomes_a_dossier(drafter: Client, cast: Cast, unread: None) -> None:
    address = reverse("opening:reading", args=[make_document(cast.drafter)])
    assert "Đã xác nhận 0/" in drafter.get(address).content.decode()
    shown = drafter.post(address, {"key": uuid4(), "title": "Hồ sơ mới"}, follow=True).content.decode()
    assert "Hồ sơ mới" in shown
    assert "Đã lập hồ sơ" in shown


def test_the_page_patched_with_the_fragment_is_the_page_freshly_loaded(
    drafter: Client, cast: Cast, unread: None
) -> None:
    address = reverse("opening:reading", args=[make_document(cast.drafter)])
    page = drafter.get(address).content.decode()
    fragment = drafter.get(address, headers={"HX-Request": "true"}).content.decode()
    stale = page.replace("Đã xác nhận", "Đang đọc kế hoạch")
    assert patched(stale, target="#ban-doc", fragment=fragment) == plain(page)


def test_an_outsider_sees_no_reading(outsider: Client, cast: Cast, unread: None) -> None:
    address = reverse("opening:reading", args=[make_document(cast.drafter)])
    assert outsider.get(address).status_code == 404
    assert outsider.post(address, {"key": uuid4(), "title": "x"}).status_code == 404


def test_the_same_file_leads_to_what_is_there_and_is_taken_again_only_with_a_reason(
    drafter: Client, dossier: DossierView
) -> None:
    response = drafter.post(BRING, sent())
    shown = response.content.decode()
    assert response.status_code == 422
    assert "đã được đưa vào hệ thống" in shown
    assert f"/ho-so/{dossier.uuid}/" in shown
    again = reverse("opening:again", args=[dossier.document.uuid])
    assert again in shown
    assert drafter.post(again, {"key": uuid4()}).status_code == 422
    told = drafter.post(again, {"key": uuid4(), "reason": "Hồ sơ cũ lập nhầm"}, follow=True)
    assert "Đang đọc kế hoạch" in told.content.decode()


def test_a_second_dossier_of_one_document_is_made_on_purpose(drafter: Client, dossier: DossierView) -> None:
    address = reverse("opening:reading", args=[dossier.document.uuid])
    refused = drafter.post(address, {"key": uuid4(), "title": "Hồ sơ hai"})
    assert refused.status_code == 422
    assert "Văn bản này đã có hồ sơ" in refused.content.decode()
    assert "Hồ sơ hai" in refused.content.decode()
    taken = drafter.post(address, {"key": uuid4(), "title": "Hồ sơ hai", "again": "on"}, follow=True)
    assert "Đã lập hồ sơ" in taken.content.decode()


def test_a_file_that_could_not_be_read_is_told_with_its_reason(
    drafter: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A state secret among the words: refused by the gate before anything is read."""
    response = drafter.post(BRING, sent(data="TỐI MẬT\nKẾ HOẠCH\n1. Xây dựng dự thảo.".encode()))
    assert response.status_code in (409, 422)
    assert "bí mật nhà nước" in response.content.decode()


def test_the_way_is_shown_to_those_who_may_go_it(as_client: Callable[[str], Client]) -> None:
    assert BRING in as_client("drafter").get("/theo-doi/").content.decode()
    assert BRING not in as_client("leader").get("/theo-doi/").content.decode()
