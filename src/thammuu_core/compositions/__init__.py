"""Documents written from data, by the rules of their kind: what people would else type from a timetable or a table.

`compose` fills a template, a text file that officers read and change; reports measured to a page are functions.
"""

from __future__ import annotations

from thammuu_core.compositions.filling import (
    BrokenPlaceholder,
    Filled,
    HoldsObject,
    LinksOut,
    Offer,
    Placeholder,
    UnknownPlaceholder,
    fill,
    offers,
    placeholders_of,
)
from thammuu_core.compositions.model import Composed, Facts, Field, Kind, Template, Value
from thammuu_core.compositions.refusals import BadTemplate, UnknownTemplate, WrongFact
from thammuu_core.compositions.signing import Signer
from thammuu_core.compositions.state_report import OpenStep, State, state_report
from thammuu_core.compositions.supplied import compose, own_template, template, templates, worked_facts
from thammuu_core.compositions.unit_plan import PlannedStep, UnitPlan, unit_plan
from thammuu_core.compositions.weekly_report import Listed, UnitCount, Week, Work, weekly_report

__all__ = [
    "BadTemplate",
    "BrokenPlaceholder",
    "Composed",
    "Facts",
    "Field",
    "Filled",
    "HoldsObject",
    "Kind",
    "LinksOut",
    "Listed",
    "Offer",
    "OpenStep",
    "Placeholder",
    "PlannedStep",
    "Signer",
    "State",
    "Template",
    "UnitCount",
    "UnitPlan",
    "UnknownPlaceholder",
    "UnknownTemplate",
    "Value",
    "Week",
    "Work",
    "WrongFact",
    "compose",
    "fill",
    "offers",
    "own_template",
    "placeholders_of",
    "state_report",
    "template",
    "templates",
    "unit_plan",
    "weekly_report",
    "worked_facts",
]
