"""What people were told, the mails that carry it, and how each wishes to be told."""

from __future__ import annotations

import uuid
from datetime import time

from django.db import models

from thammuu.apps.lines import Line


class Kind(models.TextChoices):
    """What a notice is about; people choose for each kind whether it comes by mail too."""

    HANDED_OVER = "handed_over", "Việc được giao, bàn giao cho tôi"
    CONTRIBUTION_REQUESTED = "contribution_requested", "Đề nghị phối hợp gửi đơn vị tôi"
    CONTRIBUTION_ANSWERED = "contribution_answered", "Trả lời đề nghị phối hợp"
    MORE_TIME_ASKED = "more_time_asked", "Đề nghị gia hạn chờ quyết định"
    MORE_TIME_DECIDED = "more_time_decided", "Quyết định về đề nghị gia hạn"
    INITIAL_ASKED = "initial_asked", "Dự thảo chờ tôi ký nháy"
    CHANGED = "changed", "Thay đổi trong hồ sơ của tôi"
    BEFORE_DUE = "before_due", "Nhắc trước hạn"
    DUE_TODAY = "due_today", "Nhắc việc đến hạn hôm nay"
    OVERDUE = "overdue", "Nhắc việc quá hạn"


class Posting(models.TextChoices):
    """Where the mail about a notice stands."""

    NONE = "none", "Chỉ trên trang"
    WAITING = "waiting", "Chờ gửi thư"
    ENCLOSED = "enclosed", "Đã đưa vào thư"
    EXPIRED = "expired", "Không gửi thư vì đã cũ"


class MailState(models.TextChoices):
    """Where a mail stands."""

    WAITING = "waiting", "Chờ gửi"
    SENDING = "sending", "Đang gửi"
    SENT = "sent", "Đã gửi"
    FAILED = "failed", "Không gửi được"
    EXPIRED = "expired", "Không gửi vì đã cũ"


class Mail(models.Model):
    """One mail to one person with all that was waiting for that person; the row is its outbox entry."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """Also its Message-ID, the same at each try: a server that took it twice can tell."""
    officer = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    state = models.CharField(
        "trạng thái", max_length=10, choices=MailState.choices, default=MailState.WAITING
    )
    tries = models.PositiveSmallIntegerField("số lần đã thử", default=0)
    made_at = models.DateTimeField("lúc lập")
    due_at = models.DateTimeField("gửi từ lúc")
    held_until = models.DateTimeField("giữ đến", null=True)
    """A worker is sending it; after this instant that worker is taken for dead."""
    sent_at = models.DateTimeField("lúc gửi", null=True)
    expires_at = models.DateTimeField("hết hạn gửi")
    fault = models.TextField("lỗi gần nhất", blank=True)

    class Meta:
        verbose_name = "thư"
        indexes = (models.Index(fields=["state", "due_at"], name="notifications_mail_due"),)

    def __str__(self) -> str:
        return f"{self.officer_id} {self.state}"


class Notice(models.Model):
    """One thing told to one officer, once: `occasion` names it, so that telling again tells nothing."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    officer = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    """Whose matter it is: who leaves the agency reads no more of it."""
    kind = models.CharField("loại", max_length=30, choices=Kind.choices)
    subject = models.UUIDField("về")
    words = models.TextField("nội dung")
    link = Line("đường dẫn", max_length=300)
    occasion = Line("dịp", max_length=200)
    told_at = models.DateTimeField("lúc báo")
    expires_at = models.DateTimeField("hết hạn gửi")
    read_at = models.DateTimeField("lúc đọc", null=True)
    posting = models.CharField("gửi thư", max_length=10, choices=Posting.choices)
    mail = models.ForeignKey(Mail, models.PROTECT, null=True, related_name="notices")

    class Meta:
        verbose_name = "thông báo"
        constraints = (
            models.UniqueConstraint(fields=["officer", "occasion"], name="notifications_notice_once"),
        )
        indexes = (
            models.Index(fields=["officer", "-told_at"], name="notifications_notice_newest"),
            models.Index(fields=["officer", "read_at"], name="notifications_notice_unread"),
            models.Index(fields=["posting", "officer"], name="notifications_notice_posting"),
        )

    def __str__(self) -> str:
        return self.words


class Preference(models.Model):
    """How one officer wishes to be told; without a row the defaults of `wishes.Wishes` hold."""

    officer = models.OneToOneField("organisations.Officer", models.PROTECT, related_name="+")
    page_only = models.JSONField("chỉ báo trên trang", default=list)
    """Values of Kind that come without mail."""
    days_before = models.JSONField("nhắc trước hạn (ngày làm việc)", default=list)
    bundled = models.BooleanField("gộp một thư mỗi ngày", default=True)
    bundle_at = models.TimeField("giờ gửi thư gộp", default=time(7, 30))
    quiet_days_off = models.BooleanField("không gửi thư vào ngày nghỉ", default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = "cách nhận thông báo"

    def __str__(self) -> str:
        return f"{self.officer_id}"
