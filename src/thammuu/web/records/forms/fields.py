"""What every form of records begins with."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thammuu.web.components.acts import AboutForm, LaidForm
from thammuu.web.components.once import VersionedForm

FILE = _("Văn bản đã ký, bản chụp… (.docx, .pdf, .xlsx, ảnh).")
PAPER = _("Ghi khi không có tệp: số, ký hiệu, ngày văn bản.")
"""Help beside a file, and beside the words that stand in for one."""
WHOLE = _("Cả hồ sơ")
"""What a record serves that serves no step."""


class RecordForm(AboutForm, LaidForm):
    """Keeps one thing; `subject` is a `records.queries.Subject`."""


class StepServingForm(RecordForm):
    """Keeps a thing of the whole dossier or, where `step` says so, of one step."""

    def offer(self) -> None:
        """The steps of the dossier."""
        self.fields["step"].offer(self.subject.about.steps)


class CountedForm(RecordForm, VersionedForm):
    """Adds to what several people may add to at once: refused when somebody else did since the page was opened."""
