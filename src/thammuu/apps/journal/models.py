"""Events in one chain, the head of the chain, and receipts for requests already served."""

from __future__ import annotations

from django.db import models

from thammuu.apps.lines import Line


class Event(models.Model):
    """One act. `body` is the canonical JSON that was hashed; the other columns repeat parts of it for searching.

    Rows are only added (the database refuses the rest). `hash` = SHA-256(previous hash, seq, body).
    """

    seq = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField("lúc")
    actor = models.UUIDField("người làm", null=True)
    agency = models.UUIDField("cơ quan", null=True)
    act = Line("việc", max_length=60)
    subject = models.UUIDField("đối tượng")
    body = models.TextField("nội dung")
    previous = Line(max_length=64)
    hash = Line(max_length=64, unique=True)

    class Meta:
        verbose_name = "sự kiện"
        indexes = (models.Index(fields=["subject", "seq"], name="journal_event_subject"),)

    def __str__(self) -> str:
        return f"{self.seq} {self.act}"


class Head(models.Model):
    """The one row (id 1) that says where the chain ends; locked last in every transaction that records."""

    seq = models.PositiveBigIntegerField(default=0)
    hash = Line(max_length=64)

    class Meta:
        verbose_name = "đầu nhật ký"

    def __str__(self) -> str:
        return f"{self.seq} {self.hash[:12]}"


class Receipt(models.Model):
    """A request that was served: the same key from the same officer gets the same answer, and no second effect."""

    owner = models.UUIDField("người gửi")
    key = models.UUIDField("khóa")
    act = Line("việc", max_length=60)
    fingerprint = Line(max_length=64)
    result = models.UUIDField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "biên nhận"
        constraints = (models.UniqueConstraint(fields=["owner", "key"], name="journal_receipt_once"),)

    def __str__(self) -> str:
        return f"{self.act} {self.key}"
