"""Laws are cited by name, by name and year, by name and date, by name and number."""

from __future__ import annotations

from datetime import date

import pytest

from thammuu_core.citations import find

NAMED = (
    ("Căn cứ Luật Đầu tư công năm 2019;", "Luật Đầu tư công năm 2019"),
    ("theo Bộ luật Lao động và các văn bản hướng dẫn", "Bộ luật Lao động"),
    ("Hiến pháp năm 2013", "Hiến pháp năm 2013"),
    ("khoản 2 Điều 5 Luật Phòng, chống thiên tai được giao cho xã", "Luật Phòng, chống thiên tai"),
    ("thi hành Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ trên địa bàn", "Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ"),
    ("LUẬT ĐẦU TƯ CÔNG NĂM 2019", "LUẬT ĐẦU TƯ CÔNG NĂM 2019"),
    ("Pháp lệnh Ưu đãi người có công với cách mạng;", "Pháp lệnh Ưu đãi người có công với cách mạng"),
    ("Luật sửa đổi, bổ sung một số điều của Luật Dược quy định", "Luật sửa đổi, bổ sung một số điều của Luật Dược"),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Dược, Luật Giá và Luật Quản lý, sử dụng tài sản công;",
        "Luật sửa đổi, bổ sung một số điều của Luật Dược, Luật Giá và Luật Quản lý, sử dụng tài sản công",
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch;",
        "Luật sửa đổi, bổ sung một số điều của 37 luật có liên quan đến quy hoạch",
    ),
    # not in the table: a shape
    ("theo Luật Khai thác gió ngoài khơi được thông qua", "Luật Khai thác gió ngoài khơi"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_law_is_cited_by_its_whole_name(text: str, name: str) -> None:
    (citation,) = find(text)
    assert citation.name == name
    assert citation.symbol is None


@pytest.mark.parametrize(
    "text",
    [
        "Luật này",
        "pháp luật hiện hành",
        "kỷ luật lao động",
        "luật sư",
        "theo luật định",
        "LUẬT",
        "Trường Đại học Luật Hà Nội",
        "Công ty Luật Minh Khai",
    ],
)
def test_a_mere_word_is_no_law(text: str) -> None:
    assert find(text) == ()


def test_name_and_number_are_one_citation() -> None:
    (citation,) = find("Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;")
    assert (citation.kind, citation.symbol) == ("Luật", "64/2025/QH15")
    assert citation.name == "Luật Ban hành văn bản quy phạm pháp luật"


def test_a_law_may_be_dated() -> None:
    (citation,) = find("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;")
    assert citation.name == "Luật Tổ chức chính quyền địa phương"
    assert citation.date == date(2025, 6, 16)


def test_an_amending_law_keeps_its_own_number() -> None:
    (citation,) = find("Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 46/2014/QH13")
    assert citation.symbol == "46/2014/QH13"
    assert citation.name == "Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế"


def test_laws_in_a_list_are_each_cited() -> None:
    found = find("theo Luật Ngân sách nhà nước, Luật Đầu tư công và Luật Kế toán.")
    assert [citation.name for citation in found] == [
        "Luật Ngân sách nhà nước",
        "Luật Đầu tư công",
        "Luật Kế toán",
    ]
