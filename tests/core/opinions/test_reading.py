"""The door is total: whatever is sent back becomes a reply, and one that cannot be read says what to do."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.docx import docx, packed, unpacked
from support.merges import base
from support.replies import files
from thammuu_core.opinions import Reply, Stance, crowds
from thammuu_core.opinions.reading import UNREADABLE, read_reply
from thammuu_core.opinions.sending import read_version

SENT = read_version("du-thao.docx", base())
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 512


def utf16(words: str) -> bytes:
    return words.encode("utf-16-le")


BAD = {
    "nothing in it": (b"", "rỗng"),
    "blanks only": (b" \r\n\t ", "rỗng"),
    "Word of old": (OLE + utf16("WordDocument") + b"\0" * 512, ".docx"),
    "a password": (OLE + utf16("EncryptedPackage") + b"\0" * 512, "mật khẩu"),
    "Excel of old": (OLE + utf16("Workbook") + b"\0" * 512, ".xls"),
    "rich text": (rb"{\rtf1\ansi Xin chao}", ".docx"),
    "a web page": (b"<html><body>Xin chao</body></html>", ".docx"),
    "OpenDocument": (packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}), "OpenDocument"),
    "an archive of files": (packed({"a.pdf": b"x"}), "tệp nén"),
    "a broken archive": (base()[:900], "hỏng"),
    "a bomb": (packed(unpacked(base()) | {"word/media/a.bin": b"\0" * 30_000_000}), "bất thường"),
    "no text in it": (docx("p"), "không có chữ"),
    "no main part": (packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>"}), "nội dung"),
    "a broken PDF": (b"%PDF-1.7\nkhong co gi", "PDF"),
    "a broken picture": (b"\x89PNG\r\n\x1a\n" + b"\0" * 64, "Ảnh bị hỏng"),
    "a state secret": (docx('p/r/t"MẬT", p/r/t"Số: 01/KH-SNV", p/r/t"KẾ HOẠCH"'), "bí mật nhà nước"),
    "programs in it": (packed(unpacked(base()) | {"word/vbaProject.bin": b"x"}), "macro"),
    "a broken workbook": (packed({"xl/workbook.xml": b"<x", "[Content_Types].xml": b"<Types/>"}), "Excel"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_file_that_cannot_be_read_is_a_reply_that_says_what_to_do(case: str) -> None:
    data, words = BAD[case]
    reply = read_reply([SENT], "So-Y-te.docx", data)
    assert reply.kinds == (UNREADABLE,)
    assert reply.stance is Stance.UNKNOWN
    assert (reply.opinions, reply.unplaced) == ((), ())
    (problem,) = reply.problems
    assert words in problem.message
    assert problem.message.rstrip(".").count(" ") > 3


@pytest.mark.parametrize("name", files())
def test_every_shape_of_reply_is_read_with_nothing_lost(name: str) -> None:
    reply = read_reply([SENT], name, files()[name])
    assert UNREADABLE not in reply.kinds
    assert [check.message for check in reply.checks if not check.held] == []
    assert reply.evidence


def test_the_same_bytes_are_an_unchanged_copy() -> None:
    reply = read_reply([SENT], "So-Y-te.docx", base())
    assert (reply.kinds, reply.opinions) == (("unchanged",), ())


def test_a_draft_printed_to_text_is_compared_and_every_difference_left_to_a_person() -> None:
    printed = SENT.text.replace("20 doanh nghiệp", "30 doanh nghiệp").encode()
    reply = read_reply([SENT], "So-Y-te.txt", printed)
    (opinion,) = reply.opinions
    assert (opinion.old, opinion.new, opinion.target.confidence) == ("20", "30", "check")
    assert "opinions.printed_copy" in {problem.code for problem in reply.problems}


def test_a_reader_that_fails_is_told_and_loses_one_file_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: bytes) -> object:
        raise zlib.error

    monkeypatch.setattr("thammuu_core.opinions.reading.read_revised", fail)
    reply = read_reply([SENT], "So-Tai-chinh.docx", files()["So-Tai-chinh.docx"])
    assert reply.kinds == (UNREADABLE,)
    assert reply.problems[0].code == "opinions.reader_failed"


@given(st.binary(max_size=600), st.sampled_from(["a.docx", "a.pdf", "a.xlsx", "a.txt", "a"]))
def test_no_bytes_raise(data: bytes, name: str) -> None:
    assert isinstance(read_reply([SENT], name, data), Reply)


def letter(kind: str, said: str) -> bytes:
    lines = ("UBND TỈNH BẮC GIANG", "SỞ CÔNG THƯƠNG", "Số: 12/BC-SCT", kind, "Kết quả công tác quý I", said)
    return docx(", ".join(f'p/r/t"{line}"' for line in lines if line))


def test_a_paper_that_never_speaks_of_the_draft_is_told_to_be_none_of_the_replies() -> None:
    report = letter("BÁO CÁO", "1. Khoản 3 mục II: đề nghị bỏ cụm từ “ngân sách tỉnh”.")
    reply = read_reply([SENT], "bao-cao.docx", report)
    assert "Báo cáo" in reply.evidence
    assert "opinions.not_a_reply" in {problem.code for problem in reply.problems}
    assert all(one.target.confidence in ("check", "whole") for one in reply.opinions)
    assert all(check.held for check in reply.checks)


def test_a_report_on_the_draft_is_a_reply() -> None:
    report = letter("BÁO CÁO", "Sở Công Thương góp ý dự thảo như sau: khoản 3 mục II đề nghị bỏ.")
    reply = read_reply([SENT], "bao-cao.docx", report)
    assert "opinions.not_a_reply" not in {problem.code for problem in reply.problems}


@pytest.mark.parametrize(("limit", "what"), [("MOST_COMMENTS", "bình luận"), ("MOST_CHANGES", "vết sửa")])
def test_more_marks_than_people_make_are_refused_before_they_are_read(
    limit: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crowds, limit, 0)
    reply = read_reply([SENT], "So-Tai-chinh.docx", files()["So-Tai-chinh.docx"])
    assert reply.kinds == (UNREADABLE,)
    assert what in reply.problems[0].message
