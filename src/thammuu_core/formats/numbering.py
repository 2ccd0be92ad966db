"""Whether labels count without gap and without repeat.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.d. Points count in the letters of the Vietnamese
alphabet without ă, â, ê, ô, ơ, ư, as the lists of the decree do; which letters some authors count beside them is
another rule's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.nodes import Node, Tree
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot, spots
from thammuu_core.outline import said_label
from thammuu_core.provisions import Level
from thammuu_core.text import fold_keep, read_roman
from thammuu_core.text.first_letter import capital_first
from thammuu_core.text.numerals import roman

_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_OWN_COUNT = frozenset({Level.ARTICLE, Level.CHAPTER})
"""Articles and chapters count through the whole text, whatever they stand under."""
_PARTS = re.compile(r"(?P<before>(?:[^.]+\.)*)(?P<last>[^.]+)")
_NUMBER = re.compile(r"\d+")
_CHANGES = re.compile(r"\b(?:sua doi|bo sung|dieu chinh|bai bo|thay the|dinh chinh)\b")


@rule("BC-01")
def numbering_gap(checked: Checked) -> Iterator[Hit]:
    """A number said twice, or one left out, among labels of one level under one heading."""
    every = spots(checked.paper.body)
    for tree in checked.trees:
        if not (tree.name.startswith("Phụ lục") or amends(checked)):
            yield from _gaps(tree, every)


def amends(checked: Checked) -> bool:
    """Whether it changes another document, whose numbers it then repeats."""
    return bool(_CHANGES.search(fold_keep(" ".join(spot.text for spot in checked.elements.subject))))


def _gaps(tree: Tree, every: Sequence[Spot]) -> Iterator[Hit]:
    last: dict[tuple[str, ...], tuple[Node, int]] = {}
    for node in tree.nodes:
        value = _value(node)
        if not node.numbered or value is None or node.provision.shown.startswith("("):
            continue  # "(1) …, (2) …" is counted in running text as well
        key = _key(node)
        before = last.get(key)
        last[key] = (node, value)
        fault = _fault(before[0], before[1], node, value) if before else None
        if before and fault and not _stands_between(before[0], node, every):
            yield Hit(fault, node.spot.tight, node.where)


def _stands_between(before: Node, node: Node, every: Sequence[Spot]) -> bool:
    """Whether what is missing begins some paragraph between the two, in a table say, and was not taken for a label."""
    level, after = node.provision.level, (_value(before) or 0) + 1
    written = {Level.ROMAN: roman(after), Level.LETTER: _ALPHABET[after - 1 : after]}.get(level, str(after))
    word = said_label(node.provision).rpartition(" ")[0]
    missing = re.compile(rf"\W*{word}\s*{written}(?!\w)", re.IGNORECASE)
    between = every[before.spot.index + 1 : node.spot.index]
    return any(missing.match(spot.text) or missing.match(spot.paragraph.label) for spot in between)


def _fault(before: Node, last: int, node: Node, value: int) -> str | None:
    """What is wrong between two neighbours; a count that begins again at its first number is another list."""
    name, earlier = _name(node), _name(before)
    if value == last and node.provision.label == before.provision.label:
        return f"{capital_first(name)} được đánh hai lần; đánh lại số thứ tự."
    if value > last + 1 and not (_is_letter(node) and _usual(before, node)):
        return f"Sau {earlier} là {name}: thiếu số thứ tự ở giữa; đánh lại cho liên tục."
    if 1 < value < last:
        return f"{capital_first(name)} đứng sau {earlier}; đánh lại số thứ tự cho liên tục."
    return None


def _key(node: Node) -> tuple[str, ...]:
    level = node.provision.level
    above = "" if level in _OWN_COUNT or not node.above else node.above[-1].id
    found = _PARTS.fullmatch(node.provision.label)
    prefix = found["before"] if found and level is Level.DECIMAL else ""
    shape = re.sub(r"\w+", "", node.provision.shown.strip()[-1:])
    kind = re.sub(r"[\d\W]+", "", node.provision.label) if level is Level.ARABIC else ""
    return level.value, above, prefix, shape, kind


def _value(node: Node) -> int | None:
    """Its place in the sequence; what an amendment puts between two numbers ("2a") has none of its own."""
    level, label = node.provision.level, node.provision.label
    found = _PARTS.fullmatch(label)
    last = found["last"] if found else label
    if level in (Level.LETTER, Level.UPPER) and len(last) == 1:
        return _ALPHABET.find(last.lower()) + 1 or None
    if _NUMBER.fullmatch(last):
        return int(last)
    return read_roman(last) if last.isupper() and level is not Level.LETTER else None


def _is_letter(node: Node) -> bool:
    return node.provision.level in (Level.LETTER, Level.UPPER)


def _usual(before: Node, node: Node) -> bool:
    """Whether only letters stand between that many authors do not count."""
    one, other = before.provision.label[-1:].lower(), node.provision.label[-1:].lower()
    between = _ALPHABET[_ALPHABET.find(one) + 1 : _ALPHABET.find(other)]
    return all(letter in "đfjwz" for letter in between)


def _name(node: Node) -> str:
    said = said_label(node.provision)
    return (
        f"điểm {said}"
        if node.provision.level is Level.LETTER
        else said
        if said[:1].isalpha() and len(said) > 4
        else f"số {said}"
    )
