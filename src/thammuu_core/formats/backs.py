"""The back of a document: who signs, and who gets it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from thammuu_core.formats.spots import Spot, columns
from thammuu_core.outline import in_capitals, signs
from thammuu_core.outline.signatures import NAME
from thammuu_core.plans.header.signer import RANK, REMARK
from thammuu_core.text import fold_keep

_LABEL = re.compile(r"\W*noi (?:nhan|gui)\b\s*:?")
_MISSPELT = re.compile(r"(?:T\.M|K\.T|T\.L|T\.?U\.?Q|UQ|Q(?=\.))\b\.? ?(?=[^\W\d_]{2})")
"""An authority that only its wrong spelling hides."""
_FILED = re.compile(r"\W*luu\b")


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature block: lines in capitals, then the name; `name` None while it is blank."""

    lines: tuple[Spot, ...]
    name: Spot | None


@dataclass(frozen=True, slots=True)
class Back:
    """As the fields of `Elements`."""

    lines: tuple[Spot, ...]
    signatures: tuple[Signature, ...]
    label: Spot | None
    recipients: tuple[Spot, ...]


def read(lines: Sequence[Spot], boxes: Sequence[Spot]) -> Back:
    """The elements of the back; text boxes are looked at where the back itself names nobody."""
    own = tuple(part for line in lines for part in columns(line) if part.filled)
    label, recipients = _recipients(own)
    signatures = tuple(_signatures(own))
    if not signatures:
        signatures = tuple(
            _signatures(tuple(part for line in boxes for part in columns(line) if part.filled))
        )
    return Back(own, signatures, label, recipients)


def _side(spot: Spot) -> tuple[str, int, int]:
    """The column of the page it stands in, whatever its row."""
    return spot.story, spot.cell[0] if spot.cell else -1, spot.column


def _signatures(own: Sequence[Spot]) -> Iterator[Signature]:
    for _, side in groupby(sorted(own, key=lambda spot: (_side(spot), spot.index)), key=_side):
        yield from _signed(tuple(side))


def _signed(side: Sequence[Spot]) -> Iterator[Signature]:
    """A further office printed under the name is the same signer's."""
    lines: list[Spot] = []
    named = False
    for spot in side:
        text = spot.text
        if lines and NAME.fullmatch(without_rank(text)):
            yield Signature(tuple(lines), spot)
            lines, named = [], True
        elif (lines and in_capitals(text)) or _begins(text):
            lines.append(spot)
    if lines and not named:
        yield Signature(tuple(lines), None)


def _begins(text: str) -> bool:
    misspelt = _MISSPELT.match(text) and in_capitals(text)
    return bool(signs(text) or misspelt) and not _listed(text)


def _listed(text: str) -> bool:
    return text.startswith(("-", "–", "+")) or bool(_LABEL.match(fold_keep(text)))


def without_rank(text: str) -> str:
    """A name without titles before it and remarks ("Đã ký") beside it."""
    for found in reversed(list(REMARK.finditer(fold_keep(text)))):
        text = text[: found.start()] + " " + text[found.end() :]
    text = " ".join(text.split())
    ranked = RANK.match(fold_keep(text))
    return text[ranked.end() :].strip() if ranked else text


def _recipients(own: Sequence[Spot]) -> tuple[Spot | None, tuple[Spot, ...]]:
    label = next((spot for spot in own if _LABEL.match(fold_keep(spot.text))), None)
    if label is None:
        return None, ()
    found = _LABEL.match(fold_keep(label.text))
    rest = label.cut(found.end() if found else 0, len(label.text)).tight
    items = [rest] if rest.filled else []
    for spot in own:
        if spot.index <= label.index or _side(spot) != _side(label):
            continue
        if signs(spot.text) and not _listed(spot.text):
            break
        if items and _FILED.match(fold_keep(items[-1].text)) and items[-1].text.endswith((".", ";")):
            break
        items.append(spot)
    return label.cut(0, found.end() if found else 0).tight, tuple(items)
