"""Ký nháy: who looked at a version before it goes to the signature, and who sent it back."""

from __future__ import annotations

import uuid

from django.db import models


class Post(models.TextChoices):
    """Whose turn it is, in the order of the chain."""

    DRAFTER = "drafter", "Người soạn thảo"
    HEAD_OF_UNIT = "head_of_unit", "Trưởng đơn vị soạn thảo"
    OFFICE = "office", "Văn phòng"
    DEPUTY = "deputy", "Lãnh đạo cơ quan"


class InitialAct(models.TextChoices):
    """What was done."""

    INITIALLED = "initialled", "Đã ký nháy"
    RETURNED = "returned", "Trả lại"


class Initial(models.Model):
    """One initial, or a return with its reason; it binds to the version and to no other. Rows are only added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.ForeignKey("drafting.DraftVersion", models.PROTECT, related_name="initials")
    place = models.PositiveIntegerField("thứ tự")
    """From 1, without gaps: two who act at the same time collide, and the second is told."""
    post = models.CharField("vị trí", max_length=20, choices=Post.choices)
    act = models.CharField("việc", max_length=12, choices=InitialAct.choices)
    remark = models.TextField("ý kiến", blank=True)
    by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    at = models.DateTimeField("lúc ký nháy")

    class Meta:
        verbose_name = "ký nháy"
        ordering = ("place",)
        constraints = (
            models.UniqueConstraint(fields=["version", "place"], name="drafting_initial_place_once"),
        )

    def __str__(self) -> str:
        return f"{self.get_post_display()}: {self.get_act_display()}"
