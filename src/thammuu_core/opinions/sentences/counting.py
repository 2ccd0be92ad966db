"""Lines that letters count instead of naming: "gạch đầu dòng thứ sáu khoản 3 Điều 4", "đoạn cuối khoản 1"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thammuu_core.opinions.sentences.model import Step
from thammuu_core.opinions.sentences.places import Found, Places, found_at
from thammuu_core.provisions import Level, Provision
from thammuu_core.redlines.canon import typed_label

COUNTED = ("gach dau dong", "dau gach", "dau gach ngang", "gach ngang", "dau cong", "doan", "cau", "y")
"""Nouns of what bears no label."""
_MARKS = {"dau cong": (Level.PLUS,), "y": (Level.DASH, Level.PLUS)}
_ENDED = (".", ";", ":", "./.", "…", "!", "?")
_DASHES = ("-", "–", "—", "+", "•", "*")


def nth(places: Places, one: Found, step: Step) -> list[Found]:
    """The n-th dash or paragraph below a provision, the likeliest first; the provision itself where there is none."""
    number = int(step.label) if step.label.lstrip("-").isdigit() else 0
    node = places.version.nodes.get(one.provision)
    if node is None or not number or step.noun == "cau":
        return [one]
    if step.noun == "doan":
        paragraphs = [node, *(child for child in node.children if child.level is Level.TEXT)]
        chosen = _pick(paragraphs, number)
        return [_paragraph(places, one, chosen)] if chosen is not None else [one]
    levels = _MARKS.get(step.noun, (Level.DASH,))
    found = [_dash(places, one, each) for each in _counts(node, levels, number)]
    found = [replace(each, cost=one.cost + extra) for extra, each in enumerate(dict.fromkeys(found))]
    return found or _after(places, one, number) or [one]


def _counts(node: Provision, levels: Sequence[Level], number: int) -> Iterator[Provision]:
    """Each way to count: those right below; those of the only part that has so many; all of them through."""
    runs = [[child for child in each.children if child.level in levels] for each in node.walk()]
    if own := _pick(runs[0], number):
        yield own
        return
    long = [chosen for run in runs if (chosen := _pick(run, number))]
    if len(long) == 1:
        yield long[0]
    if through := _pick([each for each in node.walk() if each.level in levels and each is not node], number):
        yield through
    elif not long and levels == (Level.DASH,):
        yield from _counts(node, (Level.PLUS,), number)


def _pick(lines: Sequence[Provision], number: int) -> Provision | None:
    return lines[number - 1 if number > 0 else number] if abs(number) <= len(lines) else None


def _paragraph(places: Places, one: Found, chosen: Provision) -> Found:
    if chosen.id not in places.version.spans:
        return one
    start, end = places.version.spans[chosen.id]
    if chosen.id == one.provision:
        end = start + len(chosen.text)
    return Found(chosen.id, start, end, cost=one.cost)


def _dash(places: Places, one: Found, chosen: Provision) -> Found:
    """A dash with the marks below it; a paragraph that follows its full stop is no part of it."""
    if chosen.id not in places.version.spans:
        return one
    start, end = places.version.spans[chosen.id]
    below = [child for child in chosen.children if child.id in places.version.spans]
    while below and below[-1].level is Level.TEXT and _ended(([chosen, *below])[-2]):
        below.pop()
        end = places.version.spans[below[-1].id][1] if below else start + len(chosen.text)
    return Found(chosen.id, start, end, cost=one.cost)


def _ended(node: Provision) -> bool:
    return node.text.rstrip().endswith(_ENDED)


def _after(places: Places, one: Found, number: int) -> list[Found]:
    """Dashes that follow a provision which has none, up to the next label: a list that it announces."""
    text, at = places.version.text, one.end + 1
    lines: list[Found] = []
    while at < len(text) and number > len(lines):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        if line.startswith(_DASHES):
            lines.append(replace(found_at(places, at, end), cost=one.cost))
        elif lines or typed_label(line):
            break
        at = end + 1
    return lines[number - 1 : number] if number > 0 else []
