"""The front of a document: nation and motto, agency, number, date, kind and subject, addressees, grounds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from thammuu_core.formats.spots import Spot, columns
from thammuu_core.kinds import DocumentKind, Form, kind_by_code, parse_symbol
from thammuu_core.outline import in_capitals, kind_and_subject, kind_title
from thammuu_core.outline.fronts import subject_end
from thammuu_core.papers import Block
from thammuu_core.plans.header.issuer import HEAD, UNFINISHED
from thammuu_core.text import fold_keep, plain

_NATION = re.compile(r"cong\s*hoa\s*xa\s*hoi\s*chu\s*nghia(?:\s*viet\s*nam)?")
_MOTTO = re.compile(r"doc\s*lap\W*tu\s*do\W*hanh\s*phuc")
NUMBER = re.compile(
    r"^\W*(?P<word>s[ôốóồổo])(?P<colon>\s*:)?(?P<gap>[\s.…_]*)(?P<value>\d[\d.]*[a-zđ]?)?(?P<blank>[\s.…_]*)(?<!s[ôốóồổo])(?P<slash>[/-])(?P<symbol>.*)$",
    re.IGNORECASE,
)
"""The line of number and symbol; `value` None when blank."""
DATE = re.compile(
    r"ngay[\s.…_]*(?P<day>\d{1,2})?[\s.…_]*thang[\s.…_]*(?P<month>\d{1,2})?[\s.…_]*nam[\s.…_]*(?P<year>\d{4})?"
    r"|ngay\s*\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
)
"""In folded text."""
_ABOUT = re.compile(r"^\W*(?:v\s*/\s*v\b|ve viec\b)")
_ADDRESSED = re.compile(r"^\W*kinh\s*gui\b\s*:?\s*")
_MARK = re.compile(
    r"(?:hoa toc(?: hen gio)?|thuong khan|(?:rat )?khan(?: cap)?|gap|tuyet mat|toi mat|mat|xem xong tra lai|luu hanh noi bo)"
)
_DRAFT_MARK = re.compile(r"(?:du thao|ban thao)\b.*")
_PARENT = re.compile(
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|bo|so|tong cuc|cuc|chi cuc|truong|vien|benh vien|dai hoc|tap doan|tong cong ty|ban quan ly|thanh tra)\s+\S+"
)
_OPENS = re.compile(r"(?:can cu|theo de nghi|xet de nghi|xet to trinh|thuc hien|theo|xet|tren co so)\b")
_GROUND = re.compile(r"(?:can cu|theo de nghi|xet de nghi|xet to trinh|tren co so)\b")
_LEADS = re.compile(
    rf":$|\bnhu sau\b|,\s+(?:{HEAD.pattern})[^;]*\b(?:ban hanh|xay dung|trien khai|bao cao|kinh trinh|thong bao|de nghi)\b"
)
"""How the last ground goes over into the text: "…, Sở X ban hành Kế hoạch …"."""
_PREAMBLE = 12
_RUN_IN = 4
"""Words in capitals that belong to the kind's own line: "GIẤY MỜI HỌP"."""


@dataclass(frozen=True, slots=True)
class Front:
    """As the fields of `Elements`."""

    lines: tuple[Spot, ...]
    nation: Spot | None
    motto: Spot | None
    parent: tuple[Spot, ...]
    issuer: tuple[Spot, ...]
    number: Spot | None
    date: Spot | None
    marks: tuple[Spot, ...]
    kind_line: Spot | None
    kind: DocumentKind | None
    subject: tuple[Spot, ...]
    letter_subject: tuple[Spot, ...]
    addressed: Spot | None
    addressees: tuple[Spot, ...]


