"""Agencies, their units, officers and what is known about them; all effective-dated, none ever deleted."""

from __future__ import annotations

from thammuu.apps.organisations.models.bodies import (
    Agency,
    AgencyKind,
    AgencyName,
    AgencySuccession,
    SuccessionKind,
    Unit,
)
from thammuu.apps.organisations.models.contacts import Contact
from thammuu.apps.organisations.models.dated import Dated, DatedQuerySet, Versioned
from thammuu.apps.organisations.models.imports import RegisterImport
from thammuu.apps.organisations.models.parameters import ParameterSetting
from thammuu.apps.organisations.models.people import Absence, Officer, Position, Role
from thammuu.apps.organisations.models.simulation import SimulatedDate

__all__ = [
    "Absence",
    "Agency",
    "AgencyKind",
    "AgencyName",
    "AgencySuccession",
    "Contact",
    "Dated",
    "DatedQuerySet",
    "Officer",
    "ParameterSetting",
    "Position",
    "RegisterImport",
    "Role",
    "SimulatedDate",
    "SuccessionKind",
    "Unit",
    "Versioned",
]
