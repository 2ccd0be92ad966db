"""Drafts, their versions, the checks kept with each, the initials on each; an agency's templates. Rows are only added."""

from __future__ import annotations

from thammuu.apps.drafting.models.drafts import Draft, DraftVersion, Source, VersionCheck
from thammuu.apps.drafting.models.initials import Initial, InitialAct, Post
from thammuu.apps.drafting.models.templates import AgencyTemplate

__all__ = [
    "AgencyTemplate",
    "Draft",
    "DraftVersion",
    "Initial",
    "InitialAct",
    "Post",
    "Source",
    "VersionCheck",
]