def read(lines: Sequence[Spot], boxes: Sequence[Spot], blocks: Sequence[Block]) -> Front:
    """The elements of the front; `boxes` are the paragraphs of text boxes, looked at after the front's own."""
    own = tuple(part for line in lines for part in columns(line) if part.filled)
    every = (*own, *(part for line in boxes for part in columns(line) if part.filled))
    nation, motto = _first(every, _NATION), _first(every, _MOTTO)
    number = next((spot for spot in every if NUMBER.match(plain(spot.text))), None)
    date = next((spot for spot in every if DATE.search(fold_keep(spot.text)) and not _told(spot)), None)
    marks = tuple(spot for spot in every if is_mark(spot.text))
    kind_line, kind, taken = _kind(own)
    about = _letter_subject(own, number) if kind is None else ()
    addressed, addressees = _addressees(own)
    named = {spot for spot in (nation, motto, number, date, *marks, *about) if spot}
    parent, issuer = _agency([spot for spot in every if spot not in named], number, nation, kind_line)
    return Front(
        every,
        nation,
        motto,
        parent,
        issuer,
        number,
        date,
        marks,
        kind_line,
        kind or _letter(number, bool(about)),
        tuple(spot for spot in _subject(own, kind_line, taken, blocks) if spot not in named)
        if kind_line
        else (),
        about,
        addressed,
        addressees,
    )


def is_mark(text: str) -> bool:
    """Whether a line is a mark of urgency, secrecy or circulation and nothing else."""
    return in_capitals(text) and bool(_MARK.fullmatch(fold_keep(text).strip(" .*:[]|")))


def preamble(body: Sequence[Spot]) -> tuple[Spot | None, tuple[Spot, ...]]:
    """Who issues a decision, in capitals above its grounds; and the grounds, each on its own line."""
    filled = [spot.tight for spot in body if spot.filled and not spot.cell]
    start = next(
        (place for place, spot in enumerate(filled[:_PREAMBLE]) if _GROUND.match(_folded(spot))), None
    )
    if start is None:
        return None, ()
    above = filled[start - 1] if start and in_capitals(filled[start - 1].text) else None
    grounds: list[Spot] = []
    for spot in filled[start:]:
        if not _OPENS.match(_folded(spot)):
            break
        grounds.append(spot)
        if spot.text.endswith("."):
            break
    while grounds and _LEADS.search(_folded(grounds[-1])) and not grounds[-1].text.endswith(";"):
        grounds.pop()
    listed = len(grounds) > 1 or (bool(grounds) and grounds[0].text.endswith(";"))
    return above, tuple(grounds) if listed else ()


def _folded(spot: Spot) -> str:
    return fold_keep(spot.text).strip(" *_\t-–")


def _first(spots: Sequence[Spot], pattern: re.Pattern[str]) -> Spot | None:
    for spot in spots:
        if found := pattern.search(fold_keep(spot.text)):
            alone = found.end() - found.start() >= 0.6 * len(spot.text)
            return spot if alone else spot.cut(*found.span())
    return None


def _told(spot: Spot) -> bool:
    """A date inside a remark or a sentence: "(Kèm theo Quyết định … ngày …)"."""
    return spot.text.startswith("(") or len(spot.text) > 100


def _kind(own: Sequence[Spot]) -> tuple[Spot | None, DocumentKind | None, int]:
    texts = [spot.shown for spot in own]
    for place, spot in enumerate(own):
        if found := kind_title(texts[place : place + 2]):
            return spot, found[0], found[1]
    for spot in own:
        if run_in := kind_and_subject(spot.shown):
            whole = in_capitals(run_in[1]) and len(run_in[1].split()) <= _RUN_IN
            return spot if whole else spot.cut(0, len(spot.text) - len(run_in[1])).tight, run_in[0], 1
    return None, None, 0


def _letter(number: Spot | None, about: bool) -> DocumentKind | None:
    if about:
        return kind_by_code("CV")
    found = NUMBER.match(plain(number.text)) if number else None
    symbol = parse_symbol(f"/{found['symbol'].strip()}") if found else None
    return kind_by_code("CV") if symbol and symbol.form is Form.LETTER else None


