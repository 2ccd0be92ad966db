"""What one leaves for the others, and taking back what was recorded by mistake."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thammuu.apps.records.commands import Withdraw, WriteNote
from thammuu.web.components.acts import free
from thammuu.web.components.fields import ReasonField, RowField, WordsField
from thammuu.web.records.forms.fields import WHOLE, RecordForm, StepServingForm


class NoteForm(StepServingForm):
    """Ghi chú cho những người cùng làm hồ sơ."""

    text = WordsField(label=_("Nội dung"), rows=5)
    step = RowField(label=_("Về bước"), nothing=WHOLE, required=False)
    layout = (free("text", "step"),)

    def command(self) -> WriteNote:
        """What `services.write_note` takes."""
        return WriteNote(self.uuid, **self.told("text", "step"))


class WithdrawForm(RecordForm):
    """Rút một ghi chép đã ghi nhầm; ghi chép vẫn được lưu để đối chiếu."""

    reason = ReasonField()
    layout = (free("reason"),)

    def command(self) -> Withdraw:
        """What `services.withdraw` takes."""
        return Withdraw(self.uuid, self.cleaned_data["reason"])
