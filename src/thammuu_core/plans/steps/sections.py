"""The paragraphs of a document that may hold duties, each with the headings it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thammuu_core.plans.owners.roles import begins_duty
from thammuu_core.provisions import Attachment, Level, Outline, Provision
from thammuu_core.text import fold_keep


@dataclass(frozen=True, slots=True)
class Item:
    """One provision with its ancestors, outermost first."""

    node: Provision
    above: tuple[Provision, ...]
    aim: bool = False
    """Stands in a part on aims, targets, scope or grounds: what it says is to be reached, not to be done."""
    closing: bool = False
    """The words that end a document: a duty only where they give it a time."""

    @property
    def words(self) -> str:
        """The text after a typed label."""
        return self.node.text[self.node.words :]


_AIMS = re.compile(
    r"danh\s+gia\s+(?:tinh|ket|thuc|chung|khai|tong)\w*|muc\s+dich|muc\s+tieu|chi\s+tieu|yeu\s+cau|quan\s+diem|doi\s+tuong|pham\s+vi|can\s+cu|su\s+can\s+thiet|thuc\s+trang|tinh\s+hinh|danh\s+gia\s+chung"
    r"|ket\s+qua\s+(?:dat|thuc\s+hien|thi)|ton\s+tai|han\s+che|nguyen\s+nhan|boi\s+canh|dac\s+diem|du\s+bao|nguyen\s+tac|phuong\s+cham|tieu\s+chi|khen\s+thuong"
    r"|tam\s+nhin|khai\s+quat|hieu\s+qua|tac\s+dong|giai\s+thich\s+tu|van\s+ban\s+phap\s+ly|co\s+so\s+phap\s+ly"
)
_DUTIES = re.compile(
    r"nhiem\s+vu|giai\s+phap|noi\s+dung|to\s+chuc\s+thuc\s+hien|phan\s+cong|trach\s+nhiem|tien\s+do|lo\s+trinh|cong\s+viec|hoat\s+dong|che\s+do\s+bao\s+cao|thuc\s+hien\s+muc\s+tieu|phuong\s+an|bien\s+phap"
)
_FORM = re.compile(r"\W*(?:de\s+cuong|mau\b|bieu\s+mau|phieu|bao\s+cao)")
_PREAMBLE = re.compile(
    r"\s*(?:can\s+cu|thuc\s+hien|theo\s+de\s+nghi|xet\s+de\s+nghi|tren\s+co\s+so|kinh\s+gui)\b"
)
_CLOSING = re.compile(
    r"\s*(?:tren\s+day\s+la\b|trong\s+qua\s+trinh\s+(?:to\s+chuc\s+)?(?:trien\s+khai\s*,?\s*)?(?:thuc\s+hien|to\s+chuc|trien\s+khai)[^.;]{0,160}(?:kho\s+khan|vuong\s+mac|phat\s+sinh)"
    r"|(?:neu\s+)?co\s+(?:kho\s+khan|vuong\s+mac))"
)
_IN_FORCE = re.compile(
    r"\s*(?:dieu\s+\d+[^:]{0,400}chiu\s+trach\s+nhiem\s+thi\s+hanh|quyet\s+dinh\s+nay\s+co\s+hieu\s+luc)"
)


def items(outline: Outline) -> Iterator[Item]:
    """Paragraphs of the body and the attachments in order, tables left out."""
    yield from _list(outline.body)
    for attachment in duty_attachments(outline):
        yield from _list(attachment.provisions)


def duty_attachments(outline: Outline) -> tuple[Attachment, ...]:
    """The attachments that may hold duties: not forms to fill in, nor outlines of reports to come."""
    return tuple(one for one in outline.attachments if not _FORM.match(fold_keep(one.title)))


def is_aim(heading: str) -> bool:
    """The heading announces aims, scope or grounds, and no duties: "Nâng cao hiệu quả …" is one, "Hiệu quả" is none."""
    folded = fold_keep(heading)
    if _AIMS.match(folded.lstrip()) is None and begins_duty(heading):
        return False
    return _AIMS.search(folded) is not None and _DUTIES.search(folded) is None


def _list(tops: tuple[Provision, ...]) -> Iterator[Item]:
    numbered = any(top.label for top in tops)
    begun = not numbered
    for top in tops:
        begun = begun or bool(top.label)
        if begun:
            yield from _walk(top, (), aim=False)


def _walk(node: Provision, above: tuple[Provision, ...], *, aim: bool) -> Iterator[Item]:
    if node.level in (Level.TABLE, Level.ROW):
        return
    folded = fold_keep(node.text[:400])
    if (not node.label and _PREAMBLE.match(folded) and not above) or _says(_IN_FORCE, folded, node):
        return
    if _says(_CLOSING, folded, node):
        yield Item(node, (), closing=True)
        return
    aim = _aims(node, aim=aim)
    yield Item(node, above, aim)
    for child in node.children:
        yield from _walk(child, (*above, node), aim=aim)


def closes(text: str) -> bool:
    """The words are a formula that ends a document: "Trên đây là …", "Trong quá trình thực hiện, nếu có vướng mắc …"."""
    return _CLOSING.match(fold_keep(text[:400])) is not None


def _says(words: re.Pattern[str], folded: str, node: Provision) -> bool:
    """The provision begins with these words, with or without its label."""
    return bool(words.match(folded, node.words) or words.match(folded))


def _aims(node: Provision, *, aim: bool) -> bool:
    """A heading decides for what stands below it; one on duties lifts an aim above it."""
    if not node.heading:
        return aim
    if is_aim(node.heading):
        return True
    return aim and _DUTIES.search(fold_keep(node.heading)) is None
