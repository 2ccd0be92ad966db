"""What a document of an agency begins and ends with: its names on a day, its seat, who signs for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thammuu.apps.organisations.models import Agency, AgencyName, Position, Role
from thammuu.apps.organisations.queries import agency_name

_DEPUTY = "phó "


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The agency as its documents name it."""

    agency: str
    parent: str
    """The agency directly above; empty when there is none."""
    abbreviation: str
    place: str
    signing: tuple[str, ...]
    """Lines of authority and position; a deputy signs for the head ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")."""


def letterhead(agency_id: int, day: date) -> Letterhead:
    """The letterhead of an agency on that day."""
    agency = Agency.objects.select_related("parent").get(pk=agency_id)
    name = AgencyName.objects.on(day).filter(agency=agency).order_by("-pk").first()
    return Letterhead(
        agency=name.name if name else str(agency),
        parent=agency_name(agency.parent, day) if agency.parent else "",
        abbreviation=name.abbreviation if name else "",
        place=agency.place,
        signing=_signing(agency_id, day),
    )


def _signing(agency_id: int, day: date) -> tuple[str, ...]:
    """By the titles of the leaders in office: the head signs, else a deputy for the head (NĐ 30/2020, Điều 13)."""
    held = Position.objects.on(day).filter(agency_id=agency_id, role=Role.LEADER).exclude(title="")
    titles = list(held.order_by("pk").values_list("title", flat=True))
    heads = [title for title in titles if not title.lower().startswith(_DEPUTY)]
    if heads or not titles:
        return (heads[0] if heads else "Thủ trưởng cơ quan",)
    return (f"KT. {titles[0][len(_DEPUTY) :]}", titles[0])
