"""Doubts: what a person must look at, and what was decided."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.dossiers.models.dossiers import Dossier
from thammuu.apps.dossiers.models.steps import Step
from thammuu.apps.lines import Line


class DoubtState(models.TextChoices):
    """What people made of a doubt."""

    OPEN = "open", "Chờ xem xét"
    CONFIRMED = "confirmed", "Đúng là có vấn đề"
    DISMISSED = "dismissed", "Không phải vấn đề"


class Doubt(models.Model):
    """Something in the plan that a person must look at, with what was decided last."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="doubts")
    step = models.ForeignKey(Step, models.PROTECT, null=True, related_name="doubts")
    code = Line(max_length=100)
    severity = Line(max_length=10)
    message = models.TextField("nội dung")
    basis = models.TextField("căn cứ", blank=True)
    where = Line("mục", max_length=300, blank=True)
    """The place as a reader says it: "I.2.b"; empty for the document as a whole."""
    state = models.CharField("trạng thái", max_length=10, choices=DoubtState.choices, default=DoubtState.OPEN)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "điểm cần xem lại"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.message


class DoubtDecision(models.Model):
    """Who said what of a doubt, and why. Rows are only added."""

    doubt = models.ForeignKey(Doubt, models.PROTECT, related_name="decisions")
    state = models.CharField("kết luận", max_length=10, choices=DoubtState.choices)
    reason = models.TextField("lý do", blank=True)
    decided_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    decided_at = models.DateTimeField("lúc kết luận")

    class Meta:
        verbose_name = "kết luận"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.reason}"
