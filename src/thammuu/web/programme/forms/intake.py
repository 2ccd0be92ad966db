"""How assignments come in: a file, the confirmation of what was read, a keyboard, a letter."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.choosing import Choice
from thammuu.apps.programme.commands import (
    AddItem,
    AddProgramme,
    ConfirmSheet,
    ItemCorrection,
    ReadSheet,
    ReceiveLetter,
    Remark,
)
from thammuu.web.components.fields import RowField, WordsField, upload_of
from thammuu.web.components.forms import DayField
from thammuu.web.components.once import OnceForm
from thammuu.web.programme.forms.fields import NONE, ItemFieldsForm

if TYPE_CHECKING:
    from thammuu.apps.programme.rows import ProgrammeRow, ReadItemRow, SheetView

MOST_CORRECTED = 250
"""Doubtful items with fields of their own; the rest are corrected one by one afterwards."""


class BringForm(OnceForm):
    """Đưa tệp chương trình công tác lên."""

    file = forms.FileField(
        label=_("Tệp chương trình công tác"),
        help_text=_(
            "Bảng tính Excel (.xlsx), hoặc tệp .docx, .pdf có bảng. Không đưa văn bản có độ mật vào hệ thống."
        ),
    )
    year = forms.IntegerField(
        label=_("Năm của chương trình"),
        required=False,
        min_value=1990,
        max_value=2100,
        help_text=_("Chỉ cần ghi khi trong tệp không có năm."),
    )

    def command(self) -> ReadSheet:
        """What `services.read_sheet` takes."""
        return ReadSheet(upload_of(self.cleaned_data["file"]), self.cleaned_data["year"])


class ProgrammeForm(OnceForm):
    """What names a programme."""

    title = forms.CharField(label=_("Tên chương trình"), max_length=1000)
    year = forms.IntegerField(label=_("Năm"), min_value=1990, max_value=2100)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), required=False, max_length=300)
    symbol = forms.CharField(label=_("Số, ký hiệu"), required=False, max_length=100)
    issued_on = DayField(label=_("Ngày ban hành"), required=False)

    def _named(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("title", "year", "issuer", "symbol", "issued_on")}


class AddProgrammeForm(ProgrammeForm):
    """Nhập tay một chương trình."""

    def command(self) -> AddProgramme:
        """What `services.add_programme` takes."""
        return AddProgramme(**self._named())


class ConfirmForm(ProgrammeForm):
    """Xác nhận những gì đã đọc: which items are left out, and what a person puts in place of doubtful ones."""

    def __init__(self, *args: Any, view: SheetView) -> None:
        super().__init__(*args, initial={"title": view.title, "year": view.year})
        self.view = view
        doubtful = [item for item in view.items if item.doubts or _is_unknown(item)][:MOST_CORRECTED]
        self.correctable = frozenset(item.index for item in doubtful)
        for item in view.items:
            self.fields[f"left_out_{item.index}"] = forms.BooleanField(
                label=_("Không lấy"), required=False, initial=item.elsewhere
            )
        for item in doubtful:
            self.fields[f"lead_{item.index}"] = forms.CharField(
                label=_("Chủ trì"),
                required=False,
                max_length=500,
                initial="; ".join(item.lead),
                widget=forms.TextInput(attrs={"list": "don-vi", "autocomplete": "off"}),
            )
            self.fields[f"due_{item.index}"] = DayField(label=_("Hạn"), required=False, initial=item.due_on)

    def rows(self) -> list[dict[str, Any]]:
        """Each item with its fields, for the template."""
        return [
            {
                "item": item,
                "left_out": self[f"left_out_{item.index}"],
                "lead": self[f"lead_{item.index}"] if item.index in self.correctable else None,
                "due": self[f"due_{item.index}"] if item.index in self.correctable else None,
            }
            for item in self.view.items
        ]

    def command(self) -> ConfirmSheet:
        """What `services.confirm_sheet` takes."""
        data = self.cleaned_data
        left_out = tuple(item.index for item in self.view.items if data[f"left_out_{item.index}"])
        fixes = (self._correction(item) for item in self.view.items if item.index in self.correctable)
        corrections = tuple(fix for fix in fixes if fix.lead is not None or fix.due_on is not None)
        return ConfirmSheet(self.view.uuid, **self._named(), left_out=left_out, corrections=corrections)

    def _correction(self, item: ReadItemRow) -> ItemCorrection:
        lead: str = self.cleaned_data[f"lead_{item.index}"]
        due: date | None = self.cleaned_data[f"due_{item.index}"]
        return ItemCorrection(
            item.index,
            lead if lead.strip() != "; ".join(item.lead) else None,
            due if due != item.due_on else None,
        )


def _is_unknown(item: ReadItemRow) -> bool:
    """One name that the register does not know: a person says whom it means."""
    return len(item.lead) == 1 and not item.lead_name


class AddItemForm(ItemFieldsForm, OnceForm):
    """Nhập tay một nhiệm vụ."""

    programme = RowField(label=_("Thuộc chương trình"), nothing=NONE, required=False)
    field_order = (
        "programme",
        "text",
        "lead",
        "coordinating",
        "due_on",
        "submitted_to",
        "product",
        "basis",
        "note",
    )

    def offer(self, programmes: tuple[ProgrammeRow, ...]) -> None:
        """The programmes to choose from."""
        self.fields["programme"].offer(Choice(one.uuid, f"{one.year}: {one.title}") for one in programmes)

    def command(self) -> AddItem:
        """What `services.add_item` takes."""
        return AddItem(self.item_fields(), self.cleaned_data["programme"])


class LetterForm(ItemFieldsForm, OnceForm):
    """Văn bản giao việc đến, với bút phê nếu đã có."""

    issuer = forms.CharField(label=_("Cơ quan giao việc"), max_length=300)
    symbol = forms.CharField(label=_("Số, ký hiệu"), required=False, max_length=100)
    issued_on = DayField(label=_("Ngày văn bản"), required=False)
    received_on = DayField(label=_("Ngày đến"))
    subject = WordsField(label=_("Trích yếu"), required=False)
    file = forms.FileField(
        label=_("Tệp văn bản"), required=False, help_text=_("Văn bản đến (.docx, .pdf, ảnh chụp).")
    )
    kept_at = forms.CharField(
        label=_("Nơi lưu bản gốc"), required=False, help_text=_("Ghi khi không có tệp.")
    )
    remark_words = WordsField(label=_("Bút phê của lãnh đạo"), required=False)
    remark_by = forms.CharField(label=_("Người bút phê"), required=False, max_length=300)
    remark_on = DayField(label=_("Ngày bút phê"), required=False)
    remark_unit = RowField(label=_("Giao đơn vị chủ trì"), nothing=NONE, required=False)

    def offer(self, units: tuple[Choice, ...]) -> None:
        """The units to choose from."""
        self.fields["remark_unit"].offer(units)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A bút phê has its author and its day; the letter lies somewhere."""
        data = super().clean() or self.cleaned_data
        if data.get("remark_words") and not data.get("remark_by"):
            self.add_error("remark_by", _("Hãy ghi ai bút phê."))
        if data.get("remark_words") and not data.get("remark_on"):
            self.add_error("remark_on", _("Hãy ghi ngày bút phê."))
        if not (data.get("file") or data.get("kept_at")):
            self.add_error("file", _("Hãy chọn tệp, hoặc ghi nơi lưu bản gốc ở ô bên cạnh."))
        return data

    def command(self) -> ReceiveLetter:
        """What `services.receive_letter` takes."""
        data = self.cleaned_data
        return ReceiveLetter(
            self.item_fields(),
            issuer=data["issuer"],
            received_on=data["received_on"],
            symbol=data["symbol"],
            issued_on=data["issued_on"],
            subject=data["subject"],
            kept_at=data["kept_at"],
            file=upload_of(data["file"]),
            remark=self._remark(),
        )

    def _remark(self) -> Remark | None:
        data = self.cleaned_data
        if not data["remark_words"]:
            return None
        stands = f"Bút phê trên văn bản {data['symbol'] or data['issuer']}"
        unit: UUID | None = data["remark_unit"]
        return Remark(data["remark_words"], data["remark_by"], data["remark_on"], unit, stands)

    @staticmethod
    def proposed() -> dict[str, object]:
        """It came today."""
        return {"received_on": clock.today()}
