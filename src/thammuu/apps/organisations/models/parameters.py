"""What an agency has set for itself in place of the usual value."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line
from thammuu.apps.organisations.models.bodies import Agency
from thammuu.apps.organisations.models.people import Officer


class ParameterSetting(models.Model):
    """From `set_at` the parameter `key` of the agency is `value`; the newest row holds. Rows are only added.

    An empty value gives the parameter back to its usual one. `number` counts the rows of one parameter from 1, so
    that of two people who set it at once the second is told.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="parameters")
    key = Line("tham số", max_length=60)
    number = models.PositiveIntegerField()
    value = Line("giá trị", max_length=100, blank=True)
    reason = Line("lý do", max_length=500)
    set_by = models.ForeignKey(Officer, models.PROTECT, related_name="+")
    set_at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "tham số"
        constraints = (
            models.UniqueConstraint(fields=["agency", "key", "number"], name="organisations_parameter_once"),
        )

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"
