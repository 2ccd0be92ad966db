"""Cơ quan ban hành: bodies by the code their symbols carry, with the days from and until which they exist."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from thammuu_core.text import fold
from thammuu_core.text.tables import day, rows, words


class BodyKind(StrEnum):
    """What sort of body it is, as far as it decides which documents it may issue."""

    ASSEMBLY = "assembly"
    STANDING_COMMITTEE = "standing_committee"
    PRESIDENT = "president"
    GOVERNMENT = "government"
    PRIME_MINISTER = "prime_minister"
    MINISTRY = "ministry"
    """Bộ, cơ quan ngang bộ."""
    AGENCY = "agency"
    """Cơ quan thuộc Chính phủ."""
    GENERAL_DEPARTMENT = "general_department"
    COURT = "court"
    PROCURACY = "procuracy"
    AUDIT = "audit"
    OFFICE = "office"
    COUNCIL = "council"
    """Hội đồng nhân dân."""
    COMMITTEE = "committee"
    """Ủy ban nhân dân."""
    DEPARTMENT = "department"
    """Sở, ban, ngành cấp tỉnh."""
    PARTY = "party"
    FRONT = "front"
    """Mặt trận và các đoàn thể."""


@dataclass(frozen=True, slots=True)
class Body:
    """One body that issues documents; its first code is the usual one."""

    codes: tuple[str, ...]
    name: str
    kind: BodyKind
    since: date | None
    until: date | None
    """First day on which it is no more."""
    into: str | None
    """Code of the body that follows it."""
    never: frozenset[str]
    """Codes of kinds that it does not issue."""
    source: str

    def exists(self, on: date) -> bool:
        """Whether it was there that day, as far as the table knows."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@cache
def bodies() -> tuple[Body, ...]:
    """Every body of the table, in its order."""
    return tuple(
        Body(
            words(row["codes"]),
            row["name"],
            BodyKind(row["body"]),
            day(row["since"]),
            day(row["until"]),
            row["into"] or None,
            frozenset(words(row["never"])),
            row["source"],
        )
        for row in rows("thammuu_core.kinds", "issuers.tsv")
    )


def bodies_by_code(code: str) -> tuple[Body, ...]:
    """Every body that has used the code, ampersands aside; a term number (QH15) is not part of a code."""
    return _by_code().get(_bare(code), ())


def body_by_code(code: str, on: date | None = None) -> Body | None:
    """The body behind a code, that day if a day is given; a code of a local body does not say which province."""
    found = bodies_by_code(code)
    return next((body for body in found if on is None or body.exists(on)), None)


def body_by_name(name: str) -> Body | None:
    """The body with that name, abbreviations and tone placement aside."""
    return _by_name().get(_key(name))


def expand_body_name(name: str) -> str:
    """The name with its abbreviations written out.

    >>> expand_body_name("UBND tỉnh Lào Cai"), expand_body_name("Sở KH&CN")
    ('Ủy ban nhân dân tỉnh Lào Cai', 'Sở Khoa học và Công nghệ')
    """
    anywhere, after = _abbreviations()
    named = _AFTER.sub(lambda match: match[1] + after.get(match[2].replace("&", ""), match[2]), name)
    return " ".join(_abbreviated().sub(lambda match: anywhere[match[0]] + " ", named).split())


def same_body(one: str, other: str) -> bool:
    """Whether two names name one body, as far as their words tell: UBND and Uỷ ban nhân dân are the same words."""
    return _key(one) == _key(other)


_AFTER = re.compile(r"\b((?:Sở|Bộ|Phòng)\s+)([A-ZĐ]+(?:&[A-ZĐ]+)?)(?![\w&])")


def _key(name: str) -> str:
    return fold(expand_body_name(name))


def _bare(code: str) -> str:
    return code.replace("&", "").rstrip("0123456789") or code


@cache
def _by_code() -> dict[str, tuple[Body, ...]]:
    found: dict[str, tuple[Body, ...]] = {}
    for body in bodies():
        for code in sorted({_bare(code) for code in body.codes}):
            found[code] = (*found.get(code, ()), body)
    return found


@cache
def _by_name() -> dict[str, Body]:
    return {fold(body.name): body for body in reversed(bodies())}


@cache
def _abbreviated() -> re.Pattern[str]:
    """The abbreviations read anywhere, longest first; "TP." may touch the name after it, "TP" may not."""
    anywhere = sorted(_abbreviations()[0], key=len, reverse=True)
    return re.compile(
        r"(?<!\w)(?:" + "|".join(re.escape(w) + ("" if w[-1] == "." else r"(?!\w)") for w in anywhere) + ")"
    )


@cache
def _abbreviations() -> tuple[dict[str, str], dict[str, str]]:
    """Those read anywhere, and those read only after Sở, Bộ, Phòng."""
    table = rows("thammuu_core.kinds", "abbreviations.tsv")
    anywhere = {row["written"]: row["words"] for row in table if not row["after"]}
    return anywhere, {row["written"]: row["words"] for row in table if row["after"]}
