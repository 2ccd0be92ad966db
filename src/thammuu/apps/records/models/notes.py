"""Notes, and the withdrawal of what was recorded by mistake."""

from __future__ import annotations

import uuid

from django.db import models


class Note(models.Model):
    """Ghi chú: what one officer leaves for the others."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="notes")
    step = models.ForeignKey("dossiers.Step", models.PROTECT, null=True, related_name="+")
    text = models.TextField("nội dung")
    written_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    written_at = models.DateTimeField("lúc ghi")

    class Meta:
        verbose_name = "ghi chú"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.text[:60]


class Withdrawal(models.Model):
    """A record of this app that does not count any more; it stays to be read, struck through."""

    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="withdrawals")
    subject = models.UUIDField("ghi chép", unique=True)
    reason = models.TextField("lý do")
    withdrawn_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField("lúc rút")

    class Meta:
        verbose_name = "rút ghi chép"

    def __str__(self) -> str:
        return self.reason
