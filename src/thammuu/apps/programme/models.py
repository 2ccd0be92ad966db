"""Programmes, the assignments in them or in letters, what leaders wrote on them, and templates of steps."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class AssignmentState(models.TextChoices):
    """Whether the duty still stands; whether it is running or late is reckoned from its dossier and its day."""

    STANDING = "standing", "Đang giao"
    WITHDRAWN = "withdrawn", "Đã rút khỏi chương trình"


class ChangeAct(models.TextChoices):
    """What can be done to an assignment."""

    CORRECT = "correct", "Sửa nội dung"
    GIVE = "give", "Giao đơn vị chủ trì"
    DEFER = "defer", "Lùi hạn"
    WITHDRAW = "withdraw", "Rút khỏi chương trình"
    OPEN = "open", "Lập hồ sơ"


class ProgrammeSheet(models.Model):
    """A file with a programme as received, and what the machine read in it; nothing of it holds until confirmed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    claim = models.JSONField("bản đọc")
    """Title, year, items, problems: `apps.programme.claims`."""
    received_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    received_at = models.DateTimeField("lúc nhận")

    class Meta:
        verbose_name = "tệp chương trình công tác"

    def __str__(self) -> str:
        return str(self.claim.get("title") or self.uuid)


class WorkProgramme(models.Model):
    """Chương trình công tác of one year, confirmed by a person. Rows are only added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    year = models.PositiveIntegerField("năm")
    title = models.TextField("tên chương trình")
    issuer = Line("cơ quan ban hành", max_length=300, blank=True)
    symbol = Line("số, ký hiệu", max_length=100, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True)
    sheet = models.OneToOneField(ProgrammeSheet, models.PROTECT, null=True, related_name="programme")
    """None for a programme typed by hand."""
    added_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    added_at = models.DateTimeField("lúc nhập")

    class Meta:
        verbose_name = "chương trình công tác"
        ordering = ("-year", "-pk")

    def __str__(self) -> str:
        return self.title


class Letter(models.Model):
    """Văn bản giao việc đến. Rows are only added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    issuer = Line("cơ quan giao", max_length=300)
    symbol = Line("số, ký hiệu", max_length=100, blank=True)
    issued_on = models.DateField("ngày văn bản", null=True)
    received_on = models.DateField("ngày đến")
    subject = models.TextField("trích yếu", blank=True)
    document = models.ForeignKey("documents.Document", models.PROTECT, null=True, related_name="+")
    """The paper itself; None where it lies elsewhere and `kept_at` says where."""
    kept_at = models.TextField("nơi lưu bản gốc", blank=True)
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")

    class Meta:
        verbose_name = "văn bản giao việc"

    def __str__(self) -> str:
        return self.symbol or self.subject or str(self.uuid)


