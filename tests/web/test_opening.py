"""Lập hồ sơ từ kế hoạch: a file comes in, is read, and becomes a dossier."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from support.builders import make_document
from support.cast import Cast
from support.htmx import patched, plain

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
    assert "Đã đọc xong" in drafter.get(address).content.decode()
    shown = drafter.post(address, {"key": uuid4(), "title": "Hồ sơ mới"}, follow=True).content.decode()
    assert "Hồ sơ mới" in shown
    assert "Đã lập hồ sơ" in shown


def test_the_page_patched_with_the_fragment_is_the_page_freshly_loaded(
    drafter: Client, cast: Cast, unread: None
) -> None:
    address = reverse("opening:reading", args=[make_document(cast.drafter)])
    page = drafter.get(address).content.decode()
    fragment = drafter.get(address, headers={"HX-Request": "true"}).content.decode()
    stale = page.replace("Đã đọc xong", "Đang đọc kế hoạch")
    assert patched(stale, target="#ban-doc", fragment=fragment) == plain(page)


def test_an_outsider_sees_no_reading(outsider: Client, cast: Cast, unread: None) -> None:
    address = reverse("opening:reading", args=[make_document(cast.drafter)])
    assert outsider.get(address).status_code == 404
    assert outsider.post(address, {"key": uuid4(), "title": "x"}).status_code == 404


def test_the_way_is_shown_to_those_who_may_go_it(as_client: Callable[[str], Client]) -> None:
    assert BRING in as_client("drafter").get("/theo-doi/").content.decode()
    assert BRING not in as_client("leader").get("/theo-doi/").content.decode()
