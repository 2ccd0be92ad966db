"""Tìm kiếm, bộ lọc đã lưu, bảng tính."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from support.cast import Cast
from support.htmx import patched, plain, without
from thammuu.apps.dossiers.outgoing import sheets
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.search.queries import saved_filters

FIND = "/tim-kiem/"


@pytest.mark.parametrize("asked", [{}, {"q": "ke hoach"}, {"q": "ke hoach", "kind": "step"}, {"q": "xyz"}])
def test_the_page_patched_with_the_fragment_is_the_page_freshly_loaded(
    drafter: Client, dossier: DossierView, asked: dict[str, str]
) -> None:
    whole = drafter.get(FIND, asked).content.decode()
    before = drafter.get(FIND).content.decode()
    fragment = drafter.get(FIND, asked, headers={"HX-Request": "true"}).content.decode()
    shown = patched(before, target="#tim-thay", fragment=fragment)
    assert without(shown, ".filter") == without(plain(whole), ".filter")


def test_what_is_found_leads_to_its_step(drafter: Client, dossier: DossierView) -> None:
    word = dossier.steps[0].text.split()[-1]
    page = drafter.get(FIND, {"q": word, "kind": "step"}).content.decode()
    assert f"/ho-so/{dossier.uuid}/#buoc-1" in page


def test_an_outsider_finds_nothing_and_no_count(outsider: Client, dossier: DossierView) -> None:
    page = outsider.get(FIND, {"q": "ke hoach"}).content.decode()
    assert dossier.title not in page
    assert "Không tìm thấy" in page


def test_typed_words_are_words_and_not_markup(drafter: Client, dossier: DossierView) -> None:
    page = drafter.get(FIND, {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert(1)" not in page


def test_a_filter_is_kept_asked_again_and_let_go(drafter: Client, cast: Cast, dossier: DossierView) -> None:
    saved = drafter.post("/bo-loc/luu/?light=red&trang=3&words=", {"name": "Quá hạn"})
    assert saved["Location"] == "/theo-doi/?light=red"
    page = drafter.get("/theo-doi/").content.decode()
    assert "/theo-doi/?light=red" in page
    (row,) = saved_filters(cast.drafter.id, "progress")
    drafter.post(f"/bo-loc/{row.uuid}/xoa/")
    assert saved_filters(cast.drafter.id, "progress") == ()


def test_a_filter_without_a_name_comes_back(drafter: Client) -> None:
    assert drafter.post("/bo-loc/luu/?light=red", {"name": " "}).status_code == 422


def test_the_board_comes_as_a_workbook_by_the_same_filter(drafter: Client, dossier: DossierView) -> None:
    answer = drafter.get("/theo-doi/bang-tinh/", {"words": "ke hoach"})
    page = load_workbook(BytesIO(answer.content)).worksheets[0]
    assert page["B4"].value == dossier.title
    empty = load_workbook(BytesIO(drafter.get("/theo-doi/bang-tinh/", {"words": "xyz"}).content)).worksheets[
        0
    ]
    assert empty["B4"].value is None


def test_a_workbook_holds_nothing_of_another_agency(outsider: Client, dossier: DossierView) -> None:
    page = load_workbook(BytesIO(outsider.get("/theo-doi/bang-tinh/").content)).worksheets[0]
    assert page["B4"].value is None


def test_a_dossier_comes_as_a_workbook_with_its_steps(drafter: Client, dossier: DossierView) -> None:
    book = load_workbook(BytesIO(drafter.get(f"/ho-so/{dossier.uuid}/bang-tinh/").content))
    steps = [row[1].value for row in book["Các bước"].iter_rows(min_row=4)]
    assert steps == [step.text for step in dossier.steps]


def test_a_list_too_long_for_a_sheet_is_refused_in_words(
    drafter: Client, dossier: DossierView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheets, "MOST", 0)
    answer = drafter.get("/theo-doi/bang-tinh/")
    assert answer.status_code == 409
    assert "lọc hẹp hơn" in answer.content.decode()
