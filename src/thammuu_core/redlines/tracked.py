"""Tracked changes as edits of the text before them, each with the people who made it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from thammuu_core.redlines.model import Edit, applied
from thammuu_core.wordml.revisions.model import Hand, RevisedStory, Token, TokenKind

_SAYS = re.compile(r"\w|\n")


@dataclass(frozen=True, slots=True)
class TrackedEdit:
    """One change in offsets of the original view, with its hands in order of the text."""

    edit: Edit
    hands: tuple[Hand, ...]
    computed: bool = False
    """Only the result of a field changed, which Word does by itself: to be counted, nobody's opinion."""


def tracked(story: RevisedStory) -> tuple[TrackedEdit, ...]:
    """Every tracked change; made on the original text they give the accepted one.

    One edit is what stands changed between unchanged words; changes between which no word stands are one. Whole
    paragraphs are kept apart from changes inside the next. Moves are paired by name; one that cannot be told as a move is
    a removal and an insertion.
    """
    original, accepted = story.original.text, story.accepted.text
    told = _told(story.tokens, original, moves=True)
    if applied(original, [one.edit for one in told]) != accepted:
        told = _told(story.tokens, original, moves=False)
    return told


@dataclass(slots=True)
class _Run:
    """Changed tokens that follow one another, from one offset of the original text on."""

    start: int
    move: str | None = None
    leaves: bool = False
    tokens: list[Token] = field(default_factory=list)

    @property
    def old(self) -> str:
        return "".join(token.text for token in self.tokens if not token.inserted)

    @property
    def new(self) -> str:
        return "".join(token.text for token in self.tokens if not token.deleted)

    @property
    def end(self) -> int:
        return self.start + len(self.old)

    @property
    def hands(self) -> tuple[Hand, ...]:
        found = (hand for token in self.tokens for hand in (token.inserted, token.deleted) if hand)
        return tuple(dict.fromkeys(found))

    @property
    def computed(self) -> bool:
        return all(token.computed for token in self.tokens if not token.inserted or not token.deleted)


def _told(tokens: Iterable[Token], original: str, *, moves: bool) -> tuple[TrackedEdit, ...]:
    runs = list(_joined(_runs(tokens, moves=moves), original))
    pairs = _pairs(runs)
    paired = {id(run) for pair in pairs for run in pair}
    plain = [_edit(run) for run in runs if id(run) not in paired]
    moved = [_move(left, landed) for left, landed in pairs]
    made = [one for one in (*plain, *moved) if one.edit.old or one.edit.new]
    return tuple(sorted(made, key=lambda one: (one.edit.start, one.edit.end)))


def _edit(run: _Run) -> TrackedEdit:
    return TrackedEdit(Edit(run.start, run.end, run.old, run.new), run.hands, run.computed)


def _move(left: _Run, landed: _Run) -> TrackedEdit:
    edit = Edit(left.start, left.end, left.old, landed.new, to=landed.start)
    return TrackedEdit(edit, tuple(dict.fromkeys((*left.hands, *landed.hands))))


def _runs(tokens: Iterable[Token], *, moves: bool) -> Iterator[_Run]:
    run: _Run | None = None
    at, opens = 0, True
    for token in tokens:
        if token.inserted is None and token.deleted is None:
            if run:
                yield from _cut(run, opens=opens)
                run = None
            at += len(token.text)
            opens = token.kind is TokenKind.MARK
            continue
        if run and moves and not _continues(run, token):
            yield from _cut(run, opens=opens)
            opens, run = run.tokens[-1].kind is TokenKind.MARK, None
        if run is None:
            run = _Run(at, token.moved if moves else None, leaves=token.deleted is not None)
        run.tokens.append(token)
        at += 0 if token.inserted else len(token.text)
    if run:
        yield from _cut(run, opens=opens)


def _continues(run: _Run, token: Token) -> bool:
    """A move takes the mark behind it along; what is in neither view goes with anything.

    LibreOffice writes the words of a moved paragraph as plain changes and only its mark as moved: both are one change.
    """
    if token.inserted and token.deleted:
        return True
    last = run.tokens[-1]
    ended = last.kind is TokenKind.MARK
    if run.move is None:
        behind = token.kind is TokenKind.MARK and not ended
        return token.moved is None or (
            behind and (last.inserted, last.deleted) == (token.inserted, token.deleted)
        )
    same_way = run.leaves == (token.deleted is not None)
    return same_way and (
        token.moved == run.move or (token.kind is TokenKind.MARK and token.moved is None and not ended)
    )


def _cut(run: _Run, *, opens: bool) -> Iterator[_Run]:
    """Whole paragraphs at the beginning are a change of their own; `opens`: the run begins a paragraph."""
    marks = [index for index, token in enumerate(run.tokens) if token.kind is TokenKind.MARK]
    if run.move is not None or not opens or not marks or marks[-1] == len(run.tokens) - 1:
        yield run
        return
    whole = replace(run, tokens=run.tokens[: marks[-1] + 1])
    yield whole
    yield _Run(whole.end, tokens=run.tokens[marks[-1] + 1 :])


def _joined(runs: Iterable[_Run], original: str) -> Iterator[_Run]:
    """Changes between which stands no word and no line end are one, with what stands between."""
    last: _Run | None = None
    for run in runs:
        if last and _one_change(last, run, original[last.end : run.start]):
            between = Token(original[last.end : run.start])
            last = replace(last, tokens=[*last.tokens, between, *run.tokens])
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _one_change(last: _Run, run: _Run, between: str) -> bool:
    if last.move or run.move or not between or _SAYS.search(between):
        return False
    return last.computed == run.computed and "\n" not in last.old + last.new + run.old + run.new


def _pairs(runs: Sequence[_Run]) -> list[tuple[_Run, _Run]]:
    """What left with what landed, where as many pieces left under a name as landed."""
    left: dict[str, list[_Run]] = defaultdict(list)
    landed: dict[str, list[_Run]] = defaultdict(list)
    for run in runs:
        if run.move is not None:
            (left if run.leaves else landed)[run.move].append(run)
    made: list[tuple[_Run, _Run]] = []
    for name, pieces in left.items():
        if len(pieces) == len(landed[name]) and all(
            one.old and other.new for one, other in zip(pieces, landed[name], strict=True)
        ):
            made += zip(pieces, landed[name], strict=True)
    return made
