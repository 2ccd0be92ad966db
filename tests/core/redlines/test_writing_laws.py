"""For any document and any changes: rejected it is the text sent, accepted the text with the changes shown."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.docx import docx, unpacked
from thammuu_core.redlines import Edit, applied, normal
from thammuu_core.redlines.writing import Note, Proposal, write
from thammuu_core.wordml import read_docx
from thammuu_core.wordml.revisions import read_revised

LETTERS = "ab Đ."
FIELD = (
    'r/fldChar{{fldCharType=begin}},r/instrText"REF",r/fldChar{{fldCharType=separate}},{},'
    "r/fldChar{{fldCharType=end}}"
)

words = st.text(LETTERS, min_size=1, max_size=6)
run = st.builds('r(rPr/{},t"{}")'.format, st.sampled_from(("b", "i")), words)
inline = st.one_of(
    run,
    run,
    st.builds("hyperlink({})".format, run),
    st.builds("sdt(sdtPr,sdtContent({}))".format, run),
    st.builds(FIELD.format, run),
    st.just("r/tab"),
    st.just("r/br"),
    st.just("bookmarkStart{id=1,name=x},bookmarkEnd{id=1}"),
    st.builds('r(t"{}",tab,t"{}")'.format, words, words),
)
paragraph = st.lists(inline, max_size=4).map(lambda inside: f"p({','.join(inside)})" if inside else "p")
cell = st.lists(paragraph, min_size=1, max_size=2).map(lambda inside: f"tc({','.join(inside)})")
table = st.integers(1, 3).flatmap(
    lambda columns: st.lists(
        st.lists(cell, min_size=columns, max_size=columns).map(lambda cells: f"tr({','.join(cells)})"),
        min_size=1,
        max_size=3,
    ).map(lambda rows: f"tbl({','.join(rows)})")
)
bodies = st.lists(st.one_of(paragraph, paragraph, table), max_size=5).map(
    lambda blocks: ",".join([*blocks, 'p(r/t"ba")'])
)


@st.composite
def changes(draw: st.DrawFn, text: str) -> list[Edit]:
    """Changes that do not overlap, in order, some of them moves to a place that nothing else touches."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    new = st.text(LETTERS + "\n\t", max_size=5).map(
        lambda made: made.replace("\t ", "\t").replace(" \t", "\t")
    )
    found = []
    for start, end in list(pairwise(cuts))[::2]:
        made = draw(new)
        if made != text[start:end]:
            found.append(Edit(start, end, text[start:end], made))
    free = [
        place for place in range(len(text) + 1) if not any(each.start <= place <= each.end for each in found)
    ]
    if free and found and found[0].old and draw(st.booleans()):
        moved = found[0]
        found[0] = Edit(moved.start, moved.end, moved.old, moved.old, draw(st.sampled_from(free)))
    return found


def _holds(base: bytes, edits: list[Edit], notes: list[Note]) -> None:
    text = read_docx(base).body.text
    made = write(base, [Proposal(edit, "Sở A", "2026-03-02T08:00:00Z") for edit in edits], notes)
    shown = [edit for number, edit in enumerate(edits) if number not in made.comments_instead]
    revised = read_revised(made.data)
    assert revised.body.original.text == text
    assert revised.body.accepted.text == applied(text, shown)
    said_already = {normal(text, edit) for edit in shown}
    instead = [number for number in made.comments_instead if normal(text, edits[number]) not in said_already]
    before = len(read_revised(base).remarks)
    assert len(revised.remarks) == before + len(notes) + len(instead)
    assert write(base, [Proposal(edit, "Sở A", "2026-03-02T08:00:00Z") for edit in edits], notes) == made
    _numbers_are_unique(made.data)


def _numbers_are_unique(data: bytes) -> None:
    parts = unpacked(data)
    written = parts["word/document.xml"].decode() + parts.get("word/comments.xml", b"").decode()
    marks = re.findall(r'<w:(?:ins|del|moveFrom|moveTo|comment)\s[^>]*?w:id="(\d+)"', written)
    assert len(marks) == len(set(marks))
    known = re.findall(r'paraId="(\w+)"', parts.get("word/comments.xml", b"").decode())
    assert len(known) == len(set(known))
    assert all(int(mark, 16) < 0x80000000 for mark in known)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_any_document_is_rejected_to_itself_and_accepted_as_changed(data: st.DataObject) -> None:
    base = docx(data.draw(bodies))
    text = read_docx(base).body.text
    places = st.integers(0, len(text))
    notes = data.draw(
        st.lists(st.builds(lambda a, b: Note(min(a, b), max(a, b), "Sở B"), places, places), max_size=2)
    )
    _holds(base, data.draw(changes(text)), notes)


@pytest.mark.long
@settings(max_examples=3000, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_very_many_documents_are(data: st.DataObject) -> None:
    base = docx(data.draw(bodies))
    _holds(base, data.draw(changes(read_docx(base).body.text)), [])


@pytest.mark.corpus
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_real_documents_are(corpus: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted((corpus / "raw").glob("*.docx"))))
    base = path.read_bytes()
    _holds(base, data.draw(changes(read_docx(base).body.text)), [])


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_several_people_want_the_file_reads_as_what_is_shown(data: st.DataObject) -> None:
    base = docx(data.draw(bodies))
    text = read_docx(base).body.text
    proposals = [
        Proposal(edit, author) for author in ("Sở A", "Sở B", "Sở C") for edit in data.draw(changes(text))
    ]
    made = write(base, proposals)
    shown = [each.edit for number, each in enumerate(proposals) if number not in made.comments_instead]
    body = read_revised(made.data).body
    assert body.original.text == text
    assert body.accepted.text == applied(text, shown)
