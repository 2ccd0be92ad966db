"""Records to act on, made through the services that people use."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.records import services
from thammuu.apps.records.commands import (
    AskContribution,
    CallMeeting,
    Concluded,
    KeepMinutes,
    KeepStudy,
    WriteNote,
)

ASKED = date(2021, 7, 1)
DUE = date(2021, 7, 8)
HELD = date(2021, 7, 5)


def ask(
    actor: Actor, dossier: DossierView, unit: UUID | None = None, body: str = "", due: date = DUE
) -> UUID:
    """A request for the first step that is not over; to a body outside where no unit is told."""
    step = next(step for step in dossier.steps if step.state in ("not_started", "started"))
    command = AskContribution(
        step.uuid,
        "Gửi số liệu năng suất lao động năm 2020",
        ASKED,
        due,
        unit=unit,
        body=body or ("" if unit else "Cục Thống kê"),
    )
    return services.ask_contribution(actor, command, key=uuid4())


def ask_data(actor: Actor, dossier: DossierView, due: date = DUE) -> UUID:
    """Data asked for from a body."""
    command = KeepStudy(dossier.uuid, "data", "Số liệu TFP 2016–2020", ASKED, "Cục Thống kê", due)
    return services.keep_study(actor, command, key=uuid4())


def call_meeting(actor: Actor, dossier: DossierView, day: date = HELD) -> UUID:
    """A meeting to which two are invited."""
    command = CallMeeting(dossier.uuid, "Góp ý dự thảo lần 1", day, ("Văn phòng Sở", "Thanh tra Sở"))
    return services.call_meeting(actor, command, key=uuid4())


def conclude(actor: Actor, meeting: UUID, *conclusions: Concluded) -> None:
    """Its minutes."""
    command = KeepMinutes(meeting, 0, HELD, "Nguyễn Văn Bình", conclusions=conclusions)
    services.keep_minutes(actor, command, key=uuid4())


def note(actor: Actor, dossier: DossierView, text: str = "Chờ bản ký của Chi cục") -> UUID:
    """A note on the dossier."""
    return services.write_note(actor, WriteNote(dossier.uuid, text), key=uuid4())
