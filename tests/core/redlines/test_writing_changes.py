"""Proposals and comments written into a Word file: rejected it reads as before, accepted as proposed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from support.docx import docx, packed, unpacked
from support.formal import plan
from thammuu_core.redlines import Edit, applied
from thammuu_core.redlines.writing import Note, Proposal, Written, write
from thammuu_core.rendering import to_docx
from thammuu_core.wordml import NotADocx, read_docx
from thammuu_core.wordml.revisions import read_revised

DATE = "2026-03-02T08:00:00Z"
THREE = 'p(r/t"Một hai ba"),p(r/t"Bốn năm"),p(r/t"Sáu")'
ROWS = (
    "tbl(tblPr/tblW{w=0,type=auto},tblGrid(gridCol,gridCol),"
    'tr(tc/p/r/t"Việc",tc/p/r/t"Ai"),tr(tc/p/r/t"Soạn",tc/p/r/t"Sở A"))'
)
TABLE = f'p(r/t"Trước"),{ROWS},p(r/t"Sau")'
FIELD = (
    'p(r/t"Điều ",r/fldChar{fldCharType=begin},r/instrText"REF",r/fldChar{fldCharType=separate},r/t"15",'
    'r/fldChar{fldCharType=end},r/t" này")'
)


def edit(text: str, old: str, new: str, to: str | None = None) -> Edit:
    """The change of the first place that reads `old`; an insertion before the words that follow "|"."""
    if old.startswith("|"):
        place = text.index(old[1:])
        return Edit(place, place, "", new)
    place = text.index(old)
    return Edit(place, place + len(old), old, new, None if to is None else text.index(to))


def text_of(base: bytes) -> str:
    return read_docx(base).body.text


def proposed(base: bytes, *edits: Edit, authors: tuple[str, ...] = ("Sở Tài chính",)) -> Written:
    given = [Proposal(each, authors[place % len(authors)], DATE) for place, each in enumerate(edits)]
    return write(base, given)


def both(data: bytes) -> tuple[str, str]:
    """What rejecting all and accepting all would leave."""
    body = read_revised(data).body
    return body.original.text, body.accepted.text


def main(data: bytes) -> str:
    return unpacked(data)["word/document.xml"].decode()


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        (THREE, "hai", "2"),
        (THREE, "|hai", "rất "),
        (THREE, "hai ", ""),
        (THREE, "Bốn năm\n", ""),
        (THREE, "|Bốn", "Mới\n"),
        (THREE, "|Bốn", "Mới\nNữa\n"),
        (THREE, "|năm", "\n"),
        (THREE, "ba\nBốn", "ba Bốn"),
        (THREE, "ba\nBốn năm\nSáu", "x"),
        (THREE, "Bốn năm", "Bốn\nnăm\nrưỡi"),
        (THREE, "\nSáu", ""),
        (TABLE, "Soạn\nSở A\n", ""),
        (TABLE, "|Soạn", "Họp\nSở B\n"),
        (TABLE, "Sở A", "Sở B"),
        (TABLE, "Trước\n", ""),
        (f'p(r(t"Một",br,t"hai")),{ROWS},p', "hai\n", ""),
        (TABLE, "|Trước", "Mở đầu\n"),
        (TABLE, "|Sau", "Rồi\n"),
        (TABLE, "Việc\nAi\nSoạn\nSở A\n", ""),
        (TABLE, "Soạn\nSở A", "Họp\nSở B"),
        ('p(r/t"Một",hyperlink(r/t"hai"),r/t"ba")', "ộthai", "x"),
        ('p(r/t"Một",hyperlink(r/t"hai"),r/t"ba")', "|ba", "\n"),
        ('p(r(t"Một",tab,t"hai"))', "ột\th", "\t"),
        ('p(r(t"Một",br,t"hai"))', "t\nh", "t h"),
        ('p(sdt(sdtPr,sdtContent(r/t"Một hai")))', "hai", "2"),
        ('p(r/t"Điều ",fldSimple{instr=REF}(r/t"5"),r/t" khoản")', "5 kh", "6 kh"),
        (FIELD, "15 n", "16 n"),
        (FIELD, "15", "16"),
        (FIELD, "| này", " a"),
        ('p(r/t"Tie\u0302\u0301ng Vie\u0302\u0323t")', "ếng", "ến"),
        ('p,p(r/t"Một"),p', "Một", ""),
        ("p", "|", "Một"),
    ],
)
def test_rejected_it_reads_as_before_and_accepted_as_proposed(body: str, old: str, new: str) -> None:
    base = docx(body)
    text = text_of(base)
    change = edit(text, old, new)
    made = proposed(base, change)
    assert made.comments_instead == ()
    assert both(made.data) == (text, applied(text, [change]))


@pytest.mark.parametrize(
    ("body", "old", "new"),
    [
        (TABLE, "Việc\nAi", "Việc gì ai làm"),
        (TABLE, "Trước\nViệc", "Trước việc"),
        (TABLE, "Sở A\n", ""),
        ('p(r/t"Một",hyperlink(r/t"hai ba"))', "|ba", "\n"),
        ('p(oMath/r/t"x")', "x", "y"),
    ],
)
def test_what_word_has_no_marks_for_stands_as_a_comment(body: str, old: str, new: str) -> None:
    base = docx(body.replace("oMath/r/t", "m:oMath/m:r/m:t"))
    text = text_of(base)
    made = proposed(base, edit(text, old, new))
    assert made.comments_instead == (0,)
    assert both(made.data) == (text, text)
    (remark,) = read_revised(made.data).remarks
    assert remark.hand.author == "Sở Tài chính"
    assert remark.text.startswith("Đề nghị")


def test_a_field_goes_with_its_result() -> None:
    written = main(proposed(docx(FIELD), Edit(5, 7, "15", "")).data)
    assert "delInstrText" in written
    assert re.search(r"<w:del [^>]*><w:r><w:fldChar", written)


def test_a_new_paragraph_is_one_of_its_own_and_set_like_the_one_that_begins_alike() -> None:
    base = docx(
        'p(pPr/keepNext,r(rPr/b,t"1. Mục")),p(pPr/jc{val=both},r/t"- Một"),p(pPr/jc{val=both},r/t"- Hai")'
    )
    made = proposed(base, Edit(6, 6, "", "\n- Mới"))
    paragraphs = re.findall(r"<w:p>.*?</w:p>", main(made.data))
    assert len(paragraphs) == 4
    assert '<w:jc w:val="both"/><w:rPr><w:ins ' in paragraphs[1]
    assert "<w:b/>" not in paragraphs[1]


def test_a_split_leaves_the_old_mark_to_the_second_half() -> None:
    base = docx('p(pPr(keepNext,sectPr),r/t"Một hai")')
    made = proposed(base, Edit(3, 4, " ", "\n"))
    first, second = re.findall(r"<w:p>.*?</w:p>", main(made.data))
    assert "<w:ins" in first.partition("</w:pPr>")[0]
    assert "sectPr" not in first
    assert "sectPr" in second
    assert "<w:ins" not in second


def test_a_moved_paragraph_is_a_move_and_looks_as_it_stood() -> None:
    base = docx('p(r/t"Một"),p(pPr/jc{val=center},r(rPr/b,t"Hai")),p(r/t"Ba")')
    made = proposed(base, Edit(4, 8, "Hai\n", "Hai\n", 0))
    written = main(made.data)
    assert both(made.data) == ("Một\nHai\nBa", "Hai\nMột\nBa")
    names = re.findall(r'Range(?:Start)[^>]* w:name="(\w+)"', written)
    assert len(names) == 2
    assert len(set(names)) == 1
    assert written.count("<w:b/>") == 2
    assert written.count('w:val="center"') == 2
    tokens = read_revised(made.data).body.tokens
    assert {token.moved for token in tokens if token.text == "Hai"} == {names[0]}


def test_words_move_within_a_line() -> None:
    base = docx(THREE)
    made = proposed(base, Edit(4, 8, "hai ", "hai ", 0))
    assert both(made.data)[1].startswith("hai Một ba")
    assert "moveFrom" in main(made.data)


def test_words_that_change_while_they_move_are_taken_out_and_put_in() -> None:
    base = docx(THREE)
    change = Edit(11, 19, "Bốn năm\n", "Bốn năm rưỡi\n", 0)
    made = proposed(base, change)
    assert both(made.data)[1] == applied(text_of(base), [change])
    assert "moveFrom" not in main(made.data)


def test_rows_come_and_go_as_rows() -> None:
    base = docx(TABLE)
    text = text_of(base)
    came = proposed(base, edit(text, "|Soạn", "Họp\nSở B\n"))
    went = proposed(base, edit(text, "Soạn\nSở A\n", ""))
    assert main(came.data).count("<w:tr>") == 3
    assert re.search(r"<w:trPr><w:ins [^>]*/></w:trPr>", main(came.data))
    assert re.search(r"<w:trPr><w:del [^>]*/></w:trPr>", main(went.data))


def test_of_two_that_want_the_same_words_the_second_says_what_it_wants() -> None:
    base = docx(THREE)
    text = text_of(base)
    wishes = [("hai", "2"), ("hai ba", "nhiều"), ("|Bốn", "x"), ("|Bốn", "y")]
    made = proposed(base, *(edit(text, *wish) for wish in wishes), authors=("Sở A", "Sở B", "Sở C", "Sở D"))
    assert made.comments_instead == (1, 3)
    told = {remark.hand.author: remark.text for remark in read_revised(made.data).remarks}
    assert told == {"Sở B": "Đề nghị sửa “hai ba” thành “nhiều”.", "Sở D": "Đề nghị thêm “y”."}


def test_one_author_may_put_in_twice_at_one_point() -> None:
    base = docx(THREE)
    changes = [Edit(4, 4, "", "a"), Edit(4, 4, "", "b")]
    assert both(proposed(base, *changes).data)[1] == applied(text_of(base), changes)


def test_the_same_proposal_of_several_is_one_change_with_a_comment_that_names_the_others() -> None:
    base = docx(THREE)
    change = edit(text_of(base), "hai", "2")
    made = proposed(base, change, change, change, authors=("Sở A", "Sở B", "Sở C"))
    assert made.comments_instead == (1, 2)
    assert both(made.data)[1] == applied(text_of(base), [change])
    (remark,) = read_revised(made.data).remarks
    assert remark.text == "Cùng đề nghị như Sở A: Sở B; Sở C."


def test_a_comment_keeps_its_words_its_thread_and_whether_it_is_settled() -> None:
    answer = ("Sở Tư pháp", DATE, "Đã tiếp thu")
    note = Note(4, 7, "Sở Tài chính", DATE, "Làm rõ\nhai dòng", (answer,), resolved=True)
    first, second = read_revised(write(docx(THREE), [], [note]).data).remarks
    assert (first.text, first.original, first.resolved) == ("Làm rõ\nhai dòng", (4, 7), True)
    assert (second.text, second.parent, second.hand.author) == ("Đã tiếp thu", first.id, "Sở Tư pháp")


def test_a_comment_on_words_that_change_goes_round_both() -> None:
    change = Proposal(Edit(4, 7, "hai", "2"), "Sở A", DATE)
    (remark,) = read_revised(write(docx(THREE), [change], [Note(4, 7, "Sở B", DATE, "Vì sao?")]).data).remarks
    assert (remark.original, remark.accepted) == ((4, 7), (4, 5))


def test_a_comment_on_a_footnote_stands_at_its_sign() -> None:
    base = docx('p(r/t"Một",r/footnoteReference{id=2},r/t" hai")', footnotes='footnote{id=2}/p/r/t"Nguồn"')
    made = write(base, [], [Note(0, 5, "Sở A", DATE, "Dẫn lại", story="footnote:2")])
    (remark,) = read_revised(made.data).remarks
    assert remark.original == (3, 3)
    assert remark.text == "[Chú thích cuối trang 2, “Nguồn”] Dẫn lại"


def test_comments_that_are_there_stay_and_numbers_are_unique() -> None:
    base = docx(
        'p(commentRangeStart{id=7},r/t"Một",commentRangeEnd{id=7},r/commentReference{id=7},r/t" hai")',
        comments='comment{id=7,author=Cũ}/p/r/t"Cũ"',
    )
    change = Proposal(Edit(4, 7, "hai", "2"), "Sở A", DATE)
    made = write(base, [change], [Note(0, 3, "Sở B", DATE, "Mới")])
    assert [remark.text for remark in read_revised(made.data).remarks] == ["Cũ", "Mới"]
    parts = unpacked(made.data)
    written = "".join(parts[f"word/{name}.xml"].decode() for name in ("document", "comments"))
    numbers = re.findall(r'<w:(?:ins|del|comment) [^>]*?w:id="(\d+)"', written)
    assert len(numbers) == 4
    assert len(set(numbers)) == 4


def test_open_changes_of_the_base_are_accepted_first() -> None:
    base = docx(
        'p(pPr/rPr/del{id=1,author=A},r/t"Một ",del{id=2,author=A}/r/delText"x",ins{id=3,author=A}/r/t"y"),'
        'p(r/t"hai")'
    )
    text = text_of(base)
    change = edit(text, "yhai", "z")
    assert both(proposed(base, change).data) == (text, applied(text, [change]))


def test_other_parts_keep_their_bytes() -> None:
    base = to_docx(plan())
    before = unpacked(base)
    after = unpacked(proposed(base, Edit(0, 1, text_of(base)[0], "X")).data)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}


def test_a_strict_file_stays_strict() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    base = packed({name: part.replace(usual, strict) for name, part in unpacked(docx(THREE)).items()})
    text = text_of(base)
    change = edit(text, "hai", "2")
    made = proposed(base, change)
    assert both(made.data) == (text, applied(text, [change]))
    assert usual.decode() not in main(made.data)


def test_what_is_not_of_this_text_is_a_comment_and_does_not_break_the_file() -> None:
    base = docx(THREE)
    made = proposed(base, Edit(0, 3, "Xyz", "A"), Edit(90, 95, "", "B"))
    assert made.comments_instead == (0, 1)
    assert both(made.data) == (text_of(base),) * 2


@pytest.mark.parametrize("name", ["word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"])
def test_a_damaged_file_is_refused_rather_than_written_in_part(name: str) -> None:
    members = unpacked(docx(THREE))
    base = packed({**members, name: members[name][:-9]})
    with pytest.raises(NotADocx, match="mở tệp bằng Word"):
        write(base, [Proposal(Edit(0, 0, "", "A"), "Sở A")])


def test_a_file_without_a_paragraph_takes_no_changes() -> None:
    base = docx("")
    assert write(base, [Proposal(Edit(0, 0, "", "A"), "Sở A")]) == Written(base, (0,))


def test_letters_that_xml_cannot_hold_are_dropped() -> None:
    made = write(
        docx(THREE), [Proposal(Edit(0, 0, "", "a\x02b"), "Sở\x00A", "")], [Note(0, 3, "B", "", "\x03c")]
    )
    assert both(made.data)[1].startswith("abMột")


def test_a_font_of_an_old_encoding_does_not_garble_new_words() -> None:
    styles = "style{styleId=Cu,type=paragraph}(name{val=Cu},rPr/rFonts{ascii=.VnTime,hAnsi=.VnTime})"
    base = docx('p(pPr/pStyle{val=Cu},r/t"Ngµy mét")', styles=styles)
    text = text_of(base)
    change = Edit(len(text), len(text), "", " chè")
    assert both(proposed(base, change).data) == (text, applied(text, [change]))


def test_the_file_is_valid(tmp_path: Path) -> None:
    base = to_docx(plan())
    text = text_of(base)
    lines = text.split("\n")
    changes = [
        edit(text, f"{lines[12]}\n", ""),
        edit(text, f"|{lines[15]}", "Đoạn mới\n"),
        edit(text, lines[20][3:9], "khác"),
        edit(text, f"{lines[24]}\n", f"{lines[24]}\n", lines[18]),
    ]
    note = Note(5, 9, "Sở A", DATE, "Góp ý", (("B", "", "Trả lời"),), resolved=True)
    made = write(base, [Proposal(each, "Sở Tài chính", DATE) for each in changes], [note])
    assert made.comments_instead == ()
    assert faults(made.data, tmp_path) - faults(base, tmp_path) == set()


def faults(data: bytes, folder: Path) -> set[str]:
    """What a validator of the schema has against a file."""
    path = folder / "document.docx"
    path.write_bytes(data)
    return {error.description for error in OpenXmlValidator().validate(path).errors}
