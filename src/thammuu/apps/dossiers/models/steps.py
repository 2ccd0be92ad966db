"""A step as it stands now, and who owns it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from thammuu.apps.dossiers.models.dossiers import Dossier
from thammuu.apps.lines import Line


class StepState(models.TextChoices):
    """Where a step stands; changed only along `transitions.TABLE`."""

    NOT_STARTED = "not_started", "Chưa bắt đầu"
    STARTED = "started", "Đang thực hiện"
    FINISHED = "finished", "Đã hoàn thành"
    SKIPPED = "skipped", "Không thực hiện"
    DROPPED = "dropped", "Bỏ khỏi kế hoạch"


OVER = (StepState.FINISHED, StepState.SKIPPED, StepState.DROPPED)
"""States in which nobody waits for the step."""


class Origin(models.TextChoices):
    """Where a step comes from."""

    PLAN = "plan", "Kế hoạch"
    TEMPLATE = "template", "Mẫu các bước"
    PART = "part", "Việc thành phần"
    CONCLUSION = "conclusion", "Kết luận họp"
    HAND = "hand", "Thêm tay"


class Part(models.TextChoices):
    """How a unit takes part in a step."""

    LEAD = "lead", "Chủ trì"
    COORDINATING = "coordinating", "Phối hợp"


class Step(models.Model):
    """One duty with its state now. `version` rises with every recorded act and every change.

    `due_on`, `started_on` and `finished_on` are derived (by the calendar, from the facts) in the transaction that
    changes what they come from; nothing else writes them.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="steps")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    """The bundled step ("lấy ý kiến; tổng hợp; tiếp thu") that this is a part of."""
    origin = models.CharField("nguồn", max_length=10, choices=Origin.choices, default=Origin.PLAN)
    position = models.PositiveIntegerField("thứ tự")
    mark = Line("mã trong bản đọc", max_length=40)
    where = Line("vị trí", max_length=300)
    text = models.TextField("nội dung")
    when_as_written = models.TextField("thời hạn ghi trong kế hoạch", blank=True)
    when_kind = Line("loại thời hạn", max_length=20)
    starts_on = models.DateField("từ ngày", null=True)
    ends_on = models.DateField("đến ngày", null=True)
    strict = models.BooleanField("trước ngày", default=False)
    due_on = models.DateField("ngày cuối còn trong hạn", null=True)
    open_end = models.BooleanField(default=False)
    recurrence = models.TextField(blank=True)
    also = models.JSONField("các thời hạn khác", default=list)
    inherited = models.JSONField("lấy từ phần chung", default=list)
    condition = models.TextField("điều kiện", blank=True)
    products = models.JSONField("sản phẩm", default=list)
    report_to = models.TextField("báo cáo", blank=True)
    activities = models.JSONField("hoạt động", default=list)
    sources = models.JSONField("nguồn chữ", default=dict)
    """Field → {provision, start, end}: which words of the plan a value came from."""
    confirmed = models.JSONField("đã xác nhận", default=list)
    """Fields whose value a person confirmed or wrote; what is not here was only read by the machine."""
    after = models.ManyToManyField("self", symmetrical=False, related_name="before")
    state = models.CharField(
        "trạng thái", max_length=12, choices=StepState.choices, default=StepState.NOT_STARTED
    )
    started_on = models.DateField("ngày bắt đầu", null=True)
    finished_on = models.DateField("ngày xong", null=True)
    holder_unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, related_name="+")
    holder_officer = models.ForeignKey("organisations.Officer", models.PROTECT, null=True, related_name="+")
    holder_words = Line("đang ở", max_length=300, blank=True)
    """Who has it now, in words; also a body outside that the step waits for. Empty: its lead unit."""
    held_since = models.DateField("từ ngày", null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "bước"
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=["dossier", "mark"], name="dossiers_step_mark_once"),)
        indexes = (
            models.Index(fields=["state", "due_on"], name="dossiers_step_due"),
            models.Index(fields=["state", "finished_on"], name="dossiers_step_finished"),
            models.Index(fields=["holder_officer", "state"], name="dossiers_step_holder"),
            models.Index(fields=["holder_unit", "state"], name="dossiers_step_unit"),
            models.Index(
                fields=["parent", "state"], name="dossiers_step_parts", condition=Q(parent__isnull=False)
            ),
        )

    def __str__(self) -> str:
        return f"{self.where} {self.text[:60]}"

    @property
    def lead_unit_ids(self) -> frozenset[int]:
        """Units of the register that lead the step."""
        return frozenset(
            owner.unit_id for owner in self.owners.all() if owner.part == Part.LEAD and owner.unit_id
        )


class StepUnit(models.Model):
    """One owner of a step: the words of the plan, and the unit or agency of the register they name, if any."""

    step = models.ForeignKey(Step, models.PROTECT, related_name="owners")
    part = models.CharField("vai trò", max_length=12, choices=Part.choices)
    position = models.PositiveIntegerField("thứ tự")
    as_written = models.TextField("tên ghi trong kế hoạch")
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, related_name="+")
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "đơn vị thực hiện"
        ordering = ("part", "position")
        indexes = (models.Index(fields=["step", "part", "unit"], name="dossiers_stepunit_who"),)

    def __str__(self) -> str:
        return self.as_written
