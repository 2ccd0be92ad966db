"""Kế hoạch sửa đổi and Hồ sơ năm sau on the screen."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from support.builders import make_document
from support.cast import Cast
from support.claims import plan_claim
from support.htmx import patched, plain
from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.rows import DossierView


@pytest.fixture
def document(cast: Cast, unread: None) -> UUID:
    """The plan with a later date and one step less."""
    claim, _ = plan_claim()
    claim["steps"][2]["when"] |= {"end": "2021-07-09", "as_written": "Trước ngày 09/7/2021"}
    return make_document(cast.drafter, claim | {"steps": claim["steps"][:4], "problems": []})


def sent(page: BeautifulSoup, name: str) -> dict[str, Any]:
    """What the browser would send from the page: hidden fields and everything that is ticked."""
    form = page.select("main form")[0]
    fields = {one["name"]: one["value"] for one in form.select("input[type=hidden]")}
    return fields | {name: [box["value"] for box in form.select(f"input[name={name}][checked]")]}


def test_changes_stand_side_by_side_and_the_chosen_ones_are_applied(
    drafter: Client, cast: Cast, dossier: DossierView, document: UUID
) -> None:
    address = reverse("opening:changes", args=[dossier.uuid, document])
    page = BeautifulSoup(drafter.get(address).content, "html.parser")
    rows = page.select("tbody tr")
    assert [row.th.b.text for row in rows] == ["II.3", "II.5"]
    assert "30/06/2021" in rows[0].find("del").text
    assert "09/07/2021" in rows[0].ins.text
    form = sent(page, "lines")
    shown = drafter.post(address, form | {"lines": form["lines"][:1]}, follow=True).content.decode()
    assert "Đã áp dụng các thay đổi" in shown
    steps = queries.dossier_view(cast.drafter, dossier.uuid).steps
    assert (str(steps[2].when.ends_on), steps[4].state) == ("2021-07-09", "not_started")


def test_nothing_chosen_is_told_on_the_form_and_what_was_typed_stays(
    drafter: Client, dossier: DossierView, document: UUID
) -> None:
    address = reverse("opening:changes", args=[dossier.uuid, document])
    form = sent(BeautifulSoup(drafter.get(address).content, "html.parser"), "lines")
    refused = drafter.post(address, form | {"lines": [], "reason": "Theo ý kiến"})
    page = BeautifulSoup(refused.content, "html.parser")
    assert refused.status_code == 422
    assert "Hãy chọn ít nhất một thay đổi" in page.text
    assert "Theo ý kiến" in page.text
    assert not page.select("input[name=lines][checked]")


def test_an_amended_file_is_read_and_then_compared(drafter: Client, cast: Cast, dossier: DossierView) -> None:
    address = reverse("opening:amend", args=[dossier.uuid])
    file = SimpleUploadedFile("sua-doi.txt", "KẾ HOẠCH sửa đổi".encode())
    shown = drafter.post(address, {"key": uuid4(), "plan": file}, follow=True)
    assert "Đang đọc kế hoạch" in shown.content.decode()
    assert "hx-get" in shown.content.decode()


def test_the_page_patched_with_the_comparison_is_the_page_freshly_loaded(
    drafter: Client, dossier: DossierView, document: UUID
) -> None:
    address = reverse("opening:changes", args=[dossier.uuid, document])
    page = drafter.get(address).content.decode()
    fragment = drafter.get(address, headers={"HX-Request": "true"}).content.decode()
    stale = page.replace("Thay đổi theo", "Đang đọc")
    assert patched(stale, target="#ban-doc", fragment=fragment) == plain(page)


def test_next_years_dossier_is_made_of_the_ticked_steps(
    drafter: Client, cast: Cast, dossier: DossierView
) -> None:
    address = reverse("opening:next_year", args=[dossier.uuid])
    page = BeautifulSoup(drafter.get(address).content, "html.parser")
    assert "Trước ngày 30/6/2022" in page.text
    form = sent(page, "steps")
    assert len(form["steps"]) == 5
    typed = form | {"title": "Kế hoạch năm 2022", "steps": form["steps"][:2]}
    shown = drafter.post(address, typed, follow=True).content.decode()
    assert "Kế hoạch năm 2022" in shown
    assert "Đã lập hồ sơ năm sau" in shown


def test_next_year_without_a_step_is_told_and_nothing_typed_is_lost(
    drafter: Client, dossier: DossierView
) -> None:
    address = reverse("opening:next_year", args=[dossier.uuid])
    refused = drafter.post(address, {"key": uuid4(), "title": "Kế hoạch năm 2022", "steps": []})
    assert refused.status_code == 422
    assert "Hãy chọn ít nhất một bước" in refused.content.decode()
    assert "Kế hoạch năm 2022" in refused.content.decode()
