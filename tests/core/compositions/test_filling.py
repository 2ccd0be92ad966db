"""An agency's own Word file is filled at its placeholders and nowhere else, and refused with the place to mend."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.docx import docx, packed, unpacked
from thammuu_core.compositions import (
    BrokenPlaceholder,
    HoldsObject,
    LinksOut,
    UnknownPlaceholder,
    fill,
    placeholders_of,
    template,
)
from thammuu_core.errors import Told
from thammuu_core.intake.refusals import DamagedFile, HasMacros
from thammuu_core.wordml import read_docx

FACTS = {
    "cơ quan": "Sở A & B",
    "ngày họp": date(2026, 3, 5),
    "nhiệm vụ": [
        {"tên": "Tuyên truyền", "chủ trì": "Sở A", "kinh phí": 1200, "phối hợp": ["Sở C", "Sở D"]},
        {"tên": "Đào tạo", "chủ trì": "Sở B", "kinh phí": 300, "phối hợp": ["Sở C"]},
    ],
    "căn cứ": ["Luật X", "Nghị định Y"],
    "người ký": {"họ tên": "Nguyễn Văn An", "chức vụ": "Phó Giám đốc", "ký thay": "Giám đốc"},
}


def lines(data: bytes) -> list[str]:
    """Every paragraph of every story, as read."""
    return [line.paragraph.text for story in read_docx(data).stories for line in story.lines()]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ('p(r/t"Của {{cơ quan}}.")', ["Của Sở A & B."]),
        ('p(r/t"Của {{", r(rPr/b, t"cơ"), r/t" quan}} họp")', ["Của Sở A & B họp"]),
        ('p(r/t"{{co_quan}}, {{ngày họp}}")', ["Sở A & B, 05/3/2026"]),
        ('p(r/t"{", r/t"{cơ quan}", r/t"}")', ["Sở A & B"]),
        ('p(r/t"{{đếm nhiệm vụ}} việc, {{cộng nhiệm vụ.kinh phí}} đồng")', ["2 việc, 1.500 đồng"]),
        ('p(r/t"Căn cứ {{mỗi căn cứ}};")', ["Căn cứ Luật X;", "Căn cứ Nghị định Y;"]),
        ('p(r/t"{{quyền hạn ký}}")', ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]),
        ('p(r/t"{{người ký.họ tên}}")', ["Nguyễn Văn An"]),
        (
            'tbl(tr(tc/p/r/t"TT", tc/p/r/t"Việc"), tr(tc/p/r/t"{{thứ tự}}", tc/p/r/t"{{nhiệm vụ.tên}}: {{nhiệm vụ.phối hợp}}"))',
            ["TT", "Việc", "1", "Tuyên truyền: Sở C, Sở D", "2", "Đào tạo: Sở C"],
        ),
        (
            'tbl(tr(tc(p/r/t"{{nhiệm vụ.tên}}", p/r/t"- {{mỗi nhiệm vụ.phối hợp}}")))',
            ["Tuyên truyền", "- Sở C", "- Sở D", "Đào tạo", "- Sở C"],
        ),
        (
            'p(r(mc:AlternateContent/mc:Choice/w:pict/v:textbox/txbxContent/p/r/t"{{cơ quan}}"), r/t"Ngoài {{cơ quan}}")',
            ["Ngoài Sở A & B", "Sở A & B"],
        ),
    ],
)
def test_a_placeholder_gives_way_to_its_fact(body: str, told: list[str]) -> None:
    assert sorted(lines(fill(docx(body), FACTS).data)) == sorted(told)


def test_headers_and_footers_are_filled_too() -> None:
    made = fill(docx('p(r/t"Thân")', header1='p(r/t"{{cơ quan}}")', footer1='p(r/t"{{ngày họp}}")'), FACTS)
    parts = unpacked(made.data)
    assert b"S\xe1\xbb\x9f A &amp; B" in parts["word/header1.xml"]
    assert b"05/3/2026" in parts["word/footer1.xml"]


def test_everything_else_stays_as_it_was_byte_for_byte() -> None:
    body = 'p(pPr/jc{val=center}, r(rPr(b, sz{val=26}), t"Số {{cơ quan}}"), r/t"  hai  cách ")'
    blank = docx(body, styles="style{styleId=A}/name{val=A}", header1='p(r/t"Yên")')
    before, after = unpacked(blank), unpacked(fill(blank, FACTS).data)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml"}
    written = before["word/document.xml"].decode().replace("{{cơ quan}}", "Sở A &amp; B")
    written = re.sub(r"<w:t>(?=Số)", '<w:t xml:space="preserve">', written)
    assert after["word/document.xml"].decode() == written


def test_a_file_without_placeholders_comes_back_with_the_same_members() -> None:
    blank = docx('p(r/t"Không có gì { } để điền")')
    assert unpacked(fill(blank, FACTS).data) == unpacked(blank)


def test_tags_without_content_stay_single() -> None:
    members = unpacked(docx('p, p(r/t), p(r/t"{{cơ quan}}", r/t), p'))
    short = (
        members["word/document.xml"].replace(b"<w:p></w:p>", b"<w:p/>").replace(b"<w:t></w:t>", b"<w:t />")
    )
    assert (short.count(b"<w:p/>"), short.count(b"<w:t />")) == (2, 2)
    made = unpacked(fill(packed(members | {"word/document.xml": short}), {"cơ quan": "A"}).data)[
        "word/document.xml"
    ]
    assert made == short.replace("{{cơ quan}}".encode(), b"A")


@pytest.mark.corpus
def test_real_files_come_back_with_the_same_members_and_take_a_placeholder(corpus: Path) -> None:
    for path in sorted(corpus.glob("raw/*.docx")):
        try:
            placeholders_of(path.read_bytes())
        except Told:
            continue
        members = unpacked(path.read_bytes())
        assert unpacked(fill(path.read_bytes(), FACTS).data) == members, path.name
        body = members["word/document.xml"]
        at = body.rfind(b"</w:t>")
        if at < 0:
            continue
        marked = packed(members | {"word/document.xml": body[:at] + "{{cơ quan}}".encode() + body[at:]})
        filled = unpacked(fill(marked, FACTS).data)["word/document.xml"]
        plain = body[:at] + "Sở A &amp; B".encode() + body[at:]
        assert filled.replace(b' xml:space="preserve"', b"") == plain.replace(
            b' xml:space="preserve"', b""
        ), path.name


def test_all_placeholders_are_listed_with_their_places() -> None:
    blank = docx(
        'p(r/t"{{cơ quan}}"), tbl(tr(tc/p/r/t"x"), tr(tc/p/r/t"{{nhiệm vụ.tên}}"))', header1='p(r/t"{{số}}")'
    )
    assert {(one.name, one.where) for one in placeholders_of(blank)} == {
        ("cơ quan", "thân văn bản, đoạn 1"),
        ("nhiệm vụ.tên", "thân văn bản, bảng 1, dòng 2"),
        ("số", "đầu trang, đoạn 1"),
    }


def test_what_is_missing_is_a_blank_and_told() -> None:
    made = fill(docx('p(r/t"Số: {{số}}, {{nơi trình}}")'), {"so": "", "nơi trình": ""}, template("to-trinh"))
    assert lines(made.data) == ["Số: , …"]
    assert [problem.where for problem in made.problems] == ["nơi trình"]


@pytest.mark.parametrize(
    ("body", "refusal", "words"),
    [
        ('p/r/t"Mở", p/r/t"{{cơ quam}}"', UnknownPlaceholder, "{{cơ quam}} (thân văn bản, đoạn 2)"),
        ('tbl(tr/tc/p/r/t"{{nhiệm vụ.tên gọi}}")', UnknownPlaceholder, "bảng 1, dòng 1"),
        ('p/r/t"{{cơ quan} thiếu"', BrokenPlaceholder, "thân văn bản, đoạn 1"),
        ('p/r/t"{{cơ", p/r/t"quan}}"', BrokenPlaceholder, "thân văn bản, đoạn 1"),
        ('p/r/t"{{ }}"', BrokenPlaceholder, "để trống"),
        ('p/r/instrText" INCLUDETEXT http://x.vn/a.docx "', LinksOut, "INCLUDETEXT"),
        ("p/r/pict/v:shape/v:imagedata{:src=http://x.vn/a.png}", LinksOut, "http://x.vn/a.png"),
    ],
)
def test_a_bad_template_is_refused_with_its_place(body: str, refusal: type[Told], words: str) -> None:
    with pytest.raises(refusal) as told:
        fill(docx(body), FACTS)
    assert words in told.value.message


def test_a_broken_archive_a_macro_and_a_link_to_a_template_are_refused() -> None:
    whole = unpacked(docx('p/r/t"{{cơ quan}}"'))
    linked = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="http://x.vn/t.dotm" '
        'TargetMode="External"/></Relationships>'
    )
    with pytest.raises(DamagedFile):
        fill(docx('p/r/t"a"')[:-200], FACTS)
    with pytest.raises(HasMacros):
        fill(packed(whole | {"word/vbaProject.bin": b"x"}), FACTS)
    with pytest.raises(LinksOut, match=r"x\.vn"):
        fill(packed(whole | {"word/_rels/settings.xml.rels": linked.format("attachedTemplate")}), FACTS)
    fill(packed(whole | {"word/_rels/header1.xml.rels": linked.format("hyperlink")}), FACTS)


def test_an_object_that_another_program_opens_is_refused() -> None:
    inside = f'Relationship Id="a" Type="{_OFFICE}/oleObject" Target="embeddings/oleObject1.bin"'
    with pytest.raises(HoldsObject, match="thân văn bản"):
        fill(linked(inside), FACTS)


def linked(relationship: str) -> bytes:
    """A template with this one relationship of its body."""
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    rels = f'<Relationships xmlns="{links}"><{relationship}/></Relationships>'
    return packed(unpacked(docx('p/r/t"a"')) | {"word/_rels/document.xml.rels": rels})


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.mark.parametrize(
    "relationship",
    [
        f'Relationship Id="a" Type="{_OFFICE}/image" Target="http://x.vn/a.png" TargetMode="&#69;xternal"',
        f'Relationship Id="a" Type="{_OFFICE}/image" Target="http://x.vn/a>b.png" TargetMode="External"',
        f'Relationship Id="a" Type="{_OFFICE}/image" Target="h&#116;tp://x.vn/a.png"',
        'Relationship Id="a" Type="http://x.vn/image/hyperlink" Target="http://x.vn/a.png" TargetMode="External"',
    ],
)
def test_a_link_out_is_seen_however_it_is_written(relationship: str) -> None:
    with pytest.raises(LinksOut, match=r"thân văn bản: “http://x\.vn/a"):
        fill(linked(relationship), FACTS)


@pytest.mark.parametrize(
    "relationship",
    [
        f'Relationship Id="a" Type="{_OFFICE}/hyperlink" Target="http://x.vn" TargetMode="External"',
        f'Relationship Id="a" Type="{_OFFICE}/image" Target="media/a.png"',
    ],
)
def test_an_address_to_click_on_and_a_part_of_the_file_may_stay(relationship: str) -> None:
    assert fill(linked(relationship), FACTS).problems == ()


_BEGIN, _SEPARATE, _END = (f"r/fldChar{{fldCharType={kind}}}" for kind in ("begin", "separate", "end"))


@pytest.mark.parametrize(
    "body",
    [
        f'p({_BEGIN}, r/instrText" INCLUDEPIC", r/instrText"TURE http://x.vn/a.png ", {_END})',
        f'p({_BEGIN}, r/instrText" DDE"), p(r/instrText"AUTO c:/a.exe ", {_SEPARATE}, r/t"x", {_END})',
        f'p({_BEGIN}, r/instrText" LI", {_BEGIN}, r/instrText"PAGE", {_END}, r/instrText"NK a b ", {_END})',
        f'p({_BEGIN}, r/instrText"D", r/t"DE a b", {_END})',
        'p/fldSimple{instr=INCLUDETEXT a.docx}/r/t"x"',
        'p/fldSimple{instr=PAGE}(r/instrText" INCLUDE", r/instrText"TEXT a.docx")',
    ],
)
def test_a_field_that_fetches_is_seen_in_whatever_runs_it_stands(body: str) -> None:
    for template_file in (docx(body), docx("p", header1=body), docx("p", comments=body)):
        with pytest.raises(LinksOut):
            fill(template_file, FACTS)


def test_fields_that_fetch_nothing_and_words_like_them_may_stay() -> None:
    hyperlink = f'{_BEGIN}, r/instrText" HYPERLINK http://x.vn/link ", {_SEPARATE}, r/t"Link tới", {_END}'
    assert lines(fill(docx(f'p({hyperlink}, r/t" và LINK {{{{cơ quan}}}}")'), FACTS).data) == [
        "Link tới và LINK Sở A & B"
    ]


@settings(max_examples=40, deadline=None)
@given(
    words=st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40),
    cuts=st.sets(st.integers(1, 14)),
)
def test_any_words_in_any_cut_of_runs_are_set_as_they_are(words: str, cuts: set[int]) -> None:
    marked = "a {{cơ quan}} b"
    edges = [0, *sorted(cut for cut in cuts if cut < len(marked)), len(marked)]
    runs = ", ".join(f'r/t"{marked[left:right]}"' for left, right in pairwise(edges))
    plain = fill(docx(f"p({runs})"), {"cơ quan": words}).data
    whole = fill(docx(f'p(r/t"{marked}")'), {"cơ quan": words}).data
    assert lines(plain) == lines(whole)
    assert "{{" not in lines(plain)[0] or "{{" in words


def test_copies_of_a_row_repeat_no_name_that_may_stand_once() -> None:
    body = 'tbl(tr(tc/p{w14:paraId=0A0B0C0D}(bookmarkStart{id=1,name=x}, r/t"{{nhiệm vụ.tên}}", bookmarkEnd{id=1})))'
    written = unpacked(fill(docx(body), FACTS).data)["word/document.xml"]
    assert (written.count(b"0A0B0C0D"), written.count(b"<w:bookmarkStart")) == (1, 1)
