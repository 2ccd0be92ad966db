"""Regular expressions of words with their marks, that also read a sentence typed without any."""

from __future__ import annotations

import re
from functools import cache

from thammuu_core.opinions.sentences.model import Reading
from thammuu_core.text import fold_keep


@cache
def _compiled(pattern: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    bare = "".join(letter if letter.isascii() else fold_keep(letter) for letter in pattern)
    return re.compile(pattern), re.compile(bare)


def cue(read: Reading, pattern: str) -> re.Pattern[str]:
    """The pattern for this sentence: for its `clear` view."""
    marked, folded = _compiled(pattern)
    return folded if read.bare else marked
