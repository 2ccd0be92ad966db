"""How much of a dossier is shown at once: where it is in two sentences, the window of the timetable, folded groups."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from support.builders import finish, make_dossier, start, step_of
from support.cast import Cast
from support.claims import plan_claim, step
from support.htmx import patched, plain
from thammuu.apps.dossiers.rows import DossierView
from thammuu.web.dossiers.grouping import APART, groups
from thammuu.web.dossiers.summary import where_it_is, who_has_it
from thammuu.web.dossiers.zoom import zoom_of


def shown(client: Client, dossier: DossierView, **asked: object) -> str:
    response = client.get(reverse("dossiers:detail", args=[dossier.uuid]), asked)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def long(cast: Cast, unread: None) -> DossierView:
    """A plan of 60 rows in three annexes, a week apart."""
    claim, _ = plan_claim()
    first = date(2021, 3, 1)
    steps = [
        {
            **step(f"s{n}", f"Nhiệm vụ {n}", end=(first + timedelta(days=7 * n)).isoformat()),
            "where": f"Phụ lục {'I' * (1 + n // 20)}, dòng {n % 20 + 1}",
        }
        for n in range(60)
    ]
    return make_dossier(cast.drafter, {**claim, "steps": steps, "problems": []})


def test_two_sentences_tell_where_it_is_and_who_has_it(cast: Cast, dossier: DossierView) -> None:
    assert where_it_is(dossier).startswith("Đã xong 0/5 bước; tiếp theo là bước II.1: ")
    assert who_has_it(dossier).startswith("Đang vướng ở Chi cục Tiêu chuẩn Đo lường Chất lượng")
    assert "bước II.1 quá hạn 26 ngày làm việc (và 2 bước quá hạn khác)" in who_has_it(dossier)


def test_nobody_is_blamed_for_what_is_in_time(cast: Cast, unread: None) -> None:
    claim, _ = plan_claim()
    steps = [step("s1", "Việc một", end="2021-08-02")]
    made = make_dossier(cast.drafter, {**claim, "steps": steps, "problems": []})
    assert who_has_it(made).startswith("Không vướng; bước II.1 đang ở Chi cục")
    start(cast.drafter, made.steps[0])
    finish(cast.drafter, step_of(cast.drafter, made, 1))
    done = step_of(cast.drafter, made, 1)
    assert done.state == "finished"


def test_a_short_dossier_is_not_folded(drafter: Client, dossier: DossierView) -> None:
    assert [group.title for group in groups(dossier.steps)] == ["", APART]
    page = BeautifulSoup(shown(drafter, dossier), "html.parser")
    assert all(fold.has_attr("open") for fold in page.select(".steps__group"))


def test_a_long_dossier_is_folded_but_where_somebody_is_needed(drafter: Client, long: DossierView) -> None:
    page = BeautifulSoup(shown(drafter, long), "html.parser")
    folds = {fold["id"]: fold.has_attr("open") for fold in page.select(".steps__group")}
    assert folds == {"nhom-1": True, "nhom-2": False, "nhom-3": False}
    jumps = {link["href"] for link in page.select(".jumps a")}
    assert {"#nhom-1", "#nhom-2", "#nhom-3", "#buoc-1"} <= jumps


def test_a_long_timetable_opens_on_the_months_around_today(drafter: Client, long: DossierView) -> None:
    page = BeautifulSoup(shown(drafter, long), "html.parser")
    assert page.select_one(".zoom [aria-current]").get_text(strip=True) == "Tháng"  # type: ignore[union-attr]
    assert 0 < len(page.select("svg a.bar")) < 60
    assert "bước nằm ngoài khoảng đang xem" in page.get_text()
    whole = BeautifulSoup(shown(drafter, long, xem="ca"), "html.parser")
    assert len(whole.select("svg a.bar")) == 60


@pytest.mark.parametrize("asked", [{"xem": "năm"}, {"tu": "hôm nay"}, {"xem": "tuan", "tu": "0001-01-01"}])
def test_a_window_not_understood_is_the_usual_one(dossier: DossierView, asked: dict[str, str]) -> None:
    usual = zoom_of(dossier, {key: value for key, value in asked.items() if value == "tuan"})
    assert zoom_of(dossier, asked) == usual


@pytest.mark.parametrize("asked", [{"xem": "tuan"}, {"xem": "thang", "tu": "2021-05-03"}, {"xem": "ca"}])
def test_the_page_patched_with_the_timetable_is_the_page_freshly_loaded(
    drafter: Client, dossier: DossierView, asked: dict[str, str]
) -> None:
    address = reverse("dossiers:detail", args=[dossier.uuid])
    fragment = drafter.get(address, asked, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    assert patched(shown(drafter, dossier), target="#tien-do", fragment=fragment) == plain(
        shown(drafter, dossier, **asked)
    )


def opened_row(client: Client, dossier: DossierView, number: int, **asked: object) -> str:
    """What htmx gets that asks for the row of one step."""
    headers = {"HX-Request": "true", "HX-Target": f"buoc-{number}"}
    response = client.get(reverse("dossiers:detail", args=[dossier.uuid]), asked, headers=headers)
    return response.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_patched_with_an_opened_step_is_the_page_freshly_loaded(
    drafter: Client, dossier: DossierView, number: int
) -> None:
    closed, whole = shown(drafter, dossier), shown(drafter, dossier, buoc=number)
    row = opened_row(drafter, dossier, number, buoc=number)
    assert patched(closed, target=f"#buoc-{number}", fragment=row) == plain(whole) != plain(closed)
    row = opened_row(drafter, dossier, number)
    assert patched(whole, target=f"#buoc-{number}", fragment=row) == plain(closed)


def test_the_way_to_a_step_s_details_is_an_address_that_lands_on_it(
    drafter: Client, dossier: DossierView
) -> None:
    page = BeautifulSoup(shown(drafter, dossier), "html.parser")
    ways = page.select("tr .step__fold")
    assert [way["href"] for way in ways] == [f"?buoc={s.number}#buoc-{s.number}" for s in dossier.steps]
    opened = BeautifulSoup(shown(drafter, dossier, buoc=3), "html.parser")
    assert [way["id"] for way in opened.select("[aria-expanded=true]")] == ["chi-tiet-3"]
    assert len(opened.select(".step__more")) == 1


def test_every_act_on_a_step_is_offered_where_it_is_opened(drafter: Client, dossier: DossierView) -> None:
    page = BeautifulSoup(shown(drafter, dossier, buoc=1), "html.parser")
    offered = [link["href"].rstrip("/").rpartition("/")[2] for link in page.select("#buoc-1 .step__acts a")]  # type: ignore[union-attr]
    assert {"bat-dau", "chuyen-giao", "khong-thuc-hien", "de-nghi-phoi-hop"} <= set(offered)


@pytest.mark.parametrize("asked", ["0", "99", "ba", "", "-1"])
def test_a_step_that_is_not_there_opens_nothing(drafter: Client, dossier: DossierView, asked: str) -> None:
    assert plain(shown(drafter, dossier, buoc=asked)) == plain(shown(drafter, dossier))


def test_the_fold_of_an_opened_step_is_open(drafter: Client, long: DossierView) -> None:
    page = BeautifulSoup(shown(drafter, long, buoc=55), "html.parser")
    folds = {fold["id"]: fold.has_attr("open") for fold in page.select(".steps__group")}
    assert folds == {"nhom-1": True, "nhom-2": False, "nhom-3": True}


def test_what_nobody_confirmed_is_marked_until_it_is(
    drafter: Client, cast: Cast, dossier: DossierView
) -> None:
    closed = BeautifulSoup(shown(drafter, dossier), "html.parser")
    assert closed.select_one("#buoc-1 .unread") is not None
    page = BeautifulSoup(shown(drafter, dossier, buoc=1), "html.parser")
    form = page.select_one("#buoc-1 form.unread")
    assert form is not None
    sent = [(field["name"], field["value"]) for field in form.select("input[name]")]
    fields = {name: [value for other, value in sent if other == name] for name, _ in sent}
    assert drafter.post(str(form["action"]), fields).status_code == 302
    after = BeautifulSoup(shown(drafter, dossier, buoc=1), "html.parser")
    assert after.select_one("#buoc-1 .unread") is None
    assert "text" in step_of(cast.drafter, dossier, 1).confirmed


def test_sixty_steps_take_as_many_queries_as_five(
    drafter: Client, dossier: DossierView, long: DossierView
) -> None:
    shown(drafter, dossier)
    with CaptureQueriesContext(connection) as few:
        shown(drafter, dossier)
    with CaptureQueriesContext(connection) as many:
        shown(drafter, long)
    assert abs(len(many) - len(few)) <= 2


def test_a_day_that_nobody_put_into_words_is_shown_all_the_same(
    cast: Cast, unread: None, as_client: Callable[[str], Client]
) -> None:
    claim, _ = plan_claim()
    steps = [step("s1", "Việc có ngày", end="2021-08-02", words=""), step("s2", "Việc không ngày")]
    page = shown(as_client("drafter"), make_dossier(cast.drafter, {**claim, "steps": steps, "problems": []}))
    times = [
        cell.get_text(" ", strip=True) for cell in BeautifulSoup(page, "html.parser").select(".step__when")
    ]
    assert times == ["chậm nhất 02/08/2021", "Không ghi"]
