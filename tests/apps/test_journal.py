"""The chain of events shows every change of what was recorded."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from io import StringIO
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from thammuu.apps.insert_only import guard, guarded_tables, unguard
from thammuu.apps.journal import verifier
from thammuu.apps.journal.canonical import canonical
from thammuu.apps.journal.models import Event, Head
from thammuu.apps.journal.queries import links, verdict
from thammuu.apps.journal.services import record
from thammuu.apps.journal.verifier import GENESIS, Link, link_hash, verify

AT = datetime(2021, 7, 6, 8, 30, tzinfo=UTC)


def chain(length: int) -> list[Link]:
    """A sound chain in memory."""
    made, head = [], GENESIS
    for seq in range(1, length + 1):
        body = json.dumps({"n": seq})
        made.append(Link(seq, head, link_hash(head, seq, body), body))
        head = made[-1].hash
    return made


def record_some(count: int) -> None:
    """Events of nobody about nothing."""
    for number in range(count):
        with transaction.atomic():
            record("test.done", subject=uuid4(), at=AT, actor=None, agency=None, data={"n": number})


@pytest.mark.parametrize(
    ("tamper", "broken_at"),
    [
        (lambda c: [*c[:4], replace(c[4], body='{"n":99}'), *c[5:]], 5),
        (lambda c: c[:4] + c[5:], 5),
        (lambda c: [*c[:3], c[4], c[3], *c[5:]], 4),
        (lambda c: [*c[:5], c[4], *c[5:]], 6),
        (lambda c: [*c[:4], replace(c[4], seq=7), *c[5:]], 5),
        (lambda c: [*c[:4], replace(c[4], previous="0" * 64), *c[5:]], 5),
    ],
    ids=["edited", "deleted", "swapped", "doubled", "renumbered", "cut off from the one before"],
)
def test_tampering_is_found_at_the_first_event_it_touches(tamper, broken_at: int) -> None:  # type: ignore[no-untyped-def]
    assert verify(tamper(chain(10))).broken_at == broken_at


@given(st.integers(0, 30))
def test_a_sound_chain_holds_and_names_its_head(length: int) -> None:
    made = chain(length)
    found = verify(made)
    assert (found.events, found.broken_at, found.head) == (length, None, made[-1].hash if made else GENESIS)


def test_a_cut_tail_does_not_fit_the_head_row(db: None) -> None:
    record_some(3)
    assert verdict().broken_at is None
    for statement in unguard(connection.vendor, "journal_event"):
        connection.cursor().execute(statement)
    Event.objects.filter(seq=3).delete()
    assert verdict().broken_at == 3


@pytest.mark.parametrize(
    "change",
    [{"act": "test.other"}, {"actor": uuid4()}, {"subject": uuid4()}, {"at": AT.replace(hour=9)}],
    ids=["act", "actor", "subject", "at"],
)
def test_a_column_for_searching_that_contradicts_its_event_is_found(
    db: None, change: dict[str, object]
) -> None:
    record_some(3)
    for statement in unguard(connection.vendor, "journal_event"):
        connection.cursor().execute(statement)
    Event.objects.filter(seq=2).update(**change)
    assert verdict().broken_at == 2


@pytest.mark.parametrize("statement", ["UPDATE journal_event SET act = 'x'", "DELETE FROM journal_event"])
def test_the_database_itself_refuses_to_change_an_event(db: None, statement: str) -> None:
    record_some(1)
    with pytest.raises(DatabaseError, match="insert_only"), transaction.atomic():
        connection.cursor().execute(statement)
    with pytest.raises(DatabaseError, match="insert_only"), transaction.atomic():
        Event.objects.update(act="x")
    assert Event.objects.get().act == "test.done"


def test_a_guard_can_be_lifted_and_set_again(db: None) -> None:
    assert "journal_event" in guarded_tables(connection)
    for change, guarded in ((unguard, False), (guard, True)):
        for statement in change(connection.vendor, "journal_event"):
            connection.cursor().execute(statement)
        assert ("journal_event" in guarded_tables(connection)) is guarded


def test_an_event_outside_a_transaction_is_a_bug(transactional_db: None) -> None:
    with pytest.raises(AssertionError):
        record("test.done", subject=uuid4(), at=AT, actor=None, agency=None)


def test_an_act_that_is_undone_leaves_no_event_and_no_gap(db: None) -> None:
    record_some(1)
    with transaction.atomic():
        record("test.done", subject=uuid4(), at=AT, actor=None, agency=None)
        transaction.set_rollback(True)
    record_some(1)
    assert (verdict().events, Head.objects.get().seq) == (2, 2)


def test_line_breaks_and_odd_signs_stay_inside_one_line_of_json(db: None, tmp_path: Path) -> None:
    words = "dòng 1\r\ndòng 2\x1b[31m \u202eabc\u2028"
    with transaction.atomic():
        record("test.done", subject=uuid4(), at=AT, actor=None, agency=None, data={"note": words})
    call_command("export_journal", tmp_path / "journal.jsonl")
    lines = (tmp_path / "journal.jsonl").read_bytes().split(b"\n")
    assert len(lines) == 2
    assert json.loads(json.loads(lines[0])["body"])["data"]["note"] == words


def test_the_verifier_runs_alone_on_an_export(db: None, tmp_path: Path) -> None:
    record_some(3)
    file = tmp_path / "journal.jsonl"
    call_command("export_journal", file)
    command = [sys.executable, "-I", verifier.__file__, str(file)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    file.write_text(file.read_text(encoding="utf-8").replace('\\"n\\":1', '\\"n\\":7'), encoding="utf-8")
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (told.returncode, "sự kiện số 2" in told.stdout) == (1, True)


def test_the_command_tells_whether_the_chain_holds(db: None) -> None:
    record_some(2)
    out = StringIO()
    call_command("verify_journal", stdout=out)
    assert "nguyên vẹn: 2 sự kiện" in out.getvalue()
    Head.objects.update(hash="0" * 64)
    with pytest.raises(CommandError, match="HỎNG"):
        call_command("verify_journal")


class Colour(StrEnum):
    """An enumeration for the canonical form."""

    RED = "red"


def test_one_value_has_one_canonical_form() -> None:
    value = {
        "b": (1, None, True),
        "a": {"đ": date(2021, 7, 6)},
        "c": Colour.RED,
        "id": UUID(int=1),
        "s": {"y", "x"},
    }
    assert canonical(value) == (
        '{"a":{"đ":"2021-07-06"},"b":[1,null,true],"c":"red",'
        '"id":"00000000-0000-0000-0000-000000000001","s":["x","y"]}'
    )
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_a_float_has_no_canonical_form() -> None:
    with pytest.raises(TypeError):
        canonical({"share": 0.1})


def test_links_are_the_events_as_stored(db: None) -> None:
    record_some(2)
    assert [link.seq for link in links()] == [1, 2]
