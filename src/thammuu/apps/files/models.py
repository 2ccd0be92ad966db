"""Rows that name stored contents, and those that had to go."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class StoredFile(models.Model):
    """One file as someone gave it; several rows may name the same content. Rows are only added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    name = Line("tên tệp", max_length=255)
    media_type = Line("loại", max_length=100)
    size = models.PositiveBigIntegerField("số byte")
    sha256 = Line(max_length=64, db_index=True)
    stored_by = models.ForeignKey("organisations.Officer", models.PROTECT, null=True, related_name="+")
    stored_at = models.DateTimeField("lúc lưu")

    class Meta:
        verbose_name = "tệp"

    def __str__(self) -> str:
        return self.name


class ErasedContent(models.Model):
    """A content that the law forbade to keep and that was removed; it may come again and be removed again. Rows are only added."""

    sha256 = Line(max_length=64, db_index=True)
    at = models.DateTimeField("lúc xóa")

    class Meta:
        verbose_name = "nội dung đã xóa"

    def __str__(self) -> str:
        return self.sha256
