"""Every list costs the same number of queries whether it has one row, fifty or five hundred."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from support.cast import TODAY, Cast
from support.many.around import surround
from support.many.dossiers import make_many
from support.many.people import hire
from thammuu.apps.dossiers import indexing
from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.dossiers.outgoing.reminders import remind

SIZES = (1, 50, 500)
LISTS = {
    "work:mine": "",
    "progress:list": "",
    "progress:list by light and words": "?light=red&words=ke+hoach",
    "progress:list due this week": "?due=week&state=all",
    "progress:list last page": "?trang=1000",
    "programme:list": "",
    "programme:list by month and words": "?month=2021-07&words=ke+hoach",
    "programme:templates": "",
    "search:find": "?q=ke+hoach",
    "notices:list": "",
    "notices:preference": "",
    "comparison:list": "",
    "reports:weekly": "",
    "exports:board": "",
    "opening:bring": "",
    "administration:absences": "",
    "administration:officers": "",
    "administration:units": "",
    "administration:agencies": "",
    "administration:contacts": "",
}
WHOLES = (
    "dossiers:detail",
    "records:list",
    "reports:state",
    "exports:dossier",
    "dossiers:add_step",
    "opening:next_year",
)
"""Screens of one dossier, whose rows are its steps."""


def address(name: str) -> str:
    """Of a list as it is called in the table."""
    return reverse(name.partition(" ")[0]) + LISTS[name]


def role_of(name: str) -> str:
    """Who looks: pages of administration are there for one only."""
    open_to_all = "administration:absences"
    return "administrator" if name.startswith("administration:") and name != open_to_all else "head"


def queries(client: Client, where: str) -> list[str]:
    """What the page asks the database, looked at once before so that nothing is fetched for the first time."""
    client.get(where)
    with CaptureQueriesContext(connection) as caught:
        response = client.get(where)
        assert response.status_code == 200
    return [query["sql"] for query in caught.captured_queries]


def fill(cast: Cast, dossiers: int) -> None:
    """So many more dossiers, with what stands around them, and as many officers."""
    agency = cast.head.agency_id
    hire(agency, 1, dossiers)
    surround(agency, make_many(agency, TODAY, dossiers, steps=10, seed=dossiers), TODAY)
    indexing.index_all()


def test_every_list_asks_the_same_of_one_row_of_fifty_and_of_five_hundred(
    cast: Cast, as_client: Callable[[str], Client]
) -> None:
    browsers = {role: as_client(role) for role in ("head", "administrator")}
    asked: dict[str, list[int]] = {name: [] for name in LISTS}
    for size in SIZES:
        fill(cast, size)
        for name in LISTS:
            asked[name].append(len(queries(browsers[role_of(name)], address(name))))
    growing = {name: counts for name, counts in asked.items() if counts[-1] > max(counts[:2])}
    assert not growing, growing


@pytest.mark.parametrize("name", WHOLES)
def test_a_dossier_asks_the_same_for_one_step_and_for_two_hundred(
    name: str, cast: Cast, drafter: Client
) -> None:
    counts = []
    for steps in (1, 50, 200):
        pk = make_many(cast.drafter.agency_id, TODAY, 1, steps, seed=steps)[0]
        Dossier.objects.filter(pk=pk).update(drafter=cast.drafter.id, state="open")
        counts.append(len(queries(drafter, reverse(name, args=[uuid_of(pk)]))))
    assert counts[-1] <= max(counts[:2])


def uuid_of(pk: int) -> UUID:
    """The dossier's name in addresses."""
    return Dossier.objects.values_list("uuid", flat=True).get(pk=pk)


def test_the_board_fetches_one_page_of_dossiers_in_sql(
    cast: Cast, as_client: Callable[[str], Client]
) -> None:
    fill(cast, 120)
    pages = [sql for sql in queries(as_client("leader"), address("progress:list")) if "ORDER BY" in sql]
    fetched = [sql for sql in pages if '"dossiers_dossier"."title"' in sql]
    assert len(fetched) == 1
    assert "LIMIT 50" in fetched[0]


def test_reminders_ask_the_same_for_few_steps_and_for_many(cast: Cast) -> None:
    """Several hundred steps fit into one batch; its notices are written by two hundred."""
    counts = []
    for dossiers in (20, 60):
        make_many(cast.head.agency_id, TODAY, dossiers, steps=10, seed=dossiers)
        with CaptureQueriesContext(connection) as caught:
            remind(TODAY)
        counts.append(len(caught))
    assert counts[1] <= counts[0] + 2, counts
