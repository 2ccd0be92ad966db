"""The kinds are those of the law, and names and abbreviations lead to them."""

from __future__ import annotations

import pytest

from thammuu_core.kinds import (
    Form,
    document_kinds,
    kind_by_abbreviation,
    kind_by_code,
    kind_by_name,
    kind_names,
)


def test_the_27_abbreviations_and_3_copies_of_the_annex_are_there() -> None:
    listed = [kind for kind in document_kinds() if "30/2020/NĐ-CP, Phụ lục III" in kind.source]
    assert len(listed) == 30
    assert len({kind.code for kind in document_kinds()}) == len(document_kinds())


def test_every_kind_has_a_source() -> None:
    assert all(kind.source and kind.forms for kind in document_kinds())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Kế hoạch", "KH"),
        ("KẾ HOẠCH", "KH"),
        ("Quy định", "QyĐ"),
        ("Chương trình hành động", "CTr"),
        ("tờ trình", "TTr"),
        ("Giấy uỷ quyền", "GUQ"),
        ("Văn bản", "CV"),
        ("Thông báo Kết luận", "TB"),
        ("Luật", "L"),
        ("Nghị định", "NĐ"),
    ],
)
def test_a_kind_is_found_by_the_words_people_use(name: str, code: str) -> None:
    kind = kind_by_name(name)
    assert kind is not None
    assert kind.code == code


def test_words_that_name_no_kind_find_none() -> None:
    assert kind_by_name("Thư viện") is None
    assert kind_by_code("XX") is None
    assert kind_by_abbreviation("") is None


def test_an_abbreviation_shared_by_two_kinds_is_told_apart_by_its_form() -> None:
    assert kind_by_abbreviation("TT", Form.QPPL) is kind_by_code("TT")
    assert kind_by_abbreviation("TT", Form.PARTY) is kind_by_code("TTri")


def test_names_come_longest_first_for_patterns() -> None:
    names = kind_names()
    assert names.index("Thông tư liên tịch") < names.index("Thông tư")
    assert list(names) == sorted(names, key=lambda name: (-len(name), name))
