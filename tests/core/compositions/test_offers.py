"""A template says which placeholders an agency's own file may use, with what an example puts there."""

from __future__ import annotations

import pytest

from support.docx import docx
from thammuu_core.compositions import (
    Offer,
    Template,
    compose,
    fill,
    offers,
    template,
    templates,
    worked_facts,
)
from thammuu_core.compositions.facts import BLANK
from thammuu_core.wordml import read_docx

CODES = [one.code for one in templates()]


def offered(asked: Template) -> dict[str, Offer]:
    return {one.placeholder: one for one in offers(asked, worked_facts(asked.code))}


@pytest.mark.parametrize("code", CODES)
def test_the_example_fills_its_template_whole(code: str) -> None:
    assert compose(code, worked_facts(code)).problems == ()


@pytest.mark.parametrize("code", CODES)
def test_every_placeholder_offered_can_be_filled_and_shows_its_example(code: str) -> None:
    asked = template(code)
    for one in offers(asked, worked_facts(code)):
        place = f'p/r/t"{one.placeholder}"'
        body = f"tbl(tr(tc({place})))" if one.rows and "mỗi" not in one.placeholder else place
        filled = fill(docx(body), worked_facts(code), asked)
        words = "\n".join(line.paragraph.text for line in read_docx(filled.data).body.lines())
        assert words.startswith(one.example), one
        assert (BLANK in words) == any(one.code == "compositions.fact_missing" for one in filled.problems)


@pytest.mark.parametrize("code", CODES)
def test_what_must_be_filled_has_an_example(code: str) -> None:
    bare = [
        one.placeholder
        for one in offers(template(code), worked_facts(code))
        if one.required and not one.example
    ]
    assert [one for one in bare if "." not in one] == []


def test_a_list_is_offered_line_by_line_and_a_table_by_its_columns() -> None:
    letter = offered(template("to-trinh"))
    assert letter["{{mỗi căn cứ}}"].rows == "căn cứ"
    assert letter["{{trả lời.cơ quan}}"].rows == "trả lời"
    assert letter["{{cơ quan}}"].rows == ""
    assert letter["{{quyền hạn ký}}"].example == "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC"
