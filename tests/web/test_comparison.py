"""Plans of several provinces side by side: the list page by page, one comparison with its targets in one table."""

from __future__ import annotations

from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from support.cast import Cast
from support.drafts import word_file
from thammuu.apps.coverage import services
from thammuu.apps.coverage.commands import AddPlan, BeginComparison, TakePlanOut
from thammuu.apps.coverage.queries import comparison
from thammuu.apps.organisations.directory.paging import SIZE

FIRST = ("KẾ HOẠCH", "Năng suất", "I. MỤC TIÊU", "1. Hỗ trợ ít nhất 80 doanh nghiệp đến năm 2025.")
SECOND = ("KẾ HOẠCH", "Năng suất", "I. MỤC TIÊU", "1. Hỗ trợ ít nhất 50 doanh nghiệp đến năm 2025.")


def begin(cast: Cast, title: str = "Các tỉnh lân cận"):
    return services.begin_comparison(cast.drafter, BeginComparison(title), key=uuid4())


def page_at(client: Client, name: str, *args: object, **asked: object) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse(name, args=args), asked).content, "html.parser")


@pytest.fixture
def both(cast: Cast):
    """A comparison of two plans that set one number differently."""
    made = begin(cast)
    for name, lines in (("Tỉnh A", FIRST), ("Tỉnh B", SECOND)):
        services.add_plan(cast.drafter, AddPlan(made, name, word_file(*lines)), key=uuid4())
    return made


def test_the_same_target_of_two_plans_stands_in_one_row(drafter: Client, both) -> None:
    targets, *_ = page_at(drafter, "comparison:detail", both).select("table")
    (row,) = [row.get_text(" ") for row in targets.select("tbody tr") if "80" in row.get_text()]
    assert "50" in row


def test_a_plan_taken_out_is_shown_no_more(drafter: Client, cast: Cast, both) -> None:
    plan = comparison(cast.drafter, both).plans[1]
    services.take_plan_out(cast.drafter, TakePlanOut(plan.uuid), key=uuid4())
    assert "Tỉnh B" not in page_at(drafter, "comparison:detail", both).get_text()
    assert "Tỉnh A" in page_at(drafter, "comparison:list").get_text()


def test_the_list_comes_page_by_page_the_newest_first(drafter: Client, cast: Cast) -> None:
    for number in range(SIZE + 1):
        begin(cast, f"Lần {number}")
    first, second = page_at(drafter, "comparison:list"), page_at(drafter, "comparison:list", trang=2)
    assert [len(page.select(".compared__plans > li")) for page in (first, second)] == [SIZE, 1]
    assert f"Lần {SIZE}" in first.get_text()
    assert "Lần 0" in second.get_text()
