"""A file is what its bytes say, and what is not read here is refused with what to do."""

from __future__ import annotations

import pytest

from support.docx import docx, packed
from thammuu_core.errors import Told
from thammuu_core.intake import Format, admit, read_paper, recognise
from thammuu_core.intake.limits import BYTES
from thammuu_core.intake.refusals import NoWords

CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n"


def utf16(name: str) -> bytes:
    """A stream name as a directory of the old container has it."""
    return CONTAINER + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "name", "format_"),
    [
        (docx("p"), "a.docx", Format.DOCX),
        (docx("p"), "a.pdf", Format.DOCX),
        (PDF, "a.pdf", Format.PDF),
        (b"\n" + PDF, "a.docx", Format.PDF),
        (b"\xff\xd8\xff\xe0" + b"\0" * 50, "a.docx", Format.PICTURE),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a.png", Format.PICTURE),
        ("Số: /KH-SKHCN".encode(), "a.txt", Format.TEXT),
        ("BM.01. Biểu mẫu báo cáo".encode(), "a.txt", Format.TEXT),
        ("Kế hoạch".encode("utf-16"), "a.txt", Format.TEXT),
        ("Kế hoạch số 5".encode("utf-16-le"), "a.txt", Format.TEXT),
        ("§iÒu 1".encode("latin-1"), "a.txt", Format.TEXT),
    ],
)
def test_bytes_tell_the_format(data: bytes, name: str, format_: Format) -> None:
    assert recognise(data, name) is format_


@pytest.mark.parametrize(
    ("data", "code", "advice"),
    [
        (b"", "intake.empty", "gửi lại"),
        (b"\xef\xbb\xbf \r\n", "intake.empty", "gửi lại"),
        (b"\xff\xfe \0\n\0", "intake.empty", "gửi lại"),
        (b"\xff\xfe" + bytes(range(1, 256)) * 9, "intake.not_a_document", ".docx"),
        (b"Ke hoach\n" * 9000 + bytes(range(1, 256)) * 400, "intake.not_a_document", ".docx"),
        (b"a" * (BYTES + 1), "intake.too_large", "tách phụ lục"),
        (utf16("WordDocument"), "intake.old_format", "Lưu thành (Save As) .docx"),
        (rb"{\rtf1\ansi Ke hoach}", "intake.old_format", "Lưu thành (Save As) .docx"),
        (b"<html><body>Ke hoach</body></html>", "intake.old_format", "Lưu thành (Save As) .docx"),
        (b"\xef\xbb\xbf<!DOCTYPE html>\n<html>", "intake.old_format", "Lưu thành (Save As) .docx"),
        (b'<?xml version="1.0"?><w:wordDocument/>', "intake.old_format", "Lưu thành (Save As) .docx"),
        (utf16("EncryptedPackage"), "intake.encrypted", "mật khẩu"),
        (utf16("Workbook"), "intake.not_a_document", "Excel"),
        (CONTAINER, "intake.not_a_document", ".docx"),
        (b"Rar!\x1a\x07" + b"\0" * 50, "intake.not_a_document", ".docx"),
        (b"hello", "intake.not_a_document", "chữ thuần"),
        (bytes(range(256)) * 4, "intake.not_a_document", ".docx"),
        (b"\x7fELF" + b"\0\1\2" * 500, "intake.not_a_document", ".docx"),
        (
            packed({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "…spreadsheetml…"}),
            "intake.not_a_document",
            "Excel",
        ),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "intake.old_format", "Save As"),
        (packed({"a.txt": "b"}), "intake.not_a_document", "tệp nén"),
        (b"PK\x03\x04" + b"\0" * 100, "intake.damaged", "gửi lại"),
        (docx("p")[:200], "intake.damaged", "gửi lại"),
    ],
)
def test_what_is_not_read_here_is_refused_with_what_to_do(data: bytes, code: str, advice: str) -> None:
    with pytest.raises(Told) as told:
        admit(data, "a.docx")
    assert told.value.code == code
    assert advice in told.value.message


@pytest.mark.parametrize(
    ("data", "name"), [("\u00a0\u200b\ufeff".encode(), "a.txt"), (docx("p, tbl/tr/tc/p"), "a.docx")]
)
def test_a_file_without_a_word_is_told_so(data: bytes, name: str) -> None:
    with pytest.raises(NoWords):
        read_paper(data, name)
