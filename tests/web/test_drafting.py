"""The page of a draft: the paper with its problems in the margin, its versions, its chain; composing, mending."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from support.cast import Cast
from support.drafts import add, begin, initial, word_file
from support.htmx import patched, plain
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.drafting import services
from thammuu.apps.drafting.commands import ComposeDraft
from thammuu.apps.drafting.queries import draft_view, drafts_of

ClientOf = Callable[[str], Client]


@pytest.fixture
def draft(cast: Cast, dossier: DossierView) -> UUID:
    """A draft with one version, whose number is set too small."""
    return begin(cast.drafter, dossier.uuid)


def shown(client: Client, draft: UUID, **asked: object) -> BeautifulSoup:
    response = client.get(reverse("drafting:detail", args=[draft]), asked)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_every_problem_with_a_place_is_marked_there_and_leads_back(drafter: Client, draft: UUID) -> None:
    page = shown(drafter, draft)
    places = {note["data-tm-place"] for note in page.select(".problem") if note["data-tm-place"]}
    assert places
    assert {mark["id"] for mark in page.select(".spot")} == places
    for mark in page.select(".spot"):
        assert page.find(id=mark["href"].removeprefix("#"))
    size = page.find(string=re.compile("Số, ký hiệu"))
    assert size


def test_a_rule_is_one_press_away(drafter: Client, draft: UUID) -> None:
    link = shown(drafter, draft).select_one(".problem a[href*='/the-thuc/']")
    assert link
    page = BeautifulSoup(drafter.get(link["href"]).content, "html.parser")
    assert page.find(string=re.compile("30/2020"))
    assert drafter.get("/the-thuc/TT-khong-co/").status_code == 404


@pytest.mark.parametrize("severity", ["error", "warning", "note"])
def test_one_severity_alone_can_be_looked_at(drafter: Client, draft: UUID, severity: str) -> None:
    page = shown(drafter, draft, muc=severity)
    assert {"problem", f"problem--{severity}"}.issuperset(
        name for note in page.select("li.problem") for name in note["class"]
    )


def test_the_filtered_fragment_makes_the_page_that_a_reload_gives(drafter: Client, draft: UUID) -> None:
    address = reverse("drafting:detail", args=[draft])
    before = drafter.get(address, {"lan": 1}).content.decode()
    headers = {"HX-Request": "true", "HX-Target": "van-ban"}
    fragment = drafter.get(address, {"lan": 1, "muc": "warning"}, headers=headers).content.decode()
    after = drafter.get(address, {"lan": 1, "muc": "warning"}).content.decode()
    assert patched(before, target="#van-ban", fragment=fragment) == plain(after)


def test_each_paragraph_can_be_linked_to(drafter: Client, cast: Cast, dossier: DossierView) -> None:
    composed = services.compose_draft(
        cast.drafter, ComposeDraft(dossier.uuid, "ke-hoach-don-vi"), key=uuid4()
    )
    page = shown(drafter, composed)
    numbers = [int(one["id"][1:]) for one in page.select(".folio p[id^=p]")]
    assert numbers == list(range(1, len(numbers) + 1))
    assert page.select(".folio .grid:not(.grid--bordered) .is-center")


def test_words_of_a_draft_are_shown_and_never_run(drafter: Client, cast: Cast, dossier: DossierView) -> None:
    made = begin(cast.drafter, dossier.uuid, "KẾ HOẠCH", "<script>alert(1)</script> & <b>đậm</b>")
    page = shown(drafter, made)
    assert page.find(string=re.compile(r"<script>alert"))
    assert not page.select(".folio script, .folio b")


def test_an_old_version_says_so_and_keeps_its_initials(drafter: Client, cast: Cast, draft: UUID) -> None:
    initial(cast.drafter, draft, "drafter")
    add(cast.drafter, draft)
    old, new = (shown(drafter, draft, lan=number).get_text(" ") for number in (1, 2))
    assert "bản mới nhất là lần 2" in old
    assert "Đã ký nháy" in old
    assert "Đã ký nháy" not in new


@pytest.mark.parametrize("number", ["0", "7", "99999999"])
def test_a_version_that_is_not_there_is_not_found(drafter: Client, draft: UUID, number: str) -> None:
    asked = drafter.get(reverse("drafting:detail", args=[draft]), {"lan": number})
    assert asked.status_code == (404 if len(number) < 7 else 200)


def test_changes_of_words_are_told_paragraph_by_paragraph(drafter: Client, cast: Cast, draft: UUID) -> None:
    add(cast.drafter, draft)
    page = BeautifulSoup(drafter.get(reverse("drafting:changes", args=[draft, 2])).content, "html.parser")
    assert page.select(".change del")
    assert page.select(".change ins")


def test_what_a_version_cites_is_held_against_the_register(drafter: Client, cast: Cast, draft: UUID) -> None:
    basis = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"
    add(cast.drafter, draft, "KẾ HOẠCH", "Nâng cao năng suất", basis)
    page = BeautifulSoup(drafter.get(reverse("drafting:cited", args=[draft, 2])).content, "html.parser")
    (row,) = page.select(".judged > li")
    assert "30/2020/NĐ-CP" in row.get_text()
    assert page.select_one(".judged form") is None
    before = BeautifulSoup(drafter.get(reverse("drafting:cited", args=[draft, 1])).content, "html.parser")
    assert before.select(".judged > li") == []


def test_who_brings_a_version_second_is_told_who_was_first(drafter: Client, cast: Cast, draft: UUID) -> None:
    add(cast.head, draft)
    file = SimpleUploadedFile("ban-cua-toi.docx", word_file("KẾ HOẠCH", "Bản khác.").data)
    sent = {"key": uuid4(), "version": 1, "reason": "Sửa tên", "file": file}
    response = drafter.post(reverse("drafting:add", args=[draft]), sent)
    assert response.status_code == 409
    assert cast.head.name in response.content.decode()


def test_what_was_typed_stays_when_the_file_is_no_word_file(drafter: Client, dossier: DossierView) -> None:
    sent = {
        "key": uuid4(),
        "kind": "Kế hoạch",
        "title": "Năng suất của ngành",
        "file": SimpleUploadedFile("du-thao.pdf", b"%PDF-1.7"),
    }
    response = drafter.post(reverse("drafting:begin", args=[dossier.uuid]), sent)
    assert response.status_code == 422
    assert "Năng suất của ngành" in response.content.decode()
    assert ".docx" in response.content.decode()


def test_a_paper_that_is_needed_is_composed_in_two_presses(
    drafter: Client, cast: Cast, dossier: DossierView
) -> None:
    page = BeautifulSoup(drafter.get(reverse("drafting:list", args=[dossier.uuid])).content, "html.parser")
    (link,) = (one for one in page.select(".draft--proposed .button") if "mau=to-trinh" in one["href"])
    form = BeautifulSoup(drafter.get(link["href"]).content, "html.parser")
    assert form.select_one("option[selected][value=to-trinh]")
    drafter.post(link["href"].partition("?")[0], {"key": uuid4(), "template": "to-trinh"})
    (made,) = drafts_of(cast.drafter, dossier.uuid)
    assert (made.kind, made.newest.source) == ("Tờ trình", "composed")
    again = drafter.get(reverse("drafting:list", args=[dossier.uuid])).content.decode()
    assert "mau=to-trinh" not in again


def test_form_is_mended_into_a_version_of_the_same_words(drafter: Client, cast: Cast, draft: UUID) -> None:
    drafter.post(reverse("drafting:repair", args=[draft]), {"key": uuid4(), "version": 1})
    view = draft_view(cast.drafter, draft)
    assert (view.shown.number, view.shown.source, view.shown.same_words_as) == (2, "repaired", 1)
    assert "Sửa thể thức" in view.shown.reason


def test_those_whose_turn_it_is_find_it_on_their_desk(as_client: ClientOf, cast: Cast, draft: UUID) -> None:
    initial(cast.drafter, draft, "drafter")
    assert "Chờ tôi ký nháy" in as_client("head").get(reverse("work:mine")).content.decode()
    assert "Chờ tôi ký nháy" not in as_client("clerk").get(reverse("work:mine")).content.decode()


def test_who_comes_too_early_is_told_whose_turn_it_is(as_client: ClientOf, draft: UUID) -> None:
    page = as_client("leader").get(reverse("drafting:initial", args=[draft])).content.decode()
    assert "Chưa đến lượt bạn" in page
    assert "Người soạn thảo" in page


def test_the_pages_ask_as_much_of_the_database_for_many_versions_as_for_few(
    drafter: Client, cast: Cast, dossier: DossierView, draft: UUID
) -> None:
    places = (
        reverse("drafting:detail", args=[draft]),
        reverse("drafting:list", args=[dossier.uuid]),
        reverse("work:mine"),
    )
    few = [_queries(drafter, place) for place in places]
    for number in range(1, 6):
        add(cast.drafter, draft, "KẾ HOẠCH", f"Lần thứ {number}.", after=number)
        begin(cast.drafter, dossier.uuid)
    assert [_queries(drafter, place) for place in places] == few


def _queries(client: Client, place: str) -> int:
    client.get(place)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(place).status_code == 200
    return len(caught)
