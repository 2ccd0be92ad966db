"""Letters to words: joined at spaces, gaps and changes of look, read in the encoding their font was made for."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from thammuu_core.pages.letters import Letter
from thammuu_core.pages.model import Word
from thammuu_core.text import Encoding, convert, detect, normalise

_GAP = 0.18
"""Ems between two letters from which they belong to two words where no space is typed."""
_BACK = 0.5
"""Ems a letter may stand before the end of the last one: kerning, marks set by themselves."""


def words(letters: Iterable[Letter]) -> Iterator[Word]:
    """The words of a page in the order they were drawn; a word set in two looks comes in two glued pieces."""
    held: list[Letter] = []
    glued = False
    for letter in letters:
        if letter.text.isspace():
            yield from _word(held, glued)
            held, glued = [], False
        elif held and not _same(held[-1], letter):
            yield from _word(held, glued)
            held, glued = [letter], _touches(held[-1], letter)
        else:
            held.append(letter)
    yield from _word(held, glued)


def _same(last: Letter, letter: Letter) -> bool:
    if unicodedata.combining(letter.text[0]):
        return True
    return letter.look == last.look and _touches(last, letter) and abs(letter.baseline - last.baseline) < 1


def _touches(last: Letter, letter: Letter) -> bool:
    """The letter goes on where the last one ended, on its line or raised above it."""
    size = max(last.look.size, letter.look.size)
    across = letter.x0 - last.x1
    return -_BACK * size < across < _GAP * size and abs(letter.baseline - last.baseline) < 0.6 * size


def _word(held: list[Letter], glued: bool) -> Iterator[Word]:
    if held:
        first, look = held[0], held[0].look
        yield Word(
            text="".join(letter.text for letter in held),
            x0=min(letter.x0 for letter in held),
            x1=max(letter.x1 for letter in held),
            baseline=first.baseline,
            size=look.size,
            bold=look.bold,
            italic=look.italic,
            font=look.font,
            colour=look.colour,
            glued=glued,
        )


def encodings(pages: Iterable[Iterable[Word]]) -> dict[str | None, Encoding]:
    """How the words set in each font are to be read; judged over the whole file, one word says too little."""
    texts: dict[str | None, list[str]] = defaultdict(list)
    for page in pages:
        for word in page:
            texts[word.font].append(word.text)
    return {font: detect(" ".join(found), font) for font, found in texts.items()}


def readable(found: Iterable[Word], encoding: dict[str | None, Encoding]) -> Iterator[Word]:
    """The words in Unicode as the system keeps it; words of nothing visible are left out."""
    for word in found:
        text = normalise(convert(word.text, encoding.get(word.font, Encoding.UNICODE), word.font)).strip()
        if text:
            yield replace(word, text=text)
