"""Drafts, their versions, the checks kept with each, the initials on each. Rows are only added."""

from __future__ import annotations

from thammuu.apps.drafting.models.drafts import Draft, DraftVersion, Source, VersionCheck
from thammuu.apps.drafting.models.initials import Initial, InitialAct, Post

__all__ = ["Draft", "DraftVersion", "Initial", "InitialAct", "Post", "Source", "VersionCheck"]
