"""What holds of a reading: the machine's claim, and over it what people confirmed. Pure: values in, values out.

Paths: "header/<field>" and "steps/<mark>/<field>"; "steps/<mark>/fate" says what becomes of a step: kept, dropped,
joined into another, or added by hand behind another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Json = Any
Claim = dict[str, Any]
HEADER = (
    "kind",
    "symbol",
    "date",
    "title",
    "issuer",
    "outcome",
    "outcome_issuer",
    "recipients",
    "signer_title",
    "signer",
)
STEP = ("text", "when", "lead", "coordinating", "condition", "products", "report_to")
OWNERS = frozenset({"lead", "coordinating"})
LISTS = frozenset({"products", "recipients"})
FATE = "fate"
KEPT, DROPPED, JOINED, ADDED = "kept", "dropped", "joined", "added"
NOTHING: Claim = {"as_written": "", "kind": "undated", "start": None, "end": None, "strict": False}
"""The time of a step to which nobody gave one."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """One confirmed value, as the database keeps it."""

    path: str
    value: Json
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Value:
    """A value as it holds now. Owners are `{"as_written", "unit", "agency"}` with uuids, once confirmed; before, names."""

    path: str
    field: str
    value: Json
    as_read: Json
    place: Claim | None = None
    """Which words of the document it came from: provision, start, end."""
    inherited: bool = False
    by: str = ""
    at: datetime | None = None

    @property
    def confirmed(self) -> bool:
        """A person stands behind it."""
        return self.at is not None

    @property
    def corrected(self) -> bool:
        """A person said otherwise than the machine."""
        return self.confirmed and names_of(self.value) != names_of(self.as_read)

    @property
    def empty(self) -> bool:
        """Nothing was read and nothing was said."""
        return self.value in (None, "", [], {}) or self.value == NOTHING


@dataclass(frozen=True, slots=True)
class HeldDoubt:
    """A problem of the reading and the value or step it is about; `about` is "" for the document as a whole."""

    code: str
    severity: str
    message: str
    basis: str
    where: str
    about: str
    provision: str


@dataclass(frozen=True, slots=True)
class HeldStep:
    """A step with its values; `claim` is what the machine read, {} for one added by hand."""

    mark: str
    where: str
    values: tuple[Value, ...]
    claim: Claim
    doubts: tuple[HeldDoubt, ...] = ()
    fate: str = KEPT
    other: str = ""
    """The step it was joined into, or the one it was added behind."""
    seen: int = 0
    """How many answers people gave about it; what a form must have seen."""

    def value(self, field: str) -> Json:
        """What holds for a field."""
        return next(value.value for value in self.values if value.field == field)

    @property
    def stands(self) -> bool:
        """Becomes a step of the dossier."""
        return self.fate in (KEPT, ADDED)

    @property
    def confirmed_fields(self) -> list[str]:
        """Fields a person stands behind."""
        return [value.field for value in self.values if value.confirmed]

    @property
    def settled(self) -> bool:
        """Nothing of it waits for a person: everything that was read is confirmed, or it was left out."""
        return not self.stands or all(value.confirmed or value.empty for value in self.values)


@dataclass(frozen=True, slots=True)
class HeldReading:
    """A whole reading as it holds now."""

    header: tuple[Value, ...]
    header_seen: int
    steps: tuple[HeldStep, ...]
    """In the order of the plan, those left out among them."""
    doubts: tuple[HeldDoubt, ...]

    @property
    def standing(self) -> tuple[HeldStep, ...]:
        """The steps a dossier is made of."""
        return tuple(step for step in self.steps if step.stands)

    def values(self) -> Iterator[Value]:
        """Every value that was read or said, of the header and of the steps that stand."""
        standing = (value for step in self.standing for value in step.values)
        yield from (value for value in (*self.header, *standing) if value.confirmed or not value.empty)

    def header_value(self, field: str) -> Json:
        """What holds for a field of the header."""
        return next(value.value for value in self.header if value.field == field)

    def step(self, mark: str) -> HeldStep | None:
        """The step of that mark."""
        return next((step for step in self.steps if step.mark == mark), None)


def held_reading(
    claim: Claim, symbol: str, words: Mapping[str, str], said: Iterable[Confirmed]
) -> HeldReading:
    """The claim with what was said over it, in the order it was said."""
    told = list(said)
    newest = {one.path: one for one in told}
    counts: dict[str, int] = {}
    for one in told:
        counts[group_of(one.path)] = counts.get(group_of(one.path), 0) + 1
    doubts = tuple(_doubts(claim))
    steps = (_step(step, newest, counts, doubts) for step in claim["steps"] if not step.get("restates"))
    return HeldReading(
        header=tuple(_header(claim, symbol, words, newest)),
        header_seen=counts.get("header", 0),
        steps=tuple(_with_added(tuple(steps), newest, counts)),
        doubts=doubts,
    )


def group_of(path: str) -> str:
    """What is answered together: "header", or "steps/s3"."""
    parts = path.split("/")
    return "/".join(parts[: 1 if parts[0] == "header" else 2])


def names_of(value: Json) -> Json:
    """Owners by their names alone; anything else as it is."""
    if isinstance(value, list):
        return [one["as_written"] if isinstance(one, dict) else one for one in value]
    return value


def _value(path: str, as_read: Json, newest: Mapping[str, Confirmed], **beside: Any) -> Value:
    field, one = path.rsplit("/", 1)[1], newest.get(path)
    if one is None:
        return Value(path, field, as_read, as_read, **beside)
    return Value(path, field, one.value, as_read, by=one.by, at=one.at, **beside)


def _header(
    claim: Claim, symbol: str, words: Mapping[str, str], newest: Mapping[str, Confirmed]
) -> Iterator[Value]:
    read = header_as_read(claim, symbol)
    for field in HEADER:
        place = place_of(_written(claim, field, read[field]), words)
        yield _value(f"header/{field}", read[field], newest, place=place)


def header_as_read(claim: Claim, symbol: str) -> Claim:
    """The header of a claim by the fields that are confirmed one by one."""
    outcome, signer = claim.get("outcome") or {}, claim.get("signer") or {}
    return {
        "kind": (claim.get("kind") or {}).get("name") or "",
        "symbol": symbol,
        "date": (claim.get("date") or {}).get("iso"),
        "title": claim.get("title") or "",
        "issuer": (claim.get("issuer") or {}).get("name") or "",
        "outcome": outcome.get("title") or "",
        "outcome_issuer": outcome.get("issuer") or "",
        "recipients": claim.get("recipients") or [],
        "signer_title": signer.get("title") or "",
        "signer": signer.get("name") or "",
    }


def _written(claim: Claim, field: str, value: Json) -> str:
    """The words under which a header value stands in the document."""
    if field in ("symbol", "date"):
        part = claim.get("number" if field == "symbol" else "date") or {}
        return part.get("as_written") or ""
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, str) else ""


def place_of(written: str, words: Mapping[str, str]) -> Claim | None:
    """The first provision that holds these words; a title that runs over several is found by its beginning."""
    for quote in (written, " ".join(written.split()[:6])):
        if not quote:
            return None
        for provision, text in words.items():
            if (start := text.lower().find(quote.lower())) >= 0:
                return {"provision": provision, "start": start, "end": start + len(quote)}
    return None


def _step(
    claim: Claim, newest: Mapping[str, Confirmed], counts: Mapping[str, int], doubts: tuple[HeldDoubt, ...]
) -> HeldStep:
    mark, group = claim["id"], f"steps/{claim['id']}"
    fate = newest.get(f"{group}/{FATE}")
    return HeldStep(
        mark=mark,
        where=claim["where"],
        values=tuple(
            _value(
                f"{group}/{field}",
                claim.get(field),
                newest,
                place=claim.get("sources", {}).get(field) or None,
                inherited=field in claim.get("inherited", ()),
            )
            for field in STEP
        ),
        claim=claim,
        doubts=tuple(doubt for doubt in doubts if group_of(doubt.about) == group),
        fate=fate.value["fate"] if fate else KEPT,
        other=fate.value.get("other", "") if fate else "",
        seen=counts.get(group, 0),
    )


def _with_added(
    steps: tuple[HeldStep, ...], newest: Mapping[str, Confirmed], counts: Mapping[str, int]
) -> Iterator[HeldStep]:
    """Steps added by hand behind the ones they were added to; those added to the beginning have no other."""
    behind: dict[str, list[HeldStep]] = {}
    known = {step.mark for step in steps}
    for path, one in newest.items():
        mark = path.split("/")[1]
        if path.endswith(f"/{FATE}") and mark not in known:
            behind.setdefault(one.value.get("other", ""), []).append(_added(mark, one, newest, counts))
    for mark in ("", *(step.mark for step in steps)):
        yield from (step for step in steps if step.mark == mark)
        waiting = list(behind.pop(mark, ()))
        while waiting:
            step = waiting.pop(0)
            yield step
            waiting = [*behind.pop(step.mark, ()), *waiting]


def _added(
    mark: str, fate: Confirmed, newest: Mapping[str, Confirmed], counts: Mapping[str, int]
) -> HeldStep:
    group = f"steps/{mark}"
    return HeldStep(
        mark=mark,
        where=fate.value.get("where", ""),
        values=tuple(
            _value(f"{group}/{field}", NOTHING if field == "when" else None, newest) for field in STEP
        ),
        claim={},
        fate=fate.value["fate"],
        other=fate.value.get("other", ""),
        seen=counts.get(group, 0),
    )


_HEADER_PLACES = {"number": "header/symbol", "date": "header/date"}


def _doubts(claim: Claim) -> Iterator[HeldDoubt]:
    """Every problem with what it is about: the step it names, or the last step whose words stand in its provision."""
    homes = {
        place["provision"]: step["id"]
        for step in claim["steps"]
        if not step.get("restates") and (place := step.get("sources", {}).get("text"))
    }
    marks = {step["id"] for step in claim["steps"]}
    for problem in claim["problems"]:
        where = problem.get("where") or ""
        mark = where if where in marks else homes.get(where)
        yield HeldDoubt(
            code=problem["code"],
            severity=problem["severity"],
            message=problem["message"],
            basis=problem.get("basis") or "",
            where=problem.get("place") or "",
            about=f"steps/{mark}" if mark else _HEADER_PLACES.get(where, ""),
            provision="" if where in marks else where,
        )
