"""Why a template or its facts cannot be used, with the place."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Malformed, Refusal


class UnknownTemplate(Refusal):
    """No template has that code."""

    code: ClassVar[str] = "compositions.unknown_template"

    def __init__(self, code: str, known: tuple[str, ...]) -> None:
        super().__init__(f"Không có mẫu “{code}”. Các mẫu hiện có: {', '.join(known)}.")


class BadTemplate(Malformed):
    """A line of a template that means nothing."""

    code: ClassVar[str] = "compositions.bad_template"

    def __init__(self, number: int, message: str) -> None:
        self.number = number
        super().__init__(f"Dòng {number} của mẫu: {message}")


class WrongFact(Refusal):
    """A fact of another kind than its field: a list where a day should be."""

    code: ClassVar[str] = "compositions.wrong_fact"

    def __init__(self, name: str, wanted: str) -> None:
        self.name = name
        super().__init__(f"“{name}” phải là {wanted}. Sửa lại rồi làm lại.")
