"""An agency's own wording and layout in the place of a template."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class AgencyTemplate(models.Model):
    """Mẫu riêng: one edition of an agency's own Word file for a template; the newest holds. Rows are only added."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="own_templates")
    code = Line("mẫu", max_length=60)
    """Code of the template in whose place it stands."""
    edition = models.PositiveIntegerField("lần")
    """From 1, without gaps: two who set one at the same time collide, and the second is told."""
    file = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="own_templates")
    """None: from here on the template that comes with the program is used again."""
    note = models.TextField("nội dung thay đổi")
    set_by = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    set_at = models.DateTimeField("lúc đặt")

    class Meta:
        verbose_name = "mẫu của cơ quan"
        ordering = ("edition",)
        constraints = (
            models.UniqueConstraint(
                fields=["agency", "code", "edition"], name="drafting_template_edition_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.code}, lần {self.edition}"
