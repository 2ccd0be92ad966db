"""Every address × method × role × own or foreign object gives the answer of the table, and none is missing there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from support.cast import ANONYMOUS
from thammuu.apps.journal.models import Event
from web.matrix import ROWS
from web.matrix.row import INSIDERS, Row, Scene

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
KEYLESS = ("api:", "search:")
"""Programs bring their key in a header; a saved filter is kept once under its name."""
BARE = {"comparison:take_out"}
"""Forms in which nothing is typed or chosen: their address says all."""
LISTED = {row.name for row in ROWS}
ClientOf = Callable[[str], Client]


def named(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    """Names of all addresses, with their namespaces; an address without a name has none to hide behind."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from named(pattern.url_patterns, space)
        else:
            yield f"{prefix}{pattern.name or pattern.pattern}"


def test_every_form_of_ours_says_what_is_typed_in_it() -> None:
    ours = [row for row in ROWS if ":" in row.name and not row.name.startswith(KEYLESS)]
    forms = {row.name for row in ours if row.method == "POST"}
    assert forms - BARE == {row.name for row in ROWS if row.typed}


def test_every_address_is_in_the_table() -> None:
    assert set(named(get_resolver().url_patterns)) == LISTED


def ask(client: Client, row: Row, scene: Scene, method: str | None = None) -> int:
    """The status of one request."""
    address = reverse(row.name, kwargs=row.arguments(scene) if row.arguments else None)
    return client.generic(method, address).status_code if method else _send(client, row, address, scene)


def _send(client: Client, row: Row, address: str, scene: Scene) -> int:
    if row.method == "GET":
        return client.get(address).status_code
    return client.post(address, row.data(scene)).status_code


def answers(as_client: ClientOf, row: Row, scene: Scene, roles: tuple[str, ...]) -> dict[str, int]:
    """The status each role gets; what one of them changed is undone before the next one asks."""
    found = {}
    for role in roles:
        client = as_client(role)
        with transaction.atomic():
            found[role] = ask(client, row, scene)
            transaction.set_rollback(True)
    return found


def _id(row: Row) -> str:
    return f"{row.method}-{row.name}"


@pytest.mark.parametrize("row", ROWS, ids=_id)
def test_everyone_gets_what_the_table_says(row: Row, scene: Scene, as_client: ClientOf) -> None:
    assert answers(as_client, row, scene, INSIDERS) == row.own
    assert answers(as_client, row, scene, (ANONYMOUS,)) == {ANONYMOUS: row.anonymous}


@pytest.mark.parametrize("row", [row for row in ROWS if row.arguments and not row.shared], ids=_id)
def test_what_belongs_to_another_agency_is_not_there(
    row: Row, scene: Scene, foreign: Scene, as_client: ClientOf
) -> None:
    seen = answers(as_client, row, foreign, INSIDERS) | answers(as_client, row, scene, ("outsider",))
    assert set(seen.values()) == {404}


@pytest.mark.parametrize("name", sorted(name for name in LISTED if ":" in name))
def test_a_method_without_a_row_is_refused_by_our_own_pages(
    name: str, scene: Scene, as_client: ClientOf
) -> None:
    rows = [row for row in ROWS if row.name == name]
    others = [method for method in METHODS if method not in {row.method for row in rows}]
    client = as_client("drafter")
    assert {ask(client, rows[0], scene, method) for method in others} <= {405}


FORMS = [row for row in ROWS if row.method == "POST" and row.typed]


def other(row: Row, data: dict[str, Any]) -> dict[str, Any]:
    """The same form with another thing typed or chosen in it."""
    typed = data[row.typed]
    if row.other:
        return data | {row.typed: row.other()}
    if isinstance(typed, SimpleUploadedFile):
        return data | {row.typed: SimpleUploadedFile("khac.txt", "KẾ HOẠCH khác".encode())}
    return data | {row.typed: f"{typed} khác"}


@pytest.mark.parametrize("row", FORMS, ids=_id)
def test_a_form_sent_again_has_no_second_effect_and_another_under_its_key_is_refused(
    row: Row, scene: Scene, as_client: ClientOf
) -> None:
    client, key = as_client(row.by), uuid4()
    address = reverse(row.name, kwargs=row.arguments(scene) if row.arguments else None)
    first = client.post(address, row.data(scene) | {"key": key})
    events = Event.objects.count()
    for _ in range(2):
        assert client.post(address, row.data(scene) | {"key": key})["Location"] == first["Location"]
    assert client.post(address, other(row, row.data(scene)) | {"key": key}).status_code == 422
    assert Event.objects.count() == events


LOOKS = [row for row in ROWS if row.method == "GET" and ":" in row.name]


@pytest.mark.parametrize("row", LOOKS, ids=_id)
def test_looking_changes_nothing(row: Row, scene: Scene, as_client: ClientOf) -> None:
    client = as_client(row.by)
    address = reverse(row.name, kwargs=row.arguments(scene) if row.arguments else None)
    with connection.execute_wrapper(_no_writing):
        assert client.get(address).status_code == row.own[row.by]


def _no_writing(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    writes = sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE"))
    assert not writes or "accounts_session" in sql, sql
    return execute(sql, *rest)
