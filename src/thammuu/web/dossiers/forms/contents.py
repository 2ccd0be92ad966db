"""Forms that change what a step says: a value put right, a step split into its parts, a step added."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.commands import AddStep, ConfirmStep, CorrectStep, NewStep, SplitStep
from thammuu.web.components.acts import ActForm, Box, free
from thammuu.web.components.fields import LinesField, ReasonField, WordsField
from thammuu.web.components.forms import DayField
from thammuu.web.components.once import VersionedForm

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import DossierView, OwnerRow, StepRow
    from thammuu.apps.organisations.actors import Actor

_SPARE_PARTS = 2
_WITHOUT_DAYS = ("conditional", "recurring", "ongoing")
"""Kinds of time that stay what they are when no day is written."""


class CorrectForm(ActForm):
    """Sửa một mục của bước; mỗi mục là một lớp con có ô `value`."""

    field = ""
    """As in `StepChange.field`."""
    reason = ReasonField(help_text=_("Máy đọc sai, hoặc kế hoạch ghi nhầm? Ghi ngắn gọn."), rows=2)
    layout = (free("value", "reason"),)

    def __init__(self, *args: Any, actor: Actor, step: StepRow) -> None:
        self.step = step
        super().__init__(*args, initial={"version": step.version, **self.now()})

    def now(self) -> dict[str, object]:
        """What the step says now."""
        return {"value": getattr(self.step, self.field)}

    def said(self) -> object:
        """What it shall say."""
        return self.cleaned_data["value"]

    def command(self) -> CorrectStep:
        """What `services.correct_step` takes."""
        data = self.cleaned_data
        return CorrectStep(self.step.uuid, data["version"], self.field, self.said(), data["reason"])


class CorrectTextForm(CorrectForm):
    """Nội dung."""

    field = "text"
    value = WordsField(label=_("Nội dung"), rows=4)


class CorrectConditionForm(CorrectForm):
    """Điều kiện."""

    field = "condition"
    value = WordsField(
        label=_("Điều kiện"), required=False, help_text=_("Để trống khi bước không có điều kiện.")
    )


class CorrectReportForm(CorrectForm):
    """Nơi nhận báo cáo."""

    field = "report_to"
    value = forms.CharField(label=_("Báo cáo"), required=False)


class CorrectProductsForm(CorrectForm):
    """Sản phẩm."""

    field = "products"
    value = LinesField(label=_("Sản phẩm"), required=False, rows=4, help_text=_("Mỗi dòng một sản phẩm."))


class CorrectLeadForm(CorrectForm):
    """Đơn vị chủ trì."""

    field = "lead"
    value = LinesField(
        label=_("Chủ trì"), required=False, help_text=_("Mỗi dòng một đơn vị, viết như trong danh mục.")
    )

    def now(self) -> dict[str, object]:
        """Names as written."""
        owners: tuple[OwnerRow, ...] = getattr(self.step, self.field)
        return {"value": [owner.as_written for owner in owners]}


class CorrectCoordinatingForm(CorrectLeadForm):
    """Đơn vị phối hợp."""

    field = "coordinating"
    value = LinesField(
        label=_("Phối hợp"), required=False, help_text=_("Mỗi dòng một đơn vị, viết như trong danh mục.")
    )


class CorrectWhenForm(CorrectForm):
    """Thời hạn."""

    field = "when"
    as_written = forms.CharField(label=_("Thời hạn ghi trong kế hoạch"), required=False)
    start = DayField(label=_("Từ ngày"), required=False)
    end = DayField(label=_("Đến ngày"), required=False)
    strict = forms.BooleanField(
        label=_("“Trước ngày”: phải xong trước ngày đó, không kể ngày đó"), required=False
    )
    layout = (free("as_written", ("start", "end"), "strict", "reason"),)

    def now(self) -> dict[str, object]:
        """The days as read."""
        when = self.step.when
        return {
            "as_written": when.as_written,
            "start": when.starts_on,
            "end": when.ends_on,
            "strict": when.strict,
        }

    def clean(self) -> None:
        """A span has its days in order."""
        check_span(self, "start", "end")

    def said(self) -> dict[str, object]:
        """The time as the reading contract writes it."""
        data = self.cleaned_data
        start, end = data["start"], data["end"]
        return {
            "as_written": data["as_written"],
            "kind": kind_of_time(start, end, self.step.when.kind),
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
            "strict": bool(end) and data["strict"],
        }


CORRECTIONS: dict[str, type[CorrectForm]] = {
    form.field: form
    for form in (
        CorrectTextForm,
        CorrectWhenForm,
        CorrectLeadForm,
        CorrectCoordinatingForm,
        CorrectConditionForm,
        CorrectProductsForm,
        CorrectReportForm,
    )
}
"""Field of a step → the form that puts it right."""


class ConfirmForm(VersionedForm):
    """Xác nhận những mục máy đọc là đúng."""

    fields_read = forms.MultipleChoiceField(choices=[(field, field) for field in CORRECTIONS])

    def command(self, step: StepRow) -> ConfirmStep:
        """What `services.confirm_step` takes."""
        return ConfirmStep(step.uuid, self.cleaned_data["version"], tuple(self.cleaned_data["fields_read"]))


class SplitForm(ActForm):
    """Tách một bước gộp thành các việc thành phần; mỗi việc có thời hạn riêng, sửa được trước khi ghi."""

    def __init__(self, *args: Any, actor: Actor, step: StepRow) -> None:
        self.step = step
        self.parts = queries.proposed_parts(actor, step.uuid)
        self.notice = queries.why_no_parts(actor, step.uuid)
        self.count = len(self.parts) + _SPARE_PARTS
        super().__init__(*args, initial={"version": step.version, **dict(self._proposed())})
        for n in range(self.count):
            self.fields[f"text_{n}"] = forms.CharField(label=_("Nội dung"), required=False)
            self.fields[f"starts_on_{n}"] = DayField(label=_("Từ ngày"), required=False)
            self.fields[f"ends_on_{n}"] = DayField(label=_("Đến hết ngày"), required=False)

    def _proposed(self) -> Iterator[tuple[str, object]]:
        for n, part in enumerate(self.parts):
            yield f"text_{n}", part.text
            yield f"starts_on_{n}", part.starts_on
            yield f"ends_on_{n}", part.ends_on

    def boxes(self) -> tuple[Box, ...]:
        """One box a part; the spare ones stand last."""
        return tuple(
            Box(
                ((f"text_{n}",), (f"starts_on_{n}", f"ends_on_{n}")),
                _("Việc %(n)s") % {"n": n + 1},
                "" if n < len(self.parts) else _("để trống nếu không cần"),
            )
            for n in range(self.count)
        )

    def clean(self) -> None:
        """At least two parts, each with its days in order."""
        for n in range(self.count):
            check_span(self, f"starts_on_{n}", f"ends_on_{n}")
        if len(self._kept()) < 2:
            self.add_error(None, _("Tách bước thì cần ít nhất hai việc. Hãy ghi nội dung từng việc."))

    def _kept(self) -> list[int]:
        return [n for n in range(self.count) if self.cleaned_data.get(f"text_{n}")]

    def command(self) -> SplitStep:
        """What `services.split_step` takes."""
        return SplitStep(
            self.step.uuid, self.cleaned_data["version"], tuple(self._part(n) for n in self._kept())
        )

    def _part(self, n: int) -> NewStep:
        data = self.cleaned_data
        start, end = data[f"starts_on_{n}"], data[f"ends_on_{n}"]
        activities = self.parts[n].activities if n < len(self.parts) else ()
        return NewStep(
            data[f"text_{n}"],
            kind=kind_of_time(start, end),
            starts_on=start,
            ends_on=end,
            activities=activities,
        )


class AddStepForm(ActForm):
    """Thêm một bước vào hồ sơ đang thực hiện."""

    text = WordsField(label=_("Nội dung"))
    starts_on = DayField(label=_("Từ ngày"), required=False)
    ends_on = DayField(label=_("Đến hết ngày"), required=False)
    lead = LinesField(
        label=_("Chủ trì"), required=False, help_text=_("Mỗi dòng một đơn vị, viết như trong danh mục.")
    )
    products = LinesField(label=_("Sản phẩm"), required=False, help_text=_("Mỗi dòng một sản phẩm."))
    after = forms.ChoiceField(label=_("Làm sau bước"), required=False)
    origin = forms.ChoiceField(
        label=_("Nguồn"),
        widget=forms.RadioSelect,
        initial="hand",
        choices=(("hand", _("Đơn vị tự bổ sung")), ("conclusion", _("Kết luận cuộc họp, ý kiến chỉ đạo"))),
    )
    reason = ReasonField(help_text=_("Vì sao thêm, theo văn bản hoặc ý kiến nào."), rows=2)
    layout = (free("text", ("starts_on", "ends_on"), "after", ("lead", "products"), "origin", "reason"),)

    def __init__(self, *args: Any, actor: Actor, dossier: DossierView) -> None:
        self.dossier = dossier
        super().__init__(*args, initial={"version": dossier.version})
        steps = [(str(step.uuid), f"{step.where}. {step.text[:70]}") for step in dossier.steps]
        self.fields["after"].choices = [("", _("Không phụ thuộc bước nào")), *steps]

    def clean(self) -> None:
        """A span has its days in order."""
        check_span(self, "starts_on", "ends_on")

    def command(self) -> AddStep:
        """What `services.add_step` takes."""
        data = self.cleaned_data
        step = NewStep(
            data["text"],
            kind=kind_of_time(data["starts_on"], data["ends_on"]),
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            lead_words=tuple(data["lead"]),
            products=tuple(data["products"]),
        )
        found = [other.uuid for other in self.dossier.steps if str(other.uuid) == data["after"]]
        return AddStep(self.dossier.uuid, step, data["origin"], data["reason"], tuple(found))


def check_span(form: forms.Form, start: str, end: str) -> None:
    """The last day is not before the first."""
    first, last = form.cleaned_data.get(start), form.cleaned_data.get(end)
    if first and last and last < first:
        form.add_error(end, _("Ngày cuối phải từ ngày đầu trở đi."))


def kind_of_time(start: date | None, end: date | None, before: str = "") -> str:
    """The `when.kind` of the reading contract that these days make."""
    if end:
        return "period" if start else "deadline"
    if start:
        return "period"
    return before if before in _WITHOUT_DAYS else "undated"
