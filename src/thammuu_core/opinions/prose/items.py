"""Sentences of a letter put together to what becomes one opinion each: premise, request, reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from thammuu_core.opinions.prose.cutting import Span, sentences
from thammuu_core.opinions.prose.emphasis import remaining
from thammuu_core.opinions.prose.model import Item, Passage, Role
from thammuu_core.opinions.prose.phrases import (
    announces,
    begins_topic,
    closes,
    connected,
    leads,
    names_place,
    opens,
    quotes_draft,
    reasons,
)
from thammuu_core.opinions.prose.stances import only_stance
from thammuu_core.outline.signatures import NAME

Stands = Callable[[str, tuple[str, ...]], bool]
"""Whether a sentence in its context asks for something."""


def items(passages: Sequence[Passage], stands: Stands) -> list[Item]:
    """One item a request; what asks for nothing goes with the request of its passage, or stands alone."""
    cut = [((0, len(passage.text)),) if passage.form else sentences(passage.text) for passage in passages]
    roles = _roles(passages, cut, stands)
    _close(passages, cut, roles)
    _open_idle(passages, roles)
    found: list[Item] = []
    for passage, spans, known in zip(passages, cut, roles, strict=True):
        own = list(_of_passage(passage, spans, known))
        if found and own:
            _join(found, own, passage.follows)
        found.extend(own)
    return found


def _join(found: list[Item], own: list[Item], follows: bool) -> None:
    """A reason in a paragraph of its own goes back to its request, the draft's words go on to theirs."""
    last, first = found[-1], own[0]
    if follows and first.role is Role.REMARK and last.role is Role.REQUEST:
        found[-1] = _joined(last, own.pop(0))
    elif last.role is Role.REMARK and first.role is Role.REQUEST and _introduces(last, first):
        joined = _joined(found.pop(), first)
        own[0] = replace(
            joined, request=f"{last.text}; {first.request}", role=Role.REQUEST, context=first.context
        )


def _introduces(last: Item, first: Item) -> bool:
    """Whether the words of the draft that one line quotes are those that the next asks to change."""
    return quotes_draft(last.text) and not names_place(first.request)


def _joined(item: Item, reason: Item) -> Item:
    return replace(item, text=f"{item.text}\n{reason.text}", words=f"{item.words}\n{reason.words}")


def _roles(passages: Sequence[Passage], cut: Sequence[Sequence[Span]], stands: Stands) -> list[list[Role]]:
    """What each sentence is for; only the first ones say which letter is answered."""
    roles: list[list[Role]] = []
    opening = True
    for passage, spans in zip(passages, cut, strict=True):
        known: list[Role] = []
        for start, end in spans:
            known.append(_role(passage, passage.text[start:end], stands, opening))
            opening = opening and known[-1] is Role.FORM
        roles.append(known)
    return roles


def _role(passage: Passage, sentence: str, stands: Stands, opening: bool) -> Role:
    if passage.form:
        return Role.FORM
    if only_stance(sentence):
        return Role.STANCE
    announced = leads(sentence) and sentence.rstrip().endswith(":")
    if announced or (opens(sentence) and (opening or announces(sentence))):
        return Role.FORM
    return Role.REQUEST if not reasons(sentence) and stands(sentence, passage.context) else Role.REMARK


def _close(passages: Sequence[Passage], cut: Sequence[tuple[Span, ...]], roles: list[list[Role]]) -> None:
    """Mark the sentences that close the letter: from the last one up, as long as they only close."""
    for passage, spans, known in zip(reversed(passages), reversed(cut), reversed(roles), strict=True):
        for index in reversed(range(len(spans))):
            start, end = spans[index]
            sentence = passage.text[start:end]
            ends = known[index] is not Role.STANCE and (closes(sentence) or NAME.fullmatch(sentence))
            if known[index] is not Role.FORM and not ends:
                return
            known[index] = Role.FORM


def _open_idle(passages: Sequence[Passage], roles: list[list[Role]]) -> None:
    """A heading with nothing but the closing under it says something of its own."""
    for index, passage in enumerate(passages):
        if not passage.form or passage.over_rows or not names_place(passage.text):
            continue
        below = enumerate(passages[index + 1 :], index + 1)
        under = [at for at, one in below if passage.text in one.context]
        closing = all(role is Role.FORM and not passages[at].form for at in under for role in roles[at])
        if under and closing:
            roles[index] = [Role.REMARK]


@dataclass
class _Open:
    """The item being put together: where it begins, what it is, its request and what led to it."""

    begin: int
    role: Role = Role.REMARK
    request: str = ""
    before: str = ""
    placed: bool = False
    """It names a place of the draft already."""
    reason: bool = False
    """It begins as a reason of something before it."""


def _of_passage(passage: Passage, spans: Sequence[Span], roles: Sequence[Role]) -> Iterator[Item]:
    text = passage.text
    current: _Open | None = None
    for (start, end), role in zip(spans, roles, strict=True):
        sentence = text[start:end]
        asked = remaining(text, start, end, passage.struck)
        if current and _goes_on(current, sentence, role):
            if role is Role.REQUEST:
                current.before, current.request = text[current.begin : start].strip(), asked
                current.role = role
            current.placed = current.placed or names_place(sentence)
            continue
        last = current.request if current and connected(sentence) else ""
        if current:
            yield _item(passage, current, start)
        current = _Open(
            start, role, asked if role is Role.REQUEST else "", last, names_place(sentence), reasons(sentence)
        )
    if current:
        yield _item(passage, current, len(text))


def _goes_on(current: _Open, sentence: str, role: Role) -> bool:
    """Whether a sentence belongs to the item before it."""
    match current.role, role:
        case Role.REMARK, Role.REQUEST:
            return not (current.reason or (current.placed and begins_topic(sentence)))
        case Role.REQUEST, Role.REMARK:
            return not begins_topic(sentence)
        case Role.STANCE, Role.FORM:
            return leads(sentence)
        case one, other:
            return one is other and one in (Role.FORM, Role.REMARK)


def _item(passage: Passage, current: _Open, end: int) -> Item:
    text = passage.text[current.begin : end].strip()
    context = (*passage.context, current.before) if current.before else passage.context
    words = passage.text[current.begin : end].strip() if current.begin else passage.lead + text
    return Item(current.role, text, current.request or text, context, passage.page, passage.confidence, words)
