"""One row a piece of background work, and one row a slot of the schedule."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class RunState(models.TextChoices):
    """Where a piece of work stands."""

    WAITING = "waiting", "Đang chờ"
    RUNNING = "running", "Đang làm"
    DONE = "done", "Đã xong"
    FAILED = "failed", "Không làm được"


class JobRun(models.Model):
    """Work asked for once under `key`, tried until done or given up; beats while it runs."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    job = Line("việc", max_length=100)
    key = Line("khóa", max_length=200)
    payload = models.JSONField(default=dict)
    state = models.CharField("trạng thái", max_length=10, choices=RunState.choices, default=RunState.WAITING)
    attempts = models.PositiveSmallIntegerField("số lần đã thử", default=0)
    handed_at = models.DateTimeField(null=True)
    """When a task that will take this row was last given to the engine; null: to be given at the next tick."""
    due_at = models.DateTimeField("đến lượt lúc")
    beat_at = models.DateTimeField("nhịp cuối", null=True)
    worker = Line(max_length=64, blank=True)
    done = models.PositiveIntegerField("đã làm", default=0)
    total = models.PositiveIntegerField("tổng số", default=0)
    message = models.TextField("thông báo", blank=True)
    code = Line("mã", max_length=100, blank=True)
    result = models.JSONField(null=True)
    asked_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "việc nền"
        constraints = (models.UniqueConstraint(fields=["job", "key"], name="jobs_jobrun_once"),)
        indexes = (models.Index(fields=["state", "due_at"], name="jobs_jobrun_due"),)

    def __str__(self) -> str:
        return f"{self.job} {self.key}"


class Slot(models.Model):
    """A turn of a scheduled job; the unique row lets exactly one machine take it."""

    job = Line(max_length=100)
    at = models.DateTimeField()

    class Meta:
        verbose_name = "lượt"
        constraints = (models.UniqueConstraint(fields=["job", "at"], name="jobs_slot_once"),)

    def __str__(self) -> str:
        return f"{self.job} {self.at:%Y-%m-%d %H:%M}"
