"""Fields that several forms of the programme share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from thammuu.apps.programme.commands import ItemFields
from thammuu.web.components.fields import WordsField
from thammuu.web.components.forms import DayField

if TYPE_CHECKING:
    from thammuu.apps.programme.rows import ItemView

NONE = _("Không chọn")
"""Where nothing need be chosen."""


class ItemFieldsForm(forms.Form):
    """What an assignment says: the part that typing, letters and corrections have in common."""

    text = WordsField(label=_("Nội dung nhiệm vụ"), rows=3)
    lead = forms.CharField(
        label=_("Đơn vị chủ trì"),
        required=False,
        max_length=500,
        help_text=_("Ghi tên một đơn vị; hệ thống đối chiếu với danh mục."),
    )
    coordinating = WordsField(label=_("Đơn vị phối hợp"), help_text=_("Mỗi dòng một đơn vị."), required=False)
    due_on = DayField(label=_("Hạn trình"), required=False, help_text=_("Ngày cuối cùng còn đúng hạn."))
    submitted_to = forms.CharField(label=_("Cấp trình"), required=False, max_length=300)
    product = forms.CharField(label=_("Sản phẩm, loại văn bản"), required=False, max_length=300)
    basis = WordsField(label=_("Căn cứ"), required=False)
    note = WordsField(label=_("Ghi chú"), required=False)

    def item_fields(self) -> ItemFields:
        """The same as a value."""
        data = self.cleaned_data
        helpers = tuple(name for line in re.split(r"[\n;]", data["coordinating"]) if (name := line.strip()))
        return ItemFields(
            text=data["text"],
            lead=data["lead"],
            coordinating=helpers,
            due_on=data["due_on"],
            product=data["product"],
            submitted_to=data["submitted_to"],
            basis=data["basis"],
            note=data["note"],
        )


def proposed(view: ItemView) -> dict[str, object]:
    """What stands in those fields when an assignment is corrected."""
    return {
        "text": view.row.text,
        "lead": view.lead_words,
        "coordinating": "\n".join(view.coordinating),
        "due_on": view.row.due_on,
        "submitted_to": view.row.submitted_to,
        "product": view.product,
        "basis": view.basis,
        "note": view.note,
    }
