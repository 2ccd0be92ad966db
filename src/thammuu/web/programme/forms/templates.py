"""The editor of a template: a row of fields a step, some of them blank for new ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.programme.commands import SaveTemplate, TemplateStepFields
from thammuu.web.components.fields import WordsField
from thammuu.web.components.once import OnceForm
from thammuu_core.plans.durations import durations

if TYPE_CHECKING:
    from django.forms.boundfield import BoundField

    from thammuu.apps.programme.rows import TemplateView

_BLANK = 2
"""Rows offered for new steps."""
_MOST = 40


@dataclass(frozen=True, slots=True)
class StepFields:
    """The fields of one row for the template of the page."""

    number: int
    order: BoundField
    title: BoundField
    durations: BoundField
    condition: BoundField
    owner: BoundField
    blank: bool


class TemplateForm(OnceForm):
    """Mẫu các bước. A step whose title is emptied goes; the numbers say the order."""

    name = forms.CharField(label=_("Tên mẫu"), max_length=300)
    reason = WordsField(label=_("Lý do sửa"), required=False)
    number = forms.IntegerField(widget=forms.HiddenInput)
    """The version that is edited; 0 for a new template."""

    def __init__(self, *args: Any, view: TemplateView, copy: bool) -> None:
        self.view, self.copy = view, copy
        steps = view.steps
        initial: dict[str, object] = {
            "name": _("Bản sao của %(name)s") % {"name": view.row.name} if copy else view.row.name,
            "number": 0 if copy else view.row.number,
        }
        for at, step in enumerate(steps, 1):
            initial |= {
                f"order_{at}": at,
                f"title_{at}": step.title,
                f"durations_{at}": list(step.durations),
                f"condition_{at}": step.condition,
                f"owner_{at}": step.owner,
            }
        super().__init__(*args, initial=initial)
        self.count = min(len(steps) + _BLANK, _MOST)
        self.blank_from = len(steps) + 1
        for at in range(1, self.count + 1):
            self._add(at)
        if copy:
            del self.fields["reason"]

    def rows(self) -> list[StepFields]:
        """The rows of steps, in the order of the page."""
        names = ("order", "title", "durations", "condition", "owner")
        return [
            StepFields(at, *(self[f"{name}_{at}"] for name in names), at >= self.blank_from)
            for at in range(1, self.count + 1)
        ]

    def clean(self) -> dict[str, Any]:
        """A step that has a title has work in it."""
        data = super().clean() or self.cleaned_data
        for at in range(1, self.count + 1):
            if data.get(f"title_{at}") and not data.get(f"durations_{at}"):
                self.add_error(f"durations_{at}", _("Hãy chọn ít nhất một việc trong bước này."))
        return data

    def command(self) -> SaveTemplate:
        """What `services.save_template` takes."""
        data = self.cleaned_data
        filled = [at for at in range(1, self.count + 1) if data[f"title_{at}"]]
        filled.sort(key=lambda at: (data[f"order_{at}"] is None, data[f"order_{at}"], at))
        steps = tuple(
            TemplateStepFields(
                data[f"title_{at}"],
                tuple(data[f"durations_{at}"]),
                data[f"condition_{at}"],
                data[f"owner_{at}"],
            )
            for at in filled
        )
        template: UUID | None = None if self.copy else self.view.row.uuid
        return SaveTemplate(data["name"], steps, template, data["number"], data.get("reason", ""))

    def _add(self, at: int) -> None:
        self.fields[f"order_{at}"] = forms.IntegerField(
            label=_("Thứ tự"), required=False, min_value=1, max_value=99, initial=at
        )
        self.fields[f"title_{at}"] = forms.CharField(label=_("Tên bước"), required=False, max_length=1000)
        self.fields[f"durations_{at}"] = forms.MultipleChoiceField(
            label=_("Các việc trong bước"),
            required=False,
            widget=forms.CheckboxSelectMultiple,
            choices=[(one.key, one.title) for one in durations()],
        )
        self.fields[f"condition_{at}"] = forms.CharField(
            label=_("Chỉ làm"), required=False, max_length=200, help_text=_("Ví dụ: khi có yêu cầu.")
        )
        self.fields[f"owner_{at}"] = forms.CharField(
            label=_("Người thực hiện"),
            required=False,
            max_length=300,
            help_text=_("Để trống: đơn vị chủ trì."),
        )
