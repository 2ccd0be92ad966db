"""What forms of records share: choosing among rows, and what every such form begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.web.components.acts import LaidForm
from thammuu.web.components.once import VersionedForm

if TYPE_CHECKING:
    from collections.abc import Iterable

    from thammuu.apps.organisations.actors import Actor
    from thammuu.apps.records.queries import Subject
    from thammuu.apps.records.rows import ChoiceRow

FILE = _("Văn bản đã ký, bản chụp… (.docx, .pdf, .xlsx, ảnh).")
PAPER = _("Ghi khi không có tệp: số, ký hiệu, ngày văn bản.")
"""Help beside a file, and beside the words that stand in for one."""


class ChoiceOfRows(forms.TypedChoiceField):
    """One of the rows offered, by its uuid; None where none is chosen."""

    def __init__(self, **options: Any) -> None:
        super().__init__(coerce=UUID, empty_value=None, **{"required": False, **options})

    def offer(self, rows: Iterable[ChoiceRow], nothing: str = "—") -> None:
        """What there is to choose from."""
        self.choices = [("", nothing), *((str(row.uuid), row.words) for row in rows)]


class RecordForm(LaidForm):
    """Keeps one thing; knows who keeps it and what it is about."""

    def __init__(self, *args: Any, actor: Actor, uuid: UUID, subject: Subject[Any]) -> None:
        self.actor, self.uuid, self.subject = actor, uuid, subject
        super().__init__(*args, initial=self.proposed())
        self.offer()

    def proposed(self) -> dict[str, object]:
        """What stands in the form when it is opened."""
        return {}

    def offer(self) -> None:
        """Fill the lists to choose from."""

    def told(self, *names: str) -> dict[str, Any]:
        """These fields, as a command takes them."""
        return {name: self.cleaned_data[name] for name in names}


class StepServingForm(RecordForm):
    """Keeps a thing of the whole dossier or, where `step` says so, of one step."""

    def offer(self) -> None:
        """The steps of the dossier."""
        self.fields["step"].offer(self.subject.about.steps, str(_("Cả hồ sơ")))


class CountedForm(RecordForm, VersionedForm):
    """Adds to what several people may add to at once: refused when somebody else did since the page was opened."""
