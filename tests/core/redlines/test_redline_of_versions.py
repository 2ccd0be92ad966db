"""The old version with the changes that lead to the new one, set as the new one sets them."""

from __future__ import annotations

import re

from support.docx import docx, unpacked
from support.formal import plan
from thammuu_core.redlines.writing import Written, redline
from thammuu_core.rendering import to_docx
from thammuu_core.wordml import read_docx
from thammuu_core.wordml.revisions import read_revised

STYLES = "style{styleId=Khoan,type=paragraph}/name{val=Khoan}"
ONE = 'p(r/t"1. Nội dung thứ nhất của kế hoạch này.")'
TWO = 'p(r/t"2. Nội dung thứ hai của kế hoạch này.")'
NEW = 'p(pPr({}jc{{val=right}}),r(rPr/i,t"Một đoạn hoàn toàn mới do bản sau thêm vào."))'


def between(old: bytes, new: bytes) -> Written:
    return redline(old, new, "Tổ biên tập", "2026-03-02T08:00:00Z")


def main(made: Written) -> str:
    return unpacked(made.data)["word/document.xml"].decode()


def test_rejected_it_is_the_old_version_and_accepted_the_new_one() -> None:
    old, new = (
        docx(f"{ONE},{TWO}"),
        docx(f'{ONE},{NEW.format("")},p(r/t"2. Nội dung thứ ba của kế hoạch này.")'),
    )
    body = read_revised(between(old, new).data).body
    assert body.original.text == read_docx(old).body.text
    assert body.accepted.text == read_docx(new).body.text


def test_a_new_paragraph_is_set_as_in_the_new_version() -> None:
    made = between(docx(f"{ONE},{TWO}"), docx(f"{ONE},{NEW.format('')},{TWO}"))
    (paragraph,) = [each for each in re.findall(r"<w:p>.*?</w:p>", main(made)) if "hoàn toàn mới" in each]
    assert '<w:jc w:val="right"/>' in paragraph
    assert "<w:i/>" in paragraph


def test_a_style_that_the_old_version_lacks_is_not_named() -> None:
    new = NEW.format("pStyle{val=Khoan},")
    made = between(docx(f"{ONE},{TWO}"), docx(f"{ONE},{new},{TWO}", styles=STYLES))
    assert "Khoan" not in main(made)
    known = between(docx(f"{ONE},{TWO}", styles=STYLES), docx(f"{ONE},{new},{TWO}", styles=STYLES))
    assert '<w:pStyle w:val="Khoan"/>' in main(known)


def test_open_changes_of_both_versions_are_taken_as_accepted() -> None:
    old = docx(
        f'{ONE},p(r/t"2. Cũ ",ins{{id=1,author=A}}/r/t"và đã thêm vào đây",del{{id=2,author=A}}/r/delText"x")'
    )
    new = docx(f'{ONE},p(r/t"2. Cũ và đã thêm ",ins{{id=1,author=A}}/r/t"vào đó")')
    body = read_revised(between(old, new).data).body
    assert (body.original.text, body.accepted.text) == (read_docx(old).body.text, read_docx(new).body.text)
    assert {token.inserted.author for token in body.tokens if token.inserted} == {"Tổ biên tập"}


def test_a_version_against_itself_stays_as_it_is() -> None:
    same = to_docx(plan())
    assert between(same, same) == Written(same)
