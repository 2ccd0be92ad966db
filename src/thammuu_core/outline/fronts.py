"""Where the front of a document ends: header block, kind, subject, addressees."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thammuu_core.outline.headings import in_capitals
from thammuu_core.outline.labels import labels
from thammuu_core.outline.lines import bare, is_opener, kind_and_subject, kind_title, lines_of, words_of
from thammuu_core.papers import Block, Paragraph, Table
from thammuu_core.provisions import Level
from thammuu_core.text import fold_keep

_LIMIT = 60
"""Blocks among which the kind of the document or its addressees must stand."""
_SUBJECT_LIMIT = 25
_LONG = 400
_AUTHORITY = re.compile(
    r"(?:pho )?(?:chu tich|uy ban|ubnd|hdnd|hoi dong|bo truong|thu tuong|chinh phu|quoc hoi|giam doc|tong giam doc|cuc truong|tong cuc truong|chi cuc truong|hieu truong|chanh|truong ban|chu nhiem|vien truong|thong doc|tong thanh tra|ban thuong vu|ban chap hanh|dai hoi|bo |so )"
)
"""Who issues a decision, in capitals between its subject and its grounds."""
_UNFINISHED = re.compile(r"(?:\b(?:cua|va|giua|thuoc|voi|cho|tai|ve|do|cac|tren dia ban)|[,\-])\s*$")
_HEADER = re.compile(r"cong hoa xa hoi|doc lap\s*-|^\W*so\s*:|ngay[ .…]*\d*[ .…]*thang|^\W*v/v|dang cong san")
_ITEM = ("-", "–", "+", "•")


def front_end(blocks: Sequence[Block]) -> int:
    """Index of the first block after the front."""
    texts = [words_of(block) for block in blocks[: _LIMIT + 1]]
    for index, block in enumerate(blocks[:_LIMIT]):
        if found := kind_title(texts[index : index + 2]) or kind_title(_last_lines(block)):
            taken = found[1] if texts[index] else 1
            return addressees_end(blocks, subject_end(blocks, index + taken, found[2]))
        if any(bare(line).startswith("kinh gui") for line in lines_of(block)[:40]):
            return addressees_end(blocks, index)
        if isinstance(block, Paragraph) and (_starts_body(block) or bare(block.text).startswith("can cu ")):
            break
    return _header_end(blocks)


def _last_lines(block: Block) -> list[str]:
    """The last line of a header table: where columns end, a page may run the kind under the date into its cell."""
    filled = [line for line in lines_of(block) if line.strip()] if isinstance(block, Table) else []
    return filled[-1:]


def subject_end(blocks: Sequence[Block], start: int, begun: str = "") -> int:
    """Index after the lines of the subject that begins at `start`, or began with `begun` before it."""
    first = begun.strip()
    before, end = first, start
    for index in range(start, min(start + _SUBJECT_LIMIT, len(blocks))):
        block, text = blocks[index], words_of(blocks[index])
        if isinstance(block, Table):
            break
        if not any(map(str.isalnum, text)):
            continue
        if not (_continues(blocks, index, first, before) if first else _begins(text)):
            break
        first, before, end = first or text, text, index + 1
        if not in_capitals(text) and len(text) > 60 and text.endswith((".", ":", ";")):
            break
    return end


def _begins(text: str) -> bool:
    if bare(text).startswith(("kinh gui", "can cu", "hom nay")) or (
        len(text) > _LONG and not in_capitals(text)
    ):
        return False
    return not labels(text) or text.lower().startswith("v/v")


def _continues(blocks: Sequence[Block], index: int, first: str, before: str) -> bool:
    """Whether the block is a further line of a subject that begins with `first`."""
    block, text = blocks[index], words_of(blocks[index])
    if text.startswith("("):
        return len(text) < 300
    if len(text) > 250 or (is_opener(text) and not in_capitals(text)):
        return False
    if labels(text) and not (text.startswith(("-", "–")) and in_capitals(first) and in_capitals(text)):
        return False  # "… GIAI ĐOẠN 2026 ⏎ - 2030" goes on
    if in_capitals(first):
        issuing = _AUTHORITY.match(bare(text)) and not _UNFINISHED.search(bare(before))
        return (
            in_capitals(text)
            and not text.endswith(":")
            and not (issuing and _preamble_near(blocks, index + 1))
        )
    if text[0].islower():
        return True
    stands_out = isinstance(block, Paragraph) and (block.align == "center" or block.bold)
    return stands_out and not text.endswith((".", ";", ":")) and not in_capitals(text)


def _preamble_near(blocks: Sequence[Block], start: int) -> bool:
    near = [words_of(block) for block in blocks[start : start + 4]]
    return any(is_opener(text) for text in [text for text in near if text][:2])


def addressees_end(blocks: Sequence[Block], start: int) -> int:
    """Index after "Kính gửi: …" and the list of names under it; `start` where nobody is addressed."""
    index = start
    while index < len(blocks) and not any(map(str.isalnum, " ".join(lines_of(blocks[index])))):
        index += 1
    if index == len(blocks) or not any(bare(line).startswith("kinh gui") for line in lines_of(blocks[index])):
        return start
    index += 1
    item = ""
    while index < len(blocks) and isinstance(blocks[index], Paragraph):
        text = words_of(blocks[index])
        goes_on = item and not item.endswith((";", "."))
        if text and not text.startswith(_ITEM) and not goes_on:
            break
        index, item = index + 1, text or item
        if text.endswith("."):
            break
    return index


def _starts_body(paragraph: Paragraph) -> bool:
    found = labels(paragraph.text) or labels(paragraph.label)
    return any(
        label.level in (Level.ROMAN, Level.ARTICLE, Level.CHAPTER) and not label.guessed for label in found
    )


def _header_end(blocks: Sequence[Block]) -> int:
    """With no line for the kind alone: a line that the kind begins, else the leading blocks that look like a header."""
    end = 0
    for index, block in enumerate(blocks[:_LIMIT]):
        text = " ".join(lines_of(block))
        if not any(map(str.isalnum, text)):
            continue
        if found := kind_and_subject(words_of(block)):
            return addressees_end(blocks, subject_end(blocks, index + 1, found[1]))
        titled = isinstance(block, Paragraph) and in_capitals(text) and not labels(text)
        if not titled and not _HEADER.search(fold_keep(text)):
            break
        end = index + 1
    return end
