"""Agencies, their units, their officers and positions; all effective-dated, none ever deleted."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Role(models.TextChoices):
    """What a position lets its holder do; the rules themselves are in each app's `policies`."""

    DRAFTER = "drafter", "Chuyên viên"
    CLERK = "clerk", "Văn thư"
    HEAD_OF_UNIT = "head_of_unit", "Trưởng phòng, đơn vị"
    LEADER = "leader", "Lãnh đạo cơ quan"
    ADMINISTRATOR = "administrator", "Quản trị hệ thống"


class DatedQuerySet(models.QuerySet):
    """Rows that hold from a day to a day, both included; an open side is NULL."""

    def on(self, day: date) -> Self:
        """Rows in force on `day`."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )


class Dated(models.Model):
    """In force from `valid_from` to `valid_to`, both included."""

    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_it_starts",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
            ),
        )


class Agency(Dated):
    """Cơ quan: a Sở, a UBND, a ministry. Its names are rows of `AgencyName`; it ends, it is not deleted."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    place = models.CharField("địa danh", max_length=200, blank=True)

    class Meta(Dated.Meta):
        verbose_name = "cơ quan"

    def __str__(self) -> str:
        names = list(self.names.all())
        return names[-1].name if names else str(self.uuid)


class AgencyName(Dated):
    """What an agency is called in a span of time."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="names")
    name = models.CharField("tên", max_length=300)
    abbreviation = models.CharField("viết tắt", max_length=50, blank=True)

    class Meta(Dated.Meta):
        verbose_name = "tên cơ quan"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name


class Unit(Dated):
    """Đơn vị: a room, a branch or a subordinate body of an agency, under one name; renamed means a new row."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="units")
    name = models.CharField("tên", max_length=300)
    abbreviation = models.CharField("viết tắt", max_length=50, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="predecessors")

    class Meta(Dated.Meta):
        verbose_name = "đơn vị"

    def __str__(self) -> str:
        return self.name


class Officer(models.Model):
    """Cán bộ. The account may be switched off; the officer stays, because the acts stay."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True)
    full_name = models.CharField("họ và tên", max_length=200)

    class Meta:
        verbose_name = "cán bộ"

    def __str__(self) -> str:
        return self.full_name


class Position(Dated):
    """A role an officer holds in an agency, in one of its units or (unit NULL) in the agency as a whole."""

    officer = models.ForeignKey(Officer, models.PROTECT, related_name="positions")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="positions")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="positions")
    role = models.CharField("vai trò", max_length=20, choices=Role.choices)
    title = models.CharField("chức vụ", max_length=200, blank=True)

    class Meta(Dated.Meta):
        verbose_name = "vị trí công tác"

    def __str__(self) -> str:
        return f"{self.officer}: {self.title or self.get_role_display()}"


class SimulatedDate(models.Model):
    """The declared date of a demo or a training; the newest row holds, `on` NULL ends the simulation."""

    on = models.DateField("ngày mô phỏng", null=True, blank=True)
    declared_at = models.DateTimeField("lúc khai báo", auto_now_add=True)

    class Meta:
        verbose_name = "ngày mô phỏng"

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y}" if self.on else "thời gian thực"
