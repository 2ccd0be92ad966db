"""A reply letter read whole: header, form, stance, and every other sentence as an opinion or among the unplaced.

Total: any paper gives a letter. Nothing is lost: each word of the body is in an opinion's `text`, in `unplaced`, or in
`form`.
"""

from __future__ import annotations

from collections.abc import Sequence

from thammuu_core.anchors.version import Version
from thammuu_core.errors import Problem, Severity
from thammuu_core.opinions.letters import heads
from thammuu_core.opinions.letters.body import body, opinions_of_rows
from thammuu_core.opinions.letters.model import Letter
from thammuu_core.opinions.letters.parts import parts
from thammuu_core.opinions.model import Opinion, Stance, Unplaced
from thammuu_core.opinions.prose.cutting import sentences
from thammuu_core.opinions.prose.emphasis import struck_looks
from thammuu_core.opinions.prose.items import items
from thammuu_core.opinions.prose.model import Item, Passage, Role
from thammuu_core.opinions.prose.pages import Pages
from thammuu_core.opinions.prose.placing import SURE, Placing
from thammuu_core.opinions.prose.stances import said, stance
from thammuu_core.papers import Paper
from thammuu_core.papers.model import paragraphs

_FAINT = "Chữ nhận dạng từ ảnh có chỗ không rõ ({} đoạn). Hãy đối chiếu các ý kiến đánh dấu “cần xem” với bản chụp trước khi dùng."


def read_letter(paper: Paper, version: Version, pages: Pages | None = None) -> Letter:
    """Read a reply letter on a version that was sent; `pages` tell where its printed pages and lines are."""
    header = heads.head(paper)
    taken = parts(paper)
    placing = Placing(version, heads.agency(header, paper), pages)
    looks = struck_looks(each.text for each in paragraphs((*taken.body, *taken.annex)))
    read = [body(blocks, looks) for blocks in (taken.body, taken.annex)]
    found = [item for each in read for item in items(each.passages, placing.stands)]
    rows = [row for each in read for row in each.rows]
    said_in_rows, silent = opinions_of_rows(rows, version, placing.agency)
    placed = [one for item in found if item.role is not Role.FORM for one in placing.placed(item)]
    formal = [item.words for item in found if item.role is Role.FORM]
    return Letter(
        placing.agency,
        heads.reference(header, taken.front, (item.text for item in found)),
        _stance(found, bool(said_in_rows)),
        tuple(one for one in (*placed, *said_in_rows) if isinstance(one, Opinion)),
        tuple(one for one in (*placed, *said_in_rows) if isinstance(one, Unplaced)),
        (*taken.front, *formal, *(line for each in read for line in each.form), *silent, *taken.back),
        _kinds(paper, bool(rows)),
        (*paper.problems, *_faint([passage for each in read for passage in each.passages])),
    )


def _kinds(paper: Paper, rows: bool) -> tuple[str, ...]:
    return ("letter", *(["table"] if rows else []), *(["scan"] if paper.format == "scan" else []))


def _stance(found: Sequence[Item], rows: bool) -> Stance:
    spoken = [item.text[a:b] for item in found if item.role is not Role.FORM for a, b in sentences(item.text)]
    heard = [one for sentence in spoken if (one := said(sentence))]
    return stance(heard, rows or any(item.role is Role.REQUEST for item in found))


def _faint(spoken: Sequence[Passage]) -> tuple[Problem, ...]:
    count = sum(each.confidence is not None and each.confidence < SURE for each in spoken)
    message = _FAINT.format(count)
    return (Problem("opinions.letter_faint", Severity.WARNING, message),) if count else ()
