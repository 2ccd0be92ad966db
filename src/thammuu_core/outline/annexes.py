"""What follows the signature: annexes, forms, and the document that a decision issues."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from thammuu_core.kinds import kind_by_name
from thammuu_core.outline.headings import in_capitals
from thammuu_core.outline.labels import labels
from thammuu_core.outline.lines import bare, words_of
from thammuu_core.papers import Block, Paragraph, Table
from thammuu_core.text import fold_keep

_NAMED = re.compile(
    r"(?P<label>(?P<word>phu luc|phu bieu|mau bieu|bieu mau|bieu|mau)(?P<number>\s+(?:so\b)?\s*:?\s*(?:\d{1,3}(?:[./-]?[a-z])?|[ivxlc]{1,6}|[a-h])\b)?)(?:\[\d+\])?\s*(?P<mark>[.:-]?)(?P<rest>.*)"
)
_ISSUED = (
    "danh muc",
    "danh sach",
    "bieu mau",
    "chien luoc",
    "du toan",
    "khung ke hoach",
    "de cuong",
    "quy trinh",
    "dieu le",
    "noi quy",
)
"""Documents issued with another that are no kind of their own."""
_WITH = re.compile(r"\W*(?:\(|\b)?(?:ban hanh |dinh )?kem theo\b")
_REMARK = re.compile(r"\s*\((?:ban hành )?kèm theo\b.*", re.IGNORECASE)
_FRONT_LIMIT = 15
_TITLE_LIMIT = 6
_LONG = 300


@dataclass(frozen=True, slots=True)
class Annex:
    """One attachment: its blocks [start, stop), of which those before `content` name it."""

    start: int
    content: int
    stop: int
    label: str
    title: str


def annexes(blocks: Sequence[Block], body: int, back: int, stop: int) -> tuple[Annex, ...]:
    """The attachments of blocks [body, stop); those before the back are believed only with "(Kèm theo …)" near."""
    starts: list[int] = []
    floor = body
    for index in range(body, stop):
        start = (
            _start_at(blocks, index, max(floor, back + 1) if index > back else floor, back)
            if index >= floor
            else None
        )
        if start is not None and not (starts and _within_front(blocks, starts[-1], index)):
            starts.append(start)
            floor = max(_content(blocks, start, stop), index + 1)
    return tuple(_annex(blocks, start, end) for start, end in pairwise([*starts, stop]))


def _start_at(blocks: Sequence[Block], index: int, floor: int, back: int) -> int | None:
    """Where the attachment starts that this block reveals, if it reveals one."""
    block = blocks[index]
    if not isinstance(block, Paragraph):
        return None
    if _names_annex(words_of(block)) and (index > back or _told_near(blocks, index)):
        return index
    if index <= back:
        return None
    if _names_issued(words_of(block)):
        return index
    if _WITH.match(fold_keep(block.text)) and block.text.lstrip().startswith("("):
        return _title_above(blocks, index, floor)
    return None


def _names_annex(text: str) -> bool:
    """ "PHỤ LỤC II", "Biểu 01: BÁO CÁO …"; not a sentence that begins with the word."""
    text = " ".join(text.split())
    found = _NAMED.fullmatch(fold_keep(text)) if len(text) < _LONG else None
    if not found or not text[0].isupper() or (found["word"] != "phu luc" and not found["number"]):
        return False
    rest = _REMARK.sub("", text[found.start("rest") :]).strip(" -:.")
    return (
        not rest
        or in_capitals(rest)
        or (bool(found["mark"]) and rest[0].isupper() and not text.endswith((".", ";")))
    )


def _names_issued(text: str) -> bool:
    """The kind of the issued document alone in capitals; "QUYẾT ĐỊNH:" with a colon opens the articles of a decision."""
    first = text.split("\n")[0].strip()
    return (
        in_capitals(first)
        and not first.endswith(":")
        and (kind_by_name(first) is not None or bare(first) in _ISSUED)
    )


def _told_near(blocks: Sequence[Block], index: int) -> bool:
    return any(_WITH.match(fold_keep(words_of(block))) for block in blocks[index : index + 6])


def _within_front(blocks: Sequence[Block], start: int, index: int) -> bool:
    """Whether only titles and header blocks lie between: the form under "MẪU SỐ 1" is that annex, not another."""
    if _names_annex(words_of(blocks[index])):
        return False
    return all(_is_title(block) or _is_header(block) for block in blocks[start + 1 : index])


def _is_header(block: Block) -> bool:
    return isinstance(block, Table) and "chu nghia viet nam" in fold_keep(
        block.rows[0].cells[-1].text if block.rows and block.rows[0].cells else ""
    )


def _is_title(block: Block) -> bool:
    text = words_of(block)
    return isinstance(block, Paragraph) and (
        not any(map(str.isalnum, text))
        or in_capitals(text)
        or block.align == "center"
        or block.bold
        or text.startswith("(")
    )


def _title_above(blocks: Sequence[Block], index: int, floor: int) -> int:
    """The first of the title lines right above "(Kèm theo …)"."""
    start = index
    for above in range(index - 1, floor - 1, -1):
        if not _is_title(blocks[above]) and not _names_annex(words_of(blocks[above])):
            break
        start = above if words_of(blocks[above]) else start
    return start


def _content(blocks: Sequence[Block], start: int, stop: int) -> int:
    """Index of the first block of an attachment's content."""
    end = min(start + 1, stop)
    if (told_at := _told_below(blocks, start, stop)) is not None:
        return told_at + 1
    for index in range(start, min(stop, start + _FRONT_LIMIT)):
        block, text = blocks[index], words_of(blocks[index])
        told = text.startswith("(") or bool(_WITH.match(fold_keep(text)))
        if isinstance(block, Table) or (index > start and _names_annex(text)):
            break
        if (
            text
            and index > start
            and not told
            and (labels(text) or labels(block.label) or not _is_heading(block))
        ):
            break
        end = index + 1 if text else end
        if told or _REMARK.search(text):
            break
    return end


