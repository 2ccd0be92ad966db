"""What people said of a draft against its mandates, and the plans they set side by side."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class Verdict(models.TextChoices):
    """What a person said of one demand."""

    COVERED = "covered", "Có trong dự thảo"
    OMITTED = "omitted", "Không đưa vào, có lý do"


class MandateAdded(models.Model):
    """A mandating document that the draft does not cite by number and is held against all the same. Rows are only added."""

    draft = models.ForeignKey("drafting.Draft", models.PROTECT, related_name="mandates_added")
    instrument = models.ForeignKey("instruments.Instrument", models.PROTECT, related_name="+")
    by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc thêm")

    class Meta:
        verbose_name = "văn bản giao thêm vào"
        constraints = (
            models.UniqueConstraint(fields=["draft", "instrument"], name="coverage_mandate_added_once"),
        )

    def __str__(self) -> str:
        return f"{self.draft}: {self.instrument}"


class Answer(models.Model):
    """How a draft answers one demand, as a person saw it in a version; the newest holds. Rows are only added.

    The provision is kept by its words: they are looked for in every later version, and where they have changed a person
    looks again.
    """

    draft = models.ForeignKey("drafting.Draft", models.PROTECT, related_name="answers")
    version = models.ForeignKey("drafting.DraftVersion", models.PROTECT, related_name="+")
    item = models.ForeignKey("instruments.MandateItem", models.PROTECT, related_name="+")
    number = models.PositiveIntegerField("lần")
    """From 1, without gaps: two who answer at the same time collide, and the second is told."""
    verdict = models.CharField("kết luận", max_length=10, choices=Verdict.choices)
    where = Line("ở đâu trong dự thảo", max_length=200, blank=True)
    quote = models.TextField("lời của điều khoản", blank=True)
    reason = models.TextField("lý do, ghi chú", blank=True)
    by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc ghi")

    class Meta:
        verbose_name = "đối chiếu"
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["draft", "item", "number"], name="coverage_answer_number_once"),
        )

    def __str__(self) -> str:
        return f"{self.get_verdict_display()} {self.where}".strip()


class Comparison(models.Model):
    """So sánh: plans of several provinces side by side, a study of one agency."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    title = Line("tên", max_length=200)
    begun_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    begun_at = models.DateTimeField("lúc lập")

    class Meta:
        verbose_name = "so sánh kế hoạch"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.title


class ComparedPlan(models.Model):
    """One plan of a comparison with what was read of it; it is taken out, never deleted."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    comparison = models.ForeignKey(Comparison, models.PROTECT, related_name="plans")
    name = Line("tỉnh, cơ quan", max_length=100)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    reading = models.JSONField("nội dung đọc được")
    """`exchange.targets` of the plan."""
    added_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    added_at = models.DateTimeField("lúc thêm")
    taken_out_by = models.ForeignKey("organisations.Officer", models.PROTECT, null=True, related_name="+")
    taken_out_at = models.DateTimeField("lúc bỏ", null=True)

    class Meta:
        verbose_name = "kế hoạch được so sánh"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name
