"""Reads of the registers for the pages of administration: frozen rows, paged in the database."""

from __future__ import annotations

from thammuu.apps.organisations.directory.bodies import (
    agencies,
    agency_view,
    contacts,
    units,
)
from thammuu.apps.organisations.directory.paging import Page
from thammuu.apps.organisations.directory.people import absences_seen, officer_view, officers
from thammuu.apps.organisations.directory.settings import overview, parameter_groups, parameter_view

__all__ = [
    "Page",
    "absences_seen",
    "agencies",
    "agency_view",
    "contacts",
    "officer_view",
    "officers",
    "overview",
    "parameter_groups",
    "parameter_view",
    "units",
]
