"""The dossier itself, and what was done to it as a whole."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class DossierState(models.TextChoices):
    """Whether work goes on; changed only along `transitions.DOSSIER_TABLE`."""

    OPEN = "open", "Đang thực hiện"
    CLOSED = "closed", "Đã kết thúc"


class DossierAct(models.TextChoices):
    """What can be recorded of a dossier as a whole."""

    HAND_OVER = "hand_over", "Giao lại người soạn"
    RENAME = "rename", "Sửa tên hồ sơ"
    CLOSE = "close", "Kết thúc hồ sơ"
    REOPEN = "reopen", "Mở lại hồ sơ"


class Dossier(models.Model):
    """Hồ sơ công việc: one document brought from its assignment to its issuance by one agency.

    `steps_open`, `next_due_on` and `waits_since` are derived from the steps by `derived.refresh`, so that ten
    thousand dossiers are listed without reading their steps.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    unit = models.ForeignKey("organisations.Unit", models.PROTECT, null=True, related_name="+")
    """The unit that keeps it: its drafter's."""
    drafter = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    reading = models.ForeignKey("documents.Reading", models.PROTECT, null=True, related_name="dossiers")
    """The plan it was made from; none for a dossier made from an assignment."""
    previous = models.ForeignKey("self", models.PROTECT, null=True, related_name="following")
    """The dossier of the year before."""
    title = models.TextField("tên hồ sơ")
    mandate = models.TextField("nhiệm vụ được giao", blank=True)
    """By what it was assigned, in words: "Chương trình công tác năm 2021, mục 12"."""
    due_on = models.DateField("hạn của cả hồ sơ", null=True)
    outcome_kind = Line("loại văn bản phải ban hành", max_length=100, blank=True)
    outcome_title = models.TextField("văn bản phải ban hành", blank=True)
    outcome_issuer = models.TextField("cơ quan ban hành", blank=True)
    opened_at = models.DateTimeField("lúc lập")
    state = models.CharField(
        "trạng thái", max_length=10, choices=DossierState.choices, default=DossierState.OPEN
    )
    version = models.PositiveIntegerField(default=1)
    steps_total = models.PositiveIntegerField("số bước", default=0)
    steps_open = models.PositiveIntegerField("số bước chưa xong", default=0)
    next_due_on = models.DateField("hạn gần nhất", null=True)
    """The earliest last day among unfinished steps."""
    waits_since = models.DateField("đến kỳ mà chưa làm từ ngày", null=True)
    """The earliest first day among dated steps that have not begun."""

    class Meta:
        verbose_name = "hồ sơ"
        indexes = (
            models.Index(fields=["agency", "state", "next_due_on"], name="dossiers_dossier_urgency"),
            models.Index(fields=["agency", "-opened_at"], name="dossiers_dossier_newest"),
        )

    def __str__(self) -> str:
        return self.title


class DossierEvent(models.Model):
    """A fact about the dossier as a whole. Rows are only added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey(Dossier, models.PROTECT, related_name="events")
    act = models.CharField("việc", max_length=12, choices=DossierAct.choices)
    before = models.TextField("trước", blank=True)
    after = models.TextField("sau", blank=True)
    reason = models.TextField("lý do", blank=True)
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")

    class Meta:
        verbose_name = "ghi nhận về hồ sơ"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.get_act_display()
