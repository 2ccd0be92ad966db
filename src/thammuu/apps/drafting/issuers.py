"""Who issues a paper of a dossier, as the facts that every template asks for: names, seat, symbols, who signs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.organisations.models import Agency, AgencyName, Position, Role
from thammuu_core.compositions import Signer, Value
from thammuu_core.kinds import expand_body_name
from thammuu_core.text import fold
from thammuu_core.text.first_letter import capital_first

_DEPUTY = "phó "
_COMMITTEE = "ủy ban nhân dân"


@dataclass(frozen=True, slots=True)
class Issuer:
    """An agency on the day on which it issues."""

    agency: Agency
    day: date

    @property
    def name(self) -> str:
        """In full: no paper shortens the name of who issues it."""
        return expand_body_name(self._named(self.agency).name)

    def facts(self, dossier: Dossier) -> Mapping[str, Value]:
        """The facts of texts/common.txt."""
        parent = self._named(self.agency.parent).name if self.agency.parent else ""
        unit = dossier.unit.abbreviation if dossier.unit else ""
        own = self.agency.pk == dossier.agency_id
        recipients = (*((f"{parent} (báo cáo)",) if parent else ()), *(("Lãnh đạo cơ quan",) if own else ()))
        return {
            "cơ quan": self.name,
            "cơ quan chủ quản": parent,
            "chữ tắt cơ quan": self._named(self.agency).abbreviation,
            "chữ tắt đơn vị soạn": unit,
            "địa danh": self.agency.place or dossier.agency.place,
            "ngày": self.day,
            "người ký": self._signer().facts,
            "nơi nhận": recipients,
            "lưu": f"VT, {unit}" if unit and own else "VT",
        }

    def _named(self, agency: Agency) -> AgencyName:
        name = AgencyName.objects.on(self.day).filter(agency=agency).order_by("-pk").first()
        return name or AgencyName(agency=agency, name=str(agency))

    def _signer(self) -> Signer:
        """The head in office, else a deputy for the head; a committee decides together (NĐ 30/2020, Điều 13)."""
        collective = "Ủy ban nhân dân" if self.name.casefold().startswith(_COMMITTEE) else ""
        held = Position.objects.on(self.day).filter(agency=self.agency, role=Role.LEADER).exclude(title="")
        people = [(one.officer.full_name, one.title) for one in held.select_related("officer").order_by("pk")]
        deputies = [one for one in people if one[1].casefold().startswith(_DEPUTY)]
        heads = [one for one in people if one not in deputies]
        if heads or not deputies:
            name, office = heads[0] if heads else ("", "Chủ tịch" if collective else "Thủ trưởng cơ quan")
            return Signer(name, office, collective=collective)
        name, office = deputies[0]
        return Signer(name, office, collective=collective, head=capital_first(office[len(_DEPUTY) :]))


def issuer_of(dossier: Dossier, day: date, *, outcome: bool) -> Issuer:
    """The dossier's agency; for its `outcome` the agency above, where that is who issues it."""
    parent = dossier.agency.parent
    asked = fold(expand_body_name(dossier.outcome_issuer))
    if outcome and parent and asked and asked == fold(Issuer(parent, day).name):
        return Issuer(parent, day)
    return Issuer(dossier.agency, day)
