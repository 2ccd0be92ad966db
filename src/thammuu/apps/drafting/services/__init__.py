"""What people do to drafts. Each: access, guard, rows, notices, journal event, once."""

from __future__ import annotations

from thammuu.apps.drafting.services.composing import compose_draft
from thammuu.apps.drafting.services.drafts import begin_draft
from thammuu.apps.drafting.services.initials import put_initial
from thammuu.apps.drafting.services.templates import set_template, take_back_template
from thammuu.apps.drafting.services.versions import add_version, check_again, repair_version

__all__ = [
    "add_version",
    "begin_draft",
    "check_again",
    "compose_draft",
    "put_initial",
    "repair_version",
    "set_template",
    "take_back_template",
]
