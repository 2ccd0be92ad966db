"""The parts of a document: front, body, back, attachments, as stretches of the main story's blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from thammuu_core.outline.headings import in_capitals
from thammuu_core.outline.labels import labels
from thammuu_core.papers import Block, Paragraph, Table
from thammuu_core.provisions import Level
from thammuu_core.text import fold_keep

_FRONT_LIMIT = 60
"""Blocks among which the kind of the document or its addressees must stand."""

_KINDS = (
    "nghi quyet", "quyet dinh", "chi thi", "quy che", "quy dinh", "thong cao", "thong bao", "huong dan", "chuong trinh",
    "ke hoach", "phuong an", "de an", "du an", "bao cao", "bien ban", "to trinh", "hop dong", "cong dien", "ban ghi nho",
    "ban thoa thuan", "giay uy quyen", "giay moi", "giay gioi thieu", "giay nghi phep", "phieu gui", "phieu chuyen",
    "phieu bao", "thu cong", "nghi dinh", "thong tu", "thong tu lien tich", "luat", "bo luat", "phap lenh", "lenh",
    "van ban hop nhat", "ket luan", "dieu le", "noi quy", "quy trinh", "phieu trinh", "giay phep", "phieu lay y kien",
)  # fmt: skip
_ISSUED = (
    "quy che", "quy dinh", "ke hoach", "chuong trinh", "de an", "phuong an", "du an", "dieu le", "noi quy", "quy trinh",
    "danh muc", "danh sach", "huong dan", "bao cao", "bieu mau", "chien luoc", "du toan", "khung ke hoach", "de cuong",
)  # fmt: skip
_OPENERS = re.compile(
    r"(?:can cu|thuc hien|theo|xet|de |nham|trien khai|tiep tuc|tren co so|kinh gui|trong |ngay |thi hanh|phat huy|sau khi)"
)
_AUTHORITY = re.compile(
    r"(?:pho )?(?:chu tich|uy ban|ubnd|hdnd|hoi dong|bo truong|thu tuong|chinh phu|quoc hoi|giam doc|tong giam doc|cuc truong|tong cuc truong|chi cuc truong|hieu truong|chanh|truong ban|chu nhiem|vien truong|thong doc|tong thanh tra|ban thuong vu|ban chap hanh|chu tich nuoc|dai hoi|bo |so )"
)
_UNFINISHED = re.compile(r"(?:\b(?:cua|va|giua|thuoc|voi|cho|tai|ve|do|cac|tren dia ban)|[,\-])\s*$")
_RECIPIENTS = re.compile(r"\W*noi nhan\s*(?::|$|/)")
_SIGNATURE = re.compile(r"\W*(?:(?:tm|kt|tl|tuq|q)\s?\.\s?[A-ZÀ-ỸĐ]|(?:TM|KT|TL|TUQ)\s)", re.IGNORECASE)
_SIGNING_TITLE = re.compile(
    r"(?:pho |q\. ?|quyen )?(?:tong )?(?:chi )?(?:chu tich|giam doc|bo truong|thu truong|cuc truong|vu truong|chanh van phong|chanh thanh tra|thu tuong|hieu truong|truong (?:ban|phong|doan)|chu nhiem|vien truong|thong doc|bi thu|chanh an)\b"
)
_ANNEX = re.compile(
    r"(?P<label>(?:phu luc|mau|bieu mau|mau bieu|bieu|phu bieu)(?:\s+(?:so\b)?\s*:?\s*(?:\d{1,3}(?:[./-]?[a-z])?|[ivxlc]{1,6}|[a-h])\b)?)(?:\[\d+\])?\s*(?P<mark>[.:-]?)(?P<rest>.*)"
)
_WITH = re.compile(r"\W*(?:\(|\b)?(?:ban hanh )?(?:dinh )?kem theo\b")


@dataclass(frozen=True, slots=True)
class Annex:
    """One attachment: its blocks from `start`, of which those before `content` name it."""

    start: int
    content: int
    stop: int
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Parts:
    """Indexes into the blocks of the main story: front [0, body), body [body, back), back [back, …)."""

    body: int
    back: int
    annexes: tuple[Annex, ...]
    stop: int


def lines_of(block: Block) -> list[str]:
    """The lines a reader sees in a block: of a table, cell by cell; flattened line breaks (" / ") are breaks again."""
    texts = (
        [block.text]
        if isinstance(block, Paragraph)
        else [cell.text for row in block.rows for cell in row.cells]
    )
    return [line for text in texts for line in re.split(r"\n| / ", text)]


def bare(text: str) -> str:
    """The words as compared: small, without marks, emphasis or closing colon."""
    return fold_keep(" ".join(text.replace("*", " ").replace("_", " ").split())).strip(" :.")


def split(blocks: Sequence[Block]) -> Parts:
    """Find the parts; a part that is not there is empty."""
    body = _front_end(blocks)
    back = _back_start(blocks, body)
    starts = _annex_starts(blocks, back, body)
    stop = starts[0] if starts else len(blocks)
    back = min(back, stop)
    annexes = tuple(_annex(blocks, start, end) for start, end in pairwise([*starts, len(blocks)]))
    return Parts(body, back, annexes, stop)


def kind_line(block: Block) -> bool:
    """Whether the block is the name of a document's kind alone on its line, in capitals."""
    if not isinstance(block, Paragraph):
        return False
    first = block.text.strip().split("\n")[0]
    return in_capitals(first) and bare(first) in _KINDS


