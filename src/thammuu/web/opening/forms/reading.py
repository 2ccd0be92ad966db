"""Forms of the way from a file to a dossier; each builds the command that its service takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.documents.commands import (
    AddStep,
    ArrangeStep,
    ConfirmAsRead,
    ConfirmWithoutDoubt,
    SayValues,
)
from thammuu.apps.documents.held import HEADER, KEPT, LISTS, NOTHING
from thammuu.apps.documents.register import id_of, owner_of
from thammuu.apps.dossiers.commands import OpenDossier
from thammuu.apps.files.uploads import Upload
from thammuu.web.components.forms import DayField
from thammuu.web.components.once import OnceForm
from thammuu.web.opening.showing import KINDS, LABELS

if TYPE_CHECKING:
    from django.forms.boundfield import BoundField

    from thammuu.apps.documents.held import HeldReading, HeldStep
    from thammuu.apps.documents.register import Entry, Register

_LINES = forms.Textarea(attrs={"rows": 2})
_ONE_A_LINE = _("Mỗi dòng một mục.")
_SPARE = 1
"""Empty places for owners beside those that were read."""


class BringForm(OnceForm):
    """Đưa kế hoạch vào hệ thống."""

    plan = forms.FileField(
        label=_("Tệp kế hoạch"),
        help_text=_("Tệp .docx, .pdf (kể cả bản quét) hoặc .txt. Không đưa văn bản có độ mật vào hệ thống."),
    )

    def upload(self) -> Upload:
        """What `documents.services.receive_document` takes."""
        file = self.cleaned_data["plan"]
        return Upload(file.name, file.read())


class AgainForm(OnceForm):
    """Đọc lại một tệp đã có."""

    reason = forms.CharField(
        label=_("Vì sao cần đọc lại"),
        max_length=300,
        help_text=_("Ví dụ: hồ sơ cũ lập nhầm; hai đơn vị cùng thực hiện một kế hoạch."),
    )


class OpenForm(OnceForm):
    """Lập hồ sơ từ bản đọc; từ một văn bản đã có hồ sơ thì phải nói rõ là lập thêm."""

    title = forms.CharField(label=_("Tên hồ sơ"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    again = forms.BooleanField(label=_("Lập thêm một hồ sơ từ văn bản này"), required=False)

    def __init__(self, *args: Any, opened: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if opened:
            words = _("Văn bản này đã có hồ sơ. Hãy đánh dấu nếu thật sự muốn lập thêm.")
            self.fields["again"].required = True
            self.fields["again"].error_messages["required"] = words
        else:
            del self.fields["again"]

    def command(self, document: UUID) -> OpenDossier:
        """What `dossiers.services.create_dossier_from_reading` takes."""
        return OpenDossier(document, self.cleaned_data["title"])


class ReadingForm(OnceForm):
    """Answers something that was read; carries the reading, and how many answers were shown."""

    reading = forms.UUIDField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0)


class ConfirmForm(ReadingForm):
    """Xác nhận như máy đọc: một giá trị, cả bước, hoặc mọi giá trị không có điểm nghi ngờ."""

    group = forms.CharField(required=False, widget=forms.HiddenInput)
    path = forms.CharField(required=False)

    def command(self) -> ConfirmAsRead | ConfirmWithoutDoubt:
        """What the services of `documents.confirming` take."""
        data = self.cleaned_data
        if not data["group"]:
            return ConfirmWithoutDoubt(data["reading"])
        paths = (data["path"],) if data["path"] else ()
        return ConfirmAsRead(data["reading"], data["group"], data["seen"], paths)


class HeaderForm(ReadingForm):
    """Sửa các yếu tố của văn bản."""

    def __init__(self, *args: Any, held: HeldReading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("seen", held.header_seen)
        for name in HEADER:
            value = held.header_value(name)
            self.fields[name] = _plain_field(name)
            self.initial[name] = _initial(name, value)

    def shown(self) -> Iterator[BoundField]:
        """The fields in order."""
        return (self[name] for name in HEADER)

    def command(self) -> SayValues:
        """What `confirming.say_values` takes."""
        data = self.cleaned_data
        values = tuple((f"header/{name}", _plain_value(name, data[name])) for name in HEADER)
        return SayValues(data["reading"], "header", data["seen"], values)


def _plain_field(name: str) -> forms.Field:
    if name == "date":
        return DayField(label=LABELS[name], required=False)
    if name in LISTS:
        return forms.CharField(label=LABELS[name], required=False, widget=_LINES, help_text=_ONE_A_LINE)
    long = name in ("title", "outcome")
    return forms.CharField(label=LABELS[name], required=False, widget=_LINES if long else forms.TextInput)


def _initial(name: str, value: Any) -> Any:
    if name == "date":
        return date.fromisoformat(value) if value else None
    return "\n".join(value or ()) if name in LISTS else value


def _plain_value(name: str, value: Any) -> Any:
    if name == "date":
        return value.isoformat() if value else None
    return _lines(value) if name in LISTS else value.strip()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class StepForm(ReadingForm):
    """Sửa một bước: nội dung, thời hạn, đơn vị, sản phẩm."""

    text = forms.CharField(label=LABELS["text"], widget=forms.Textarea(attrs={"rows": 4}))
    kind = forms.ChoiceField(label=LABELS["when"], choices=tuple(KINDS.items()))
    start = DayField(label=_("Từ ngày"), required=False)
    end = DayField(label=_("Đến ngày"), required=False)
    strict = forms.BooleanField(label=_("Phải xong trước ngày đó"), required=False)
    condition = forms.CharField(label=LABELS["condition"], required=False)
    products = forms.CharField(label=LABELS["products"], required=False, widget=_LINES, help_text=_ONE_A_LINE)
    report_to = forms.CharField(label=LABELS["report_to"], required=False)

    def __init__(
        self,
        *args: Any,
        step: HeldStep | None,
        owners: dict[str, list[Any]],
        register: Register,
        suggested: dict[str, tuple[Entry, ...]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.step, self.register = step, register
        self.places: dict[str, int] = {}
        if step:
            self._fill(step)
        for part in ("lead", "coordinating"):
            self._add_owners(part, owners.get(f"steps/{step.mark}/{part}" if step else "", ()), suggested)

    def _fill(self, step: HeldStep) -> None:
        when = step.value("when") or NOTHING
        self.initial = {
            "seen": step.seen,
            "text": step.value("text"),
            "kind": when["kind"],
            "start": _initial("date", when["start"]),
            "end": _initial("date", when["end"]),
            "strict": when["strict"],
            "condition": step.value("condition"),
            "products": "\n".join(step.value("products") or ()),
            "report_to": step.value("report_to"),
        } | self.initial

    def _add_owners(self, part: str, owners: Any, suggested: dict[str, tuple[Entry, ...]]) -> None:
        """A name and its place in the register for each owner, and room for one more."""
        self.places[part] = len(owners) + _SPARE
        for number, owner in enumerate([*owners, *[None] * _SPARE]):
            words = owner["as_written"] if owner else ""
            name = f"{part}_{number}"
            label = LABELS[part] if owner else _("%(part)s (thêm)") % {"part": LABELS[part]}
            self.fields[name] = forms.CharField(label=label, required=False)
            self.fields[f"{name}_entry"] = forms.ChoiceField(
                label=_("Trong danh mục"), required=False, choices=self._choices(suggested.get(words, ()))
            )
            self.initial |= {name: words, f"{name}_entry": id_of(owner) if owner else ""}

    def _choices(self, suggested: tuple[Entry, ...]) -> list[Any]:
        groups = (
            (_("Gợi ý"), suggested),
            (_("Đơn vị của cơ quan"), self.register.units),
            (_("Cơ quan khác"), self.register.agencies),
        )
        shown = [(name, [(entry.id, entry.name) for entry in entries]) for name, entries in groups if entries]
        return [("", _("Không có trong danh mục, giữ tên như trên")), *shown]

    def pairs(self, part: str) -> Iterator[tuple[BoundField, BoundField]]:
        """Name and register entry of each owner of a part."""
        return (
            (self[f"{part}_{number}"], self[f"{part}_{number}_entry"]) for number in range(self.places[part])
        )

    def lead_pairs(self) -> Iterator[tuple[BoundField, BoundField]]:
        """Those who lead."""
        return self.pairs("lead")

    def coordinating_pairs(self) -> Iterator[tuple[BoundField, BoundField]]:
        """Those who help."""
        return self.pairs("coordinating")

    def clean(self) -> None:
        """Each kind of time has the days and words it cannot be without."""
        data = self.cleaned_data
        kind, start, end = (data.get(name) for name in ("kind", "start", "end"))
        if kind in ("deadline", "point") and not end and "end" not in self.errors:
            self.add_error("end", _("Hãy ghi ngày."))
        if kind == "period" and not (start or end) and not self.errors.keys() & {"start", "end"}:
            self.add_error("start", _("Hãy ghi ít nhất một trong hai ngày."))
        if start and end and end < start:
            self.add_error("end", _("Ngày kết thúc trước ngày bắt đầu. Hãy kiểm tra lại hai ngày."))
        if kind == "conditional" and not data.get("condition"):
            self.add_error("condition", _("Hãy ghi điều kiện."))

    def values(self) -> dict[str, Any]:
        """By field, in the shapes of `documents.held`."""
        data = self.cleaned_data
        return {
            "text": data["text"].strip(),
            "when": self._when(),
            "lead": self._owners("lead"),
            "coordinating": self._owners("coordinating"),
            "condition": data["condition"].strip() or None,
            "products": _lines(data["products"]),
            "report_to": data["report_to"].strip() or None,
        }

    def _when(self) -> dict[str, Any]:
        """The words of the paper stay; a time that is bound to no day has none."""
        data, before = self.cleaned_data, (self.step.value("when") if self.step else None) or NOTHING
        bound = data["kind"] in ("deadline", "period", "point")
        said = {
            "kind": data["kind"],
            "start": data["start"].isoformat() if data["kind"] == "period" and data["start"] else None,
            "end": data["end"].isoformat() if bound and data["end"] else None,
            "strict": bound and data["strict"],
        }
        kept = before if before["kind"] == data["kind"] else {"as_written": before["as_written"]}
        return {**kept, **(said if bound else {**said, **_days_of(kept)})}

    def _owners(self, part: str) -> list[Any]:
        names, found = self.register.names(), []
        for number in range(self.places[part]):
            words = self.cleaned_data[f"{part}_{number}"].strip()
            entry = self.cleaned_data[f"{part}_{number}_entry"]
            if words or entry:
                found.append(owner_of(words or names.get(entry, ""), entry))
        return found

    def command(self) -> SayValues:
        """What `confirming.say_values` takes."""
        assert self.step
        group = f"steps/{self.step.mark}"
        values = tuple((f"{group}/{field}", value) for field, value in self.values().items())
        return SayValues(self.cleaned_data["reading"], group, self.cleaned_data["seen"], values)


def _days_of(when: dict[str, Any]) -> dict[str, Any]:
    """The days of a recurring or ongoing time, which the form does not ask for."""
    return {side: when[side] for side in ("start", "end") if when.get(side)}


class AddStepForm(StepForm):
    """Thêm một bước mà máy không đọc ra."""

    where = forms.CharField(label=_("Mục"), required=False, max_length=60, help_text=_("Ví dụ: II.3"))
    behind = forms.ChoiceField(label=_("Đứng sau bước"), required=False)

    def __init__(self, *args: Any, held: HeldReading, **kwargs: Any) -> None:
        super().__init__(*args, step=None, owners={}, suggested={}, **kwargs)
        steps = [(step.mark, f"{step.where} {(step.value('text') or '')[:70]}") for step in held.steps]
        self.fields["behind"].choices = [("", _("Đầu danh sách")), *steps]  # type: ignore[attr-defined]
        self.initial.setdefault("behind", steps[-1][0] if steps else "")
        self.initial.setdefault("kind", "deadline")

    def adding(self) -> AddStep:
        """What `confirming.add_step` takes."""
        data = self.cleaned_data
        return AddStep(data["reading"], data["behind"], data["where"].strip(), tuple(self.values().items()))


class ArrangeForm(ReadingForm):
    """Bỏ bước, gộp bước vào bước khác, hoặc giữ lại."""

    fate = forms.ChoiceField(choices=(("dropped", ""), ("joined", ""), (KEPT, "")), widget=forms.HiddenInput)
    other = forms.ChoiceField(label=_("Gộp vào bước"), required=False)

    def __init__(self, *args: Any, step: HeldStep, held: HeldReading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.step = step
        self.initial.setdefault("seen", step.seen)
        others = [other for other in held.standing if other.mark != step.mark]
        self.fields["other"].choices = [  # type: ignore[attr-defined]
            ("", "—"),
            *((other.mark, f"{other.where} {(other.value('text') or '')[:70]}") for other in others),
        ]

    def command(self) -> ArrangeStep:
        """What `confirming.arrange_step` takes."""
        data = self.cleaned_data
        return ArrangeStep(data["reading"], self.step.mark, data["seen"], data["fate"], data["other"])
