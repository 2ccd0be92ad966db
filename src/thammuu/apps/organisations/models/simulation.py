"""The declared date of a demo or a training."""

from __future__ import annotations

from django.db import models


class SimulatedDate(models.Model):
    """The newest row holds; `on` NULL ends the simulation."""

    on = models.DateField("ngày mô phỏng", null=True, blank=True)
    declared_at = models.DateTimeField("lúc khai báo", auto_now_add=True)

    class Meta:
        verbose_name = "ngày mô phỏng"

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y}" if self.on else "thời gian thực"
