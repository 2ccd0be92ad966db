"""Nơi nhận, as lists are typed."""

from __future__ import annotations

import pytest

from support.papers import paper_of
from thammuu_core.outline import outline
from thammuu_core.plans.header.elements import read_header

LISTS = {
    "one a line": "Nơi nhận:\n- UBND tỉnh (báo cáo);\n- Các phòng thuộc Sở;\n- Lưu: VT, TĐC.",
    "run together": "Nơi nhận: - UBND tỉnh (báo cáo); - Các phòng thuộc Sở; - Lưu: VT, TĐC.",
    "in a table": "| Nơi nhận: / - UBND tỉnh (báo cáo); / - Các phòng thuộc Sở; / - Lưu: VT, TĐC. | KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC / Lê Văn An |",
    "a row each": "| Nơi nhận: | GIÁM ĐỐC |\n| - UBND tỉnh (báo cáo); | |\n| - Các phòng thuộc Sở; | |\n| - Lưu: VT, TĐC. | Lê Văn An |",
    "a mark before the remark": "Nơi nhận: - UBND tỉnh; (báo cáo) - Các phòng thuộc Sở; - Lưu: VT, TĐC.",
    "a line broken": "Nơi nhận:\n- UBND tỉnh\n(báo cáo);\n- Các phòng\nthuộc Sở;\n- Lưu: VT, TĐC.\nGIÁM ĐỐC\nLê Văn An",
    "without dashes": "Nơi nhận:\nUBND tỉnh (báo cáo);\nCác phòng thuộc Sở;\nLưu: VT, TĐC.\nGIÁM ĐỐC\nLê Văn An",
    "beside the signature": "Nơi nhận:                    KT. GIÁM ĐỐC\n- UBND tỉnh (báo cáo);           PHÓ GIÁM ĐỐC\n- Các phòng thuộc Sở;\n- Lưu: VT, TĐC.                  Lê Văn An",
    "interleaved with the signature": "Nơi nhận: KT. GIÁM ĐỐC\n- UBND tỉnh (báo cáo); PHÓ GIÁM ĐỐC\n- Các phòng thuộc Sở;\n- Lưu: VT, TĐC. Lê Văn An",
    "cut by a page": "| Nơi nhận: | GIÁM ĐỐC |\n- UBND tỉnh (báo cáo);\n- Các phòng\nthuộc Sở;\n| - Lưu: VT, TĐC. | Lê Văn An |",
    "under the signature": "GIÁM ĐỐC\nLê Văn An\nNơi nhận:\n- UBND tỉnh (báo cáo);\n- Các phòng thuộc Sở;\n- Lưu: VT, TĐC.",
}


@pytest.mark.parametrize("written", LISTS.values(), ids=LISTS.keys())
def test_one_list_reads_the_same_however_it_is_typed(written: str) -> None:
    read = read_header(
        outline(paper_of(f"KẾ HOẠCH\nTuyên truyền\nI. Mục đích\nNâng cao hiểu biết.\n{written}"))
    )
    assert read.recipients == ("UBND tỉnh (báo cáo)", "Các phòng thuộc Sở", "Lưu: VT, TĐC")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("- TT. Tỉnh ủy; TT. HĐND tỉnh (b/c);", "TT. Tỉnh ủy; TT. HĐND tỉnh (b/c)"),
        ("- Vụ Pháp chế - Bộ Tư pháp;", "Vụ Pháp chế - Bộ Tư pháp"),
        ("– VPUB: CVP, các PCVP.", "VPUB: CVP, các PCVP"),
        ("+ Như Điều 3,", "Như Điều 3"),
    ],
)
def test_a_name_keeps_its_own_marks(line: str, name: str) -> None:
    text = f"KẾ HOẠCH\nTuyên truyền\nI. Mục đích\nNơi nhận:\n{line}\n- Lưu: VT."
    assert read_header(outline(paper_of(text))).recipients == (name, "Lưu: VT")
