"""Real documents are read without an exception, and every word of their plain texts is found."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from thammuu_core.text import normalise
from thammuu_core.wordml import read_docx

pytestmark = pytest.mark.corpus


def words(text: str) -> Counter[str]:
    """The words of a text and how often each occurs."""
    return Counter(re.findall(r"\w+", normalise(text)))


def test_every_document_has_the_words_of_its_plain_text(corpus: Path) -> None:
    missing = {}
    for path in sorted(corpus.glob("raw/*.docx")):
        read = read_docx(path.read_bytes())
        plain = (corpus / "text" / f"{path.name}.txt").read_text(encoding="utf-8")
        lost = words(plain) - words(read.body.text)
        # The plain texts repeat text boxes and glue them to their neighbours; a deleted paragraph mark joins two
        # words which they keep apart.
        boxed = any(story.name.startswith("textbox") for story in read.stories)
        if not boxed and sum(lost.values()) > 2:
            missing[path.name] = lost
    assert missing == {}


def test_every_document_has_one_identity_a_paragraph_at_most(corpus: Path) -> None:
    for path in sorted(corpus.glob("raw/*.docx")):
        marks = [line.paragraph.mark for line in read_docx(path.read_bytes()).body.lines()]
        identities = [mark for mark in marks if mark and mark.startswith("para:")]
        assert len(identities) == len(set(identities)), path.name