class Assignment(models.Model):
    """Nhiệm vụ được giao: one duty as it stands now; `version` rises with every change."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    programme = models.ForeignKey(WorkProgramme, models.PROTECT, null=True, related_name="assignments")
    letter = models.ForeignKey(Letter, models.PROTECT, null=True, related_name="assignments")
    number = Line("số thứ tự", max_length=50, blank=True)
    groups = models.JSONField("đề mục", default=list)
    place = Line("vị trí trong tệp", max_length=300, blank=True)
    text = models.TextField("nội dung")
    folded = models.TextField("nội dung không dấu", editable=False)
    """For searching without marks on both engines."""
    lead_words = models.TextField("chủ trì ghi trong văn bản", blank=True)
    lead_unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, related_name="+")
    lead_agency = models.ForeignKey("organisations.Agency", models.PROTECT, null=True, related_name="+")
    coordinating = models.JSONField("phối hợp", default=list)
    when_as_written = models.TextField("thời hạn ghi trong văn bản", blank=True)
    starts_on = models.DateField("từ ngày", null=True)
    ends_on = models.DateField("đến ngày", null=True)
    strict = models.BooleanField("trước ngày", default=False)
    due_on = models.DateField("ngày cuối còn đúng hạn", null=True)
    """Reckoned by the calendar from `ends_on` and `strict`."""
    product = models.TextField("sản phẩm", blank=True)
    submitted_to = models.TextField("cấp trình", blank=True)
    basis = models.TextField("căn cứ", blank=True)
    note = models.TextField("ghi chú", blank=True)
    state = models.CharField(
        "trạng thái", max_length=10, choices=AssignmentState.choices, default=AssignmentState.STANDING
    )
    dossier = models.OneToOneField("dossiers.Dossier", models.PROTECT, null=True, related_name="assignment")
    version = models.PositiveIntegerField(default=1)
    added_at = models.DateTimeField("lúc nhập")

    class Meta:
        verbose_name = "nhiệm vụ"
        indexes = (models.Index(fields=["agency", "state", "due_on"], name="programme_assignment_urgency"),)

    def __str__(self) -> str:
        return self.text[:80]


class AssignmentChange(models.Model):
    """What was changed in an assignment, why, and by which paper. Rows are only added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="changes")
    act = models.CharField("việc", max_length=10, choices=ChangeAct.choices)
    before = models.JSONField("trước", default=dict)
    after = models.JSONField("sau", default=dict)
    reason = models.TextField("lý do", blank=True)
    decided_by = Line("người quyết định", max_length=300, blank=True)
    decided_on = models.DateField("ngày quyết định", null=True)
    paper = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    paper_note = models.TextField("số, ký hiệu văn bản", blank=True)
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")

    class Meta:
        verbose_name = "thay đổi của nhiệm vụ"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.get_act_display()


class Instruction(models.Model):
    """Bút phê, chỉ đạo of a leader on an assignment, in the leader's words. Rows are only added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    assignment = models.ForeignKey(Assignment, models.PROTECT, related_name="instructions")
    words = models.TextField("nội dung bút phê")
    given_by = Line("người bút phê", max_length=300)
    given_by_officer = models.ForeignKey("organisations.Officer", models.PROTECT, null=True, related_name="+")
    given_on = models.DateField("ngày bút phê")
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, related_name="+")
    """The unit that the words give the duty to, if any."""
    evidence = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    evidence_note = models.TextField("nơi lưu bút phê", blank=True)
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")

    class Meta:
        verbose_name = "bút phê"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.words[:80]


class StepTemplate(models.Model):
    """Mẫu các bước of an agency; what it says is its newest version."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lúc lập")

    class Meta:
        verbose_name = "mẫu các bước"

    def __str__(self) -> str:
        return str(self.uuid)


class TemplateVersion(models.Model):
    """What a template says from a moment on. Rows are only added; an empty list of steps puts it out of use."""

    template = models.ForeignKey(StepTemplate, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("lần")
    name = Line("tên mẫu", max_length=300)
    steps = models.JSONField("các bước")
    """[{title, durations, condition, owner}], in their order."""
    reason = models.TextField("lý do", blank=True)
    made_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lúc sửa")

    class Meta:
        verbose_name = "lần sửa mẫu"
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["template", "number"], name="programme_template_version_once"),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.number})"


class LaidTimetable(models.Model):
    """The timetable by which a dossier was made from an assignment: what its plan is drafted from. Rows are only added."""

    assignment = models.OneToOneField(Assignment, models.PROTECT, related_name="timetable")
    template_name = Line("mẫu", max_length=300)
    template_version = models.ForeignKey(TemplateVersion, models.PROTECT, null=True, related_name="+")
    """None for the template that comes with the program."""
    first_day = models.DateField("ngày bắt đầu")
    due_on = models.DateField("hạn")
    steps = models.JSONField("các bước")
    """[{title, days, last_day, condition, owner}] as laid."""
    made_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lúc lập")

    class Meta:
        verbose_name = "tiến độ lập từ mẫu"

    def __str__(self) -> str:
        return f"{self.template_name}: {self.first_day:%d/%m/%Y} – {self.due_on:%d/%m/%Y}"
