"""Copies of a draft: changes with tracking on and off, comments, notes, fields; all of it in offsets of the draft."""

from __future__ import annotations

import pytest

from support.docx import docx
from thammuu_core.opinions import Confidence, Operation, Opinion, Origin, Reply
from thammuu_core.opinions.edits import edit_of
from thammuu_core.opinions.reading import read_reply
from thammuu_core.opinions.sending import read_version
from thammuu_core.redlines import applied

LINES = (
    "KẾ HOẠCH triển khai công tác văn thư năm 2026",
    "1. Các cơ quan rà soát văn bản trước ngày 30 tháng 6.",
    "2. Sở Nội vụ chủ trì hướng dẫn, kiểm tra việc thực hiện.",
    "3. Kinh phí thực hiện do ngân sách tỉnh bảo đảm hằng năm.",
    "4. Các cơ quan báo cáo kết quả về Sở Nội vụ để tổng hợp.",
)
NOTES = (
    'footnote{id=2}/p/r/t"Theo quy định hiện hành của tỉnh.", footnote{id=3}/p/r/t"Số liệu đến hết năm 2025."'
)


def body(*lines: str) -> str:
    """Lines in the notation; one that begins with "p(" is in it already."""
    return ", ".join(line if "r/" in line else f'p/r/t"{line}"' for line in lines)


def with_line(number: int, notation: str) -> str:
    """The draft with one paragraph in other words, or in the notation."""
    return body(*LINES[:number], notation, *LINES[number + 1 :])


DRAFT = read_version("du-thao.docx", docx(body(*LINES), footnotes=NOTES))


def read(body: str, name: str = "So-Tai-chinh.docx", **parts: str) -> Reply:
    return read_reply([DRAFT], name, docx(body, **({"footnotes": NOTES} | parts)))


def told(reply: Reply) -> list[tuple[str, str, str, str, str]]:
    return [(o.origin.value, o.operation.value, o.old, o.new, o.author) for o in reply.opinions]


def made(reply: Reply) -> str:
    """The draft with everything that the reply changes in its main story."""
    edits = [edit_of(DRAFT.text, one) for one in reply.opinions if one.target.story == "body"]
    return applied(DRAFT.text, [edit for edit in edits if edit is not None])


TRACKED = (
    'p(r/t"1. Các cơ quan rà soát văn bản trước ngày ", del{author=Sở Tài chính,date=2026-03-01T08:00:00Z}/r/delText"30",'
    ' ins{author=Sở Tài chính,date=2026-03-01T08:00:00Z}/r/t"15", r/t" tháng 6.")'
)
SILENT = "3. Kinh phí thực hiện do ngân sách nhà nước bảo đảm hằng năm."


def test_a_tracked_change_has_its_words_place_author_and_date() -> None:
    reply = read(with_line(1, TRACKED))
    (opinion,) = reply.opinions
    assert told(reply) == [("revision", "replace", "30", "15", "Sở Tài chính")]
    assert DRAFT.text[opinion.target.start : opinion.target.end] == "30" == opinion.target.quote
    assert (opinion.target.where, opinion.date) == ("1", "2026-03-01T08:00:00Z")
    assert (reply.agency, reply.kinds, reply.base_version) == ("Sở Tài chính", ("tracked",), DRAFT.sha256)


def test_what_was_changed_with_tracking_off_is_found_beside_what_was_tracked() -> None:
    reply = read(body(LINES[0], TRACKED, LINES[2], SILENT, LINES[4]))
    assert [one[:4] for one in told(reply)] == [
        ("revision", "replace", "30", "15"),
        ("silent", "replace", "tỉnh", "nhà nước"),
    ]
    assert reply.kinds == ("tracked", "silent")
    assert all(check.held for check in reply.checks)


