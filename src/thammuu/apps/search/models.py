"""What can be found, and the searches that people keep. The words themselves are in a table of each database's own."""

from __future__ import annotations

import uuid

from django.db import models

from thammuu.apps.lines import Line


class Entry(models.Model):
    """A thing that can be found: which kind, which row, whose, and what it is called on the list of what was found.

    Its words are in the table `search_words` under the same number (`words.py`); a later number is a newer thing.
    """

    kind = Line("loại", max_length=20)
    """dossier, step, document … as the app that indexes it calls it."""
    subject = models.UUIDField("đối tượng")
    agency = models.ForeignKey("organisations.Agency", models.PROTECT, related_name="+")
    title = models.TextField("tên")

    class Meta:
        verbose_name = "mục tìm kiếm"
        constraints = (models.UniqueConstraint(fields=["kind", "subject"], name="search_entry_once"),)

    def __str__(self) -> str:
        return self.title


class SavedFilter(models.Model):
    """Bộ lọc đã lưu: a question that an officer asks of a list again and again, under a name."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    officer = models.ForeignKey("organisations.Officer", models.PROTECT, related_name="+")
    screen = Line("màn hình", max_length=30)
    name = Line("tên", max_length=100)
    query = models.TextField("điều kiện")
    """The query string of the list's address, without the page."""

    class Meta:
        verbose_name = "bộ lọc đã lưu"
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=["officer", "screen", "name"], name="search_savedfilter_once"),
        )

    def __str__(self) -> str:
        return self.name
