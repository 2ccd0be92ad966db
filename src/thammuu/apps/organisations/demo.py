"""A register to try things with: one Sở with its units, the bodies around it, and a cast of invented officers."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction

from thammuu.apps.organisations.models import Agency, Officer, Role, Unit
from thammuu.apps.organisations.services import appoint, register_agency, register_officer, register_unit

PASSWORD = "thammuu-dung-thu"  # noqa: S105  printed on purpose; `set_up` refuses to run in production
SO = "Sở Khoa học và Công nghệ"
PROVINCE = "UBND tỉnh Bắc Giang"
BRANCH = "Chi cục Tiêu chuẩn Đo lường Chất lượng"
OFFICE = "Văn phòng Sở"
SCIENCE = "Phòng Quản lý Khoa học"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the cast: who, where, as what."""

    key: str
    """How tests call this person."""
    username: str
    name: str
    agency: str
    unit: str
    role: str
    title: str


CAST = (
    Part("drafter", "lan", "Nguyễn Thị Lan", SO, BRANCH, Role.DRAFTER, "Chuyên viên"),
    Part("head", "hung", "Trần Mạnh Hùng", SO, BRANCH, Role.HEAD_OF_UNIT, "Chi cục trưởng"),
    Part("clerk", "mai", "Phạm Thị Mai", SO, OFFICE, Role.CLERK, "Văn thư"),
    Part("leader", "binh", "Nguyễn Văn Bình", SO, "", Role.LEADER, "Phó Giám đốc"),
    Part("administrator", "quan-tri", "Đỗ Quang Minh", SO, OFFICE, Role.ADMINISTRATOR, "Quản trị hệ thống"),
    Part("other_unit", "son", "Lê Hồng Sơn", SO, SCIENCE, Role.DRAFTER, "Chuyên viên"),
    Part(
        "outsider",
        "thu",
        "Vũ Thị Thu",
        "Sở Tài chính",
        "Phòng Hành chính sự nghiệp",
        Role.DRAFTER,
        "Chuyên viên",
    ),
)

_UNITS = {
    SO: (
        ("Lãnh đạo Sở", ""),
        (OFFICE, "VP"),
        (BRANCH, "TĐC"),
        (SCIENCE, "QLKH"),
        ("Phòng Quản lý Công nghệ và Chuyên ngành", "QLCN"),
        ("Thanh tra Sở", "TTr"),
        ("Trung tâm Ứng dụng Khoa học và Công nghệ", ""),
    ),
    "Sở Tài chính": (("Phòng Hành chính sự nghiệp", "HCSN"),),
}
_AGENCIES = (
    (PROVINCE, "UBND", ""),
    ("Văn phòng UBND tỉnh", "VP UBND", PROVINCE),
    (SO, "KHCN", PROVINCE),
    ("Sở Tài chính", "STC", PROVINCE),
    ("Sở Công Thương", "SCT", PROVINCE),
    ("Sở Kế hoạch và Đầu tư", "SKHĐT", PROVINCE),
    ("Sở Nông nghiệp và Phát triển nông thôn", "SNN", PROVINCE),
)


class NotInProduction(Exception):
    """The demo makes accounts whose password everyone knows."""


@transaction.atomic
def set_up() -> dict[str, Officer]:
    """The cast by key; made when it is not there yet. Raises NotInProduction."""
    if settings.PRODUCTION:
        raise NotInProduction("Không tạo tài khoản dùng thử trên hệ thống vận hành thật.")
    if not Agency.objects.filter(names__name=SO).exists():
        _register_agencies()
    return {part.key: _officer(part) for part in CAST}


def _register_agencies() -> None:
    made: dict[str, Agency] = {}
    for name, abbreviation, parent in _AGENCIES:
        made[name] = register_agency(
            name, abbreviation=abbreviation, parent=made.get(parent), place="Bắc Giang"
        )
        for unit, short in _UNITS.get(name, ()):
            register_unit(made[name], unit, abbreviation=short)


def _officer(part: Part) -> Officer:
    user = get_user_model().objects.filter(username=part.username).first()
    if user is not None:
        return Officer.objects.get(user=user)
    officer = register_officer(
        part.name, username=part.username, password=PASSWORD, email=f"{part.username}@thammuu.example"
    )
    agency = Agency.objects.get(names__name=part.agency)
    unit = Unit.objects.get(agency=agency, name=part.unit) if part.unit else None
    appoint(officer, part.role, agency=agency, unit=unit, title=part.title)
    return officer
