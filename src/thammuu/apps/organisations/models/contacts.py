"""Whom to call at another agency."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line
from thammuu.apps.organisations.models.bodies import Agency, Unit
from thammuu.apps.organisations.models.dated import Dated, Versioned


class Contact(Dated, Versioned):
    """Đầu mối: a person at an agency (or one of its units) as the agency `kept_by` knows them; needs no account."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kept_by = models.ForeignKey(Agency, models.PROTECT, related_name="kept_contacts")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="contacts")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="contacts")
    name = Line("họ và tên", max_length=200)
    title = Line("chức vụ", max_length=200, blank=True)
    phone = Line("điện thoại", max_length=50, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    matters = Line("phụ trách", max_length=300, blank=True)

    class Meta(Dated.Meta):
        verbose_name = "đầu mối liên hệ"

    def __str__(self) -> str:
        return self.name
