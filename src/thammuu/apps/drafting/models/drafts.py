"""The draft, its versions, and what was found in each."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class Source(models.TextChoices):
    """Where a version comes from."""

    COMPOSED = "composed", "Soạn từ mẫu"
    UPLOADED = "uploaded", "Tải lên từ Word"
    REPAIRED = "repaired", "Sửa thể thức tự động"


class Draft(models.Model):
    """Dự thảo: one paper of a dossier, from its first version to the signature."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="drafts")
    step = models.ForeignKey("dossiers.Step", models.PROTECT, null=True, related_name="drafts")
    """The step whose product it is; none for a paper of the dossier as a whole."""
    template = Line("mẫu", max_length=60, blank=True)
    """Code of the template that it was composed from."""
    kind = Line("loại văn bản", max_length=100)
    title = models.TextField("trích yếu")
    begun_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    begun_at = models.DateTimeField("lúc bắt đầu")

    class Meta:
        verbose_name = "dự thảo"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.kind} {self.title}"


class DraftVersion(models.Model):
    """Dự thảo lần n: a Word file as it was then. It never changes; a change is version n + 1."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    draft = models.ForeignKey(Draft, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("lần")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="draft_versions")
    source = models.CharField("nguồn", max_length=10, choices=Source.choices)
    reason = models.TextField("lý do, nội dung thay đổi", blank=True)
    words = Line("dấu của lời văn", max_length=64)
    """SHA-256 of its words: two files that say the same have the same."""
    made_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lúc lập")

    class Meta:
        verbose_name = "lần dự thảo"
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["draft", "number"], name="drafting_version_number_once"),
        )

    def __str__(self) -> str:
        return f"{self.draft}, lần {self.number}"


class VersionCheck(models.Model):
    """What one run of the checks found in a version; the newest is shown, the earlier stay."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.ForeignKey(DraftVersion, models.PROTECT, related_name="checks")
    schema = Line(max_length=40)
    state = Line("kiểm tra như văn bản", max_length=20)
    """A value of `formats.State`."""
    law_day = models.DateField("pháp luật tính đến ngày")
    errors = models.PositiveIntegerField("số lỗi")
    warnings = models.PositiveIntegerField("số cảnh báo")
    notes = models.PositiveIntegerField("số lưu ý")
    findings = models.JSONField("kết quả")
    """`checking.Found` as JSON, in the order of the document's parts."""
    checked_at = models.DateTimeField("lúc kiểm tra")

    class Meta:
        verbose_name = "lần kiểm tra"
        get_latest_by = "pk"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.errors} lỗi, {self.warnings} cảnh báo"
