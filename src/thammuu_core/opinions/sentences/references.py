"""Places of a draft as letters name them: "điểm a, b khoản 2 Điều 5", "Điều 5, khoản 2", "mục III.2.b", "khoản này"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

from thammuu_core.opinions.sentences.model import Path, Reading, Reference, Span, Step
from thammuu_core.opinions.sentences.nouns import BEGUN, MARKED, ORDINALS, RANKS

_START, _END = r"(?<![^\W_])", r"(?![^\W_])"
_NOUN = "|".join(
    sorted((noun.replace(" ", r"\s{1,2}") for noun in RANKS if RANKS[noun] >= 0), key=len, reverse=True)
)
_SEGMENT = r"(?:[ivxlc]{1,7}|\d{1,3}[a-z]?\d?|[a-z]\d{0,2})"
_LABEL = rf"{_SEGMENT}(?:\.{_SEGMENT}){{0,5}}(?![^\W_]|\.\d|/\d)\)?"
_ORDINAL = rf"(?:dau\s{{1,2}}tien|cuoi\s{{1,2}}cung|dau|cuoi|(?:thu\s{{1,2}})?(?:nhat|nhi|mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi(?:\s{{1,2}}(?:mot|hai|ba|bon|tu|lam|sau|bay|tam|chin))?|\d{{1,2}})){_END}"
_UNIT = (
    r"(?!\)?\s{1,2}(?:ngay|thang|nam|gio|phut|trieu|ty|nghin|dong|nguoi|bo|ban|lan|don vi|co quan|muc|hinh thuc|truong hop|cap|buoc|loai"
    r"|tieu chi|nhom|cap)(?![^\W_]))(?!\s?%)"
)
_JOINT = r"\s{0,2}(?:[,;-]|va|den|hoac|cung)\s{0,2}"
_ATOM = re.compile(
    rf"{_START}(?:cac\s{{1,2}})?(?P<noun>{_NOUN})\s{{0,2}}(?:so\s{{1,2}}|:\s{{0,2}})?"
    rf"(?P<labels>{_LABEL}(?:{_JOINT}{_LABEL}{_UNIT}){{0,20}}|{_ORDINAL})"
)
_EACH = re.compile(rf"{_START}{_LABEL}")
_BETWEEN = re.compile(
    r"\s{0,3}(?:[,;(]\s{0,2})?(?:(?P<and>va|cung(?:\s{1,2}voi)?|voi|hoac|lan|&|\+)\s{1,2}|(?P<to>den|-|toi)\s{0,2}(?:het\s{1,2})?)?"
    r"(?:(?P<of>cua|tai|o|trong|thuoc|co|nam\s{1,2}trong|nam\s{1,2}o)\s{1,2})?(?:cac\s{1,2})?"
)
_RELATIVE = re.compile(
    rf"{_START}(?:(?P<noun>diem|khoan|dieu|muc|chuong|phan|phu\s{{1,2}}luc|tiet|doan|gach\s{{1,2}}dau\s{{1,2}}dong|noi\s{{1,2}}dung|quy\s{{1,2}}dinh|cum\s{{1,2}}tu"
    rf"|nhiem\s{{1,2}}vu|chi\s{{1,2}}tieu|cau|y|van\s{{1,2}}de)\s{{1,2}}(?:nay|tren|neu\s{{1,2}}tren|noi\s{{1,2}}tren|do){_END}|tai\s{{1,2}}day{_END})"
)
_BEFORE_BEGUN = re.compile(
    rf"{_START}(?P<noun>doan|cau|y|dong|noi\s{{1,2}}dung|gach\s{{1,2}}dau\s{{1,2}}dong|phan|muc|khoan|diem|kho)(?:\s{{1,2}}van)?(?:\s{{1,2}}(?:ma|co|duoc))?"
    r"(?:\s{1,2}(?:phan))?[,:]?\s{0,2}\(?$"
)
_LETTERS = frozenset("abcdđeghijklmnopqrstuvwxyz")
_INNER = frozenset({"cau", "doan", "y", "gach dau dong", "dau gach", "gach ngang"})
"""Of these one speaks of the last."""
_MOST = 80
"""Places that one mention may name."""


@dataclass(slots=True)
class _Atom:
    noun: str
    labels: list[str]
    start: int
    end: int


@dataclass(slots=True)
class _Chain:
    """Steps of one path being read, each with all its labels; the outermost first."""

    steps: list[_Atom] = field(default_factory=list)

    @property
    def top(self) -> int:
        return RANKS[self.steps[0].noun]

    @property
    def bottom(self) -> int:
        return RANKS[self.steps[-1].noun]

    def paths(self) -> Iterator[Path]:
        for labels in product(*(step.labels for step in self.steps)):
            yield tuple(Step(step.noun, label) for step, label in zip(self.steps, labels, strict=True))


def references(read: Reading) -> tuple[Reference, ...]:
    """Every mention of places by their labels, and by "này", in order; what is masked is not looked at."""
    found = [_reference(group, read) for group in _groups(read, _all(read))]
    spans = [(one.start, one.end) for one in found]
    relative = (
        Reference(match.start(), match.end(), (), relative=True)
        for match in _RELATIVE.finditer(read.masked)
        if not any(start < match.end() and match.start() < end for start, end in spans)
    )
    return tuple(sorted([*found, *relative], key=lambda one: one.start))


def _all(read: Reading) -> list[_Atom]:
    return sorted([*_atoms(read), *_begun(read)], key=lambda atom: atom.start)


def _begun(read: Reading) -> Iterator[_Atom]:
    """Places named by their first words, from the noun before them."""
    for one in read.beginnings:
        noun = _BEFORE_BEGUN.search(read.masked, max(0, one.start - 40), one.start)
        kind = "cau" if noun and noun["noun"] == "cau" else "doan"
        words = read.text[slice(*one.inner)].strip(" .…")
        if words:
            yield _Atom(BEGUN[kind], [words], noun.start() if noun else one.start, one.end)


def _atoms(read: Reading) -> Iterator[_Atom]:
    position = 0
    while found := _ATOM.search(read.masked, position):
        noun = " ".join(found["noun"].split())
        position = found.end()
        if not _written(read, found.span("noun"), noun):
            position = found.end("noun")
            continue
        labels, end = _labels(read, noun, found.span("labels"))
        if labels:
            yield _Atom(noun, labels, found.start(), end)
            position = end
        else:
            position = found.end("noun")


def _written(read: Reading, span: Span, noun: str) -> bool:
    """Whether the word is the noun, and not another that only differs in its marks."""
    word = " ".join(read.small[slice(*span)].split())
    return word.isascii() or word == MARKED.get(noun, noun)


def _labels(read: Reading, noun: str, span: Span) -> tuple[list[str], int]:
    start, end = span
    said = " ".join(read.masked[start:end].split())
    ordinal = ORDINALS.get(said.removeprefix("thu ").strip())
    counted = said.startswith("thu ") or noun in (
        "cau",
        "doan",
        "y",
        "gach dau dong",
        "phan",
        "chuong",
        "can cu",
    )
    if ordinal and (said.startswith("thu ") or (counted and (ordinal != "-1" or noun in _INNER))):
        return ([ordinal] if read.small[start:end] not in ("từ", "sáu ", "năm ") else []), end
    if said.startswith("thu "):
        return [said.removeprefix("thu ")], end
    labels: list[str] = []
    last = start
    for found in _EACH.finditer(read.masked, start, end):
        label = read.text[found.start() : found.end()].rstrip(")")
        if not _is_label(noun, label, first=not labels):
            break
        joint = read.masked[last : found.start()].split()
        if labels and ("-" in joint or "den" in joint):
            labels += _between(labels[-1], label)
        labels.append(label)
        last = found.end()
    return labels, last


def _is_label(noun: str, label: str, *, first: bool) -> bool:
    """đ is a label and "ở" is none; "07" goes on with no list of clauses."""
    parts = label.split(".")
    if any(part.isalpha() and len(part) == 1 and part.lower() not in _LETTERS for part in parts):
        return False
    if any(len(part) > 1 and part.isalpha() and not part.isascii() for part in parts):
        return False
    if noun in ("dieu", "khoan") and parts[0].isalpha():
        return False
    if noun in ("nhiem vu", "cau", "y", "dong", "hang", "thu tu", "tt") and not parts[0][0].isdigit():
        return (
            noun == "nhiem vu"
            and parts[0].isupper()
            and first
            and len(parts[0]) < 4
            and parts[0] in ("I", "II", "III", "IV", "V")
        )
    return first or not (label[0] == "0" and label != "0")


def _between(first: str, last: str) -> list[str]:
    if first.isdigit() and last.isdigit():
        return [str(number) for number in range(int(first) + 1, min(int(last), int(first) + _MOST))]
    if len(first) == len(last) == 1 and first in _ALPHABET and last in _ALPHABET:
        return list(_ALPHABET[_ALPHABET.index(first) + 1 : _ALPHABET.index(last)])
    return []


_ALPHABET = "abcdđeghiklmnopqrstuvxy"


def _groups(read: Reading, atoms: Sequence[_Atom]) -> Iterator[list[tuple[str, _Atom]]]:
    """Atoms with nothing but joints between them, each with the joint before it: "", ",", "and", "to"."""
    group: list[tuple[str, _Atom]] = []
    for atom in atoms:
        joint = _joint(read, group[-1][1].end, atom.start) if group else None
        if joint is None:
            if group:
                yield group
            group = [("", atom)]
        else:
            group.append((joint, atom))
    if group:
        yield group


def _joint(read: Reading, start: int, end: int) -> str | None:
    if not (end - start <= 24 and (found := _BETWEEN.fullmatch(read.masked, start, end))):
        return None
    if found["to"]:
        return "to"
    if found["and"]:
        return "and"
    return "of" if found["of"] else "," if set(",;") & set(read.masked[start:end]) else " "


def _reference(group: list[tuple[str, _Atom]], read: Reading) -> Reference:
    done: list[_Chain] = []
    for position, (joint, atom) in enumerate(group):
        after = group[position + 1] if position + 1 < len(group) else None
        _place(done, joint, atom, after)
    paths = tuple(path for chain in done for path in chain.paths())[:_MOST]
    return Reference(group[0][1].start, group[-1][1].end, paths)


def _place(chains: list[_Chain], joint: str, atom: _Atom, after: tuple[str, _Atom] | None) -> None:
    rank = RANKS[atom.noun]
    if not chains:
        chains.append(_Chain([atom]))
        return
    last = chains[-1]
    if rank > last.top and joint != "and":
        for chain in chains:
            if chain.top < rank:
                chain.steps.insert(0, atom)
    elif rank < last.bottom and joint in (" ", "of", ",") and not (after and _goes_up(joint, rank, after)):
        last.steps.append(atom)
    elif joint == "to" and atom.noun == last.steps[-1].noun and len(last.steps) == 1:
        step = last.steps[0]
        step.labels = [*step.labels, *_between(step.labels[-1], atom.labels[0]), *atom.labels]
    else:
        chains.append(_Chain([atom]))


def _goes_up(joint: str, rank: int, after: tuple[str, _Atom]) -> bool:
    """ "Điều 5, khoản 2 Điều 6": the clause is of the article after it."""
    return joint == "," and after[0] in (" ", "of") and RANKS[after[1].noun] > rank
