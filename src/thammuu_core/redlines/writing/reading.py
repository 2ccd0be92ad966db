"""The document as the reader of tracked changes sees it, letter by letter, over the tree that is being changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from thammuu_core.papers import BODY
from thammuu_core.redlines.writing.elements import is_odd
from thammuu_core.redlines.writing.layout import Layout
from thammuu_core.redlines.writing.model import Note
from thammuu_core.wordml import NotADocx, read_docx
from thammuu_core.wordml.archive import Archive
from thammuu_core.wordml.names import w
from thammuu_core.wordml.numbering import Numbering
from thammuu_core.wordml.revisions.pieces import Strand
from thammuu_core.wordml.revisions.views import View
from thammuu_core.wordml.revisions.walking import Shared, Walk
from thammuu_core.wordml.styles import Styles


def laid_out(archive: Archive) -> Layout:
    """The main story over its XML; raises `NotADocx` for a file without one."""
    root = archive.root(archive.main)
    body = None if root is None else root.find(w("body"))
    if root is None or body is None:
        raise NotADocx(
            "Tệp không có nội dung văn bản Word đọc được. Hãy mở bằng Word và lưu lại thành .docx."
        )
    styles = Styles(_linked(archive, "styles"), _linked(archive, "theme"))
    strand = Walk(Strand(BODY, archive.main, root, body), Shared(styles, looks=True)).through()
    view = View(strand, Numbering(_linked(archive, "numbering")), original=False)
    return Layout(list(_pieces(strand, view)), body)


def _linked(archive: Archive, kind: str) -> etree._Element | None:
    name = archive.linked(kind)
    return None if name is None else archive.root(name)


def _pieces(strand: Strand, view: View) -> Iterator[tuple[str, etree._Element]]:
    """What each element shows of the text; a plain paragraph is one stretch over all its pieces."""
    for at, text, count in view.shown:
        if count == 1:
            yield text, strand.pieces[at].element
        else:
            yield from ((piece.raw, piece.element) for piece in strand.pieces[at : at + count])


def has_odd_style(archive: Archive) -> bool:
    """Whether a style names a font that draws other letters than are written."""
    root = _linked(archive, "styles")
    return root is not None and any(is_odd(fonts) for fonts in root.iter(w("rFonts")))


def places(archive: Archive, layout: Layout, notes: Sequence[Note]) -> Mapping[str, tuple[int, str]]:
    """For each other story that a note speaks of: where in the main one it hangs, and its text."""
    wanted = {note.story for note in notes} - {BODY}
    if not wanted:
        return {}
    texts = {story.name: story.text for story in read_docx(archive.written()).stories}
    return {name: (_hangs(layout, name), texts.get(name, "")) for name in wanted}


def _hangs(layout: Layout, story: str) -> int:
    """The offset of the sign of a note; the beginning for what has none."""
    kind, _, identity = story.partition(":")
    sign = w(f"{kind}Reference")
    for line in layout.lines:
        for stretch in line.stretches:
            if any(each.get(w("id")) == identity for each in stretch.element.iterchildren(sign)):
                return stretch.start
    return 0
