"""What people fill in about a draft and its mandates."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.coverage.commands import AddMandate, ConfirmItem, OmitItem
from thammuu.apps.coverage.rows import ClauseRow
from thammuu.apps.organisations.choosing import Choice
from thammuu.web.components.acts import AboutForm, LaidForm, free
from thammuu.web.components.fields import RowField, WordsField
from thammuu.web.components.once import VersionedForm

_OTHER, _OMITTED = "other", "omitted"
_LONGEST = 160


def _words(clause: ClauseRow) -> str:
    said = clause.words if len(clause.words) <= _LONGEST else f"{clause.words[:_LONGEST]}…"
    return f"{clause.where}: {said}"


class AnswerForm(AboutForm, LaidForm, VersionedForm):
    """Điều khoản nào trả lời nội dung giao, hoặc vì sao không đưa vào; `subject` is a `rows.DemandPage`."""

    of = forms.UUIDField(widget=forms.HiddenInput)
    answer = forms.ChoiceField(label=_("Dự thảo trả lời nội dung này ở đâu"), widget=forms.RadioSelect)
    other = forms.ChoiceField(label=_("Điều khoản khác"), required=False)
    reason = WordsField(label=_("Lý do không đưa vào, hoặc ghi chú"), required=False, rows=3)
    layout = (free("answer", "other", "reason"),)

    def proposed(self) -> dict[str, object]:
        """What holds now, or what the machine proposes."""
        row = self.subject.row
        at = row.clause.id if row.clause else ""
        offered = at in {one.id for one in row.offered}
        chosen = _OMITTED if row.state == _OMITTED else at if offered else _OTHER
        told = {"answer": chosen, "other": "" if offered else at, "reason": row.reason}
        return {**told, "version": row.number, "of": self.subject.matrix.version.uuid}

    def offer(self) -> None:
        """The provisions that may answer, then all of them, then none."""
        row, found = self.subject.row, self.subject.matrix
        self.fields["answer"].choices = [
            *((one.id, _words(one)) for one in row.offered),
            (_OTHER, _("Điều khoản khác, chọn ở dưới")),
            (_OMITTED, _("Không đưa vào dự thảo, có lý do")),
        ]
        self.fields["other"].choices = [("", "—"), *((one.id, _words(one)) for one in found.clauses)]

    def clean(self) -> None:
        """Another provision is named; what is left out has its reason."""
        data = self.cleaned_data
        if data.get("answer") == _OTHER and not data.get("other"):
            self.add_error("other", _("Hãy chọn điều khoản trả lời nội dung này."))
        if data.get("answer") == _OMITTED and not data.get("reason"):
            self.add_error("reason", _("Hãy ghi lý do, để giải trình khi thẩm tra."))

    def command(self) -> ConfirmItem | OmitItem:
        """What `services.answer_item` takes."""
        told = self.cleaned_data
        item = self.subject.row.item.uuid
        if told["answer"] == _OMITTED:
            return OmitItem(told["of"], item, told["version"], told["reason"])
        clause = told["other"] if told["answer"] == _OTHER else told["answer"]
        return ConfirmItem(told["of"], item, told["version"], clause, told["reason"])


class MandateForm(AboutForm, LaidForm):
    """Đối chiếu thêm với một văn bản trong sổ; `subject` is a `rows.Matrix`."""

    instrument = RowField(label=_("Văn bản giao"), nothing=None, any_row=True)
    layout = (free("instrument"),)

    def offer(self) -> None:
        """Documents with demands that the draft is not held against yet."""
        addable = self.subject.addable
        self.fields["instrument"].offer(
            Choice(one.uuid, f"{one.called}: {one.subject[:_LONGEST]}" if one.subject else one.called)
            for one in addable
        )

    def command(self) -> AddMandate:
        """What `services.add_mandate` takes."""
        return AddMandate(self.uuid, self.cleaned_data["instrument"])
