"""Forms as people meet them: faults in plain words, and the cursor where the first of them is."""

from __future__ import annotations

from typing import Any

from django import forms

_MISSING = {
    forms.FileField: "Hãy chọn tệp.",
    forms.ChoiceField: "Hãy chọn một mục.",
    forms.Field: "Hãy điền ô này.",
}
"""The first kind that fits decides."""
_EMPTY_FILE = "Tệp này rỗng, không có nội dung. Hãy chọn lại tệp."


class DeskForm(forms.Form):
    """Every form that a person fills in.

    The browser is told not to check it (`novalidate`), because it would speak its own language.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            kind = next(kind for kind in _MISSING if isinstance(field, kind))
            field.error_messages |= {"required": _MISSING[kind], "empty": _EMPTY_FILE}

    def full_clean(self) -> None:
        """Check, and put the cursor into the first field to be put right."""
        super().full_clean()
        shown = (field for field in self.visible_fields() if field.errors)
        if first := next(shown, None):
            first.field.widget.attrs["autofocus"] = True
