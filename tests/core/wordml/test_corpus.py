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
        lost = words(plain) - words("\n".join(story.text for story in read.stories))
        # A deleted paragraph mark joins the words on both sides of it; the plain texts keep them apart.
        if sum(lost.values()) > 2:
            missing[path.name] = lost
    assert missing == {}
