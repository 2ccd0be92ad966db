"""A document for the template that draws it on screen: its lines as they will be printed."""

from __future__ import annotations

from dataclasses import dataclass

from thammuu_core.rendering import Block, Document, Level, Paragraph, Provision, Run, Table, normalised
from thammuu_core.rendering.counting import labelled
from thammuu_core.rendering.lines import addressee_lines, date_line, number_line, recipient_lines
from thammuu_core.rendering.measures import MOTTO, NATION


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its kind, which templates cannot ask of a value."""

    kind: str
    """paragraph, heading, table."""
    level: int = 0
    text: str = ""
    runs: tuple[Run, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in lines."""

    nation: str
    motto: str
    parent: str
    agency: str
    number: str
    date: str
    kind: str
    subject: str
    addressees: tuple[str, ...]
    parts: tuple[Part, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    name: str


def paper(document: Document) -> Paper:
    """The lines of the document, in order."""
    document = normalised(document)
    head = document.head
    return Paper(
        nation=NATION,
        motto=MOTTO,
        parent=head.parent.upper(),
        agency=head.agency.upper(),
        number=number_line(head),
        date=date_line(head),
        kind=document.kind.upper(),
        subject=document.subject,
        addressees=addressee_lines(document),
        parts=tuple(_part(label, block) for label, block in labelled(document.sections)),
        recipients=recipient_lines(document),
        signature=tuple(line.upper() for line in document.signature.lines),
        name=document.signature.name,
    )


def _part(label: str, block: Block) -> Part:
    match block:
        case Provision(level, runs, _, title) if title:
            words = "".join(run.text for run in runs)
            return Part("heading", level=1 if level is Level.ROMAN else 2, text=f"{label} {words}")
        case Provision(_, runs):
            return Part("paragraph", runs=(Run(f"{label} "), *runs))
        case Paragraph(runs):
            return Part("paragraph", runs=runs)
        case Table():
            return Part("table", table=block)
    raise TypeError(block)
