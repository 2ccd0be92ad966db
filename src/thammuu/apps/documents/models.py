"""Documents, readings, and what people confirmed of them. A reading stays the machine's claim for ever."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class Document(models.Model):
    """A document as received: who holds it and which file it is. Rows are only added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="documents")
    received_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    received_at = models.DateTimeField("lúc nhận")

    class Meta:
        verbose_name = "văn bản"

    def __str__(self) -> str:
        return str(self.uuid)


class Reading(models.Model):
    """What one run of the reader says of a document; the newest row is shown. Rows are only added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    document = models.ForeignKey(Document, models.PROTECT, related_name="readings")
    schema = Line(max_length=40)
    source_sha256 = Line(max_length=64)
    claim = models.JSONField("bản đọc")
    """The contract `thammuu/reading/1` (docs), exactly as `thammuu read --json` prints it."""
    words = models.JSONField("nguyên văn", default=dict)
    """Text of each provision by its id, so that a screen can show the sentence a value came from."""
    kind = Line("loại", max_length=100, blank=True)
    symbol = Line("số, ký hiệu", max_length=100, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True)
    title = models.TextField("trích yếu", blank=True)
    read_at = models.DateTimeField("lúc đọc")

    class Meta:
        verbose_name = "bản đọc"
        get_latest_by = "pk"

    def __str__(self) -> str:
        return self.title or str(self.uuid)


class ReadingBand(models.Model):
    """A name of the text of a reading (`text.likeness.bands`); texts that share one are likely the same text."""

    reading = models.ForeignKey(Reading, models.PROTECT, related_name="bands")
    name = Line(max_length=16, db_index=True)

    class Meta:
        verbose_name = "dấu của văn bản"

    def __str__(self) -> str:
        return self.name


class ConfirmedValue(models.Model):
    """What a person says a value of a reading is; the newest edition of a path holds. Rows are only added.

    A value without a row was only read by the machine. Two people who answer the same edition collide on the
    constraint, so that the second is told and not silently followed.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reading = models.ForeignKey(Reading, models.PROTECT, related_name="confirmed")
    path = Line("giá trị", max_length=80)
    """"header/title", "steps/s3/when", "steps/s3/fate"; see `held`."""
    edition = models.PositiveIntegerField("lần")
    value = models.JSONField("giá trị được xác nhận", null=True)
    as_read = models.JSONField("máy đọc", null=True)
    by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc xác nhận")

    class Meta:
        verbose_name = "giá trị được xác nhận"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["reading", "path", "edition"], name="documents_confirmed_edition_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.path}: {self.value}"
