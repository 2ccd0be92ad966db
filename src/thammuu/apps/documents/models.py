"""Documents and readings. A reading is the machine's claim; nothing a person confirmed is ever written into it."""

from __future__ import annotations

import uuid

from django.db import models


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
    schema = models.CharField(max_length=40)
    source_sha256 = models.CharField(max_length=64)
    claim = models.JSONField("bản đọc")
    """The contract `thammuu/reading/1` (docs), exactly as `thammuu read --json` prints it."""
    words = models.JSONField("nguyên văn", default=dict)
    """Text of each provision by its id, so that a screen can show the sentence a value came from."""
    kind = models.CharField("loại", max_length=100, blank=True)
    symbol = models.CharField("số, ký hiệu", max_length=100, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True)
    title = models.TextField("trích yếu", blank=True)
    read_at = models.DateTimeField("lúc đọc")

    class Meta:
        verbose_name = "bản đọc"
        get_latest_by = "pk"

    def __str__(self) -> str:
        return self.title or str(self.uuid)
