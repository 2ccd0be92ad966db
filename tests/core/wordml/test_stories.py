"""Everything beside the body: headers, notes, text boxes, comments, what the file says of itself."""

from __future__ import annotations

import pytest

from support.docx import frame, packed, paper, part, unpacked
from thammuu_core.wordml import NotADocx, read_docx

BOX = 'wps:txbx/txbxContent/p/r/t"DỰ THẢO"'


def test_notes_are_stories_of_their_own_and_separators_are_not() -> None:
    read = paper(
        'p(r/t"chú", r/footnoteReference{id=2})',
        footnotes='footnote{id=0,type=separator}/p/r/t"—", footnote{id=2}/p/r/t"Điều 3"',
        endnotes='endnote{id=5}/p/r/t"cuối"',
    )
    assert [(story.name, story.text) for story in read.stories[1:]] == [
        ("footnote:2", "Điều 3"),
        ("endnote:5", "cuối"),
    ]


def test_headers_and_footers_are_those_that_a_section_shows() -> None:
    read = paper(
        'p/r/t"x", sectPr(headerReference{r:id=header2}, footerReference{r:id=footer1}, headerReference{r:id=lost})',
        header1='p/r/t"không dùng"',
        header2='p/r/t"Mẫu 2"',
        footer1='p/r/t"chân"',
    )
    assert [(story.name, story.text) for story in read.stories[1:]] == [
        ("header:1", "Mẫu 2"),
        ("footer:1", "chân"),
    ]


@pytest.mark.parametrize(
    "drawing",
    [
        f"drawing/{BOX}",
        'pict/v:shape/v:textbox/txbxContent/p/r/t"DỰ THẢO"',
        f'mc:AlternateContent(mc:Choice/drawing/{BOX}, mc:Fallback/pict/v:textbox/txbxContent/p/r/t"DỰ THẢO")',
    ],
)
def test_a_text_box_is_read_once_and_apart(drawing: str) -> None:
    read = paper(f'p(r/{drawing}, r/t"thân")')
    assert read.body.text == "thân"
    assert [(story.name, story.text) for story in read.stories[1:]] == [("textbox:1", "DỰ THẢO")]


def test_a_text_box_in_a_text_box_is_read_too() -> None:
    read = paper(f'p/r/drawing/wps:txbx/txbxContent/p(r/t"ngoài", r/drawing/{BOX})')
    assert [story.text for story in read.stories[1:]] == ["ngoài", "DỰ THẢO"]


def test_comments_are_told_and_are_no_text() -> None:
    read = paper(
        'p(commentRangeStart{id=0}, r/t"x", r/commentReference{id=0})', comments='comment{id=0}/p/r/t"ý kiến"'
    )
    assert read.body.text == "x"
    assert [problem.code for problem in read.problems] == ["wordml.comments"]


def test_content_from_another_file_is_told() -> None:
    assert [problem.code for problem in paper("altChunk{r:id=x}, p").problems] == ["wordml.embedded_part"]


def test_an_embedded_object_is_told() -> None:
    assert [problem.code for problem in paper('p(r/object, r/t"x")').problems] == ["wordml.objects"]


def test_a_header_that_only_counts_pages_is_no_story() -> None:
    read = paper('p/r/t"x", sectPr/headerReference{r:id=header1}', header1='p/r/t"- 2 -"')
    assert [story.name for story in read.stories] == ["body"]


def test_a_file_of_pictures_only_is_told() -> None:
    assert [problem.code for problem in paper("p/r/drawing").problems] == ["wordml.pictures_only"]


@pytest.mark.parametrize(
    ("body", "mark"),
    [
        ('p{w14:paraId=1A2B3C4D}/r/t"x"', "para:1A2B3C4D"),
        (
            'p{w14:paraId=1A2B3C4D}(bookmarkStart{name=_GoBack}, bookmarkStart{name=dieu_5}, r/t"x")',
            "bookmark:dieu_5",
        ),
        ('sdt(sdtPr/tag{val=p7}, sdtContent/p{w14:paraId=1A2B3C4D}/r/t"x")', "control:p7"),
        ('p/r/t"x"', None),
    ],
)
def test_a_paragraph_keeps_the_identity_that_the_file_gives_it(body: str, mark: str | None) -> None:
    assert paper(body).body.blocks[0].mark == mark


def test_strict_open_xml_reads_the_same() -> None:
    members = frame({}) | {"word/document.xml": part("w:document", 'body/p(pPr/jc{val=end}, r/t"Nơi nhận")')}
    strict = {
        name: content.replace("schemas.openxmlformats.org/wordprocessingml/2006/main", "purl.oclc.org/ooxml/wordprocessingml/main")
        .replace("schemas.openxmlformats.org/officeDocument/2006/relationships", "purl.oclc.org/ooxml/officeDocument/relationships")
        for name, content in members.items()
    }  # fmt: skip
    (paragraph,) = read_docx(packed(strict)).body.blocks
    assert (paragraph.text, paragraph.align) == ("Nơi nhận", "right")


def test_what_the_file_says_of_itself() -> None:
    core = '<c xmlns:dc="d"><dc:title>Kế hoạch</dc:title><dc:creator> An </dc:creator><dc:subject/></c>'
    members = unpacked(
        packed(frame({}) | {"word/document.xml": part("w:document", "body/p"), "docProps/core.xml": core})
    )
    assert read_docx(packed(dict(members))).properties == {"title": "Kế hoạch", "creator": "An"}


@pytest.mark.parametrize(
    "members", [{}, {"word/document.xml": "<x/>"}, {"word/document.xml": ""}, {"a.txt": "b"}]
)
def test_a_package_without_a_body_is_not_a_word_document(members: dict[str, str | bytes]) -> None:
    with pytest.raises(NotADocx):
        read_docx(packed(members))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"xin ch\xc3\xa0o"])
def test_other_bytes_are_not_a_word_document(data: bytes) -> None:
    with pytest.raises(NotADocx):
        read_docx(data)