def _told_below(blocks: Sequence[Block], start: int, stop: int) -> int | None:
    """Where "(Kèm theo …)" stands below a few lines of title, which plain text does not show to be one."""
    for index in range(start + 1, min(stop, start + _TITLE_LIMIT)):
        text = words_of(blocks[index])
        if text.startswith("(") and _WITH.match(fold_keep(text)):
            return index
        if isinstance(blocks[index], Table) or labels(text) or text.endswith((".", ";", ":")):
            break
    return None


def _is_heading(paragraph: Paragraph) -> bool:
    return _is_title(paragraph) or in_capitals(_REMARK.sub("", paragraph.text))


def _annex(blocks: Sequence[Block], start: int, stop: int) -> Annex:
    content = _content(blocks, start, stop)
    told = [" ".join(_REMARK.sub("", words_of(block)).split("\n")) for block in blocks[start:content]]
    named = [" ".join(text.split()) for text in told if text.strip() and not text.startswith("(")]
    named = [text for text in named if not _WITH.match(fold_keep(text))]
    label, rest = _label(words_of(blocks[start]), named[0] if named else "")
    return Annex(start, content, stop, label, " ".join([rest, *named[1:]]).strip())


def _label(written: str, first: str) -> tuple[str, str]:
    """The label as a reader says it, and what of the first line is title."""
    found = _NAMED.fullmatch(fold_keep(first))
    if found and _names_annex(first):
        return _spoken(first[: found.end("word")], first[found.end("word") : found.end("label")]), first[
            found.start("rest") :
        ].strip(" -:.")
    alone = written.split("\n")[0].strip(" *_")
    if _names_issued(alone):
        return alone.capitalize(), first[len(alone) :].strip()
    return "Phụ lục", first


def _spoken(word: str, number: str) -> str:
    """ "PHỤ LỤC số 01" as "Phụ lục 01"."""
    return " ".join(
        [word.capitalize(), *(part for part in number.replace(":", " ").split() if fold_keep(part) != "so")]
    )
