"""Lines of the formal parts of a document, whatever blocks they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from thammuu_core.kinds import DocumentKind, kind_by_name, kind_names
from thammuu_core.outline.headings import in_capitals
from thammuu_core.papers import Block, Paragraph
from thammuu_core.text import fold_keep

_FLATTENED = re.compile(r"\n| (?:/ )+")
_OPENER = re.compile(
    r"(?:can cu|thuc hien|theo|xet|de |nham|trien khai|tiep tuc|tren co so|kinh gui|trong |ngay |thi hanh|phat huy|sau khi|quan triet)"
)
_KIND_FIRST = re.compile("|".join(re.escape(fold_keep(name)) for name in kind_names()))


def lines_of(block: Block) -> list[str]:
    """The lines a reader sees in a block: of a table, cell by cell; flattened line breaks (" / ") are breaks again."""
    texts = (
        [block.text]
        if isinstance(block, Paragraph)
        else [cell.text for row in block.rows for cell in row.cells]
    )
    return [line for text in texts for line in _FLATTENED.split(text)]


def bare(text: str) -> str:
    """The words as compared: small, without marks, emphasis or closing colon."""
    return fold_keep(" ".join(text.replace("*", " ").replace("_", " ").split())).strip(" :.")


def words_of(block: Block) -> str:
    """The text of a paragraph without emphasis marks and outer space; nothing for a table."""
    return block.text.strip(" *_\t\n") if isinstance(block, Paragraph) else ""


def is_opener(text: str) -> bool:
    """Whether a line begins the preamble ("Căn cứ …", "Thực hiện …")."""
    return text.lstrip(" *_")[:1].isupper() and bool(_OPENER.match(bare(text)))


def kind_title(texts: Sequence[str]) -> tuple[DocumentKind, int, str] | None:
    """The kind that the first of these paragraphs names in capitals, alone on its line.

    With it, the number of paragraphs its name takes (a narrow page may break it over two) and what follows it in
    the last of them after a line break.
    """
    if not texts or not texts[0].strip():
        return None
    for taken in (1, 2):
        first, _, rest = "\n".join(texts[:taken]).replace("\n", " ", taken - 1).strip(" *_\n").partition("\n")
        kind = kind_by_name(first.strip(" *_:")) if in_capitals(first) and len(first) < 60 else None
        if kind:
            return kind, taken, rest
    return None


def kind_and_subject(text: str) -> tuple[DocumentKind, str] | None:
    """A kind in capitals with the subject run into its line: "KẾ HOẠCH Tuyên truyền …"."""
    text = text.strip(" *_\n")
    found = _KIND_FIRST.match(fold_keep(text))
    if not found or not in_capitals(text[: found.end()]) or not text[found.end() : found.end() + 1].isspace():
        return None
    kind = kind_by_name(found[0])
    rest = text[found.end() :].strip(" *_:\n")
    return (kind, rest) if kind and rest else None
