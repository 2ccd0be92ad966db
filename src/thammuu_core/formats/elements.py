"""The formal elements of a document, found by what they say, however a file lays them out.

Header and signature come as invisible tables, as lines with tabs, line under line, or in text boxes. Looks never
decide alone: an element that has lost its bold is still that element.
Legal source: Nghị định 30/2020/NĐ-CP, Điều 8, khoản 2 and 3.
"""

from __future__ import annotations

from dataclasses import dataclass

from thammuu_core.formats import backs, fronts
from thammuu_core.formats.backs import Signature
from thammuu_core.formats.spots import Spot, spots
from thammuu_core.kinds import DocumentKind
from thammuu_core.outline.parts import Parts, split
from thammuu_core.papers import Paper

_BOX = "textbox"


@dataclass(frozen=True, slots=True)
class AnnexHead:
    """One attachment: the lines that name it and those after them."""

    label: str
    """As a reader says it: "Phụ lục I", "Kế hoạch"."""
    title: str
    head: tuple[Spot, ...]
    body: tuple[Spot, ...]
    start: int
    """Block at which it starts."""


@dataclass(frozen=True, slots=True)
class Elements:
    """Where each element stands; what is not there is None or empty. Spots are tight and filled but for `body`."""

    front: tuple[Spot, ...]
    """Every stretch of the front, those of text boxes after those of the body."""
    nation: Spot | None
    motto: Spot | None
    parent: tuple[Spot, ...]
    issuer: tuple[Spot, ...]
    number: Spot | None
    """The whole line "Số: …"."""
    date: Spot | None
    """The whole line "…, ngày … tháng … năm …"."""
    marks: tuple[Spot, ...]
    """Urgency, secrecy, circulation."""
    kind_line: Spot | None
    kind: DocumentKind | None
    """Of the kind line; of a letter, Công văn."""
    subject: tuple[Spot, ...]
    letter_subject: tuple[Spot, ...]
    """V/v …"""
    addressed: Spot | None
    """The words "Kính gửi" and what follows on their line."""
    addressees: tuple[Spot, ...]
    """Each stretch of names after "Kính gửi:"."""
    authority: Spot | None
    """Thẩm quyền ban hành above the grounds of a decision."""
    bases: tuple[Spot, ...]
    body: tuple[Spot, ...]
    """All paragraphs between front and back, blank ones and tables included."""
    end: Spot | None
    """The last paragraph of the body that has words; None where no signature follows it."""
    back: tuple[Spot, ...]
    signatures: tuple[Signature, ...]
    recipients_label: Spot | None
    recipients: tuple[Spot, ...]
    """Lines of the list, a continued line on its own."""
    annexes: tuple[AnnexHead, ...]
    parts: Parts

    @property
    def is_letter(self) -> bool:
        """Công văn: no line for its kind, its subject under the number."""
        return self.kind is not None and self.kind.code == "CV"


def find(paper: Paper) -> Elements:
    """The elements of the main document; what it issues or attaches is under `annexes`."""
    parts = split(paper.body.blocks)
    lines = spots(paper.body)
    boxes = [line for story in paper.stories if story.name.startswith(_BOX) for line in spots(story)]
    front = fronts.read([line for line in lines if line.block < parts.body], boxes, paper.body.blocks)
    body = tuple(line for line in lines if parts.body <= line.block < parts.back)
    authority, bases = fronts.preamble(body)
    back = backs.read([line for line in lines if parts.back <= line.block < parts.stop], boxes)
    filled = [line for line in body if line.filled]
    return Elements(
        front=front.lines,
        nation=front.nation,
        motto=front.motto,
        parent=front.parent,
        issuer=front.issuer,
        number=front.number,
        date=front.date,
        marks=front.marks,
        kind_line=front.kind_line,
        kind=front.kind,
        subject=front.subject,
        letter_subject=front.letter_subject,
        addressed=front.addressed,
        addressees=front.addressees,
        authority=authority,
        bases=bases,
        body=body,
        end=filled[-1] if filled and (back.signatures or back.label) else None,
        back=back.lines,
        signatures=back.signatures,
        recipients_label=back.label,
        recipients=back.recipients,
        annexes=_annexes(parts, lines),
        parts=parts,
    )


def _annexes(parts: Parts, lines: tuple[Spot, ...]) -> tuple[AnnexHead, ...]:
    return tuple(
        AnnexHead(
            annex.label,
            annex.title,
            tuple(line.tight for line in lines if annex.start <= line.block < annex.content and line.filled),
            tuple(line for line in lines if annex.content <= line.block < annex.stop),
            annex.start,
        )
        for annex in parts.annexes
    )
