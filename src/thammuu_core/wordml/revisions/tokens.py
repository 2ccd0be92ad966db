"""The tokens of a strand out of its two texts: what stands in both, what left, what came."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

from thammuu_core.wordml.revisions.hands import NOBODY
from thammuu_core.wordml.revisions.model import Hand, Token, TokenKind
from thammuu_core.wordml.revisions.pieces import History, Piece, Strand
from thammuu_core.wordml.revisions.views import Shown, View


class _Stretch(NamedTuple):
    """What the two texts have of one piece; None where a text does not have it."""

    at: int
    original: str | None
    accepted: str | None


def tokens(original: View, accepted: View) -> tuple[Token, ...]:
    """All tokens in order; those without `inserted` spell the original text, those without `deleted` the accepted."""
    strand = accepted.strand
    told: list[tuple[str, TokenKind, Hand | None, Hand | None, str | None, bool]] = []
    for stretch in _stretches(original, accepted):
        told += _told(strand, stretch)
    return tuple(_joined(told))


def _stretches(original: View, accepted: View) -> list[_Stretch]:
    if original is accepted:
        return [_Stretch(at, text, text) for at, text, _ in accepted.shown]
    if not _ascending(original.shown) or not _ascending(accepted.shown):
        return _aligned(original.shown, accepted.shown)
    before, after = _by_piece(original.shown), _by_piece(accepted.shown)
    neither = {
        at
        for at, piece in enumerate(accepted.strand.pieces)
        if piece.history.inserted is not None and piece.history.deleted is not None
    }
    return [_Stretch(at, before.get(at), after.get(at)) for at in sorted({*before, *after, *neither})]


def _by_piece(shown: list[Shown]) -> dict[int, str]:
    return {at: text for at, text, _ in shown}


def _ascending(shown: list[Shown]) -> bool:
    return all(one.at < next_one.at for one, next_one in pairwise(shown))


def _aligned(original: list[Shown], accepted: list[Shown]) -> list[_Stretch]:
    """Where merged cells have other places than in the file, and may have different ones in the two texts."""
    before, after = _by_piece(original), _by_piece(accepted)
    old, new = [shown.at for shown in original], [shown.at for shown in accepted]
    found = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [_Stretch(at, before[at], after[at]) for at in old[a:b]]
        else:
            found += [_Stretch(at, before[at], None) for at in old[a:b]]
            found += [_Stretch(at, None, after[at]) for at in new[c:d]]
    return found


_Told = tuple[str, TokenKind, Hand | None, Hand | None, str | None, bool]


def _told(strand: Strand, stretch: _Stretch) -> list[_Told]:
    """One token, or two where the texts differ in how they spell one piece."""
    piece = strand.pieces[stretch.at]
    history, kind = piece.history, piece.kind
    original, accepted = stretch.original, stretch.accepted
    if original == accepted and original is not None:
        return [(original, kind, None, None, None, history.computed)]
    if original is None and accepted is None:
        text = "\n" if kind is not TokenKind.TEXT else piece.raw
        return [(text, kind, history.inserted, history.deleted, history.moved, history.computed)]
    found: list[_Told] = []
    if original is not None:
        hand = history.deleted or blame(strand.pieces, stretch.at)
        found.append((original, kind, None, hand, history.moved, history.computed))
    if accepted is not None:
        hand = history.inserted or blame(strand.pieces, stretch.at)
        found.append((accepted, kind, hand, None, history.moved, history.computed))
    return found


def blame(pieces: list[Piece], at: int) -> Hand:
    """Whose change nearby made a piece differ that nobody marked."""
    reach = max(at, len(pieces) - at)
    for away in range(1, reach + 1):
        for near in (at - away, at + away):
            if 0 <= near < len(pieces):
                history: History = pieces[near].history
                hand = history.inserted or history.deleted
                if hand is not None:
                    return hand
    return NOBODY


def _joined(told: list[_Told]) -> list[Token]:
    """Neighbours with one history as one token."""
    made: list[Token] = []
    texts: list[str] = []
    before: tuple[object, ...] | None = None
    for text, kind, inserted, deleted, moved, computed in told:
        history = (kind, inserted, deleted, moved, computed)
        if history == before and kind is TokenKind.TEXT:
            texts.append(text)
            made[-1] = Token("".join(texts), *history)
            continue
        texts, before = [text], history
        made.append(Token(text, kind, inserted, deleted, moved, computed))
    return made
