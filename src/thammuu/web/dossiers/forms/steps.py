"""Forms that record what happened to a step; each builds the command that its service takes. Copy the smallest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.commands import (
    AskMoreTime,
    DecideMoreTime,
    FinishStep,
    HandOverStep,
    ReopenStep,
    SkipStep,
    StartStep,
)
from thammuu.apps.organisations import clock
from thammuu.web.components.acts import ActForm, Box, free
from thammuu.web.components.fields import ReasonField, WordsField, upload_of
from thammuu.web.components.forms import DayField
from thammuu.web.dossiers.forms.fields import HolderField

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import ExtensionRow, StepRow
    from thammuu.apps.organisations.actors import Actor

_ON_BEHALF = _("Nếu ghi tên người khác, việc này được lưu là “ghi nhận thay” kèm tên người ghi.")
_FOR_OTHERS = _("bắt buộc khi ghi nhận thay người khác")
_PAPER = _("Văn bản đã ký, dự thảo, biên bản… (.docx, .pdf, .xlsx, ảnh chụp).")


class StepForm(ActForm):
    """An act on one step: what every such form begins with."""

    day, person = "done_on", "done_by"
    """Fields that propose today and the one who looks."""

    def __init__(self, *args: Any, actor: Actor, step: StepRow) -> None:
        self.actor, self.step = actor, step
        super().__init__(*args, initial=self.proposed())

    def proposed(self) -> dict[str, object]:
        """What stands in the form when it is opened."""
        return {"version": self.step.version, self.day: clock.today(), self.person: self.actor.name}

    def told(self, *names: str) -> dict[str, Any]:
        """The step, the version that was shown, and these fields, as every command begins."""
        said = {name: self.cleaned_data[name] for name in ("version", *names)}
        return {"step": self.step.uuid, **said}


class FactForm(StepForm):
    """A fact: somebody did it on a day."""

    done_on = DayField(label=_("Ngày thực hiện"))
    done_by = forms.CharField(label=_("Người thực hiện"), max_length=300, help_text=_ON_BEHALF)


class StartForm(FactForm):
    """Ghi nhận việc bắt đầu một bước."""

    note = WordsField(
        label=_("Ghi chú"), required=False, help_text=_("Khi ghi nhận thay người khác: biết việc này từ đâu.")
    )
    layout = (free(("done_on", "done_by"), "note"),)

    def __init__(self, *args: Any, **about: Any) -> None:
        super().__init__(*args, **about)
        self.fields["done_on"].label = _("Ngày bắt đầu")

    def command(self) -> StartStep:
        """What `services.start_step` takes."""
        return StartStep(**self.told("done_on", "done_by", "note"))


class ProvenForm(FactForm):
    """A fact with a file or a note that proves it."""

    evidence = forms.FileField(label=_("Tệp minh chứng"), required=False, help_text=_PAPER)
    evidence_note = forms.CharField(
        label=_("Nơi lưu minh chứng"),
        required=False,
        help_text=_("Ghi khi không có tệp: số, ký hiệu văn bản hoặc nơi lưu bản giấy."),
    )
    note = WordsField(label=_("Ghi chú"), required=False)

    def proven(self) -> dict[str, Any]:
        """What every command with evidence takes of this form."""
        told = self.told("done_on", "done_by", "evidence_note", "note")
        return told | {"evidence": upload_of(self.cleaned_data["evidence"])}


class FinishForm(ProvenForm):
    """Ghi nhận việc hoàn thành một bước, với minh chứng là tệp hoặc nơi lưu."""

    layout = (
        free(("done_on", "done_by")),
        Box((("evidence",), ("evidence_note",)), _("Minh chứng"), _("cần ít nhất một trong hai")),
        free("note"),
    )

    def __init__(self, *args: Any, **about: Any) -> None:
        super().__init__(*args, **about)
        self.fields["done_on"].label = _("Ngày hoàn thành")

    def clean(self) -> None:
        """Either kind of evidence will do, none will not."""
        if not (self.cleaned_data.get("evidence") or self.cleaned_data.get("evidence_note")):
            self.add_error(
                "evidence", _("Cần một minh chứng: hãy chọn tệp, hoặc ghi nơi lưu minh chứng ở ô dưới.")
            )

    def command(self) -> FinishStep:
        """What `services.finish_step` takes."""
        return FinishStep(**self.proven())


class HandOverForm(ProvenForm):
    """Chuyển giao bước cho người, đơn vị trong cơ quan, hoặc cơ quan bên ngoài."""

    holder = HolderField(label=_("Cán bộ, đơn vị trong cơ quan"), required=False)
    words = forms.CharField(
        label=_("Cơ quan bên ngoài"),
        required=False,
        max_length=300,
        help_text=_("Ghi tên khi nơi nhận không có trong danh sách: Văn phòng UBND tỉnh, Sở Tài chính…"),
    )
    layout = (
        free(("done_on", "done_by")),
        Box((("holder",), ("words",)), _("Chuyển cho"), _("chọn một trong hai")),
        Box((("evidence",), ("evidence_note",)), _("Văn bản, phiếu chuyển"), _FOR_OTHERS),
        free("note"),
    )

    def __init__(self, *args: Any, **about: Any) -> None:
        super().__init__(*args, **about)
        self.fields["done_on"].label = _("Ngày chuyển")
        self.fields["holder"].offer(queries.holders(self.actor))

    def clean(self) -> None:
        """Exactly one receiver."""
        chosen, told = self.cleaned_data.get("holder"), self.cleaned_data.get("words")
        if bool(chosen) == bool(told) and not self.errors:
            self.add_error(
                "holder", _("Hãy chọn một nơi nhận trong danh sách, hoặc ghi một cơ quan bên ngoài.")
            )

    def command(self) -> HandOverStep:
        """What `services.hand_over_step` takes."""
        chosen = self.cleaned_data["holder"]
        return HandOverStep(
            **self.proven(),
            officer=chosen.uuid if chosen and chosen.kind == "officer" else None,
            unit=chosen.uuid if chosen and chosen.kind == "unit" else None,
            words=self.cleaned_data["words"],
        )


class SkipForm(ProvenForm):
    """Ghi nhận bước không thực hiện."""

    note = ReasonField(help_text=_("Ví dụ: không có yêu cầu; đã gộp vào bước khác theo chỉ đạo."))
    layout = (
        free(("done_on", "done_by"), "note"),
        Box((("evidence",), ("evidence_note",)), _("Minh chứng"), _FOR_OTHERS),
    )

    def command(self) -> SkipStep:
        """What `services.skip_step` takes."""
        return SkipStep(**self.proven())


class ReopenForm(ProvenForm):
    """Mở lại bước đã hoàn thành hoặc đã bỏ qua."""

    note = ReasonField(help_text=_("Việc phải làm lại vì sao, theo ý kiến hoặc văn bản nào."))
    layout = (
        free(("done_on", "done_by"), "note"),
        Box((("evidence",), ("evidence_note",)), _("Minh chứng"), _FOR_OTHERS),
    )

    def command(self) -> ReopenStep:
        """What `services.reopen_step` takes."""
        return ReopenStep(**self.proven())


class AskMoreTimeForm(StepForm):
    """Đề nghị gia hạn một bước, kèm văn bản đề nghị."""

    day, person = "asked_on", "asked_by"
    ends_on = DayField(label=_("Đề nghị lùi hạn đến hết ngày"))
    reason = ReasonField()
    asked_on = DayField(label=_("Ngày đề nghị"))
    asked_by = forms.CharField(label=_("Người đề nghị"), max_length=300, help_text=_ON_BEHALF)
    letter = forms.FileField(label=_("Tệp văn bản đề nghị"), required=False, help_text=_PAPER)
    letter_note = forms.CharField(
        label=_("Số, ký hiệu văn bản đề nghị"),
        required=False,
        help_text=_("Ghi khi không có tệp, ví dụ: 125/TTr-TĐC ngày 05/7/2021."),
    )
    layout = (
        free("ends_on", "reason", ("asked_on", "asked_by")),
        Box((("letter",), ("letter_note",)), _("Văn bản đề nghị"), _("cần ít nhất một trong hai")),
    )

    def clean(self) -> None:
        """A request is a paper."""
        if not (self.cleaned_data.get("letter") or self.cleaned_data.get("letter_note")):
            self.add_error("letter", _("Cần văn bản đề nghị: hãy chọn tệp, hoặc ghi số, ký hiệu ở ô dưới."))

    def command(self) -> AskMoreTime:
        """What `services.ask_more_time` takes."""
        told = self.told("asked_on", "asked_by", "ends_on", "reason", "letter_note")
        return AskMoreTime(**told, letter=upload_of(self.cleaned_data["letter"]))


class DecideMoreTimeForm(StepForm):
    """Quyết định về một đề nghị gia hạn; ghi thay người quyết định thì cần văn bản."""

    day, person = "decided_on", "decided_by"
    granted = forms.ChoiceField(
        label=_("Quyết định"),
        widget=forms.RadioSelect,
        choices=(("yes", _("Đồng ý gia hạn")), ("no", _("Không đồng ý, giữ nguyên thời hạn"))),
    )
    ends_on = DayField(label=_("Gia hạn đến hết ngày"), required=False)
    reason = WordsField(label=_("Ý kiến"), required=False)
    decided_on = DayField(label=_("Ngày quyết định"))
    decided_by = forms.CharField(label=_("Người quyết định"), max_length=300)
    paper = forms.FileField(label=_("Tệp văn bản quyết định"), required=False, help_text=_PAPER)
    paper_note = forms.CharField(label=_("Số, ký hiệu văn bản, hoặc bút phê"), required=False)
    layout = (
        free("granted", "ends_on", "reason", ("decided_on", "decided_by")),
        Box(
            (("paper",), ("paper_note",)),
            _("Văn bản quyết định"),
            _("bắt buộc khi ghi nhận thay người quyết định"),
        ),
    )

    def __init__(self, *args: Any, extension: ExtensionRow, **about: Any) -> None:
        self.extension = extension
        super().__init__(*args, **about)

    def proposed(self) -> dict[str, object]:
        """As asked for."""
        return super().proposed() | {"ends_on": self.extension.ends_on}

    def clean(self) -> None:
        """Granted until a day."""
        granted = self.cleaned_data.get("granted") == "yes"
        if granted and not self.cleaned_data.get("ends_on") and "ends_on" not in self.errors:
            self.add_error("ends_on", _("Đồng ý thì ghi ngày cuối được gia hạn."))

    def command(self) -> DecideMoreTime:
        """What `services.decide_more_time` takes."""
        data = self.cleaned_data
        granted = data["granted"] == "yes"
        return DecideMoreTime(
            request=self.extension.uuid,
            version=data["version"],
            granted=granted,
            ends_on=data["ends_on"] if granted else None,
            decided_on=data["decided_on"],
            decided_by=data["decided_by"],
            reason=data["reason"],
            paper_note=data["paper_note"],
            paper=upload_of(data["paper"]),
        )