MIXED = {
    "tracked inside a sentence put in silently": with_line(
        3,
        'p(r/t"3. Kinh phí thực hiện do ngân sách tỉnh bảo đảm hằng năm. Sở Tài chính bố trí ",'
        ' del{author=Lan}/r/delText"đủ", ins{author=Mai}/r/t"kịp thời", r/t" nguồn vốn.")',
    ),
    "silent words taken out by tracking": with_line(
        1, 'p(r/t"1. Các cơ quan ", del{author=Lan}/r/delText"khẩn trương ", r/t"rà soát văn bản trước ngày 30 tháng 6.")'
    ),
    "tracked right behind silent": with_line(
        2, 'p(r/t"2. Sở Tư pháp", ins{author=Lan}/r/t" và Sở Nội vụ", r/t" chủ trì hướng dẫn, kiểm tra việc thực hiện.")'
    ),
    "a paragraph moved by tracking after it was changed silently": body(
        LINES[0],
        LINES[1],
        'moveFromRangeStart{id=1,name=m}, p(pPr/rPr/moveFrom{author=Lan}, moveFrom{author=Lan}/r/t"2. Sở Nội vụ chủ trì'
        ' hướng dẫn, kiểm tra, đôn đốc việc thực hiện."), moveFromRangeEnd{id=1}',
        LINES[3],
        'p(pPr/rPr/moveTo{author=Lan}, moveToRangeStart{id=2,name=m}, moveTo{author=Lan}/r/t"2. Sở Nội vụ chủ trì hướng'
        ' dẫn, kiểm tra, đôn đốc việc thực hiện.", moveToRangeEnd{id=2})',
        LINES[4],
    ),
    "two hands on one word": with_line(
        3, 'p(r/t"3. Kinh phí thực hiện do ngân sách ", ins{author=Lan}(r/t"trung ương", del{author=Mai}/r/delText" và"),'
        ' del{author=Mai}/r/delText"tỉnh", r/t" bảo đảm hằng năm.")',
    ),
}  # fmt: skip
READS = {
    "tracked inside a sentence put in silently": "hằng năm. Sở Tài chính bố trí kịp thời nguồn vốn.",
    "silent words taken out by tracking": LINES[1],
    "tracked right behind silent": "2. Sở Tư pháp và Sở Nội vụ chủ trì hướng dẫn,",
    "a paragraph moved by tracking after it was changed silently": "kiểm tra, đôn đốc việc thực hiện.\n4. Các",
    "two hands on one word": "ngân sách trung ương bảo đảm",
}


@pytest.mark.parametrize("case", MIXED)
def test_nothing_is_lost_or_doubled_where_tracked_and_silent_meet(case: str) -> None:
    reply = read(MIXED[case])
    assert all(check.held for check in reply.checks), reply.checks
    assert READS[case] in made(reply)


def test_silent_words_that_tracking_takes_out_again_are_nobodys_opinion() -> None:
    assert told(read(MIXED["silent words taken out by tracking"])) == []


def test_a_paragraph_cut_here_and_pasted_there_by_one_hand_is_a_move() -> None:
    cut = f'p(pPr/rPr/del{{author=Lan}}, del{{author=Lan}}/r/delText"{LINES[2]}")'
    pasted = f'p(pPr/rPr/ins{{author=Lan}}, ins{{author=Lan}}/r/t"{LINES[2]}")'
    reply = read(body(LINES[0], LINES[1], cut, LINES[3], pasted, LINES[4]))
    (opinion,) = reply.opinions
    assert opinion.operation is Operation.MOVE
    assert made(reply) == "\n".join((LINES[0], LINES[1], LINES[3], LINES[2], LINES[4]))
    assert all(check.held for check in reply.checks)


def test_what_one_cut_and_another_pasted_are_two_opinions() -> None:
    cut = f'p(pPr/rPr/del{{author=Lan}}, del{{author=Lan}}/r/delText"{LINES[2]}")'
    pasted = f'p(pPr/rPr/ins{{author=Mai}}, ins{{author=Mai}}/r/t"{LINES[2]}")'
    reply = read(body(LINES[0], LINES[1], cut, LINES[3], pasted, LINES[4]))
    assert {one.operation for one in reply.opinions} == {Operation.DELETE, Operation.INSERT}


def test_numbers_that_word_counts_otherwise_are_told() -> None:
    counted = "pPr/numPr(ilvl{val=0}, numId{val=1})"
    lines = ", ".join(f'p({counted}, r/t"{line.partition(" ")[2]}")' for line in LINES[1:])
    kinds = "abstractNum{abstractNumId=0}/lvl{ilvl=0}(start{val=1}, numFmt{val=decimal}, lvlText{val=%1.}), num{numId=1}/abstractNumId{val=0}"
    version = read_version("du-thao.docx", docx(lines, numbering=kinds))
    reply = read_reply(
        [version], "So-Y-te.docx", docx(lines, numbering=kinds.replace("start{val=1}", "start{val=3}"))
    )
    (problem,) = [problem for problem in reply.problems if problem.code == "opinions.renumbered"]
    assert "“1.” thành “3.”" in problem.message
    again = read_reply([version], "So-Y-te.docx", docx(f'{lines}, p/r/t"Thêm một đoạn."', numbering=kinds))
    assert "opinions.renumbered" not in {problem.code for problem in again.problems}


