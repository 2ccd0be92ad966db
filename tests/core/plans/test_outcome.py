"""A plan to prepare a document says what it prepares."""

from __future__ import annotations

import pytest

from thammuu_core.plans.header.outcome import read_outcome

TEXTS = (
    "Thực hiện chỉ đạo của UBND tỉnh Lào Cai.",
    "5. Trình xin ý kiến và thẩm tra của Văn phòng UBND tỉnh.",
    "6. Hoàn thiện hồ sơ trình UBND tỉnh ban hành trước tháng 8.",
)


@pytest.mark.parametrize(
    ("title", "kind", "name"),
    [
        ("Tham mưu UBND tỉnh ban hành Kế hoạch trồng rừng", "KH", "Kế hoạch trồng rừng"),
        (
            "Xây dựng Đề án phát triển nghề cá giai đoạn 2026-2030",
            "ĐA",
            "Đề án phát triển nghề cá giai đoạn 2026-2030",
        ),
        ("Xây dựng, trình UBND tỉnh ban hành Kế hoạch trồng rừng", "KH", "Kế hoạch trồng rừng"),
        ("Soạn thảo và trình UBND tỉnh xem xét, phê duyệt Đề án nghề cá", "ĐA", "Đề án nghề cá"),
        ("Xây dựng và ban hành Quy chế tiếp công dân", "QC", "Quy chế tiếp công dân"),
        ("Triển khai xây dựng dự thảo Nghị quyết về mức chi", "NQ", "Nghị quyết về mức chi"),
    ],
)
def test_what_is_prepared_has_a_kind_a_title_an_issuer_and_a_verifier(
    title: str, kind: str, name: str
) -> None:
    read = read_outcome(title, TEXTS)
    assert read
    assert (read.kind_code, read.title) == (kind, name)
    assert (read.issuer, read.verified_by) == ("UBND tỉnh Lào Cai", "Văn phòng UBND tỉnh")


@pytest.mark.parametrize(
    "title",
    [
        "Thực hiện Đề án phát triển nghề cá",
        "Xây dựng nông thôn mới năm 2026",
        "Triển khai thực hiện Nghị quyết số 5-NQ/TU",
        "Tuyên truyền kế hoạch hóa gia đình",
        None,
    ],
)
def test_other_plans_prepare_no_document(title: str | None) -> None:
    assert read_outcome(title, TEXTS) is None
