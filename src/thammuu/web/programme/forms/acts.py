"""Acts on one assignment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.choosing import unit_choices
from thammuu.apps.programme.commands import ChangeByPaper, CorrectItem, Instruct, Remark
from thammuu.apps.programme.queries import instructs_in_person
from thammuu.web.components.acts import ActForm, Box, free
from thammuu.web.components.fields import ReasonField, RowField, WordsField, upload_of
from thammuu.web.components.forms import DayField
from thammuu.web.programme.forms.fields import NONE, ItemFieldsForm, proposed

if TYPE_CHECKING:
    from thammuu.apps.organisations.actors import Actor
    from thammuu.apps.programme.rows import ItemView


class ItemActForm(ActForm):
    """What every act on an assignment begins with."""

    def __init__(self, *args: Any, actor: Actor, view: ItemView) -> None:
        self.actor, self.view = actor, view
        super().__init__(*args, initial={"version": view.version} | self.proposed())

    def proposed(self) -> dict[str, object]:
        """What stands in the form when it is opened."""
        return {}


class InstructForm(ItemActForm):
    """Bút phê, giao đơn vị."""

    words = WordsField(label=_("Nội dung bút phê"), rows=3)
    unit = RowField(label=_("Giao đơn vị chủ trì"), nothing=NONE, required=False)
    given_by = forms.CharField(label=_("Người bút phê"), max_length=300)
    given_on = DayField(label=_("Ngày bút phê"))
    evidence = forms.FileField(
        label=_("Tệp minh chứng"), required=False, help_text=_("Ảnh chụp hoặc văn bản có bút phê.")
    )
    evidence_note = forms.CharField(label=_("Bút phê nằm ở đâu"), required=False)
    layout = (
        free("words", "unit", ("given_by", "given_on")),
        Box((("evidence",), ("evidence_note",)), _("Minh chứng"), _("khi ghi nhận thay lãnh đạo")),
    )

    def __init__(self, *args: Any, **about: Any) -> None:
        super().__init__(*args, **about)
        self.fields["unit"].offer(unit_choices(self.actor))  # type: ignore[attr-defined]

    def proposed(self) -> dict[str, object]:
        """A leader writes in person; who records it must say whose it is."""
        own = {"given_by": self.actor.name} if instructs_in_person(self.actor) else {}
        return {"given_on": clock.today(), **own}

    def boxes(self) -> tuple[Box, ...]:
        """A leader needs no proof of the own words."""
        return self.layout[:1] if instructs_in_person(self.actor) and not self.is_bound else self.layout

    def command(self) -> Instruct:
        """What `services.instruct` takes."""
        data = self.cleaned_data
        remark = Remark(
            data["words"],
            data["given_by"],
            data["given_on"],
            data["unit"],
            data["evidence_note"],
            upload_of(data["evidence"]),
        )
        return Instruct(self.view.row.uuid, data["version"], remark)


class CorrectForm(ItemFieldsForm, ItemActForm):
    """Sửa nội dung đọc hoặc nhập sai."""

    reason = ReasonField(label=_("Lý do sửa"), rows=2)
    layout = (
        free(
            "text",
            ("lead", "coordinating"),
            ("due_on", "submitted_to"),
            "product",
            ("basis", "note"),
            "reason",
        ),
    )

    def proposed(self) -> dict[str, object]:
        """What it says now."""
        return proposed(self.view)

    def command(self) -> CorrectItem:
        """What `services.correct_item` takes."""
        data = self.cleaned_data
        return CorrectItem(self.view.row.uuid, data["version"], self.item_fields(), data["reason"])


class PaperForm(ItemActForm):
    """A change that needs consent."""

    reason = ReasonField()
    decided_by = forms.CharField(label=_("Cơ quan, người đồng ý"), max_length=300)
    decided_on = DayField(label=_("Ngày đồng ý"))
    paper = forms.FileField(label=_("Văn bản đồng ý"), required=False)
    paper_note = forms.CharField(
        label=_("Số, ký hiệu, nơi lưu"), required=False, help_text=_("Ghi khi không có tệp.")
    )

    def command(self) -> ChangeByPaper:
        """What the services take."""
        data = self.cleaned_data
        return ChangeByPaper(
            self.view.row.uuid,
            data["version"],
            data["reason"],
            data["decided_by"],
            data["decided_on"],
            data["paper_note"],
            upload_of(data["paper"]),
            data.get("due_on"),
        )


_CONSENT = Box((("decided_by", "decided_on"), ("paper", "paper_note")), _("Văn bản đồng ý"))


class DeferForm(PaperForm):
    """Lùi hạn."""

    due_on = DayField(label=_("Hạn mới"))
    layout = (free("due_on", "reason"), _CONSENT)


class WithdrawForm(PaperForm):
    """Rút khỏi chương trình."""

    layout = (free("reason"), _CONSENT)
