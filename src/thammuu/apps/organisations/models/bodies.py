"""Bodies: agencies under their names, what became of them, and their units."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line
from thammuu.apps.organisations.models.dated import Dated, Versioned


class AgencyKind(models.TextChoices):
    """What sort of agency it is, as far as lists of addressees ask ("các sở, ngành")."""

    MINISTRY = "ministry", "Bộ, cơ quan trung ương"
    COUNCIL = "council", "Hội đồng nhân dân"
    COMMITTEE = "committee", "UBND cấp tỉnh"
    OFFICE = "office", "Văn phòng UBND, HĐND cấp tỉnh"
    DEPARTMENT = "department", "Sở, ban, ngành"
    DISTRICT = "district", "UBND cấp huyện (đến 30/6/2025)"
    COMMUNE = "commune", "UBND cấp xã"
    PARTY = "party", "Cơ quan Đảng"
    FRONT = "front", "Mặt trận, đoàn thể"
    OTHER = "other", "Khác"


class Agency(Dated, Versioned):
    """Cơ quan: a Sở, a UBND, a ministry. Its names are rows of `AgencyName`; it ends, it is not deleted."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    kind = models.CharField("loại", max_length=20, choices=AgencyKind.choices, blank=True)
    place = Line("địa danh", max_length=200, blank=True)

    class Meta(Dated.Meta):
        verbose_name = "cơ quan"

    def __str__(self) -> str:
        names = list(self.names.all())
        return names[-1].name if names else str(self.uuid)


class AgencyName(Dated):
    """What an agency is called in a span of time."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="names")
    name = Line("tên", max_length=300)
    abbreviation = Line("viết tắt", max_length=50, blank=True)
    folded = Line(max_length=400, blank=True, editable=False)
    """Name and abbreviation as they are searched for: without marks and case."""

    class Meta(Dated.Meta):
        verbose_name = "tên cơ quan"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name


class SuccessionKind(models.TextChoices):
    """How one agency came out of another."""

    MERGED = "merged", "Hợp nhất, sáp nhập"
    SPLIT = "split", "Chia, tách"


class AgencySuccession(models.Model):
    """From `on` the work of `predecessor` is that of `successor`, by a document. Rows are only added.

    A row that was wrong is taken back by a row that `revokes` it and says why in `by`.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    predecessor = models.ForeignKey(Agency, models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Agency, models.PROTECT, related_name="origins")
    kind = models.CharField("cách", max_length=10, choices=SuccessionKind.choices)
    on = models.DateField("từ ngày")
    by = Line("theo văn bản", max_length=500)
    revokes = models.OneToOneField("self", models.PROTECT, null=True, related_name="revoked_by")

    class Meta:
        verbose_name = "kế tục"

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id} ({self.on:%d/%m/%Y})"


class Unit(Dated, Versioned):
    """Đơn vị: a room, a branch or a subordinate body of an agency, under one name; renamed means a new row."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="units")
    name = Line("tên", max_length=300)
    abbreviation = Line("viết tắt", max_length=50, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="predecessors")
    ended_by = Line("kết thúc theo văn bản", max_length=500, blank=True)

    class Meta(Dated.Meta):
        verbose_name = "đơn vị"

    def __str__(self) -> str:
        return self.name