def is_opener(text: str) -> bool:
    """Whether a line begins the preamble ("Căn cứ …", "Thực hiện …")."""
    return text.lstrip(" *_")[:1].isupper() and bool(_OPENERS.match(bare(text)))


def subject_end(blocks: Sequence[Block], start: int) -> int:
    """Index after the lines of the subject that begins at `start`."""
    first: str | None = None
    end = start
    for index in range(start, min(start + 25, len(blocks))):
        block = blocks[index]
        if not isinstance(block, Paragraph):
            break
        text = block.text.strip(" *_\t\n")
        if not any(map(str.isalnum, text)):
            continue
        if first is not None and not _continues(blocks, index, first, text):
            break
        if first is None and (
            (labels(text) and not text.startswith("V/v")) or bare(text).startswith("kinh gui")
        ):
            break
        first, end = first or text, index + 1
        if not in_capitals(text) and len(text) > 60 and text.endswith((".", ":", ";")):
            break
    return end


def _continues(blocks: Sequence[Block], index: int, first: str, text: str) -> bool:
    """Whether `text` is a further line of a subject whose first line is `first`."""
    if text.startswith("("):
        return len(text) < 300
    if labels(text) or (is_opener(text) and not in_capitals(text)) or len(text) > 250:
        return False
    before = bare(
        next(b.text for b in reversed(blocks[:index]) if isinstance(b, Paragraph) and b.text.strip())
    )
    if in_capitals(first):
        authority = _AUTHORITY.match(bare(text)) and not _UNFINISHED.search(before)
        return (
            in_capitals(text)
            and not (authority and _preamble_near(blocks, index + 1))
            and not text.endswith(":")
        )
    if text[0].islower():
        return True
    block = blocks[index]
    centred = isinstance(block, Paragraph) and (block.align == "center" or block.bold)
    return centred and not text.endswith((".", ";", ":")) and not in_capitals(text)


def _preamble_near(blocks: Sequence[Block], start: int) -> bool:
    near = [
        block.text
        for block in blocks[start : start + 4]
        if isinstance(block, Paragraph) and block.text.strip()
    ]
    return any(is_opener(text) for text in near[:2])


def _front_end(blocks: Sequence[Block]) -> int:
    for index, block in enumerate(blocks[:_FRONT_LIMIT]):
        if kind_line(block):
            return _addressees_end(blocks, subject_end(blocks, index + 1))
        if any(bare(line).startswith("kinh gui") for line in lines_of(block)[:40]):
            return _addressees_end(blocks, index)
        if isinstance(block, Paragraph) and _starts_body(block):
            break
    return _header_end(blocks)


