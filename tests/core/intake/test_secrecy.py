"""Documents stamped secret are refused; the word alone stamps nothing."""

from __future__ import annotations

import pytest

from support.docx import docx
from thammuu_core.intake import read_paper
from thammuu_core.intake.refusals import StateSecret

HEADER = (
    'tbl/tr(tc(p/r/t"UBND TỈNH", p/r/t"Số: 12/KH-UBND"{stamp}), tc/p/r/t"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")'
)


@pytest.mark.parametrize(
    "stamp",
    [
        "MẬT",
        "TỐI MẬT",
        "TUYỆT  MẬT",
        "[ MẬT ]",
        "Độ mật: MẬT".upper(),
        "MẬT.",
        "Độ mật: Tối mật",
        "M\u00c2\u0323T",
        "M Ậ T",
        "T Ố I  M Ậ T",
    ],
)
def test_a_stamp_in_the_header_block_is_refused(stamp: str) -> None:
    with pytest.raises(StateSecret) as told:
        read_paper(docx(HEADER.format(stamp=f', p/r/t"{stamp}"')), "a.docx")
    assert "Luật Bảo vệ bí mật nhà nước" in told.value.message


@pytest.mark.parametrize(
    "words",
    [
        "Mật độ dân số",
        "MẬT ĐỘ XÂY DỰNG",
        "Công tác bảo mật",
        "Tài liệu mật được bàn giao",
        "mật",
        "KHÔNG MẬT",
        "MẬT ONG   MẬT ĐỘ",
    ],
)
def test_the_word_alone_is_not_a_stamp(words: str) -> None:
    read_paper(docx(HEADER.format(stamp=f', p/r/t"{words}"')), "a.docx")


def test_a_stamp_in_a_text_box_or_a_page_header_counts() -> None:
    box = 'p/r/drawing/wps:txbx/txbxContent/p/r/t"TỐI MẬT"'
    with pytest.raises(StateSecret):
        read_paper(docx(box), "a.docx")
    with pytest.raises(StateSecret):
        read_paper(docx("p, sectPr/headerReference{r:id=header1}", header1='p/r/t"MẬT"'), "a.docx")


def test_a_stamp_beside_another_column_of_the_same_line_counts() -> None:
    with pytest.raises(StateSecret):
        read_paper("UBND TỈNH A\n    MẬT           Độc lập - Tự do - Hạnh phúc\nKẾ HOẠCH".encode(), "a.txt")
    with pytest.raises(StateSecret, match="TỐI MẬT"):
        read_paper(docx('p(r/t"SỞ NỘI VỤ", r/tab, r/t"TỐI MẬT"), p/r/t"KẾ HOẠCH"'), "a.docx")


def test_a_stamp_typed_small_and_shown_in_capitals_counts() -> None:
    with pytest.raises(StateSecret, match="TỐI MẬT"):
        read_paper(docx('p(r(rPr/caps, t"Tối mật")), p/r/t"KẾ HOẠCH"'), "a.docx")


def test_a_table_of_secrecy_levels_below_the_kind_of_document_is_read() -> None:
    levels = 'tbl/tr(tc/p/r/t"MẬT", tc/p/r/t"10 năm")'
    read_paper(docx(f'{HEADER.format(stamp="")}, p/r/t"KẾ HOẠCH", {levels}'), "a.docx")
    with pytest.raises(StateSecret):
        read_paper(docx(f'{levels}, p/r/t"KẾ HOẠCH"'), "a.docx")


def test_a_list_of_secrecy_levels_deep_in_the_text_is_read() -> None:
    prose = ", ".join(f'p/r/t"Điều {number}"' for number in range(40))
    read_paper(docx(f'{prose}, tbl/tr(tc/p/r/t"MẬT", tc/p/r/t"10 năm")'), "a.docx")


def test_plain_text_is_looked_at_too() -> None:
    with pytest.raises(StateSecret):
        read_paper("UBND TỈNH\nMẬT\nKẾ HOẠCH".encode(), "a.txt")