def _letter_subject(own: Sequence[Spot], number: Spot | None) -> tuple[Spot, ...]:
    """V/v …, with the lines below it that go on with it."""
    for place, spot in enumerate(own):
        if not _ABOUT.match(fold_keep(spot.text)):
            continue
        lines = [spot]
        for below in own[place + 1 :]:
            if below.cell != spot.cell or _stands_alone(below):
                break
            if not spot.cell and not below.text[:1].islower():
                break
            lines.append(below)
        return tuple(lines)
    return ()


def _stands_alone(spot: Spot) -> bool:
    folded = fold_keep(spot.text)
    return bool(
        _ADDRESSED.match(folded) or DATE.search(folded) or _NATION.search(folded) or _MOTTO.search(folded)
    )


def _subject(own: Sequence[Spot], kind_line: Spot, taken: int, blocks: Sequence[Block]) -> tuple[Spot, ...]:
    place = next(place for place, spot in enumerate(own) if spot.index == kind_line.index)
    run_in = [own[place].cut(kind_line.end - own[place].start, len(own[place].text)).tight]
    end = subject_end(blocks, kind_line.block + taken, run_in[0].text)
    below = [spot for spot in own[place + taken :] if spot.block < end and not spot.cell]
    lines = (spot for spot in (*run_in, *below) if spot.filled and not spot.text.startswith("("))
    phrases = takewhile(lambda spot: not spot.text.endswith((":", ";")), lines)
    return tuple(spot for spot in phrases if not _ADDRESSED.match(fold_keep(spot.text)))


def _addressees(own: Sequence[Spot]) -> tuple[Spot | None, tuple[Spot, ...]]:
    for place, spot in enumerate(own):
        if found := _ADDRESSED.match(fold_keep(spot.text)):
            rest = spot.cut(found.end(), len(spot.text)).tight
            names = [one for one in (rest, *own[place + 1 :]) if one.filled]
            return spot, tuple(names)
    return None, ()


def _agency(
    unnamed: Sequence[Spot],
    number: Spot | None,
    nation: Spot | None,
    kind_line: Spot | None,
) -> tuple[tuple[Spot, ...], tuple[Spot, ...]]:
    """The lines above the number in its column, those of the parent apart from the issuer's own."""
    lines = [spot for spot in unnamed if _above(spot, number, nation, kind_line)]
    lines = [spot for spot in lines if in_capitals(spot.shown) and not _DRAFT_MARK.fullmatch(_folded(spot))]
    bodies: list[list[Spot]] = []
    for spot in lines:
        said = fold_keep(" ".join(one.text for one in bodies[-1])) if bodies else ""
        short = len(said.split()) <= 2
        begins = HEAD.match(_folded(spot)) or (bodies and _turns_bold(bodies[-1][-1], spot))
        if bodies and (not begins or UNFINISHED.search(said) or short):
            bodies[-1].append(spot)
        else:
            bodies.append([spot])
    if len(bodies) > 1 and _PARENT.match(_folded(bodies[0][0])):
        return tuple(bodies[0]), tuple(spot for body in bodies[1:] for spot in body)
    return (), tuple(spot for body in bodies for spot in body)


def _turns_bold(before: Spot, spot: Spot) -> bool:
    """As the issuer's name does under its parent's, where the words do not tell that a name begins."""
    plain_before = bool(before.runs) and not any(run.bold for run in before.runs)
    return plain_before and bool(spot.runs) and all(run.bold for run in spot.runs)


def _above(spot: Spot, number: Spot | None, nation: Spot | None, kind_line: Spot | None) -> bool:
    anchor = number or kind_line
    if kind_line and spot.story == kind_line.story and spot.index >= kind_line.index:
        return False
    if anchor and number and number.cell:
        return (
            spot.cell[:1] == number.cell[:1]
            and spot.cell[2:] == number.cell[2:]
            and spot.index < number.index
        )
    if nation and nation.cell:
        return spot.cell[:1] == nation.cell[:1] and spot.cell[2:] != nation.cell[2:]
    return anchor is not None and spot.story == anchor.story and spot.index < anchor.index
