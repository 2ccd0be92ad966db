"""The redline of one version against the next: the old file, with what changed in it as tracked changes."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from thammuu_core.redlines.comparing import compare
from thammuu_core.redlines.model import Edit
from thammuu_core.redlines.writing.elements import run
from thammuu_core.redlines.writing.looks import first_look
from thammuu_core.redlines.writing.model import Proposal, Written
from thammuu_core.redlines.writing.reading import laid_out
from thammuu_core.redlines.writing.writing import accepted, written
from thammuu_core.wordml import read_docx
from thammuu_core.wordml.archive import Archive
from thammuu_core.wordml.names import PPR, VAL, P, w


def redline(old: bytes, new: bytes, author: str, date: str = "") -> Written:
    """The old version with the changes that lead to the new one, by one author; new paragraphs are set as in the new one.

    Both are read as accepted. What says the same in another spelling is no change (`compare`). Raises `NotADocx`.
    """
    comparison = compare(read_docx(old).body, read_docx(new).body)
    proposals = [Proposal(edit, author, date) for edit in comparison.edits]
    return written(old, proposals, (), _models(accepted(old), accepted(new), comparison.edits))


def _models(old: Archive, new: Archive, edits: Sequence[Edit]) -> Mapping[str, etree._Element]:
    """The new version's paragraphs by their words, of those that come; without what the old file does not know."""
    wanted = {line for edit in edits if "\n" in edit.new for line in edit.new.split("\n")} - {""}
    if not wanted:
        return {}
    known = frozenset(_styles(old))
    same_lists = _bytes(old, "numbering") == _bytes(new, "numbering")
    layout = laid_out(new)
    found: dict[str, etree._Element] = {}
    for line in layout.lines:
        words = layout.text[line.start : line.end]
        if words in wanted and words not in found:
            model = _model(line.paragraph)
            if _is_known(model, known, same_lists=same_lists):
                found[words] = model
    return found


def _model(paragraph: etree._Element) -> etree._Element:
    """How a paragraph and its first words are set."""
    model = etree.Element(P)
    settings = paragraph.find(PPR)
    if settings is not None:
        model.append(copy.deepcopy(settings))
    model.append(run(".", first_look(paragraph)))
    return model


def _is_known(model: etree._Element, styles: frozenset[str], *, same_lists: bool) -> bool:
    """Whether the old file has its styles and lists."""
    named = (each.get(VAL) for each in model.iter(w("pStyle"), w("rStyle")))
    return all(style in styles for style in named) and (
        same_lists or next(model.iter(w("numPr")), None) is None
    )


def _styles(archive: Archive) -> Iterator[str]:
    root = archive.root(archive.styles)
    for style in () if root is None else root.iterchildren(w("style")):
        yield style.get(w("styleId"), "")


def _bytes(archive: Archive, kind: str) -> bytes:
    name = archive.linked(kind)
    root = None if name is None else archive.root(name)
    return b"" if root is None else etree.tostring(root)
