"""The parts of a Word file that hold comments: words, threads, lasting ids, people. What is there already stays.

Sources: ECMA-376 part 1, 17.13.4 (comments); [MS-DOCX] 2.5 (commentsExtended, people), 2.7 (commentsIds).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from lxml import etree

from thammuu_core.redlines.writing.elements import Numbers, Stamp, run, writable
from thammuu_core.redlines.writing.model import Note
from thammuu_core.wordml.archive import Archive
from thammuu_core.wordml.names import COMPATIBILITY, LINKS, PARA_ID, WORD, WORD_2010, P, R, w

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_MICROSOFT = "http://schemas.microsoft.com/office"
_THREADS = f"{_MICROSOFT}/word/2012/wordml"
_LASTING = f"{_MICROSOFT}/word/2016/wordml/cid"
_KINDS = {
    "comments": ("w", WORD, "comments", f"{LINKS}/comments"),
    "commentsExtended": (
        "w15",
        _THREADS,
        "commentsEx",
        f"{_MICROSOFT}/2011/relationships/commentsExtended",
    ),
    "commentsIds": ("w16cid", _LASTING, "commentsIds", f"{_MICROSOFT}/2016/09/relationships/commentsIds"),
    "people": ("w15", _THREADS, "people", f"{_MICROSOFT}/2011/relationships/people"),
}
"""By kind: prefix, namespace, name of the root, kind of link."""
_WORDS = re.compile(r"\w+")


class Comments:
    """The comments of one file, to be added to; `save` puts them into it."""

    def __init__(self, archive: Archive, numbers: Numbers) -> None:
        self._archive = archive
        self._numbers = numbers
        self._names = {kind: archive.linked(kind) for kind in _KINDS}
        self._roots = {kind: self._root(kind) for kind in _KINDS}
        self._marks = self._free()
        self._told = {person.get(f"{{{_THREADS}}}author") for person in self._roots["people"]}
        self._touched: set[str] = set()

    def add(self, note: Note) -> tuple[str, ...]:
        """Ids of a comment and of the answers in its thread, in order; each needs its marks in the text."""
        first, mark = self._add(note.author, note.date, note.text)
        self._thread(mark, None, resolved=note.resolved)
        ids = [first]
        for author, date, words in note.answers:
            identity, answer = self._add(author, date, words)
            self._thread(answer, mark, resolved=note.resolved)
            ids.append(identity)
        return tuple(ids)

    def know(self, authors: Iterable[str]) -> None:
        """Tell of the people who changed or said something."""
        for author in map(writable, authors):
            if author in self._told:
                continue
            self._told.add(author)
            person = self._inside("people", "person", author=author)
            etree.SubElement(
                person,
                f"{{{_THREADS}}}presenceInfo",
                {f"{{{_THREADS}}}providerId": "None", f"{{{_THREADS}}}userId": author},
            )

    def save(self) -> None:
        """Put into the file what was added; a file without comments gets no parts for them."""
        for kind in sorted(self._touched):
            name, root = self._names[kind], self._roots[kind]
            if name is not None:
                self._archive.replace(name, root)
            else:
                self._archive.add(kind, _KINDS[kind][3], _TYPE.format(kind), root)

    def _add(self, author: str, date: str, words: str) -> tuple[str, str]:
        """Id of the comment and mark of its last paragraph, by which threads know it."""
        self.know([author])
        comment = Stamp(author, date, self._numbers).new(w("comment"))
        comment.set(w("initials"), "".join(word[0] for word in _WORDS.findall(author)).upper()[:9])
        mark = ""
        for number, line in enumerate(words.split("\n")):
            mark = next(self._marks)
            paragraph = etree.SubElement(comment, P, {PARA_ID: mark})
            if not number:
                etree.SubElement(etree.SubElement(paragraph, R), w("annotationRef"))
            if line:
                paragraph.append(run(line, None))
        self._roots["comments"].append(comment)
        self._touched.add("comments")
        return comment.get(w("id"), ""), mark

    def _thread(self, mark: str, parent: str | None, *, resolved: bool) -> None:
        said = {"paraId": mark, "done": str(int(resolved))}
        if parent is not None:
            said["paraIdParent"] = parent
        self._inside("commentsExtended", "commentEx", **said)
        self._inside("commentsIds", "commentId", paraId=mark, durableId=mark)

    def _inside(self, kind: str, name: str, **said: str) -> etree._Element:
        space = _KINDS[kind][1]
        self._touched.add(kind)
        values = {f"{{{space}}}{key}": value for key, value in said.items()}
        return etree.SubElement(self._roots[kind], f"{{{space}}}{name}", values)

    def _root(self, kind: str) -> etree._Element:
        prefix, space, name, _ = _KINDS[kind]
        spaces = {prefix: space, "mc": COMPATIBILITY, "w14": WORD_2010}
        found = None if (part := self._names[kind]) is None else self._archive.root(part)
        if found is not None and WORD_2010 in found.nsmap.values():
            return found
        spaces |= {} if found is None else {key: value for key, value in found.nsmap.items() if key}
        root = etree.Element(f"{{{space}}}{name}", nsmap=spaces)
        ignorable = f"{{{COMPATIBILITY}}}Ignorable"
        if found is not None:
            root.attrib.update(found.attrib)
            root.extend(found)
        newer = {"w14", prefix} - {"w"} | set(root.get(ignorable, "").split())
        root.set(ignorable, " ".join(sorted(newer)))
        return root

    def _free(self) -> Iterator[str]:
        """Marks of paragraphs that no paragraph of the file has: eight hexadecimal digits below 80000000."""
        roots = [self._archive.root(name) for name in self._archive.words]
        taken = {
            paragraph.get(PARA_ID, "").upper()
            for root in (*roots, self._roots["comments"])
            if root is not None
            for paragraph in root.iter(P)
        }
        taken |= {known.get(f"{{{_LASTING}}}durableId", "").upper() for known in self._roots["commentsIds"]}
        return (mark for number in count(1) if (mark := f"{number:08X}") not in taken)
