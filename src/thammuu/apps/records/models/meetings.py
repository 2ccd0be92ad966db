"""Meetings: the invitation, who came, what was concluded, and which steps that made."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class Meeting(models.Model):
    """Cuộc họp, as invited to."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="meetings")
    step = models.ForeignKey("dossiers.Step", models.PROTECT, null=True, related_name="+")
    title = models.TextField("nội dung họp")
    held_on = models.DateField("ngày họp")
    begins_at = models.TimeField("giờ họp", null=True)
    place = Line("địa điểm", max_length=300, blank=True)
    chair = Line("chủ trì", max_length=300, blank=True)
    letter = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    letter_note = models.TextField("số, ký hiệu giấy mời", blank=True)
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")

    class Meta:
        verbose_name = "cuộc họp"
        ordering = ("held_on", "pk")

    def __str__(self) -> str:
        return self.title


class Invitee(models.Model):
    """A unit, a body or a person invited."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="invitees")
    position = models.PositiveIntegerField("thứ tự")
    name = Line("thành phần mời", max_length=300)

    class Meta:
        verbose_name = "thành phần mời"
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name


class Minutes(models.Model):
    """Biên bản, thông báo kết luận: what the meeting came to; a later one supplements it."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="minutes")
    held_on = models.DateField("ngày họp thực tế")
    chair = Line("người chủ trì, kết luận", max_length=300)
    summary = models.TextField("diễn biến chính", blank=True)
    paper = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    paper_note = models.TextField("số, ký hiệu thông báo kết luận", blank=True)
    recorded_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField("lúc ghi nhận")

    class Meta:
        verbose_name = "biên bản họp"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"họp {self.held_on:%d/%m/%Y}"


class Attendance(models.Model):
    """Whether one of those invited, or somebody else, came."""

    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="attendances")
    position = models.PositiveIntegerField("thứ tự")
    name = Line("thành phần", max_length=300)
    came = models.BooleanField("có dự")
    person = Line("người dự", max_length=300, blank=True)

    class Meta:
        verbose_name = "dự họp"
        ordering = ("position",)

    def __str__(self) -> str:
        return self.name


class Conclusion(models.Model):
    """Kết luận họp: an instruction, a source of change beside opinions."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="conclusions")
    position = models.PositiveIntegerField("thứ tự")
    text = models.TextField("kết luận")

    class Meta:
        verbose_name = "kết luận họp"
        ordering = ("position",)

    def __str__(self) -> str:
        return self.text


class ConclusionStep(models.Model):
    """The step that a conclusion became."""

    conclusion = models.OneToOneField(Conclusion, models.PROTECT, related_name="made")
    step = models.ForeignKey("dossiers.Step", models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "bước từ kết luận họp"

    def __str__(self) -> str:
        return str(self.step)
