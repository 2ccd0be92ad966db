"""What a comment says for a change that cannot be shown as one."""

from __future__ import annotations

from collections.abc import Sequence

from thammuu_core.redlines.model import Edit

_LONGEST = 60


def proposed(text: str, edit: Edit) -> str:
    """The change in words.

    >>> proposed("trong 5 ngày", Edit(6, 7, "5", "10"))
    'Đề nghị sửa “5” thành “10”.'
    """
    old, new = edit.old.strip("\n"), edit.new.strip("\n")
    if edit.to is not None:
        before = _shortened(text[edit.to :].lstrip("\n").partition("\n")[0])
        return f"Đề nghị chuyển “{old}” đến {f'trước “{before}”' if before else 'cuối văn bản'}."
    if old and new:
        return f"Đề nghị sửa “{old}” thành “{new}”."
    if old:
        return f"Đề nghị bỏ “{old}”."
    if new:
        return f"Đề nghị thêm “{new}”."
    return "Đề nghị nhập hai đoạn thành một." if edit.old else "Đề nghị tách đoạn tại đây."


def joined_in(author: str, others: Sequence[str]) -> str:
    """Who proposes the same as the one whose change is shown."""
    return f"Cùng đề nghị như {author}: {'; '.join(others)}."


def elsewhere(place: str, quote: str, text: str) -> str:
    """A comment on words of a part in which Word has no comments."""
    said = f"{place}, “{_shortened(quote)}”" if quote else place
    return f"[{said}] {text}"


PLACES = {
    "header": "Đầu trang",
    "footer": "Chân trang",
    "footnote": "Chú thích cuối trang",
    "endnote": "Chú thích cuối văn bản",
    "textbox": "Khung chữ",
}


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
