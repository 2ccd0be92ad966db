"""Hồ sơ shows what the plan says, what was done, and what a person must still look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from support.builders import finish, make_dossier, start, step_of
from support.cast import Cast
from support.claims import plan_claim, step
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.files.uploads import Upload


def soup(client: Client, dossier: DossierView, **asked: int) -> BeautifulSoup:
    response = client.get(reverse("dossiers:detail", args=[dossier.uuid]), asked)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def row(page: BeautifulSoup, number: int) -> Tag:
    found = page.select_one(f"tr#buoc-{number}")
    assert found is not None
    return found


def test_every_step_has_its_owner_its_time_and_its_state(drafter: Client, dossier: DossierView) -> None:
    for shown in dossier.steps:
        words = row(soup(drafter, dossier, buoc=shown.number), shown.number).get_text(" ", strip=True)
        assert shown.text in words
        assert shown.lead[0].as_written in words
        assert shown.when.as_written in words
        assert shown.reason in words


def test_an_inherited_owner_is_marked(drafter: Client, dossier: DossierView) -> None:
    assert "theo phần chung của kế hoạch" in row(soup(drafter, dossier, buoc=1), 1).get_text()


def test_doubts_come_before_the_timetable(drafter: Client, dossier: DossierView) -> None:
    headings = [heading.get_text(strip=True) for heading in soup(drafter, dossier).select("main h2")]
    assert headings[0].endswith("điểm cần xem lại")
    assert headings.index("Tiến độ theo ngày") < headings.index("Các bước")


def test_the_chart_draws_each_dated_step_as_a_link_and_lists_the_others_apart(
    drafter: Client, dossier: DossierView
) -> None:
    page = soup(drafter, dossier)
    dated = [shown for shown in dossier.steps if shown.when.due_on or shown.when.starts_on]
    bars = page.select("svg a.bar")
    assert [bar["href"] for bar in bars] == [f"#buoc-{shown.number}" for shown in dated]
    assert all(bar.find("title") and bar["aria-label"] for bar in bars)
    apart = page.select_one(".gantt__apart")
    undated = [shown for shown in dossier.steps if shown not in dated]
    assert bool(undated) == bool(apart)
    assert all(shown.text in str(apart) for shown in undated)


def test_an_outsider_gets_the_same_404_as_for_a_dossier_that_does_not_exist(
    outsider: Client, dossier: DossierView
) -> None:
    response = outsider.get(reverse("dossiers:detail", args=[dossier.uuid]))
    absent = outsider.get(reverse("dossiers:detail", args=["00000000-0000-4000-8000-000000000000"]))
    assert response.status_code == absent.status_code == 404
    assert dossier.title not in response.content.decode()


def test_evidence_is_downloaded_by_those_who_see_the_dossier_only(
    drafter: Client, outsider: Client, cast: Cast, dossier: DossierView
) -> None:
    start(cast.drafter, step_of(cast.drafter, dossier, 1))
    proof = Upload("minh-chung.txt", "Đã làm.".encode())
    finish(cast.drafter, step_of(cast.drafter, dossier, 1), evidence=proof)
    link = row(soup(drafter, dossier), 1).select_one("a[href^='/tep/']")
    assert link is not None
    kept = drafter.get(str(link["href"]))
    assert kept.content == proof.data
    assert kept.headers["Content-Disposition"].startswith("attachment")
    assert outsider.get(str(link["href"])).status_code == 404


def test_someone_else_s_act_is_shown_as_recorded_for_them(
    drafter: Client, cast: Cast, dossier: DossierView
) -> None:
    start(cast.drafter, step_of(cast.drafter, dossier, 1), date(2021, 4, 5))
    shown = row(soup(drafter, dossier), 1).get_text(" ", strip=True)
    assert cast.drafter.name in shown
    assert "ghi nhận thay" not in shown


def test_fifty_steps_take_as_many_queries_as_one(drafter: Client, cast: Cast, unread: None) -> None:
    def queries(count: int) -> int:
        claim, _ = plan_claim()
        steps = [step(f"s{n}", f"Việc {n}", end="2021-08-01") for n in range(1, count + 1)]
        made = make_dossier(cast.drafter, {**claim, "steps": steps, "problems": []})
        soup(drafter, made)
        with CaptureQueriesContext(connection) as captured:
            soup(drafter, made)
        return len(captured)

    assert queries(1) == queries(50)


@pytest.mark.parametrize("role", ["clerk", "leader"])
def test_those_who_may_not_record_see_no_button(
    as_client: Callable[[str], Client], dossier: DossierView, role: str
) -> None:
    page = soup(as_client(role), dossier)
    assert not page.select(".steps .button")
