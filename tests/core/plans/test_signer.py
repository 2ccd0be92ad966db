"""Signatures in their forms."""

from __future__ import annotations

import pytest

from support.papers import paper_of
from thammuu_core.outline import outline
from thammuu_core.plans.header.elements import read_header
from thammuu_core.plans.model import Signer

SIGNATURES = [
    # names of the Highlands: one letter or a marked one first
    ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nY Khoa Niê", (("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", "Y Khoa Niê")),
    ("TRƯỞNG PHÒNG\nH’Yim Kđoh", ((), "TRƯỞNG PHÒNG", "H’Yim Kđoh")),
    ("GIÁM ĐỐC\nLê Văn An", ((), "GIÁM ĐỐC", "Lê Văn An")),
    ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nLê Thị Bình", (("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "Lê Thị Bình")),
    (
        "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nLê Văn An",
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Lê Văn An"),
    ),
    (
        "| | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Lê Văn An |",
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Lê Văn An"),
    ),
    ("TM. UỶ BAN NHÂN DÂN TỈNH CHỦ TỊCH Lê Văn An", (("TM. UỶ BAN NHÂN DÂN TỈNH",), "CHỦ TỊCH", "Lê Văn An")),
    (
        "| | TL. BỘ TRƯỞNG VỤ TRƯỞNG VỤ KẾ HOẠCH - TÀI CHÍNH Lê Văn An |",
        (("TL. BỘ TRƯỞNG",), "VỤ TRƯỞNG VỤ KẾ HOẠCH - TÀI CHÍNH", "Lê Văn An"),
    ),
    (
        "KT. BỘ TRƯỞNG, CHỦ NHIỆM\nPHÓ CHỦ NHIỆM\nLê Văn An",
        (("KT. BỘ TRƯỞNG, CHỦ NHIỆM",), "PHÓ CHỦ NHIỆM", "Lê Văn An"),
    ),
    (
        "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG\nLê Văn An",
        (("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"), "PHÓ CHÁNH VĂN PHÒNG", "Lê Văn An"),
    ),
    ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ Y TẾ\nLê Văn An", (("TUQ. CHỦ TỊCH",), "GIÁM ĐỐC SỞ Y TẾ", "Lê Văn An")),
    ("KT.GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTS. Lê Văn An", (("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "Lê Văn An")),
    ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLÊ VĂN AN", (("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "LÊ VĂN AN")),
    (
        "| | TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH LÊ VĂN AN |",
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "LÊ VĂN AN"),
    ),
    ("TUQ. CHỦ TỊCH\nGIÁM ĐỐC\nSỞ TÀI CHÍNH", (("TUQ. CHỦ TỊCH",), "GIÁM ĐỐC SỞ TÀI CHÍNH", None)),
    (
        "TM. ỦY BAN\nNHÂN DÂN\nKT.\nCHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn An",
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Lê Văn An"),
    ),
    ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nLê Văn An", (("T/M BAN THƯỜNG VỤ",), "PHÓ BÍ THƯ", "Lê Văn An")),
    (
        "Nơi nhận: KT. GIÁM ĐỐC\n- UBND tỉnh; PHÓ GIÁM ĐỐC\n- Các phòng thuộc Sở;\n- Lưu: VT. Lê Văn An",
        (("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "Lê Văn An"),
    ),
    (
        "| Nơi nhận: | GIÁM ĐỐC |\n- UBND tỉnh;\n| - Lưu: VT. | Lê Văn An |",
        ((), "GIÁM ĐỐC", "Lê Văn An"),
    ),
    ("Q. GIÁM ĐỐC\nLê Văn An", ((), "Q. GIÁM ĐỐC", "Lê Văn An")),
    ("KT, GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLê Văn An", (("KT, GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "Lê Văn An")),
    ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC", (("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", None)),
]


@pytest.mark.parametrize(("written", "signer"), SIGNATURES)
def test_authority_title_and_name_are_told_apart(
    written: str, signer: tuple[tuple[str, ...], str | None, str | None]
) -> None:
    text = f"KẾ HOẠCH\nTuyên truyền\nI. Mục đích\nNâng cao hiểu biết.\n{written}"
    assert read_header(outline(paper_of(text))).signer == Signer(*signer)


def test_an_office_in_the_preamble_is_no_signature() -> None:
    text = "QUYẾT ĐỊNH\nThành lập Tổ\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật A;\nĐiều 1. Thành lập Tổ.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLê Văn An"
    signer = read_header(outline(paper_of(text))).signer
    assert signer == Signer(("KT. CHỦ TỊCH",), "PHÓ CHỦ TỊCH", "Lê Văn An")