def _starts_body(paragraph: Paragraph) -> bool:
    found = labels(paragraph.text) or labels(paragraph.label)
    return any(
        label.level in (Level.ROMAN, Level.ARTICLE, Level.CHAPTER) and not label.guessed for label in found
    )


def _header_end(blocks: Sequence[Block]) -> int:
    """Without kind or addressees: the leading blocks that look like a header."""
    end = 0
    for index, block in enumerate(blocks[:_FRONT_LIMIT]):
        text = " ".join(lines_of(block))
        if not text.strip(" -_|"):
            continue
        if not _HEADER.search(fold_keep(text)) and not (isinstance(block, Paragraph) and in_capitals(text)):
            break
        end = index + 1
    return end


_HEADER = re.compile(r"cong hoa xa hoi|doc lap\s*-|^\W*so\s*:|ngay[ .…]*\d*[ .…]*thang|^\W*v/v|dang cong san")


def _addressees_end(blocks: Sequence[Block], start: int) -> int:
    """Index after "Kính gửi: …" and the list of names under it."""
    index = start
    while index < len(blocks) and not any(map(str.isalnum, " ".join(lines_of(blocks[index])))):
        index += 1
    if index == len(blocks) or not any(bare(line).startswith("kinh gui") for line in lines_of(blocks[index])):
        return start
    index += 1
    while index < len(blocks):
        block = blocks[index]
        text = block.text.strip() if isinstance(block, Paragraph) else ""
        if isinstance(block, Table) or (text and not text.startswith(("-", "–", "+", "•"))):
            break
        index += 1
        if text.endswith("."):
            break
    return index


def _back_start(blocks: Sequence[Block], body: int) -> int:
    """The recipients or, where there are none, the signature; the first after the body's beginning."""
    for index in range(body, len(blocks)):
        lines = lines_of(blocks[index])
        if any(_RECIPIENTS.match(fold_keep(line)) for line in lines):
            return _signature_above(blocks, index, body)
        if any(_signs(line) for line in lines[:12]):
            return index
    return len(blocks)


def _signs(line: str) -> bool:
    head = line.strip(" *_")
    return bool(_SIGNATURE.match(head)) and in_capitals(" ".join(head.split()[:3])) and len(head) < 200


def _signature_above(blocks: Sequence[Block], index: int, body: int) -> int:
    """Some print the signature before the recipients."""
    for above in range(index - 1, max(body, index - 9), -1):
        block = blocks[above]
        if isinstance(block, Table) or len(block.text) > 120:
            break
        if _signs(block.text):
            return above
    return index


def _annex_starts(blocks: Sequence[Block], back: int, body: int) -> list[int]:
    starts: list[int] = []
    floor = body
    for index in range(body, len(blocks)):
        block = blocks[index]
        if not isinstance(block, Paragraph) or index < floor:
            continue
        if (_names_annex(block) and (index > back or _annex_is_titled(blocks, index))) or (
            index > back and _names_issued(block) and not _within_front(blocks, starts, index)
        ):
            start = index
        elif _WITH.match(fold_keep(block.text)) and block.text.lstrip().startswith("(") and index > back:
            start = _title_above(blocks, index, max(floor, back + 1))
        else:
            continue
        if start < floor:
            continue
        starts.append(start)
        floor = _front_of_annex(blocks, start, len(blocks))
    return starts


def _names_annex(paragraph: Paragraph) -> bool:
    text = " ".join(paragraph.text.replace("*", " ").split())
    found = _ANNEX.fullmatch(fold_keep(text)) if len(text) < 300 else None
    if not found or not text[0].isupper():
        return False
    rest = text[found.start("rest") :].strip(" -:.")
    return (
        not rest
        or in_capitals(rest)
        or (bool(found["mark"]) and rest[0].isupper() and not text.endswith((".", ";")))
    )