def test_a_copy_without_a_change_is_told_as_such() -> None:
    again = docx(body(*LINES), footnotes=NOTES, settings="zoom{percent=120}")
    assert read_reply([DRAFT], "So-Y-te.docx", again).kinds == ("unchanged",)


def test_formatting_is_counted_and_no_opinion() -> None:
    bold = LINES[1].partition(" ")
    line = f'p(r(rPr(b, rPrChange{{author=Lan}}/rPr), t"{bold[0]} "), r/t"{bold[2]}")'
    reply = read(with_line(1, line))
    assert (reply.formatting, reply.opinions) == (1, ())


def test_results_of_fields_are_nobodys_opinion() -> None:
    sent = body(LINES[0], 'p(r/t"1. Thực hiện theo quy định tại mục ", fldSimple{instr=REF a}/r/t"3", r/t" của Kế hoạch.")', *LINES[2:])  # fmt: skip
    version = read_version("du-thao.docx", docx(sent))
    reply = read_reply([version], "So-Y-te.docx", docx(sent.replace('r/t"3", r/t" của', 'r/t"4", r/t" của')))
    assert reply.opinions == ()
    assert all(check.held for check in reply.checks)


# --------------------------------------------------------------------------------------------------- comments
def commented(line: int, before: str, words: str, after: str) -> str:
    return with_line(
        line,
        f'p(r/t"{before}", commentRangeStart{{id=1}}, {words}, commentRangeEnd{{id=1}}, r/commentReference{{id=1}}, r/t"{after}")',
    )


SAID = 'comment{id=1,author=Sở Y tế}/p/r/t"Nêu rõ căn cứ."'


def spoken(reply: Reply) -> Opinion:
    (opinion,) = [one for one in reply.opinions if one.origin is Origin.COMMENT]
    return opinion


def test_a_comment_stands_on_its_words() -> None:
    marked = commented(3, "3. Kinh phí thực hiện do ", 'r/t"ngân sách tỉnh"', " bảo đảm hằng năm.")
    reply = read(marked, comments=SAID)
    opinion = spoken(reply)
    assert (opinion.operation, opinion.text, opinion.author) == (
        Operation.COMMENT,
        "Nêu rõ căn cứ.",
        "Sở Y tế",
    )
    assert opinion.target.quote == "ngân sách tỉnh"
    assert (reply.agency, reply.kinds) == ("Sở Y tế", ("comments",))


def test_a_comment_on_a_change_is_about_it() -> None:
    change = 'del{author=Sở Y tế}/r/delText"tỉnh", ins{author=Sở Y tế}/r/t"trung ương"'
    reply = read(
        commented(3, "3. Kinh phí thực hiện do ngân sách ", change, " bảo đảm hằng năm."), comments=SAID
    )
    opinion = spoken(reply)
    assert opinion.about is not None
    assert reply.opinions[opinion.about].new == "trung ương"
    assert opinion.target.quote == "tỉnh"


def test_a_comment_on_words_put_in_stands_where_they_were_put_and_is_about_them() -> None:
    words = 'ins{author=Lan}/r/t"trung ương và "'
    marked = commented(3, "3. Kinh phí thực hiện do ngân sách ", words, "tỉnh bảo đảm hằng năm.")
    reply = read(marked, comments=SAID.replace("Nêu rõ căn cứ.", "Có đúng thẩm quyền không?"))
    opinion = spoken(reply)
    assert opinion.target.start == opinion.target.end == DRAFT.text.index("tỉnh bảo đảm")
    assert (opinion.about, opinion.operation) == (0, Operation.QUESTION)


def test_a_comment_on_a_sentence_is_not_about_one_word_changed_in_it() -> None:
    words = 'r/t"Kinh phí thực hiện do ngân sách ", del{author=Lan}/r/delText"tỉnh", ins{author=Lan}/r/t"xã", r/t" bảo đảm hằng năm."'
    reply = read(commented(3, "3. ", words, ""), comments=SAID)
    assert spoken(reply).about is None
    assert spoken(reply).target.quote == LINES[3].partition(" ")[2]


