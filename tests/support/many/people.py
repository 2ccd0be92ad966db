"""A whole Sở of officers, beside the cast."""

from __future__ import annotations

from dataclasses import dataclass

from thammuu.apps.organisations.models import Officer, Position, Role, Unit

_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ")
_MIDDLES = ("Văn", "Thị", "Đức", "Minh", "Thu", "Quang", "Hồng", "Thanh", "Ngọc", "Xuân")
_NAMES = ("An", "Bình", "Chi", "Dũng", "Hà", "Khánh", "Long", "Nga", "Phúc", "Yến")


@dataclass(frozen=True, slots=True)
class Worker:
    """One who drafts, with the unit of it."""

    officer: Officer
    unit: Unit


def hire(agency_id: int, units: int, each: int) -> None:
    """So many more units of so many drafters, the first of each its head; none of them signs in."""
    made = Unit.objects.bulk_create(
        Unit(agency_id=agency_id, name=f"Phòng Nghiệp vụ {number + 1}") for number in range(units)
    )
    hired = Officer.objects.bulk_create(Officer(full_name=_name(number)) for number in range(units * each))
    Position.objects.bulk_create(
        Position(
            officer=officer,
            agency_id=agency_id,
            unit=made[number // each],
            role=Role.DRAFTER if number % each else Role.HEAD_OF_UNIT,
            title="Chuyên viên",
        )
        for number, officer in enumerate(hired)
    )


def workers(agency_id: int) -> list[Worker]:
    """Drafters and heads of the agency with their units, in a fixed order."""
    held = Position.objects.filter(
        agency_id=agency_id, role__in=(Role.DRAFTER, Role.HEAD_OF_UNIT), unit__isnull=False
    )
    rows = held.select_related("officer", "unit").order_by("pk")
    return [Worker(one.officer, one.unit) for one in rows if one.unit]


def _name(number: int) -> str:
    tens, ones = divmod(number, 10)
    return f"{_SURNAMES[tens // 10 % 10]} {_MIDDLES[tens % 10]} {_NAMES[ones]}"
