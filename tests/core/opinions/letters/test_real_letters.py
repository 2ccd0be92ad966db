"""Real letters of agencies: every word is kept, the header is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.letters import VERSION
from thammuu_core.intake import read_paper
from thammuu_core.opinions.letters import read_letter

pytestmark = pytest.mark.corpus


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def runs(text: str) -> set[tuple[str, ...]]:
    said = words(text)
    return {tuple(said[at : at + 3]) for at in range(len(said) - 2)}


def letters(corpus: Path) -> Iterator[Path]:
    yield from sorted((corpus / "raw").glob("cong_van__*.docx"))


def test_every_word_of_a_real_letter_is_kept(corpus: Path) -> None:
    for path in letters(corpus):
        paper = read_paper(path.read_bytes(), path.name)
        letter = read_letter(paper, VERSION)
        kept = [
            *(one.source.words for one in letter.opinions),
            *(one.words for one in letter.unplaced),
            *letter.form,
        ]
        held = runs("\n".join(kept)) | runs("\n".join(one.text for one in letter.opinions))
        for line in paper.body.text.split("\n"):
            wanted = runs(line)
            assert len(wanted & held) >= 0.8 * len(wanted), f"{path.name}: {line}"


def test_every_real_letter_says_who_writes_and_shows_its_form(corpus: Path) -> None:
    for path in letters(corpus):
        letter = read_letter(read_paper(path.read_bytes(), path.name), VERSION)
        assert letter.agency, path.name
        form = "\n".join(letter.form).lower()
        assert "kính gửi" in form, path.name
        assert "nơi nhận" in form, path.name
