"""Theo dõi tiến độ shows each dossier with its light, the reason in words, the next day and who owns it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from support.builders import finish, make_dossier, start, step_of
from support.cast import Cast
from support.htmx import patched, plain
from thammuu.apps.dossiers.rows import DossierView

LIST = "/theo-doi/"


def page(client: Client, **asked: str) -> str:
    response = client.get(LIST, asked)
    assert response.status_code == 200
    return response.content.decode()


def test_the_list_names_the_dossier_its_owner_and_why_it_is_late(
    drafter: Client, dossier: DossierView
) -> None:
    shown = page(drafter)
    assert dossier.title in shown
    assert "Chậm tiến độ" in shown
    assert dossier.reason in shown
    assert dossier.unit in shown


def test_an_outsider_sees_no_dossier_and_no_count(outsider: Client, dossier: DossierView) -> None:
    shown = page(outsider)
    assert dossier.title not in shown
    assert "Chưa có hồ sơ nào" in shown


def test_the_front_door_leads_to_the_list(drafter: Client) -> None:
    assert drafter.get("/").headers["Location"] == reverse("progress:list")


def test_words_are_found_without_diacritics(drafter: Client, dossier: DossierView) -> None:
    assert dossier.title in page(drafter, words="ke hoach")
    assert "Không có hồ sơ nào khớp" in page(drafter, words="khong co dau")


@pytest.mark.parametrize("asked", [{"light": "tím"}, {"unit": "không có"}, {"khác": "1"}])
def test_a_filter_not_understood_filters_nothing(
    drafter: Client, dossier: DossierView, asked: dict[str, str]
) -> None:
    assert dossier.title in page(drafter, **asked)


@pytest.mark.parametrize("asked", [{}, {"light": "red"}, {"light": "green"}, {"words": "ke hoach"}])
def test_the_page_patched_with_the_fragment_is_the_page_freshly_loaded(
    drafter: Client, dossier: DossierView, asked: dict[str, str]
) -> None:
    before = page(drafter, **asked)
    fragment = drafter.get(LIST, asked, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in fragment
    stale = before.replace(dossier.title, "cũ")
    assert patched(stale, target="#ho-so", fragment=fragment) == plain(before)


def test_fifty_dossiers_take_as_many_queries_as_one(
    drafter: Client, cast: Cast, dossier: DossierView, as_client: Callable[[str], Client]
) -> None:
    start(cast.drafter, step_of(cast.drafter, dossier, 1))
    finish(cast.drafter, step_of(cast.drafter, dossier, 1))
    page(drafter)
    with CaptureQueriesContext(
        connection,
    ) as one:
        page(drafter)
    for _ in range(49):
        make_dossier(cast.drafter)
    with CaptureQueriesContext(connection) as fifty:
        assert page(drafter).count("<tr") == 51
    assert len(fifty) == len(one)
