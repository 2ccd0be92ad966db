"""Why an answer, or a plan, is not taken."""

from __future__ import annotations

from typing import ClassVar

from thammuu_core.errors import Refusal


class ReasonMissing(Refusal):
    """What is left out is left out for a reason."""

    code: ClassVar[str] = "coverage.reason_missing"

    def __init__(self) -> None:
        super().__init__("Cần ghi lý do không đưa nội dung này vào dự thảo, để giải trình khi thẩm tra.")


class NoDemands(Refusal):
    """A document that demands nothing cannot be held against."""

    code: ClassVar[str] = "coverage.no_demands"

    def __init__(self, called: str) -> None:
        super().__init__(
            f"{called} chưa có mục tiêu, nhiệm vụ nào trong sổ văn bản. Hãy ghi nội dung văn bản giao vào sổ trước."
        )


class NothingRead(Refusal):
    """A file without sections and targets is no plan to compare."""

    code: ClassVar[str] = "coverage.nothing_read"

    def __init__(self) -> None:
        super().__init__(
            "Không đọc được mục hay chỉ tiêu nào trong tệp này. Hãy kiểm tra đây có phải văn bản kế hoạch có chữ (không phải "
            "ảnh chụp) không."
        )


class TooManyPlans(Refusal):
    """More columns than a page can show."""

    code: ClassVar[str] = "coverage.too_many_plans"

    def __init__(self, most: int) -> None:
        super().__init__(f"Mỗi bảng so sánh có nhiều nhất {most} kế hoạch. Hãy bỏ bớt hoặc lập bảng khác.")
