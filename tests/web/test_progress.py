"""Theo dõi tiến độ shows each dossier with its light, the reason in words, the next day and who owns it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

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


def test_a_filter_is_told_in_words_on_paper(drafter: Client, dossier: DossierView) -> None:
    shown = page(drafter, light="red", due="month", words="ke")
    assert "Tiến độ: Chậm tiến độ" in shown
    assert "Đến hạn: Trong 30 ngày" in shown


def test_closed_dossiers_are_seen_when_asked_for(drafter: Client, dossier: DossierView) -> None:
    assert "Không có hồ sơ nào khớp" in page(drafter, state="closed")
    assert dossier.title in page(drafter, state="all")


def test_what_is_overdue_can_be_asked_for_by_itself(drafter: Client, dossier: DossierView) -> None:
    assert dossier.title in page(drafter, due="over")


def test_a_list_of_many_is_shown_in_pages_that_keep_the_filter(
    drafter: Client, cast: Cast, unread: None
) -> None:
    for _ in range(51):
        make_dossier(cast.drafter)
    first = page(drafter, light="red")
    assert first.count("<tr") == 51
    assert "light=red&amp;trang=2" in first
    assert page(drafter, light="red", trang="2").count("<tr") == 2


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
