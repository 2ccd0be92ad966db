"""A dossier, its steps and doubts as they stand now, and the facts they stand on."""

from __future__ import annotations

import uuid

from django.db import models


class StepState(models.TextChoices):
    """Where a step stands; changed only along `transitions.TABLE`."""

    NOT_STARTED = "not_started", "Chưa bắt đầu"
    STARTED = "started", "Đang thực hiện"
    FINISHED = "finished", "Đã hoàn thành"


class Act(models.TextChoices):
    """What can be recorded of a step."""

    START = "start", "Bắt đầu"
    FINISH = "finish", "Hoàn thành"


class DoubtState(models.TextChoices):
    """What people made of a doubt."""

    OPEN = "open", "Chờ xem xét"
    CONFIRMED = "confirmed", "Đúng là có vấn đề"
    DISMISSED = "dismissed", "Không phải vấn đề"


class Part(models.TextChoices):
    """How a unit takes part in a step."""

    LEAD = "lead", "Chủ trì"
    COORDINATING = "coordinating", "Phối hợp"


class Dossier(models.Model):
    """Hồ sơ công việc: one plan carried out by one agency."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, related_name="+")
    """The unit that keeps it: its drafter's."""
    drafter = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    reading = models.ForeignKey("documents.Reading", models.PROTECT, related_name="dossiers")
    title = models.TextField("tên hồ sơ")
    outcome_kind = models.CharField("loại văn bản phải ban hành", max_length=100, blank=True)
    outcome_title = models.TextField("văn bản phải ban hành", blank=True)
    outcome_issuer = models.TextField("cơ quan ban hành", blank=True)
    opened_at = models.DateTimeField("lúc lập")

    class Meta:
        verbose_name = "hồ sơ"

    def __str__(self) -> str:
        return self.title


class Step(models.Model):
    """One duty of the plan, as read, with its state now. `version` rises with every recorded act."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="steps")
    position = models.PositiveIntegerField("thứ tự")
    mark = models.CharField("mã trong bản đọc", max_length=20)
    where = models.CharField("vị trí", max_length=300)
    text = models.TextField("nội dung")
    when_as_written = models.TextField("thời hạn ghi trong kế hoạch", blank=True)
    when_kind = models.CharField("loại thời hạn", max_length=20)
    starts_on = models.DateField("từ ngày", null=True)
    ends_on = models.DateField("đến ngày", null=True)
    strict = models.BooleanField("trước ngày", default=False)
    open_end = models.BooleanField(default=False)
    recurrence = models.TextField(blank=True)
    also = models.JSONField("các thời hạn khác", default=list)
    inherited = models.JSONField("lấy từ phần chung", default=list)
    condition = models.TextField("điều kiện", blank=True)
    products = models.JSONField("sản phẩm", default=list)
    report_to = models.TextField("báo cáo", blank=True)
    activities = models.JSONField("hoạt động", default=list)
    sources = models.JSONField("nguồn", default=dict)
    """Field → {provision, start, end}: which words of the plan a value came from."""
    after = models.ManyToManyField("self", symmetrical=False, related_name="before")
    state = models.CharField(
        "trạng thái", max_length=12, choices=StepState.choices, default=StepState.NOT_STARTED
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "bước"
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["dossier", "position"], name="dossiers_step_position_once"),
            models.UniqueConstraint(fields=["dossier", "mark"], name="dossiers_step_mark_once"),
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

    def __str__(self) -> str:
        return self.as_written


class StepEvent(models.Model):
    """A fact: who did what to a step on which day, who recorded it, what proves it. Rows are only added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    step = models.ForeignKey(Step, models.PROTECT, related_name="events")
    act = models.CharField("việc", max_length=12, choices=Act.choices)
    done_on = models.DateField("ngày thực hiện")
    done_by = models.CharField("người thực hiện", max_length=300)
    """Name as recorded; the person may be of an agency that does not log in."""
    done_by_officer = models.ForeignKey("organisations.Officer", models.PROTECT, null=True, related_name="+")
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")
    evidence = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    evidence_note = models.TextField("nơi lưu minh chứng", blank=True)
    note = models.TextField("ghi chú", blank=True)

    class Meta:
        verbose_name = "ghi nhận"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.done_on:%d/%m/%Y}"


class Doubt(models.Model):
    """Something in the plan that a person must look at, with what was decided last."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="doubts")
    step = models.ForeignKey(Step, models.PROTECT, null=True, related_name="doubts")
    code = models.CharField(max_length=100)
    severity = models.CharField(max_length=10)
    message = models.TextField("nội dung")
    basis = models.TextField("căn cứ", blank=True)
    where = models.CharField("mục", max_length=300, blank=True)
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
