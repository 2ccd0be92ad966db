"""Parts of a package with their markup damaged: what no program writes and a reader must bear all the same."""

from __future__ import annotations

import random

from lxml import etree

ODD_VALUES = (
    "",
    "-1",
    "0",
    "9",
    "999999999999",
    "x",
    "%9%1",
    "\ufffd",
    "continue",
    "begin",
    "A",
    "nil",
    "F0FFFF",
)


def shaken(content: bytes, chance: random.Random) -> bytes:
    """A part after one change of its tree: an element dropped, doubled, moved, renamed, or a value made odd."""
    root = etree.fromstring(content)
    elements = [element for element in root.iter() if element is not root]
    if not elements:
        return content
    for _ in range(chance.randint(1, 4)):
        _shake(chance.choice(elements), chance.choice(elements), chance)
    return etree.tostring(root)


def _shake(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    parent = element.getparent()
    inside = set(element.iter())
    match chance.randrange(6):
        case 0 if parent is not None:
            parent.remove(element)
        case 1 if parent is not None and len(parent) < 50:
            parent.append(etree.fromstring(etree.tostring(element)))
        case 2 if other not in inside and parent is not None:
            other.append(element)
        case 3:
            element.tag = other.tag
        case 4 if element.attrib:
            element.set(chance.choice(list(element.attrib)), chance.choice(ODD_VALUES))
        case _:
            element.attrib.update(dict(other.attrib))
