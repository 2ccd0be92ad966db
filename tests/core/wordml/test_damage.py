"""Broken parts are told; what can be read is read."""

from __future__ import annotations

import pytest

from support.docx import docx, packed, unpacked
from thammuu_core.wordml import read_docx

FILE = docx(
    'p(pPr(pStyle{val=A}, numPr(ilvl{val=0}, numId{val=1})), r/t"đầu"), p/r/t"cuối"',
    styles="style{styleId=A,type=paragraph}(name{val=A}, rPr/b)",
    numbering="abstractNum{abstractNumId=0}/lvl{ilvl=0}/lvlText{val=%1.}, num{numId=1}/abstractNumId{val=0}",
    footnotes='footnote{id=2}/p/r/t"chú"',
)
SIDE_PARTS = [
    "word/styles.xml",
    "word/numbering.xml",
    "word/footnotes.xml",
    "word/_rels/document.xml.rels",
    "_rels/.rels",
]


@pytest.mark.parametrize("name", SIDE_PARTS)
@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"<a", b"<a>"])
def test_a_broken_part_is_told_and_costs_no_words(name: str, content: bytes) -> None:
    read = read_docx(packed(unpacked(FILE) | {name: content}))
    assert read.body.text == "đầu\ncuối"
    assert [(problem.code, problem.where) for problem in read.problems] == [("wordml.part_damaged", name)]


@pytest.mark.parametrize("name", SIDE_PARTS)
def test_a_missing_part_costs_no_words(name: str) -> None:
    members = unpacked(FILE)
    del members[name]
    assert read_docx(packed(members)).body.text == "đầu\ncuối"


def test_a_document_cut_in_the_middle_is_read_as_far_as_it_goes() -> None:
    members = unpacked(FILE)
    whole = members["word/document.xml"]
    read = read_docx(packed(members | {"word/document.xml": whole[: whole.index("cuối".encode())]}))
    assert read.body.text.startswith("đầu")
    assert [problem.where for problem in read.problems] == ["word/document.xml"]


def test_an_entity_is_never_opened() -> None:
    members = unpacked(FILE)
    attack = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    body = members["word/document.xml"].split(b"?>", 1)[1].replace("cuối".encode(), b"&x;")
    assert "root" not in read_docx(packed(members | {"word/document.xml": attack + body})).body.text


@pytest.mark.parametrize("around", ["sdt/sdtContent/", "tbl/tr/tc/", "customXml/"])
def test_what_is_nested_as_deep_as_a_parser_allows_is_read(around: str) -> None:
    depth = 240 // around.count("/")
    assert "đáy" in read_docx(docx(around * depth + 'p/r/t"đáy"')).body.text


def test_runs_nested_as_deep_as_a_parser_allows_are_read() -> None:
    assert read_docx(docx("p/" + "smartTag/" * 240 + 'r/t"đáy"')).body.text == "đáy"


def test_what_is_nested_deeper_is_cut_off_and_told() -> None:
    read = read_docx(docx('p/r/t"trên", ' + "sdt/sdtContent/" * 400 + 'p/r/t"đáy"'))
    assert read.body.text == "trên"
    assert [problem.code for problem in read.problems] == ["wordml.part_damaged"]
