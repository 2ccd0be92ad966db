"""What holds from a day to a day, and what two people may want to change at once."""

from __future__ import annotations

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q


class DatedQuerySet(models.QuerySet):
    """Rows that hold from a day to a day, both included; an open side is NULL."""

    def on(self, day: date) -> Self:
        """Rows in force on `day`."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )

    def between(self, first: date, last: date) -> Self:
        """Rows in force on at least one day from `first` to `last`, both included."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=last),
            Q(valid_to__isnull=True) | Q(valid_to__gte=first),
        )


class Dated(models.Model):
    """In force from `valid_from` to `valid_to`, both included."""

    valid_from = models.DateField("từ ngày", null=True, blank=True)
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = (
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_ends_after_it_starts",
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=F("valid_from")),
            ),
        )

    def holds(self, day: date) -> bool:
        """Whether the row is in force on `day`: `DatedQuerySet.on` for a row already loaded."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or self.valid_to >= day)


class Versioned(models.Model):
    """Changed by compare-and-swap on `version`: who opened the page before another's change is told so."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
