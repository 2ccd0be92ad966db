"""A Word file of ours is read back as the document it was written from, and what is not ours is refused."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.docx import docx as foreign
from support.docx import packed, unpacked
from support.formal import documents, plan, specimens
from thammuu_core.errors import Refusal
from thammuu_core.rendering import Document, NotOurs, normalised, read, to_docx
from thammuu_core.rendering.columns import shares

FAST = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def changed(word: bytes, old: str, new: str) -> bytes:
    """The file with other words in its body."""
    members = unpacked(word)
    body = members["word/document.xml"]
    assert old.encode() in body
    return packed(members | {"word/document.xml": body.replace(old.encode(), new.encode())})


@pytest.mark.parametrize("name", specimens())
def test_each_kind_is_read_back(name: str) -> None:
    whole = specimens()[name]
    assert read(to_docx(whole)) == normalised(whole)


@FAST
@given(documents())
def test_any_document_is_read_back(document: Document) -> None:
    assert read(to_docx(document)) == normalised(document)


@pytest.mark.long
@settings(FAST, max_examples=1500)
@given(documents())
def test_many_documents_are_read_back(document: Document) -> None:
    assert read(to_docx(document)) == normalised(document)


@FAST
@given(documents())
def test_what_is_normal_stays_as_it_is(document: Document) -> None:
    assert normalised(normalised(document)) == normalised(document)


def test_the_same_document_gives_the_same_file() -> None:
    assert to_docx(plan()) == to_docx(plan())


def test_names_in_capitals_keep_their_own_letters() -> None:
    found = read(to_docx(plan()))
    assert (found.kind, found.head.agency) == ("Kế hoạch", "Sở Khoa học và Công nghệ")
    assert found.head.parent == "UBND tỉnh Bắc Ninh"


def test_what_was_changed_in_word_is_read_as_changed() -> None:
    found = read(changed(to_docx(plan()), "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "SỞ TÀI CHÍNH"))
    assert found.head.agency == "SỞ TÀI CHÍNH"
    assert found.sections == normalised(plan()).sections


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<w:pStyle w:val="BodyText"/>', '<w:pStyle w:val="Lạ"/>'),
        ('<w:numId w:val="4"/>', '<w:numId w:val="77"/>'),
        ("<w:r>", "<w:ins><w:r/></w:ins><w:r>"),
        ("Số: ", "Số "),
        ("ngày ", "hôm "),
        ('<w:tblStyle w:val="Phầnđầu"/>', '<w:tblStyle w:val="TableGrid"/>'),
        ("<w:body>", "<w:body><w:sdt/>"),
    ],
)
def test_a_file_changed_beyond_its_styles_is_refused(old: str, new: str) -> None:
    word = to_docx(replace(plan(), annexes=()))
    with pytest.raises(NotOurs):
        read(changed(word, old, new))


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", foreign('p(r(t"Kính gửi"))')])
def test_a_file_of_others_is_refused(data: bytes) -> None:
    with pytest.raises(NotOurs, match="đọc văn bản"):
        read(data)


@pytest.mark.long
@settings(FAST, max_examples=500)
@given(st.data())
def test_a_file_damaged_anywhere_is_read_or_refused(data: st.DataObject) -> None:
    members = unpacked(to_docx(plan(1)))
    name = data.draw(st.sampled_from(sorted(members)))
    at = data.draw(st.integers(0, len(members[name]) - 1))
    end = data.draw(st.integers(at, min(len(members[name]), at + 200)))
    put = data.draw(st.sampled_from((b"", b"x", b"<w:p/>", b'"', b"-1")))
    with contextlib.suppress(Refusal):
        read(packed(members | {name: members[name][:at] + put + members[name][end:]}))


@pytest.mark.corpus
def test_no_paper_of_others_is_taken_for_ours(corpus: Path) -> None:
    for path in sorted((corpus / "raw").glob("*.docx"))[:40]:
        with pytest.raises(NotOurs):
            read(path.read_bytes())


def test_the_widths_of_columns_are_the_line_and_none_is_too_narrow() -> None:
    for wanted in ((1, 2, 100), (0, 0), (1,) * 60, (0.001, 5, 5)):
        found = shares(wanted, landscape=False)
        assert sum(found) == sum(shares((1,), landscape=False))
        assert shares(found, landscape=False) == found
        assert min(found) >= min(453, sum(found) // len(found))
