"""Open sessions, personal tokens, and what an officer chose for the own account."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from thammuu.apps.lines import Line
from thammuu.apps.organisations.models import Officer


class Session(AbstractBaseSession):
    """A session with columns beside its contents, so that people can see their own and end them.

    The columns repeat what `sessions.begin` and `sessions.see` put into the contents; NULL before a sign-in.
    """

    uuid = models.UUIDField(null=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    began_at = models.DateTimeField("đăng nhập lúc", null=True)
    seen_at = models.DateTimeField("thao tác lần cuối", null=True)
    address = Line("địa chỉ mạng", max_length=45, blank=True)
    agent = Line("trình duyệt", max_length=300, blank=True)

    class Meta:
        verbose_name = "phiên làm việc"

    def __str__(self) -> str:
        return f"{self.account_id} {self.uuid}"

    @classmethod
    def get_session_store_class(cls) -> type:
        """The engine that writes these rows."""
        from thammuu.apps.accounts.store import SessionStore  # The engine imports this module.

        return SessionStore


class Purpose(models.TextChoices):
    """What a personal token opens, and nothing else."""

    API = "api", "Chương trình khác đọc và ghi tiến độ (API)"
    CALENDAR = "calendar", "Lịch công việc trên điện thoại, máy tính"


class PersonalToken(models.Model):
    """Mã truy cập cá nhân. Its secret is shown once; what is kept (SHA-256) tells whether one is right, not what it is."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="tokens")
    purpose = models.CharField("dùng cho", max_length=20, choices=Purpose.choices)
    name = Line("tên", max_length=100)
    sha256 = Line(max_length=64, unique=True)
    made_at = models.DateTimeField("tạo lúc")
    expires_on = models.DateField("dùng đến hết ngày")
    last_used_on = models.DateField("ngày dùng gần nhất", null=True)
    revoked_at = models.DateTimeField("thu hồi lúc", null=True)
    reason = Line("lý do thu hồi", max_length=300, blank=True)

    class Meta:
        verbose_name = "mã truy cập cá nhân"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.officer}: {self.name}"


class Preference(models.Model):
    """What an officer chose for the own account."""

    officer = models.OneToOneField(Officer, models.PROTECT, related_name="preference")
    language = Line("ngôn ngữ", max_length=10, default="vi")

    class Meta:
        verbose_name = "lựa chọn cá nhân"

    def __str__(self) -> str:
        return f"{self.officer}: {self.language}"
