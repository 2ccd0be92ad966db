"""What was read of a plan's targets and parts, as plain values for JSON, and back: contract `thammuu/targets/1`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from thammuu_core.errors import Problem, Severity
from thammuu_core.indicators.model import Kind, Stated, Target
from thammuu_core.indicators.reading import Part, Reading
from thammuu_core.indicators.yearly import Yearly

SCHEMA = "thammuu/targets/1"
Json = dict[str, Any]


def targets_to_dict(reading: Reading) -> Json:
    """The keys of `Reading`; numbers are decimal strings."""
    return {
        "schema": SCHEMA,
        "title": reading.title,
        "period": list(reading.period) if reading.period else None,
        "parts": [
            {"meaning": one.meaning, "heading": one.heading, "where": one.where, "provision": one.provision,
             "words": list(one.words)}
            for one in reading.parts
        ],
        "targets": [_stated(one) for one in reading.targets],
        "stated": [_stated(one) for one in reading.stated],
        "problems": [
            {"code": one.code, "severity": one.severity.value, "message": one.message, "where": one.where}
            for one in reading.problems
        ],
    }  # fmt: skip


def targets_from_dict(kept: Json) -> Reading:
    """`targets_from_dict(targets_to_dict(x)) == x`."""
    return Reading(
        title=kept["title"],
        period=(kept["period"][0], kept["period"][1]) if kept["period"] else None,
        parts=tuple(Part(**{**one, "words": tuple(one["words"])}) for one in kept["parts"]),
        targets=tuple(map(_read_stated, kept["targets"])),
        stated=tuple(map(_read_stated, kept["stated"])),
        problems=tuple(
            Problem(one["code"], Severity(one["severity"]), one["message"], one["where"])
            for one in kept["problems"]
        ),
    )


def _stated(one: Stated) -> Json:
    target = one.target
    return {
        "measure": target.measure,
        "kind": target.kind.value,
        "unit": target.unit,
        "baseline": target.baseline,
        "mandate": target.mandate,
        "values": [
            {"first": value.first, "last": value.last, "sign": value.sign, "least": str(value.least),
             "most": None if value.most is None else str(value.most)}
            for value in target.values
        ],
        "provision": one.provision,
        "where": one.where,
        "words": one.words,
    }  # fmt: skip


def _read_stated(kept: Json) -> Stated:
    values = tuple(
        Yearly(
            one["first"],
            one["last"],
            one["sign"],
            Decimal(one["least"]),
            None if one["most"] is None else Decimal(one["most"]),
        )
        for one in kept["values"]
    )
    target = Target(
        kept["measure"], Kind(kept["kind"]), kept["unit"], kept["baseline"], values, kept["mandate"]
    )
    return Stated(target, kept["provision"], kept["where"], kept["words"])
