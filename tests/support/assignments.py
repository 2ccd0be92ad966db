"""Assignments, files that wait to be confirmed, templates: made for any actor, whatever the role allows."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from support.programme_sheets import PROGRAMME
from thammuu.apps.files.services import add_row, keep
from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.programme.claims import claim_of, read_file
from thammuu.apps.programme.commands import ItemFields
from thammuu.apps.programme.making import Home, add_assignment
from thammuu.apps.programme.models import ProgrammeSheet, StepTemplate, TemplateVersion

OUTCOME = "Kế hoạch nâng cao năng suất và chất lượng giai đoạn 2021-2025"


def make_assignment(actor: Actor, **fields: Any) -> UUID:
    """An item led by the actor's own unit, due on 15/10/2021 unless the fields say otherwise."""
    unit = actor.unit_names[0] if actor.unit_names else ""
    said = {"text": OUTCOME, "lead": unit, "due_on": date(2021, 10, 15), "submitted_to": "UBND tỉnh"} | fields
    return add_assignment(actor, ItemFields(**said), Home(), clock.now()).uuid


def make_sheet(actor: Actor, data: bytes = PROGRAMME) -> ProgrammeSheet:
    """A programme as received and read, not confirmed yet."""
    at = clock.now()
    file = add_row(
        keep(Upload("ctct.xlsx", data), workbook=True), agency_id=actor.agency_id, officer_id=actor.id, at=at
    )
    return ProgrammeSheet.objects.create(
        agency_id=actor.agency_id,
        file=file,
        claim=claim_of(read_file(data, "ctct.xlsx", None)),
        received_by_id=actor.id,
        received_at=at,
    )


def make_template(actor: Actor) -> UUID:
    """A template of two steps."""
    template = StepTemplate.objects.create(agency_id=actor.agency_id, made_at=clock.now())
    steps = [
        {"title": "Soạn dự thảo", "durations": ["draft.days"], "condition": "", "owner": ""},
        {"title": "Trình ký", "durations": ["submit.days"], "condition": "", "owner": "Văn phòng Sở"},
    ]
    TemplateVersion.objects.create(
        template=template, number=1, name="Mẫu ngắn", steps=steps, made_by_id=actor.id, made_at=clock.now()
    )
    return template.uuid
