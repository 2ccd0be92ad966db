"""Sentences as agencies write them, with the place, the request and the words that a person reads in them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from support.consulted import Consulted, plan, regulation
from thammuu_core.opinions import Operation
from thammuu_core.opinions.sentences import Proposal, propose
from thammuu_core.text import fold

_HERE = Path(__file__).parent
_NOWHERE = ("*", "-")
_SPOKEN = {"Đ": "Điều", "k": "khoản", "đ": "điểm"}
_COARSE = frozenset({"comment", "general"})
_FINE = {
    "agree": "agree", "keep": "keep", "oppose": "oppose", "review": "review", "merge": "merge", "split": "split", "add": "insert",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    draft: str
    context: str
    text: str
    places: tuple[str, ...]
    operations: frozenset[str]
    old: tuple[str, ...]
    new: tuple[str, ...]


def _catalogue() -> Iterator[Case]:
    lines = (_HERE / "catalogue.tsv").read_text(encoding="utf-8").splitlines()
    for line in lines[2:]:
        draft, context, text, places, operation, old, new = line.replace("\\n", "\n").split("\t")
        places = (places,) if places == "căn cứ" else tuple(places.split())
        yield Case(
            draft,
            context,
            text,
            places,
            frozenset(operation.split("|")),
            tuple(old.split("|")),
            tuple(new.split("|")),
        )


def _open() -> Iterator[Case]:
    """Those written in another form, for holding the whole merge against them; coarse words there, finer ones here."""
    for row in json.loads((_HERE.parent / "letters_open.json").read_text(encoding="utf-8"))["sentences"]:
        right = {row["operation"], *row["also"]}
        fine = right - _COARSE | ({"comment", *_FINE.values()} - {"insert"} if right & _COARSE else set())
        old, new = ((row[name], *row.get(f"{name}_also", ())) for name in ("old", "new"))
        places = tuple(place for target in row["target"] for place in _place(target))
        yield Case(row["draft"], _heading(row["context"]), row["text"], places, frozenset(fine), old, new)


def _place(target: str) -> Iterator[str]:
    """`mII.đ2`, `PLII.stt12`, `Đ16a`, `tr4.d12` in the words of `support.consulted`."""
    if target.startswith(("tr", "TTr")):
        yield "-"
    elif target.startswith("PL"):
        head, *row = target.split(".")
        yield ".".join((head, *(each.lstrip("mst") for each in row)))
    elif target[0] == "m":
        head, *rest = target.split(".")
        yield ".".join((head, *(each.lstrip("đk") if each[1:] else each for each in rest)))
    else:
        yield target.rstrip("a") if target[0] == "Đ" and "." not in target else target


def _heading(context: str) -> str:
    if context[:1] != "Đ":
        return context and f"Về mục {context[1:]}:"
    return "Về " + " ".join(f"{_SPOKEN[part[0]]} {part[1:]}" for part in reversed(context.split("."))) + ":"


CASES = (*_catalogue(), *_open())


@cache
def _draft(kind: str) -> Consulted:
    words: Mapping[str, list[str]] = defaultdict(list)
    for case in CASES:
        for place in case.places if case.draft == kind else ():
            if place not in _NOWHERE and case.old[0] not in words[place]:
                words[place].extend(filter(None, case.old[:1]))
    return (regulation if kind == "regulation" else plan)(words)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_a_sentence_is_read_as_a_person_reads_it(case: Case) -> None:
    draft = _draft(case.draft)
    found = propose(case.text, [case.context] if case.context else [], draft.version)
    for place in case.places:
        there = [one for one in found if _stands(one, draft, place)]
        assert there, found
        meant = [one for one in there if one.operation in case.operations]
        assert meant, there
        assert not all(case.old) or _said(
            case.old, [text for one in meant for text in (one.old, _quote(one))]
        ), meant
        assert _said(case.new, [one.new for one in meant]), meant


def _stands(one: Proposal, draft: Consulted, place: str) -> bool:
    if place == "-":
        return one.target is None
    if place == "*":
        return one.target is not None and (one.target.start is None or bool(one.old))
    start, end = draft.spans[place]
    return (
        one.target is not None
        and one.target.start is not None
        and one.target.end is not None
        and start <= one.target.start <= one.target.end <= end
    )


def _quote(one: Proposal) -> str:
    return one.target.quote if one.target else ""


def _said(wanted: Sequence[str], given: Sequence[str]) -> bool:
    return bool({fold(text) or text for text in wanted} & {fold(text) or text for text in given})


def test_the_table_has_every_operation() -> None:
    met = frozenset().union(*(case.operations for case in CASES))
    assert {*Operation} - met <= {Operation.OTHER}
