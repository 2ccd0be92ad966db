"""Việc của tôi: what waits for whom, with its next act one press away; the front door opens on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import uuid4

from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from support.builders import make_dossier, start, step_of
from support.cast import Cast
from thammuu.apps.dossiers import services
from thammuu.apps.dossiers.commands import AskMoreTime, HandOverStep
from thammuu.apps.dossiers.rows import DossierView

ClientOf = Callable[[str], Client]


def mine(client: Client) -> BeautifulSoup:
    response = client.get(reverse("work:mine"))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def hand_over(cast: Cast, dossier: DossierView, words: str) -> None:
    step = step_of(cast.drafter, dossier, 2)
    command = HandOverStep(step.uuid, step.version, date(2021, 7, 1), cast.drafter.name, words=words)
    services.hand_over_step(cast.drafter, command, key=uuid4())


def test_the_front_door_leads_to_ones_own_work(drafter: Client) -> None:
    assert drafter.get("/").headers["Location"] == reverse("work:mine")


def test_what_is_late_comes_first_with_its_next_act(drafter: Client, dossier: DossierView) -> None:
    page = mine(drafter)
    first = page.select("main section")[0]
    assert first.select_one("h2").get_text(strip=True) == "Quá hạn"  # type: ignore[union-attr]
    row = first.select_one(".work__row")
    assert row is not None
    assert dossier.title in row.get_text(" ", strip=True)
    assert row.select_one(f"a[href='{reverse('dossiers:start_step', args=[dossier.steps[0].uuid])}']")


def test_what_others_have_is_told_apart_and_with_whom(
    drafter: Client, cast: Cast, dossier: DossierView
) -> None:
    hand_over(cast, dossier, "Văn phòng UBND tỉnh")
    waiting = mine(drafter).select_one(".work--waiting")
    assert waiting is not None
    assert "Văn phòng UBND tỉnh" in waiting.get_text(" ", strip=True)


def test_a_head_sees_the_work_of_the_unit(as_client: ClientOf, dossier: DossierView) -> None:
    assert dossier.title in mine(as_client("head")).get_text()


def test_a_leader_sees_what_waits_for_his_decision(
    as_client: ClientOf, cast: Cast, dossier: DossierView
) -> None:
    step = step_of(cast.drafter, dossier, 2)
    command = AskMoreTime(
        step.uuid,
        step.version,
        date(2021, 7, 5),
        cast.drafter.name,
        date(2021, 7, 20),
        "Chờ ý kiến",
        "15/TTr",
    )
    services.ask_more_time(cast.drafter, command, key=uuid4())
    first = mine(as_client("leader")).select("main section")[0]
    assert "chờ quyết định" in first.get_text(" ", strip=True)
    assert first.select_one(".work__acts a.button--primary")


def test_an_empty_desk_says_how_work_comes_to_it(outsider: Client, dossier: DossierView) -> None:
    page = mine(outsider)
    assert dossier.title not in page.get_text()
    assert "Không có việc nào đang chờ bạn" in page.get_text()
    assert page.select_one(f"main a[href='{reverse('progress:list')}']")


def test_many_steps_take_as_many_queries_as_a_few(drafter: Client, cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, step_of(cast.drafter, dossier, 1))
    mine(drafter)
    with CaptureQueriesContext(connection) as few:
        mine(drafter)
    for _ in range(12):
        make_dossier(cast.drafter)
    with CaptureQueriesContext(connection) as many:
        mine(drafter)
    assert len(many) == len(few)
