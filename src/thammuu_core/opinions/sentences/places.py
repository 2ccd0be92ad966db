"""The provisions of a version by the paths that letters give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from thammuu_core.anchors.version import Version
from thammuu_core.opinions.sentences.model import Path
from thammuu_core.opinions.sentences.nouns import ORDINALS
from thammuu_core.opinions.sentences.reading import small
from thammuu_core.provisions import Level, Provision
from thammuu_core.text import fold_keep, read_roman


@dataclass(frozen=True, slots=True)
class Found:
    """What a path leads to."""

    provision: str
    start: int
    end: int
    whole: bool = True
    """False where only the beginning of the path is in the version: `missing` is what is not."""
    missing: Path = ()
    cost: int = 0
    """How freely the path was read; the least is the best."""
    stretch: bool = False
    """Lines that are no provision of their own: meant as they stand."""


@dataclass(frozen=True, slots=True)
class Places:
    """The path index of one version; build it with `index`."""

    version: Version
    small: str
    """The text as words are sought in it; offsets are its own."""
    lines: dict[str, tuple[Provision, ...]]
    """Each provision with those above it, the outermost first."""
    labelled: dict[str, tuple[str, ...]]
    """Ids by their label, levelled."""
    part: dict[str, int]
    """Which attachment a provision stands in; 0 is the document itself."""
    annexes: tuple[tuple[str, int, int], ...]
    """Label, start and end of each attachment."""
    title: tuple[int, int] | None
    bases: tuple[tuple[int, int], ...]
    """The lines "Căn cứ …"."""
    recipients: tuple[int, int] | None

    headings: dict[str, tuple[tuple[str, str], ...]]
    """First two words of a heading, folded, to headings and ids, the longest first."""

    def heading_at(self, folded: str, start: int) -> str | None:
        """The provision whose heading stands at this offset of a folded text, to its last word."""
        first = " ".join(folded[start : start + 60].split()[:2])
        for heading, identity in self.headings.get(first, ()):
            end = start + len(heading)
            if folded.startswith(heading, start) and not folded[end : end + 1].isalnum():
                return identity
        return None


class _ByIdentity:
    """A version as a key: two versions are the same when they are one object."""

    def __init__(self, version: Version) -> None:
        self.version = version

    def __hash__(self) -> int:
        return id(self.version)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and other.version is self.version


def index(version: Version) -> Places:
    """The index of a version; made once for each."""
    return _made(_ByIdentity(version))


@lru_cache(maxsize=8)
def _made(key: _ByIdentity) -> Places:
    version = key.version
    outline = version.outline
    lines: dict[str, tuple[Provision, ...]] = {}
    part: dict[str, int] = {}
    tops = [(0, (*outline.front, *outline.body, *outline.back))]
    tops += [(number, (*each.front, *each.provisions)) for number, each in enumerate(outline.attachments, 1)]
    for number, nodes in tops:
        for node in nodes:
            for below, above in _walk(node, ()):
                if below.id in version.spans:
                    lines[below.id], part[below.id] = (*above, below), number
    labelled: dict[str, list[str]] = defaultdict(list)
    for identity, line in lines.items():
        for name in names(line[-1]):
            labelled[name].append(identity)
    return Places(
        version, small(version.text), lines, {name: tuple(ids) for name, ids in labelled.items()}, part,
        tuple(_annexes(version)), _title(version), tuple(_bases(version)), _recipients(version), _headings(lines),
    )  # fmt: skip


def _walk(node: Provision, above: tuple[Provision, ...]) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
    yield node, above
    for child in node.children:
        yield from _walk(child, (*above, node))


def _headings(lines: dict[str, tuple[Provision, ...]]) -> dict[str, tuple[tuple[str, str], ...]]:
    """A heading that two provisions bear names neither."""
    found: dict[str, list[str]] = defaultdict(list)
    for identity, line in lines.items():
        words = fold_keep(line[-1].heading or "").strip(" .:;,").split()
        if 2 <= len(words) <= 24:
            found[" ".join(words)].append(identity)
    table: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for heading in sorted(found, key=len, reverse=True):
        if len(found[heading]) == 1:
            table[" ".join(heading.split()[:2])].append((heading, found[heading][0]))
    return {first: tuple(each) for first, each in table.items()}


def found_at(places: Places, start: int, end: int) -> Found:
    """The stretch of the draft, with the provision in which it begins."""
    return Found(places.version.at(start) or "", start, end, stretch=True)


def names(node: Provision) -> Iterator[str]:
    """The spellings by which a provision is known: its label, and the last part of a dotted one."""
    if node.label and node.label != "-":
        yield from dict.fromkeys((name(node.label), *(name(last) for last in node.label.split(".")[-1:])))


@lru_cache(maxsize=4096)
def name(label: str) -> str:
    """One spelling of a label: "01" and "1", "thứ hai" and "2"; đ is not d."""
    lowered = label.strip(" .)(").lower()
    word = fold_keep(lowered).removeprefix("thu ").strip()
    if word in ORDINALS and len(word) > 1:
        return ORDINALS[word]
    return lowered.lstrip("0") or "0" if lowered.isdigit() else lowered


def _annexes(version: Version) -> Iterator[tuple[str, int, int]]:
    for each in version.outline.attachments:
        spans = [
            version.spans[node.id] for node in (*each.front, *each.provisions) if node.id in version.spans
        ]
        if spans:
            yield each.label, min(start for start, _ in spans), max(end for _, end in spans)


def _title(version: Version) -> tuple[int, int] | None:
    """The subject below the name of the kind; the lines of the front that stand in no table."""
    spans = [
        version.spans[node.id]
        for node in version.outline.front
        if node.level is Level.TEXT and node.text.strip()
    ]
    spans = [span for span in spans if span[1] > span[0]]
    if not spans:
        return None
    return (spans[1][0], spans[-1][1]) if len(spans) > 1 else spans[0]


def _bases(version: Version) -> Iterator[tuple[int, int]]:
    for node in version.outline.body:
        if (
            node.level is Level.TEXT
            and fold_keep(node.text.lstrip())[:6] == "can cu"
            and node.id in version.spans
        ):
            yield version.spans[node.id]


def _recipients(version: Version) -> tuple[int, int] | None:
    """ "Nơi nhận" and the dashes that follow it."""
    found: tuple[int, int] | None = None
    for node in (below for top in version.outline.back for below in top.walk()):
        folded = fold_keep(node.text).lstrip()
        if node.id in version.spans and (folded.startswith("noi nhan") or (found and folded.startswith("-"))):
            start, end = version.spans[node.id]
            found = (found[0] if found else start, end)
        elif found:
            break
    return found


def number_of(label: str) -> int | None:
    """The number that a label is, in either numerals or in words; None for a letter."""
    if label.isdigit():
        return int(label)
    word = ORDINALS.get(fold_keep(label.lower()).removeprefix("thu ").strip())
    return int(word) if word else read_roman(label.upper())
