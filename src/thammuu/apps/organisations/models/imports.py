"""A workbook brought to fill the register: what was found in it, and whether somebody let it in."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.organisations.models.bodies import Agency
from thammuu.apps.organisations.models.people import Officer


class RegisterImport(models.Model):
    """One workbook; until `applied_at` nothing of it is in the register."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="+")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    brought_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    brought_at = models.DateTimeField("lúc đưa lên")
    report = models.JSONField("kết quả kiểm tra")
    """`importing.report.Report` as JSON."""
    applied_at = models.DateTimeField("lúc ghi", null=True)
    applied_by = models.ForeignKey(Officer, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "lần nhập danh bạ"

    def __str__(self) -> str:
        return str(self.uuid)
