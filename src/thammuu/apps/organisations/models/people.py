"""People: officers, the positions they hold, and who stands in for them while they are away."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from thammuu.apps.lines import Line
from thammuu.apps.organisations.models.bodies import Agency, Unit
from thammuu.apps.organisations.models.dated import Dated, Versioned


class Role(models.TextChoices):
    """What a position lets its holder do; the rules themselves are in each app's `policies`."""

    DRAFTER = "drafter", "Chuyên viên"
    CLERK = "clerk", "Văn thư"
    HEAD_OF_UNIT = "head_of_unit", "Trưởng phòng, đơn vị"
    LEADER = "leader", "Lãnh đạo cơ quan"
    ADMINISTRATOR = "administrator", "Quản trị hệ thống"


class Officer(Versioned):
    """Cán bộ. The account may be switched off; the officer stays, because the acts stay."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)
    full_name = Line("họ và tên", max_length=200)
    folded = Line(max_length=200, blank=True, editable=False, db_index=True)
    """The name as it is searched for: without marks and case."""
    first_password = models.BooleanField("phải đổi mật khẩu", default=False)
    """The password was chosen by an administrator and opens only the page on which it is changed."""

    class Meta:
        verbose_name = "cán bộ"

    def __str__(self) -> str:
        return self.full_name


class Position(Dated, Versioned):
    """A role an officer holds in an agency, in one of its units or (unit NULL) in the agency as a whole."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="positions")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="positions")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="positions")
    role = models.CharField("vai trò", max_length=20, choices=Role.choices)
    title = Line("chức vụ", max_length=200, blank=True)

    class Meta(Dated.Meta):
        verbose_name = "vị trí công tác"

    def __str__(self) -> str:
        return f"{self.officer}: {self.title or self.get_role_display()}"


class Absence(Dated, Versioned):
    """From `valid_from` to `valid_to`, both given and included, `substitute` does the daily work of `officer`."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="absences")
    substitute = models.ForeignKey(Officer, models.PROTECT, related_name="substitutions")
    reason = Line("lý do", max_length=300)
    called_off = models.BooleanField("đã hủy", default=False)
    """It did not come to be; such a row holds on no day."""

    class Meta:
        verbose_name = "vắng mặt"
        indexes = (
            models.Index(fields=["substitute", "valid_to"], name="organisations_substitute"),
            models.Index(fields=["officer", "valid_to"], name="organisations_absent"),
        )
        constraints = (
            *Dated.Meta.constraints,
            models.CheckConstraint(
                name="organisations_absence_has_both_days",
                condition=Q(valid_from__isnull=False, valid_to__isnull=False),
            ),
            models.CheckConstraint(
                name="organisations_absence_of_another", condition=~Q(officer=F("substitute"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.officer_id} → {self.substitute_id}"
