"""Hostile archives are stopped before any parser sees them."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.docx import docx, packed, unpacked
from thammuu_core.errors import Told
from thammuu_core.intake import admit, read_paper

CLEAN = docx('p/r/t"Kế hoạch"')


def refused(data: bytes) -> str:
    """The code with which a file is refused."""
    with pytest.raises(Told) as told:
        admit(data, "a.docx")
    return told.value.code


def with_member(name: str, content: str | bytes = b"x") -> bytes:
    """A clean document with one more member."""
    return packed(unpacked(CLEAN) | {name: content})


def test_a_clean_document_passes_and_is_read() -> None:
    assert read_paper(CLEAN, "a.docx").body.text == "Kế hoạch"


@pytest.mark.parametrize(
    "name",
    [
        "../evil.xml",
        "word/../../evil",
        "/etc/passwd",
        "a\\b.xml",
        "word/a\x01.xml",
        "word/\u202ecod.xml",
        "c:x",
    ],
)
def test_names_that_lead_out_or_deceive_are_refused(name: str) -> None:
    assert refused(with_member(name)) == "intake.unsafe_names"


def test_two_members_of_one_name_are_refused() -> None:
    buffer = io.BytesIO(CLEAN)
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("Word/Document.xml", "<x/>")
    assert refused(buffer.getvalue()) == "intake.unsafe_names"


def test_too_many_members_are_refused() -> None:
    assert (
        refused(packed(unpacked(CLEAN) | {f"word/media/{n}.txt": b"" for n in range(2001)})) == "intake.bomb"
    )


@pytest.mark.parametrize("name", ["word/media/image1.png", "word/styles.xml"])
def test_a_zip_bomb_is_refused_without_unpacking(name: str) -> None:
    assert refused(with_member(name, b"\0" * 30_000_000)) == "intake.bomb"


def test_a_false_size_does_not_open_the_gate() -> None:
    data = with_member("word/styles.xml", b"<a>" + b" " * 5_000_000 + b"</a>")
    lied = data.replace(struct.pack("<L", 5_000_007), struct.pack("<L", 100))
    assert lied != data
    assert (
        read_paper(lied, "a.docx").body.text == "Kế hoạch"
    )  # the part is damaged, no more than 100 bytes were unpacked


def test_members_that_share_their_bytes_are_refused() -> None:
    members = unpacked(CLEAN) | {"word/media/a.bin": bytes(range(256)) * 40}
    data = bytearray(packed(members))
    central = data.rindex(b"PK\x01\x02")
    data[central + 20 : central + 24] = struct.pack("<L", len(data) * 2)
    assert refused(bytes(data)) in ("intake.bomb", "intake.damaged")


@pytest.mark.parametrize(
    "member",
    [
        ("word/vbaProject.bin", b"x"),
        ("[Content_Types].xml", b"application/vnd.ms-word.document.macroEnabled.main+xml"),
        ("[Content_Types].xml", b"wordprocessingml application/vnd.ms-office.vbaProject"),
        (
            "word/_rels/document.xml.rels",
            b"<a Type='http://schemas.microsoft.com/office/2006/relationships/vbaProject'/>",
        ),
    ],
)
def test_macros_are_refused_whatever_the_name_says(member: tuple[str, bytes]) -> None:
    assert refused(with_member(*member)) == "intake.macros"


def test_an_encrypted_member_asks_for_the_password_to_be_taken_off() -> None:
    data = bytearray(CLEAN)
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    assert refused(bytes(data)) == "intake.encrypted"


def test_a_damaged_side_part_does_not_close_the_gate() -> None:
    assert read_paper(with_member("word/styles.xml", b"\1\2 rubbish"), "a.docx").body.text == "Kế hoạch"


def test_every_real_document_passes(corpus: Path) -> None:
    for path in sorted(corpus.glob("raw/*.docx")):
        read_paper(path.read_bytes(), path.name)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_changed_bytes_are_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    changed = bytearray(CLEAN)
    for _ in range(data.draw(st.integers(1, 6))):
        changed[data.draw(st.integers(0, len(changed) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_paper(bytes(changed), "a.docx")
    except Told as told:
        code = told.code
        assert code.startswith(("intake.", "wordml."))
