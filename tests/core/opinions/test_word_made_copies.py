"""Copies made by changing real Word files in their own XML: nothing is lost, nothing is found that is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from support import truths, word_made
from thammuu_core.anchors import Version
from thammuu_core.opinions import Origin, Reply
from thammuu_core.opinions.edits import edit_of
from thammuu_core.opinions.reading import read_reply
from thammuu_core.redlines import Edit
from thammuu_core.wordml import read_docx
from thammuu_core.wordml.revisions import read_revised

pytestmark = pytest.mark.corpus
CHANGES = (Origin.REVISION, Origin.SILENT)


def held(path: Path) -> Counter[str]:
    """The figures of the copies of one file; empty for one whose own changes are open, or without plain paragraphs."""
    data = path.read_bytes()
    figures: Counter[str] = Counter()
    if word_made.has_open_changes(data):
        return figures
    version = Version.of(sha256(data).hexdigest(), read_docx(data))
    for made in word_made.copies(data, version.text, seed=1):
        if made.truths:
            figures.update(_of_one(version, made))
    return figures


def _of_one(version: Version, made: word_made.Made) -> Counter[str]:
    reply = read_reply((version,), "So-Tu-phap.docx", made.data)
    ruler = truths.Ruler(version.text)
    true = [ruler.change(truth.start, truth.end, truth.new) for truth in made.truths]
    found = [ruler.change(*change) for edit in _edits(version, reply) for change in _single(edit)]
    text = ruler.text
    near = [truths.Change(each.start - truths.NEAR, each.end + truths.NEAR, "") for each in true]
    return Counter(
        truths=len(true),
        exact=truths.exact(text, true, found),
        covered=truths.covered(text, true, found),
        found=len(found),
        spurious=sum(not any(at.start <= each.end and each.start <= at.end for at in near) for each in found),
        copies=1,
        conserved=truths.settled(truths.applied(text, found)) == truths.settled(truths.applied(text, true)),
        rejected=made.mode != "tracked" or read_revised(made.data).body.original.text == version.text,
        comments=len(made.remarks),
        anchored=sum(_is_anchored(said, reply) for said in made.remarks),
    )


def _edits(version: Version, reply: Reply) -> list[Edit]:
    found = (edit_of(version.text, each) for each in reply.opinions if each.origin in CHANGES)
    return [edit for edit in found if edit is not None]


def _single(edit: Edit) -> list[tuple[int, int, str]]:
    if edit.to is None:
        return [(edit.start, edit.end, edit.new)]
    return [(edit.start, edit.end, ""), (edit.to, edit.to, edit.new)]


def _is_anchored(said: word_made.Said, reply: Reply) -> bool:
    return any(
        (each.target.start, each.target.end) == (said.start, said.end)
        for each in reply.opinions
        if each.origin is Origin.COMMENT and each.text == said.text
    )


def assert_figures(figures: Counter[str]) -> None:
    """What the issue asks for."""
    assert figures["truths"] > 0
    assert figures["conserved"] == figures["copies"], figures
    assert figures["rejected"] == figures["copies"], figures
    assert figures["covered"] == figures["truths"], figures
    assert figures["exact"] >= 0.95 * figures["truths"], figures
    assert figures["anchored"] == figures["comments"], figures
    assert figures["spurious"] == 0, figures


def test_a_plan_and_a_report_hold_the_figures(corpus: Path) -> None:
    total: Counter[str] = Counter()
    for name in ("ke_hoach__sct__ke-hoach-thuc-hien-de-an-08", "bao_cao__sct__BC-dinh-ky-VLNCN-nam-2025"):
        total.update(held(corpus / "raw" / f"{name}.docx"))
    assert_figures(total)


@pytest.mark.long
def test_every_word_file_of_the_corpus_holds_the_figures(
    corpus: Path, record_property: Callable[[str, object], None]
) -> None:
    total: Counter[str] = Counter()
    for path in sorted((corpus / "raw").glob("*.docx")):
        figures = held(path)
        total.update(figures)
        record_property(path.name, dict(figures))
    assert_figures(total)
