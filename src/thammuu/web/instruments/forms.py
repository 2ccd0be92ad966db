"""Forms of the register of legal documents; each builds the command that its service takes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.files.uploads import Upload
from thammuu.apps.instruments.commands import (
    LINKS,
    PLAIN,
    AddItem,
    CorrectInstrument,
    CorrectItem,
    EnterInstrument,
    Item,
    Said,
)
from thammuu.apps.instruments.yearly import NotByYear, read_yearly
from thammuu.web.components.acts import AboutForm, LaidForm, free
from thammuu.web.components.fields import LinesField, ReasonField, WordsField
from thammuu.web.components.forms import DayField
from thammuu.web.components.lists import ALL, FilterForm
from thammuu.web.components.once import OnceForm, VersionedForm

CERTAINTIES = (
    ("verified", _("Đã đối chiếu bản gốc")),
    ("stated", _("Theo nguồn dẫn lại")),
    ("from_memory", _("Theo trí nhớ, chưa đối chiếu")),
)
FORCES = (
    ("holds", _("Còn hiệu lực")),
    ("not_yet", _("Chưa có hiệu lực")),
    ("expired", _("Hết hiệu lực")),
)
KINDS = (("target", _("Mục tiêu, chỉ tiêu")), ("duty", _("Nhiệm vụ")), ("money", _("Kinh phí")))
_FOLLOW = _("Mỗi dòng một văn bản đã có trong sổ: số, ký hiệu; trùng số thì ghi đủ loại, số, ngày, cơ quan.")


class InstrumentFilterForm(FilterForm):
    """Narrow the register."""

    label = _("Lọc sổ văn bản")
    words = forms.CharField(label=_("Tìm số, trích yếu, cơ quan"), required=False)
    force = forms.ChoiceField(label=_("Hiệu lực hôm nay"), required=False, choices=[("", ALL), *FORCES])
    kind = forms.ChoiceField(label=_("Loại văn bản"), required=False)
    certainty = forms.ChoiceField(label=_("Mức tin cậy"), required=False, choices=[("", ALL), *CERTAINTIES])

    def __init__(self, *args: Any, kinds: tuple[str, ...]) -> None:
        super().__init__(*args)
        self.fields["kind"].choices = [("", ALL), *((kind, kind) for kind in kinds)]


class InstrumentForm(AboutForm, LaidForm):
    """Thêm một văn bản vào sổ."""

    kind = forms.CharField(
        label=_("Loại văn bản"),
        max_length=100,
        help_text=_("Viết đủ: Luật, Nghị định, Thông tư, Quyết định…"),
    )
    symbol = forms.CharField(label=_("Số, ký hiệu"), max_length=100, required=False)
    issued_on = DayField(label=_("Ngày ban hành"), required=False)
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=300, required=False)
    subject = WordsField(
        label=_("Trích yếu"), required=False, help_text=_("Của luật: tên luật, không có chữ Luật đứng đầu.")
    )
    in_force_from = DayField(
        label=_("Có hiệu lực từ ngày"), required=False, help_text=_("Để trống: coi như từ ngày ban hành.")
    )
    in_force_to = DayField(
        label=_("Hiệu lực đến hết ngày"), required=False, help_text=_("Để trống: đang còn hiệu lực.")
    )
    replaced_by = LinesField(label=_("Được thay thế bởi"), required=False, help_text=_FOLLOW)
    amended_by = LinesField(label=_("Được sửa đổi, bổ sung bởi"), required=False, help_text=_FOLLOW)
    source = WordsField(
        label=_("Nguồn"), help_text=_("Thông tin này lấy ở đâu: số Công báo, bản gốc, trang nào.")
    )
    certainty = forms.ChoiceField(
        label=_("Mức tin cậy"), widget=forms.RadioSelect, choices=CERTAINTIES, initial="stated"
    )
    layout = (
        free(
            ("kind", "symbol"),
            ("issued_on", "issuer"),
            "subject",
            ("in_force_from", "in_force_to"),
            ("replaced_by", "amended_by"),
            "source",
            "certainty",
        ),
    )

    def clean(self) -> None:
        """Days in order, and something by which the document is called."""
        data = self.cleaned_data
        begins, ends = data.get("in_force_from"), data.get("in_force_to")
        if begins and ends and ends < begins:
            self.add_error("in_force_to", _("Ngày hết hiệu lực phải từ ngày có hiệu lực trở đi."))
        if not data.get("symbol") and not data.get("subject"):
            self.add_error(
                "symbol", _("Hãy ghi số, ký hiệu; luật không ghi số thì ghi tên luật ở ô trích yếu.")
            )

    def said(self) -> Said:
        """The document as it was filled in."""
        follow = {name: tuple(self.cleaned_data[name]) for name in LINKS}
        return Said(**self.told(*PLAIN), **follow)

    def command(self) -> Any:
        """What `services.enter_instrument` takes."""
        return EnterInstrument(self.said())


class CorrectInstrumentForm(InstrumentForm, VersionedForm):
    """Đính chính một văn bản trong sổ."""

    reason = ReasonField()
    layout = (*InstrumentForm.layout, free("reason"))

    def proposed(self) -> dict[str, object]:
        """What the register says now."""
        said = self.subject.said
        names = (name for name in self.base_fields if hasattr(said, name))
        return {name: getattr(said, name) for name in names} | {"version": self.subject.version}

    def command(self) -> CorrectInstrument:
        """What `services.correct_instrument` takes."""
        return CorrectInstrument(
            self.subject.row.uuid, self.cleaned_data["version"], self.said(), self.cleaned_data["reason"]
        )


class ItemForm(AboutForm, LaidForm):
    """Thêm một mục tiêu, nhiệm vụ hoặc nội dung kinh phí mà văn bản giao."""

    kind = forms.ChoiceField(label=_("Loại"), widget=forms.RadioSelect, choices=KINDS, initial="target")
    words = WordsField(label=_("Nội dung, đúng lời văn"), rows=3)
    where = forms.CharField(
        label=_("Ở đâu trong văn bản"), max_length=200, required=False, help_text=_("Ví dụ: Điều 1, mục II.")
    )
    measure = forms.CharField(
        label=_("Tên chỉ tiêu"),
        max_length=200,
        required=False,
        help_text=_("Các văn bản đặt giá trị khác nhau cho cùng tên chỉ tiêu được đặt cạnh nhau."),
    )
    unit = forms.CharField(label=_("Đơn vị tính"), max_length=100, required=False)
    baseline = forms.CharField(label=_("So với"), max_length=200, required=False)
    values = forms.CharField(
        label=_("Giá trị theo năm"),
        max_length=500,
        required=False,
        help_text=_("Ví dụ: 2025: ≈ 7; 2026-2030: > 7,5"),
    )
    period = forms.CharField(label=_("Giai đoạn"), max_length=40, required=False)
    source = WordsField(label=_("Nguồn"))
    certainty = forms.ChoiceField(
        label=_("Mức tin cậy"), widget=forms.RadioSelect, choices=CERTAINTIES, initial="stated"
    )
    layout = (
        free(
            "kind",
            "words",
            ("where", "period"),
            ("measure", "unit"),
            ("values", "baseline"),
            "source",
            "certainty",
        ),
    )

    def clean_values(self) -> str:
        """Values as the register reads them."""
        try:
            read_yearly(self.cleaned_data["values"])
        except NotByYear as refused:
            raise forms.ValidationError(refused.message) from refused
        return self.cleaned_data["values"]

    def item(self) -> Item:
        """What was filled in."""
        return Item(**self.told(*Item.__dataclass_fields__))

    def command(self) -> Any:
        """What `services.add_item` takes."""
        return AddItem(self.subject.row.uuid, self.item())


class CorrectItemForm(ItemForm):
    """Đính chính một nội dung văn bản giao."""

    reason = ReasonField()
    layout = (*ItemForm.layout, free("reason"))

    def proposed(self) -> dict[str, object]:
        """What the register says now."""
        row = self.subject
        names = (name for name in Item.__dataclass_fields__ if name != "values")
        return {name: getattr(row, name) for name in names} | {"values": row.values_words}

    def command(self) -> CorrectItem:
        """What `services.correct_item` takes."""
        return CorrectItem(self.subject.uuid, self.item(), self.cleaned_data["reason"])


class WithdrawItemForm(AboutForm, LaidForm):
    """Bỏ một nội dung đã ghi nhầm."""

    reason = ReasonField()
    layout = (free("reason"),)

    def command(self) -> CorrectItem:
        """What `services.correct_item` takes."""
        return CorrectItem(self.subject.uuid, None, self.cleaned_data["reason"])


class FileForm(OnceForm):
    """Đưa tệp lên để kiểm tra."""

    file = forms.FileField(
        label=_("Tệp sổ văn bản"),
        help_text=_(
            "Tệp Excel (.xlsx) theo mẫu, hoặc .csv cùng các cột. Tệp được kiểm tra trước, chưa ghi gì."
        ),
    )

    def upload(self) -> Upload:
        """What `importing.services.bring_file` takes."""
        file = self.cleaned_data["file"]
        return Upload(file.name, file.read())


class AcceptForm(OnceForm):
    """Đưa một văn bản được viện dẫn vào sổ."""

    reading = forms.UUIDField(widget=forms.HiddenInput)
    index = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
