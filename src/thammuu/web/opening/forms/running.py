"""Forms about a dossier that runs: a plan that amends it, the dossier of the next year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.dossiers.plans.amending import ApplyAmendment
from thammuu.apps.dossiers.plans.repeating import RepeatDossier
from thammuu.web.components.once import OnceForm

if TYPE_CHECKING:
    from thammuu.apps.dossiers.plans.amending import Amendment
    from thammuu.apps.dossiers.plans.repeating import Repetition


class AmendForm(OnceForm):
    """Chọn các thay đổi của kế hoạch sửa đổi để áp dụng vào hồ sơ."""

    seen = forms.CharField(widget=forms.HiddenInput)
    lines = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    reason = forms.CharField(
        label=_("Ghi chú"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, found: Amendment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        self.initial.setdefault("seen", found.seal)
        sent = self.data.getlist("lines") if self.is_bound else ()
        known = [line.id for line in found.lines if not line.warning]
        self.fields["lines"].choices = [(line, line) for line in (*known, *sent)]  # type: ignore[attr-defined]

    def chosen(self) -> set[str]:
        """What stands ticked; before anything was sent, every line that can be applied."""
        if self.is_bound:
            return set(self.data.getlist("lines"))
        return {line.id for line in self.found.lines if not line.warning}

    def command(self) -> ApplyAmendment:
        """What `amending.apply_amendment` takes."""
        data, found = self.cleaned_data, self.found
        return ApplyAmendment(
            found.dossier, found.document, data["seen"], tuple(data["lines"]), data["reason"]
        )


class NextYearForm(OnceForm):
    """Lập hồ sơ năm sau từ các bước của hồ sơ này."""

    title = forms.CharField(label=_("Tên hồ sơ"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    outcome_title = forms.CharField(
        label=_("Văn bản phải ban hành"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    steps = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, found: Repetition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        self.initial.setdefault("title", found.next_title)
        self.initial.setdefault("outcome_title", found.next_outcome)
        self.fields["steps"].choices = [(str(row.uuid), "") for row in found.steps]  # type: ignore[attr-defined]

    def chosen(self) -> set[str]:
        """What stands ticked; before anything was sent, every step."""
        if self.is_bound:
            return set(self.data.getlist("steps"))
        return {str(row.uuid) for row in self.found.steps}

    def command(self) -> RepeatDossier:
        """What `repeating.repeat_dossier` takes."""
        steps = tuple(UUID(uuid) for uuid in self.cleaned_data["steps"])
        return RepeatDossier(
            self.found.dossier, self.cleaned_data["title"], steps, self.cleaned_data["outcome_title"]
        )
