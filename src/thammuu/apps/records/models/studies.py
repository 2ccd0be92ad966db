"""What was studied before and while drafting: papers read, provinces visited, data asked for and received."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class StudyKind(models.TextChoices):
    """Kinds of study, as the first step of such plans names them."""

    READING = "reading", "Văn bản đã nghiên cứu"
    VISIT = "visit", "Học tập kinh nghiệm"
    DATA = "data", "Số liệu, tài liệu đã đề nghị"


class StudyRecord(models.Model):
    """One paper read, one visit made, one request for data."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="study_records")
    step = models.ForeignKey("dossiers.Step", models.PROTECT, null=True, related_name="+")
    kind = models.CharField("loại", max_length=10, choices=StudyKind.choices)
    title = models.TextField("tên văn bản, chuyến đi hoặc số liệu")
    body = Line("cơ quan, địa phương", max_length=300, blank=True)
    """Who issued it, where the visit went, from whom the data are asked."""
    done_on = models.DateField("ngày thực hiện")
    due_on = models.DateField("cần có trước khi hết ngày", null=True)
    """Of a request for data."""
    summary = models.TextField("nội dung rút ra", blank=True)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")

    class Meta:
        verbose_name = "ghi chép nghiên cứu"
        ordering = ("done_on", "pk")

    def __str__(self) -> str:
        return self.title


class StudyReceipt(models.Model):
    """Data that were asked for have come, whole or in part."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    record = models.ForeignKey(StudyRecord, models.PROTECT, related_name="receipts")
    received_on = models.DateField("ngày nhận")
    whole = models.BooleanField("đã đủ", default=True)
    summary = models.TextField("nội dung", blank=True)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")

    class Meta:
        verbose_name = "số liệu nhận được"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"nhận {self.received_on:%d/%m/%Y}"
