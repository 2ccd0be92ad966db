"""What a co-ordinating unit or agency is asked to contribute to a step, and what came."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class Answer(models.TextChoices):
    """How a request was answered."""

    GIVEN = "given", "Đã gửi nội dung"
    NOTHING = "nothing", "Không có nội dung tham gia"
    DECLINED = "declined", "Không thuộc nhiệm vụ của đơn vị"


class ContributionRequest(models.Model):
    """Đề nghị phối hợp: what a unit of the agency, or a body outside, is asked to bring by which day."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="contribution_requests")
    step = models.ForeignKey("dossiers.Step", models.PROTECT, related_name="contribution_requests")
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, related_name="+")
    body = Line("đơn vị, cơ quan được đề nghị", max_length=300)
    """Its name as it is called on the day of asking; alone for a body outside."""
    asked_for = models.TextField("nội dung đề nghị")
    asked_on = models.DateField("ngày đề nghị")
    due_on = models.DateField("hạn trả lời, hết ngày")
    asked_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField("lúc ghi nhận")
    letter = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    letter_note = models.TextField("số, ký hiệu văn bản đề nghị", blank=True)

    class Meta:
        verbose_name = "đề nghị phối hợp"
        ordering = ("pk",)
        indexes = (models.Index(fields=["unit", "due_on"], name="records_contribution_unit"),)

    def __str__(self) -> str:
        return f"{self.body}: {self.asked_for[:60]}"


class ContributionAnswer(models.Model):
    """What came in answer to a request; a later one supplements, it does not replace."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    request = models.ForeignKey(ContributionRequest, models.PROTECT, related_name="answers")
    answer = models.CharField("trả lời", max_length=10, choices=Answer.choices)
    text = models.TextField("nội dung", blank=True)
    answered_on = models.DateField("ngày trả lời")
    answered_by = Line("người trả lời", max_length=300)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    file_note = models.TextField("số, ký hiệu văn bản trả lời", blank=True)
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")
    on_behalf = models.BooleanField("ghi nhận thay", default=False)

    class Meta:
        verbose_name = "trả lời đề nghị phối hợp"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_answer_display()} {self.answered_on:%d/%m/%Y}"
