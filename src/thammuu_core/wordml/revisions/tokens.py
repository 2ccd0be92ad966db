"""The tokens of a strand out of its two texts: what stands in both, what left, what came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import TypeAlias

from thammuu_core.wordml.revisions.hands import NOBODY
from thammuu_core.wordml.revisions.model import Hand, Token, TokenKind
from thammuu_core.wordml.revisions.pieces import Piece, Shown
from thammuu_core.wordml.revisions.views import View

_Told: TypeAlias = tuple[str, TokenKind, Hand | None, Hand | None, str | None, bool]
"""The fields of a token."""
_Stretch: TypeAlias = tuple[int, str | None, str | None]
_TEXT, _MARK = TokenKind.TEXT, TokenKind.MARK
_UNCHANGED_MARK = Token("\n", _MARK)
_PLAIN_MARK: _Told = ("\n", _MARK, None, None, None, False)


def tokens(original: View, accepted: View) -> tuple[Token, ...]:
    """All tokens in order; those without `inserted` spell the original text, those without `deleted` the accepted."""
    made: list[Token] = []
    texts: list[str] = []
    before: _Told | None = None
    for told in _all_told(original, accepted):
        if told == _PLAIN_MARK:
            before = None
            made.append(_UNCHANGED_MARK)
            continue
        if before is not None and told[1] is _TEXT and told[1:] == before[1:]:
            texts.append(told[0])
            made[-1] = Token("".join(texts), *told[1:])
            continue
        texts, before = [told[0]], told
        made.append(Token(*told))
    return tuple(made)


def _all_told(original: View, accepted: View) -> Iterator[_Told]:
    strand = accepted.strand
    for at, old, new in _stretches(original, accepted):
        piece = strand.pieces[at]
        if old is not None and old == new:
            yield (old, piece.kind, None, None, None, piece.history.computed)
        else:
            yield from _told(strand.pieces, at, old, new)


def _stretches(original: View, accepted: View) -> Iterable[_Stretch]:
    """Each piece with what the two texts have of it; None where a text does not have it."""
    if original is accepted:
        return [(at, text, text) for at, text, _ in accepted.shown]
    if not _ascending(original.shown) or not _ascending(accepted.shown):
        return _aligned(original.shown, accepted.shown)
    before, after = _by_piece(original.shown), _by_piece(accepted.shown)
    pieces = sorted(before.keys() | after.keys() | accepted.strand.neither)
    return [(at, before.get(at), after.get(at)) for at in pieces]


def _by_piece(shown: list[Shown]) -> dict[int, str]:
    return {at: text for at, text, _ in shown}


def _ascending(shown: list[Shown]) -> bool:
    pieces = [one.at for one in shown]
    return pieces == sorted(pieces)


def _aligned(original: list[Shown], accepted: list[Shown]) -> list[_Stretch]:
    """Where merged cells have other places than in the file, and may have different ones in the two texts."""
    before, after = _by_piece(original), _by_piece(accepted)
    old, new = [shown.at for shown in original], [shown.at for shown in accepted]
    found: list[_Stretch] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found += [(at, before[at], after[at]) for at in old[a:b]]
        else:
            found += [(at, before[at], None) for at in old[a:b]]
            found += [(at, None, after[at]) for at in new[c:d]]
    return found


def _told(pieces: list[Piece], at: int, original: str | None, accepted: str | None) -> list[_Told]:
    """One token, or two where the texts differ in how they spell one piece."""
    piece = pieces[at]
    history, kind = piece.history, piece.kind
    if original is None and accepted is None:
        text = piece.raw if kind is _TEXT else "\n"
        return [(text, kind, history.inserted, history.deleted, history.moved, history.computed)]
    found: list[_Told] = []
    if original is not None:
        hand = history.deleted or blame(pieces, at)
        found.append((original, kind, None, hand, history.moved, history.computed))
    if accepted is not None:
        hand = history.inserted or blame(pieces, at)
        found.append((accepted, kind, hand, None, history.moved, history.computed))
    return found


def blame(pieces: list[Piece], at: int) -> Hand:
    """Whose change nearby made a piece differ that nobody marked."""
    for away in range(1, max(at, len(pieces) - at) + 1):
        for near in (at - away, at + away):
            if 0 <= near < len(pieces):
                history = pieces[near].history
                hand = history.inserted or history.deleted
                if hand is not None:
                    return hand
    return NOBODY