def _annex_is_titled(blocks: Sequence[Block], index: int) -> bool:
    """An annex before the signature is believed only with its line "(Kèm theo …)" near."""
    near = blocks[index : index + 6]
    return any(isinstance(block, Paragraph) and _WITH.match(fold_keep(block.text)) for block in near)


def _names_issued(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip(" *_\n").split("\n")[0]
    return in_capitals(text) and (bare(text) in _KINDS or bare(text) in _ISSUED)


def _within_front(blocks: Sequence[Block], starts: list[int], index: int) -> bool:
    """A kind's name right after "PHỤ LỤC" belongs to that annex."""
    return bool(starts) and not any(_matters(block) for block in blocks[starts[-1] + 1 : index])


def _matters(block: Block) -> bool:
    return isinstance(block, Table) or (not in_capitals(block.text) and bool(block.text.strip()))


def _title_above(blocks: Sequence[Block], index: int, floor: int) -> int:
    """The first of the title lines right above "(Kèm theo …)"."""
    start = index
    for above in range(index - 1, floor - 1, -1):
        block = blocks[above]
        if not isinstance(block, Paragraph):
            break
        text = block.text.strip()
        titled = in_capitals(text) or block.align == "center" or block.bold or _names_annex(block)
        if text and not titled:
            break
        start = above if text else start
    return start


def _front_of_annex(blocks: Sequence[Block], start: int, stop: int) -> int:
    """Index of the first block of an annex's content."""
    end = start + 1
    for index in range(start + 1, min(stop, start + 15)):
        block = blocks[index]
        if not isinstance(block, Paragraph):
            break
        text = block.text.strip(" *_")
        if not text:
            continue
        told = text.startswith("(") or _WITH.match(fold_keep(text))
        titled = in_capitals(text) or block.align == "center" or block.bold
        if (
            ((labels(text) or labels(block.label)) and not told)
            or not (titled or told)
            or (_names_annex(block) and index > start)
        ):
            break
        end = index + 1
        if told:
            break
    return end


def _annex(blocks: Sequence[Block], start: int, stop: int) -> Annex:
    content = min(_front_of_annex(blocks, start, stop), stop)
    named = [block.text.strip(" *_\n") for block in blocks[start:content] if isinstance(block, Paragraph)]
    named = [text for text in named if text and not text.startswith("(") and not _WITH.match(fold_keep(text))]
    first = named[0] if named else ""
    found = _ANNEX.fullmatch(fold_keep(" ".join(first.split())))
    if found and _names_annex(Paragraph(first)):
        label = " ".join(first.split())[: found.end("label")]
        rest = " ".join(first.split())[found.start("rest") :].strip(" -:.")
        title = " ".join([rest, *named[1:]]).strip()
        return Annex(start, content, stop, _shown(label), " ".join(title.split()))
    if bare(first.split("\n")[0]) in (*_KINDS, *_ISSUED):
        rest = " ".join(first.split("\n")[1:])
        return Annex(
            start,
            content,
            stop,
            first.split("\n")[0].strip().capitalize(),
            " ".join(" ".join([rest, *named[1:]]).split()),
        )
    return Annex(start, content, stop, "Phụ lục", " ".join(" ".join(named).split()))


def _shown(label: str) -> str:
    """ "PHỤ LỤC I" as a reader says it: "Phụ lục I"; "Phụ lục số 01" as "Phụ lục 01"."""
    words = [word for word in label.replace(":", " ").split() if fold_keep(word) != "so"]
    numbered = len(words) > 1 and (words[-1].isupper() or any(map(str.isdigit, words[-1])))
    name, number = (words[:-1], words[-1]) if numbered else (words, "")
    name = words if fold_keep(words[-1]) in ("luc", "mau", "bieu") else name
    number = "" if name == words else number
    return " ".join([" ".join(name).capitalize(), number]).strip()
