"""What happened to a step: acts, changes of what it says, more time asked and decided. Rows are only added."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.dossiers.models.steps import Step
from thammuu.apps.lines import Line


class Act(models.TextChoices):
    """What can be recorded of a step."""

    START = "start", "Bắt đầu"
    FINISH = "finish", "Hoàn thành"
    HAND_OVER = "hand_over", "Chuyển giao"
    SKIP = "skip", "Không thực hiện"
    REOPEN = "reopen", "Mở lại"
    DROP = "drop", "Bỏ khỏi kế hoạch"


class StepEvent(models.Model):
    """A fact: who did what to a step on which day, who recorded it, what proves it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    step = models.ForeignKey(Step, models.PROTECT, related_name="events")
    act = models.CharField("việc", max_length=12, choices=Act.choices)
    done_on = models.DateField("ngày thực hiện")
    done_by = Line("người thực hiện", max_length=300)
    """Name as recorded; the person may be of an agency that does not log in."""
    done_by_officer = models.ForeignKey("organisations.Officer", models.PROTECT, null=True, related_name="+")
    holder_unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, related_name="+")
    holder_officer = models.ForeignKey("organisations.Officer", models.PROTECT, null=True, related_name="+")
    holder_words = Line("chuyển cho", max_length=300, blank=True)
    """From `done_on` on the step is with them; what "where the days went" is reckoned from."""
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")
    evidence = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    evidence_note = models.TextField("nơi lưu minh chứng", blank=True)
    note = models.TextField("ghi chú", blank=True)
    """For skipping, reopening and dropping: the reason."""

    class Meta:
        verbose_name = "ghi nhận"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.done_on:%d/%m/%Y}"


class ExtensionRequest(models.Model):
    """Xin gia hạn: more time asked for a step, with its letter."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    step = models.ForeignKey(Step, models.PROTECT, related_name="extension_requests")
    asked_on = models.DateField("ngày đề nghị")
    asked_by = Line("người đề nghị", max_length=300)
    ends_on = models.DateField("đề nghị đến hết ngày")
    reason = models.TextField("lý do")
    letter = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    letter_note = models.TextField("số, ký hiệu văn bản đề nghị", blank=True)
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")

    class Meta:
        verbose_name = "đề nghị gia hạn"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"đến {self.ends_on:%d/%m/%Y}"


class ExtensionDecision(models.Model):
    """What was decided of a request for more time; one a request."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    request = models.OneToOneField(ExtensionRequest, models.PROTECT, related_name="decision")
    granted = models.BooleanField("đồng ý")
    ends_on = models.DateField("gia hạn đến hết ngày", null=True)
    decided_on = models.DateField("ngày quyết định")
    decided_by = Line("người quyết định", max_length=300)
    paper = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    paper_note = models.TextField("số, ký hiệu văn bản quyết định", blank=True)
    reason = models.TextField("ý kiến", blank=True)
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")

    class Meta:
        verbose_name = "quyết định gia hạn"
        ordering = ("pk",)

    def __str__(self) -> str:
        return "Đồng ý gia hạn" if self.granted else "Không đồng ý gia hạn"


class StepChange(models.Model):
    """What a step says was changed: by more time, by an amended plan, or because it had been read wrongly."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    step = models.ForeignKey(Step, models.PROTECT, related_name="changes")
    field = Line("mục", max_length=20)
    """text, when, lead, coordinating, condition, products, report_to, after, added."""
    before = models.JSONField("trước", null=True)
    after = models.JSONField("sau", null=True)
    decision = models.ForeignKey(ExtensionDecision, models.PROTECT, null=True, related_name="changes")
    amended_by = models.ForeignKey("documents.Reading", models.PROTECT, null=True, related_name="+")
    """The paper that changes it."""
    reason = models.TextField("lý do", blank=True)
    made_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lúc thay đổi")

    class Meta:
        verbose_name = "thay đổi của bước"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.field}: {self.before} → {self.after}"