def test_answers_in_a_thread_stay_with_the_comment_that_they_answer() -> None:
    notes = (
        'comment{id=1,author=Sở Y tế}/p{w14:paraId=0000000A}/r/t"Nêu rõ căn cứ.",'
        'comment{id=2,author=Sở Nội vụ}/p{w14:paraId=0000000B}/r/t"Đã nêu tại mục 1."'
    )
    threads = "w15:commentEx{w15:paraId=0000000A,w15:done=1},w15:commentEx{w15:paraId=0000000B,w15:paraIdParent=0000000A,w15:done=0}"
    marked = commented(3, "3. Kinh phí thực hiện do ", 'r/t"ngân sách tỉnh"', " bảo đảm hằng năm.")
    reply = read(marked, comments=notes, commentsExtended=threads)
    opinion = spoken(reply)
    assert [(answer.author, answer.text) for answer in opinion.thread] == [("Sở Nội vụ", "Đã nêu tại mục 1.")]
    assert opinion.resolved


def test_a_comment_that_no_place_refers_to_is_kept_apart() -> None:
    reply = read(body(*LINES), comments=SAID)
    assert [one.words for one in reply.unplaced] == ["Nêu rõ căn cứ."]
    assert reply.opinions == ()


def test_comments_that_the_draft_was_sent_with_are_nobodys_opinion() -> None:
    marked = commented(3, "3. Kinh phí thực hiện do ", 'r/t"ngân sách tỉnh"', " bảo đảm hằng năm.")
    version = read_version("du-thao.docx", docx(marked, comments=SAID))
    more = f'{SAID}, comment{{id=2,author=Sở Tư pháp}}/p/r/t"Bỏ mục này."'
    placed = marked.replace(
        "commentRangeStart{id=1}", "commentRangeStart{id=1}, commentRangeStart{id=2}"
    ).replace(
        "r/commentReference{id=1}",
        "r/commentReference{id=1}, commentRangeEnd{id=2}, r/commentReference{id=2}",
    )
    reply = read_reply([version], "So-Tu-phap.docx", docx(placed, comments=more))
    assert [one.text for one in reply.opinions] == ["Bỏ mục này."]
    assert all(check.held for check in reply.checks)


# ------------------------------------------------------------------------------------------------ other stories
def test_a_change_in_a_note_is_told_with_its_story() -> None:
    notes = NOTES.replace("2025", "2026")
    (opinion,) = read(body(*LINES), footnotes=notes).opinions
    assert (opinion.target.story, opinion.old, opinion.new) == ("footnote:3", "2025", "2026")


def test_a_note_put_in_before_others_changes_none_of_them() -> None:
    notes = (
        'footnote{id=2}/p/r/t"Ghi chú mới của cơ quan.", footnote{id=3}/p/r/t"Theo quy định hiện hành của tỉnh.",'
        ' footnote{id=4}/p/r/t"Số liệu đến hết năm 2025."'
    )
    reply = read(body(*LINES), footnotes=notes)
    assert [(o.operation, o.old, o.new) for o in reply.opinions] == [
        (Operation.INSERT, "", "Ghi chú mới của cơ quan.")
    ]
    assert all(check.held for check in reply.checks)


def test_the_agency_is_the_hand_that_names_one_else_the_file() -> None:
    by_person = with_line(1, TRACKED.replace("Sở Tài chính", "Nguyễn Văn Lan"))
    assert read(by_person, "So_Noi_vu.docx").agency == "Sở Nội vụ"
    assert read(by_person, "gop y 12.docx").agency == "gop y 12"


@pytest.mark.parametrize(
    ("kept", "first", "last"),
    [
        (LINES[:4], "4. Các", "4. Các"),
        (LINES[2:], "KẾ HOẠCH", "1. Các"),
        ((*LINES[:2], LINES[4]), "2. Sở Nội vụ", "3. Kinh phí"),
    ],
)
def test_a_long_stretch_that_is_not_there_may_not_have_been_sent(
    kept: tuple[str, ...], first: str, last: str
) -> None:
    reply = read(body(*kept))
    (opinion,) = reply.opinions
    assert (opinion.operation, opinion.target.confidence) == (Operation.DELETE, Confidence.CHECK)
    (problem,) = [one for one in reply.problems if one.code == "opinions.half_sent"]
    assert f"từ “{first}" in problem.message
    assert f"đến “{last}" in problem.message


def test_a_tracked_removal_or_one_of_a_few_lines_was_meant() -> None:
    hand = "author=Sở Tài chính,date=2026-03-01T08:00:00Z"
    tracked = f'p(pPr/rPr/del{{{hand}}}, del{{{hand}}}/r/delText"{LINES[4]}")'
    for reply in (read(body(*LINES[:4], tracked)), read(body(*LINES[:2], *LINES[3:]))):
        assert [one.target.confidence for one in reply.opinions] == [Confidence.EXACT]
        assert "opinions.half_sent" not in {one.code for one in reply.problems}
