"""The words of all entries and how they are asked for: FTS5 on SQLite, `tsvector('simple')` on PostgreSQL.

Both get what `fold` leaves (small letters and digits without marks, đ as d), never the raw text: the tokenisers of the
databases know neither đ nor Vietnamese syllables. So one question means the same on both: every word must occur, in
any order; words between quotes must stand together; the last word may still be being typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.migrations.operations.base import Operation, OperationCategory
from django.db.models.expressions import RawSQL
from django.db.models.query import RawQuerySet

from thammuu.apps.search.models import Entry
from thammuu_core.text import fold

LONGEST = 200_000
"""Characters of a text that are indexed; a law of 300 pages is found by its beginning."""
MOST_WORDS = 20
"""Words of a question that are looked at."""
SHORTEST_BEGINNING = 2
"""Letters from which a word may be taken for the beginning of one; a single letter begins everything."""
_QUOTED = re.compile(r'["“”]([^"“”]+)["“”]')
_POSTGRESQL_LONGEST_WORD = 200


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for: phrases of folded words, all of which must occur; `open_end`: the last is only begun."""

    phrases: tuple[tuple[str, ...], ...]
    open_end: bool

    @classmethod
    def of(cls, typed: str) -> Question:
        """From what a person types.

        >>> Question.of('"kế hoạch" đắk')
        Question(phrases=(('ke', 'hoach'), ('dak',)), open_end=True)
        """
        quoted = [tuple(fold(phrase).split()) for phrase in _QUOTED.findall(typed)]
        loose = [(word,) for word in fold(_QUOTED.sub(" ", typed)).split()]
        phrases = tuple(phrase for phrase in (*quoted, *loose) if phrase)[:MOST_WORDS]
        begun = bool(loose) and not typed.endswith(" ") and len(phrases[-1][0]) >= SHORTEST_BEGINNING
        return cls(phrases, open_end=begun)

    def __bool__(self) -> bool:
        return bool(self.phrases)


@dataclass(frozen=True, slots=True)
class Statements:
    """The same few statements in the words of one database; `search_words` is the table."""

    found: str
    answers: str
    """Where the answers of an agency and of some kinds are; joined from the words to the entries, so that the newest
    are met first and what is beyond a limit is never looked at."""
    number: str
    """Of an entry, in the table of words."""
    put: str
    drop: str
    make: tuple[str, ...]
    question: Callable[[Question], str]


def matching(question: Question) -> RawSQL:
    """A subquery: the numbers of the entries in which the question is answered. The question is not empty."""
    here = statements()
    return RawSQL(here.found, [here.question(question)])  # noqa: S611  a constant, and the question as a parameter


def newest(question: Question, agency_id: int, kinds: tuple[str, ...], start: int, size: int) -> RawQuerySet:
    """Entries of the agency, of these kinds, in which the question is answered; the newest first."""
    asked = [*_asked(question, agency_id, kinds), size, start]
    return Entry.objects.raw(
        f"SELECT e.* {statements().answers} ORDER BY {statements().number} DESC LIMIT %s OFFSET %s", asked
    )


def count(question: Question, agency_id: int, kinds: tuple[str, ...], most: int) -> int:
    """How many of those there are, counted as far as `most`."""
    counted = f"SELECT COUNT(*) FROM (SELECT 1 {statements().answers} LIMIT %s) met"  # noqa: S608  constants
    with connection.cursor() as cursor:
        cursor.execute(counted, [*_asked(question, agency_id, kinds), most])
        return int(cursor.fetchone()[0])


def _asked(question: Question, agency_id: int, kinds: tuple[str, ...]) -> list[Any]:
    """The values of `answers`."""
    return [statements().question(question), agency_id, ",".join(kinds)]


def put(entry_id: int, text: str) -> None:
    """The words of an entry, in place of those it had."""
    drop(entry_id)
    put_many([(entry_id, text)])


def put_many(rows: list[tuple[int, str]]) -> None:
    """The words of entries that have none yet."""
    with connection.cursor() as cursor:
        cursor.executemany(statements().put, [(entry_id, _indexable(text)) for entry_id, text in rows])


def drop(entry_id: int) -> None:
    """The entry has no words any more."""
    drop_many([entry_id])


def drop_many(entry_ids: list[int]) -> None:
    """None of these entries has words any more."""
    with connection.cursor() as cursor:
        cursor.executemany(statements().drop, [(entry_id,) for entry_id in entry_ids])


def _indexable(text: str) -> str:
    folded = fold(text[:LONGEST])
    return " ".join(word[:_POSTGRESQL_LONGEST_WORD] for word in folded.split())


def _to_tsquery(question: Question) -> str:
    """Words hold letters and digits only, so nothing in them is an operator."""
    parts = ["(" + " <-> ".join(phrase) + ")" for phrase in question.phrases]
    if question.open_end:
        parts[-1] = f"{question.phrases[-1][0]}:*"
    return " & ".join(parts)


def _to_fts5(question: Question) -> str:
    parts = ['"' + " ".join(phrase) + '"' for phrase in question.phrases]
    if question.open_end:
        parts[-1] += "*"
    return " AND ".join(parts)


_POSTGRESQL = Statements(
    found="SELECT entry_id FROM search_words WHERE words @@ to_tsquery('simple', %s)",
    answers="FROM search_words w JOIN search_entry e ON e.id = w.entry_id "
    "WHERE w.words @@ to_tsquery('simple', %s) AND e.agency_id = %s AND e.kind = ANY(string_to_array(%s, ','))",
    number="w.entry_id",
    put="INSERT INTO search_words (entry_id, words) VALUES (%s, to_tsvector('simple', %s))",
    drop="DELETE FROM search_words WHERE entry_id = %s",
    make=(
        "CREATE TABLE search_words (entry_id bigint PRIMARY KEY, words tsvector NOT NULL)",
        "CREATE INDEX search_words_gin ON search_words USING gin (words)",
    ),
    question=_to_tsquery,
)
_SQLITE = Statements(
    found="SELECT rowid FROM search_words WHERE search_words MATCH %s",
    answers="FROM search_words w CROSS JOIN search_entry e ON e.id = w.rowid "
    "WHERE search_words MATCH %s AND e.agency_id = %s AND instr(',' || %s || ',', ',' || e.kind || ',')",
    number="w.rowid",
    put="INSERT INTO search_words (rowid, words) VALUES (%s, %s)",
    drop="DELETE FROM search_words WHERE rowid = %s",
    make=(
        "CREATE VIRTUAL TABLE search_words USING fts5(words, tokenize = 'unicode61 remove_diacritics 0', "
        "prefix = '2 3 4')",
    ),
    question=_to_fts5,
)


def statements(vendor: str = "") -> Statements:
    """Those of the database in use, or of the named one."""
    return _POSTGRESQL if (vendor or connection.vendor) == "postgresql" else _SQLITE


class MakeWords(Operation):
    """A migration operation: the table of words, as each database can search it."""

    category = OperationCategory.SQL
    reversible = True
    reduces_to_sql = True

    def state_forwards(self, app_label: str, state: Any) -> None:
        """No model stands for the table."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Make it."""
        for statement in statements(schema_editor.connection.vendor).make:
            schema_editor.execute(statement, params=None)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Take it away; the entries can be indexed again."""
        schema_editor.execute("DROP TABLE search_words", params=None)

    def describe(self) -> str:
        """One line for `migrate --plan`."""
        return "Make search_words"
