"""Forms as people meet them: faults in plain words, and the cursor where the first of them is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

_MISSING = {
    forms.FileField: _("Hãy chọn tệp."),
    forms.ChoiceField: _("Hãy chọn một mục."),
    forms.Field: _("Hãy điền ô này."),
}
"""The first kind that fits decides."""
_EMPTY_FILE = _("Tệp này rỗng, không có nội dung. Hãy chọn lại tệp.")


class DayField(forms.DateField):
    """A day as it is written here, dd/mm/yyyy.

    Not the browser's own date box: that follows the language of the browser, and 07/06 read the American way is
    another month.
    """

    widget = forms.DateInput(
        format="%d/%m/%Y", attrs={"inputmode": "numeric", "placeholder": "dd/mm/yyyy", "autocomplete": "off"}
    )

    def __init__(self, **options: Any) -> None:
        wrong = {"invalid": _("Ghi ngày theo dạng dd/mm/yyyy, ví dụ 06/07/2021.")}
        super().__init__(input_formats=["%d/%m/%Y", "%Y-%m-%d"], error_messages=wrong, **options)


class DeskForm(forms.Form):
    """Every form that a person fills in.

    The browser is told not to check it (`novalidate`), because it would speak its own language.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            kind = next(kind for kind in _MISSING if isinstance(field, kind))
            field.error_messages |= {"required": _MISSING[kind], "empty": _EMPTY_FILE}

    def add_error(self, field: str | None, error: Any) -> None:
        """Tell a fault; no browser sends a file twice by itself, so each file that came along is asked for again."""
        super().add_error(field, error)
        for name, file in self.files.items():
            if name in self.fields:
                again = _("Tệp “%(name)s” chưa được lưu vì biểu mẫu còn chỗ cần sửa. Hãy chọn lại tệp.")
                self[name].help_text = again % {"name": file.name}

    def full_clean(self) -> None:
        """Check, and put the cursor into the first field to be put right."""
        super().full_clean()
        shown = (field for field in self.visible_fields() if field.errors)
        if first := next(shown, None):
            first.field.widget.attrs["autofocus"] = True
