"""Where the back of a document begins: recipients and signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from thammuu_core.outline.headings import in_capitals
from thammuu_core.outline.lines import lines_of, words_of
from thammuu_core.outline.signatures import AUTHORITY, NAME, signs
from thammuu_core.papers import Block, Table
from thammuu_core.text import fold_keep

_RECIPIENTS = re.compile(r"\W*noi (?:nhan|gui)\s*(?::|$|/)")
_SIGNING = 4
"""Last lines of a block among which an office is looked for."""
_ABOVE = 8
"""Blocks above the recipients in which a signature printed first is looked for."""


def back_start(blocks: Sequence[Block], body: int) -> int:
    """Index of the first block of recipients or, where there are none, of the signature; the end when neither is there."""
    for index in range(body, len(blocks)):
        lines = lines_of(blocks[index])
        if any(_RECIPIENTS.match(fold_keep(line)) for line in lines):
            return _signature_above(blocks, index, body)
        if any(_acts_for(line) for line in lines[:12]) or _office_and_name(blocks, index):
            return index
    return len(blocks)


def _acts_for(line: str) -> bool:
    head = line.strip(" *_")
    return bool(AUTHORITY.match(head)) and len(head) < 200 and in_capitals(" ".join(head.split()[:3]))


def _office_and_name(blocks: Sequence[Block], index: int) -> bool:
    """An office in capitals with a name right under it."""
    own = [line.strip(" *_") for line in lines_of(blocks[index]) if line.strip(" *_")]
    if not any(map(signs, own[-_SIGNING:])):
        return False
    below = [line.strip(" *_") for block in blocks[index + 1 : index + 6] for line in lines_of(block)]
    shown = [*own, *[line for line in below if line][:1]]
    return any(signs(office) and NAME.fullmatch(name) for office, name in pairwise(shown))


def _signature_above(blocks: Sequence[Block], index: int, body: int) -> int:
    """Some print the signature before the recipients."""
    for above in range(index - 1, max(body, index - _ABOVE) - 1, -1):
        if isinstance(blocks[above], Table) or len(words_of(blocks[above])) > 120:
            break
        if _acts_for(words_of(blocks[above])):
            return above
    return index
