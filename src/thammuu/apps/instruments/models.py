"""Legal documents of the register, what became of what was said of them, and what they demand.

They are facts of the country and belong to no agency. `Instrument` is what holds now; every edition of it stays.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q

from thammuu.apps.lines import Line
from thammuu.apps.organisations.models.dated import Versioned


class Certainty(models.TextChoices):
    """How far a fact can be relied on; told wherever the fact is."""

    VERIFIED = "verified", "Đã đối chiếu bản gốc"
    STATED = "stated", "Theo nguồn dẫn lại"
    FROM_MEMORY = "from_memory", "Theo trí nhớ, chưa đối chiếu"


class Relation(models.TextChoices):
    """What a later document does to an earlier one."""

    REPLACES = "replaces", "thay thế"
    AMENDS = "amends", "sửa đổi, bổ sung"


class Origin(models.TextChoices):
    """How an edition came into the register."""

    SUPPLIED = "supplied", "Có sẵn trong bộ cài đặt"
    ENTERED = "entered", "Ghi tay"
    IMPORTED = "imported", "Nhập từ bảng tính"
    CITED = "cited", "Lấy từ viện dẫn trong văn bản"


class Instrument(Versioned):
    """Văn bản được viện dẫn: one document as the register has it now; empty is what it does not know.

    `version` is the number of its newest edition. The keys are reckoned from the words (`keys`), so that a citation
    is looked up however it was typed: numbers are unique only with issuer and year.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = Line("loại văn bản", max_length=100)
    symbol = Line("số, ký hiệu", max_length=100, blank=True)
    issued_on = models.DateField("ngày ban hành", null=True)
    issuer = Line("cơ quan ban hành", max_length=300, blank=True)
    subject = models.TextField("trích yếu")
    """Of a law its name without the word before it."""
    in_force_from = models.DateField("có hiệu lực từ ngày", null=True)
    in_force_to = models.DateField("có hiệu lực đến hết ngày", null=True)
    source = models.TextField("nguồn")
    """Where this is known from."""
    certainty = models.CharField("mức tin cậy", max_length=12, choices=Certainty.choices)
    symbol_key = Line(max_length=100, blank=True, db_index=True)
    name_key = Line(max_length=600, blank=True, db_index=True)
    issuer_key = Line(max_length=300, blank=True)
    year = models.PositiveSmallIntegerField("năm ban hành", default=0)
    """0: not known."""
    folded = models.TextField()
    """Its words without marks, for the list."""
    entered_by = models.ForeignKey("organisations.Officer", models.PROTECT, null=True, related_name="+")
    """None for what came with the program."""
    entered_at = models.DateTimeField("lúc ghi")

    class Meta:
        verbose_name = "văn bản được viện dẫn"
        constraints = (
            models.UniqueConstraint(
                fields=["symbol_key", "name_key", "issuer_key", "year"], name="instruments_instrument_once"
            ),
            models.CheckConstraint(
                name="instruments_ends_after_it_starts",
                condition=Q(in_force_from__isnull=True)
                | Q(in_force_to__isnull=True)
                | Q(in_force_to__gte=F("in_force_from")),
            ),
        )

    def __str__(self) -> str:
        return called(self.kind, self.symbol, self.subject)


def called(kind: str, symbol: str, subject: str) -> str:
    """What a document is called in a sentence: "Nghị định số 30/2020/NĐ-CP", "Luật Lưu trữ"."""
    if symbol:
        return f"{kind} số {symbol}"
    return subject if subject.startswith(kind) else f"{kind} {subject}"


class InstrumentEdition(models.Model):
    """What was said of a document at one time, whole, and why it was said anew. Rows are only added."""

    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField("lần")
    values = models.JSONField("nội dung")
    """`commands.Said` as JSON."""
    origin = models.CharField("cách ghi", max_length=10, choices=Origin.choices)
    reason = models.TextField("lý do", blank=True)
    by = models.ForeignKey("organisations.Officer", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("lúc ghi")

    class Meta:
        verbose_name = "lần ghi"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["instrument", "number"], name="instruments_edition_once"),
        )

    def __str__(self) -> str:
        return f"{self.instrument}, lần {self.number}"


class InstrumentLink(models.Model):
    """A later document replaces or amends an earlier one, as the newest edition of the earlier one says."""

    earlier = models.ForeignKey(Instrument, models.PROTECT, related_name="followed")
    later = models.ForeignKey(Instrument, models.PROTECT, related_name="follows")
    relation = models.CharField("quan hệ", max_length=10, choices=Relation.choices)

    class Meta:
        verbose_name = "quan hệ giữa các văn bản"
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["earlier", "later", "relation"], name="instruments_link_once"),
            models.CheckConstraint(name="instruments_not_its_own", condition=~Q(earlier=F("later"))),
        )

    def __str__(self) -> str:
        return f"{self.later} {self.get_relation_display()} {self.earlier}"


class MandateKind(models.TextChoices):
    """What a mandating document asks for."""

    TARGET = "target", "Mục tiêu, chỉ tiêu"
    DUTY = "duty", "Nhiệm vụ"
    MONEY = "money", "Kinh phí"


class MandateItem(models.Model):
    """Nội dung giao: one target, duty or rule on money of a document. Rows are only added: another corrects one.

    A target that several documents set is known by its `measure`, so that they can be held against each other.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    instrument = models.ForeignKey(Instrument, models.PROTECT, related_name="items")
    kind = models.CharField("loại", max_length=10, choices=MandateKind.choices)
    position = models.PositiveIntegerField("thứ tự", default=0)
    words = models.TextField("nội dung")
    where = Line("ở đâu trong văn bản", max_length=200, blank=True)
    measure = Line("tên chỉ tiêu", max_length=200, blank=True)
    unit = Line("đơn vị tính", max_length=100, blank=True)
    baseline = Line("mốc so sánh", max_length=200, blank=True)
    values = models.JSONField("giá trị theo năm", default=list)
    """`yearly.Yearly` as JSON, in order of the years."""
    period = Line("giai đoạn", max_length=40, blank=True)
    certainty = models.CharField("mức tin cậy", max_length=12, choices=Certainty.choices)
    source = models.TextField("nguồn")
    corrects = models.OneToOneField("self", models.PROTECT, null=True, related_name="corrected_by")
    withdrawn = models.BooleanField("bỏ", default=False)
    """The row says only that the one it corrects was wrong."""
    reason = models.TextField("lý do", blank=True)
    by = models.ForeignKey("organisations.Officer", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField("lúc ghi")

    class Meta:
        verbose_name = "nội dung giao"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.words


class InstrumentImport(models.Model):
    """One workbook or .csv file; until `applied_at` nothing of it is in the register."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    file = models.ForeignKey("files.StoredFile", models.PROTECT, related_name="+")
    brought_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    brought_at = models.DateTimeField("lúc đưa lên")
    report = models.JSONField("kết quả kiểm tra")
    """`organisations.importing.report.Report` as JSON."""
    applied_at = models.DateTimeField("lúc ghi", null=True)
    applied_by = models.ForeignKey("organisations.Officer", models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = "lần nhập sổ văn bản"

    def __str__(self) -> str:
        return str(self.uuid)
