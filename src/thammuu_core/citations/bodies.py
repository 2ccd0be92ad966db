"""Bodies named in running text: where the name of an issuer ends and the next words begin.

A name is a title (Bộ trưởng, Giám đốc …), a body and a place. Known bodies end where their name ends; others run
over capitals and the small words between them until a word that no name contains ("về", "ban hành", "được").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.citations import body_words as words
from thammuu_core.citations.views import Views, trimmed
from thammuu_core.citations.vocabulary import fields, fixed_bodies, province_names
from thammuu_core.kinds import body_by_name

_MOST_WORDS = 16
_MOST_SYLLABLES_OF_A_PLACE = 5


def body_end(views: Views, start: int) -> int | None:
    """Where the name of a body that begins at `start` ends; None when no body begins there."""
    position = start
    while title := words.TITLE.match(views.folded, position):
        position = title.end()
    end = _known_end(views, position) or _local_end(views, position) or _run_end(views, position)
    if end is None and position > start:
        return trimmed(views.folded, start, position)
    return end


def bodies_end(views: Views, start: int) -> int | None:
    """Where a list of bodies that issue together ends: "Bộ Nông nghiệp và Môi trường và Bộ Công an"."""
    end = body_end(views, start)
    while end is not None and (joint := words.AND_ANOTHER.match(views.folded, end)):
        another = body_end(views, joint.end())
        if another is None:
            break
        end = another
    return end


def bodies_within(views: Views, start: int, end: int) -> Iterator[int]:
    """Where the name of a body may begin in a stretch of text, the leftmost first."""
    heads = (found.start() for found in words.HEAD.finditer(views.folded, start, end))
    return (at for at in heads if _may_begin(views, at))


def proper_name(name: str) -> str:
    """The name as written, except that one in capitals throughout is written as the table of bodies has it."""
    if not name.isupper():
        return name
    known = body_by_name(name)
    return known.name if known else name


def _may_begin(views: Views, at: int) -> bool:
    return views.plain[at : at + 1].isupper() or words.LOWER_HEAD.match(views.plain, at) is not None


def _known_end(views: Views, start: int) -> int | None:
    """The end of a body that has one name in the whole country, or is known by its field."""
    if together := words.TOGETHER.match(views.folded, start):
        return _fields_end(views, together.end())
    if found := fixed_bodies().match(views.folded, start):
        term = words.TERM.match(views.folded, found.end())
        return term.end() if term else found.end()
    head = words.WITH_FIELD.match(views.folded, start)
    field = fields().match(views.folded, head.end()) if head else None
    return _with_place(views, field.end()) if field else None


def _fields_end(views: Views, start: int) -> int | None:
    """The end of the ministries of "liên Bộ: Lao động - Thương binh và Xã hội, Tài chính, Y tế"."""
    end, position = None, start
    while field := fields().match(views.folded, position):
        end = field.end()
        joint = words.AND_FIELD.match(views.folded, end)
        position = joint.end() if joint else len(views.folded)
    return end


def _local_end(views: Views, start: int) -> int | None:
    """The end of a body that every province, district or commune has, with the place that tells which."""
    if party := words.PARTY.match(views.folded, start):
        inner = (
            _known_end(views, party.end()) or _local_end(views, party.end()) or _place_end(views, party.end())
        )
        return inner or _with_place(views, trimmed(views.folded, start, party.end()))
    if found := words.LOCAL.match(views.folded, start):
        return _with_place(views, found.end())
    if words.LEVEL.match(views.folded, start) and _may_begin(views, start):
        return _levels_end(views, start)
    return None


def _with_place(views: Views, end: int) -> int:
    """The end of the place that follows a body ("tỉnh Bắc Giang", "xã A, huyện B"), or of the body itself."""
    if not views.folded[end : end + 1].isspace():
        return end
    return _levels_end(views, end + 1) or end


def _levels_end(views: Views, start: int) -> int | None:
    """The end of units of administration with their names, the smaller first."""
    end = None
    while level := words.LEVEL.match(views.folded, start):
        name = _numbered_end(views, level) or _place_end(views, level.end())
        end = name or trimmed(views.folded, start, level.end())
        comma = words.AND_UPPER_LEVEL.match(views.folded, end)
        if not name or not comma:
            break
        start = comma.end() + 1
    return end


def _numbered_end(views: Views, level: re.Match[str]) -> int | None:
    """Quận 1, phường 12: no other level is numbered, so a digit elsewhere begins something new."""
    if level["level"] not in words.NUMBERED_LEVELS:
        return None
    found = words.ORDINAL.match(views.folded, level.end())
    return found.end() if found else None


def _place_end(views: Views, start: int) -> int | None:
    """The end of a proper name: a province, or a few capitalised syllables."""
    if province := province_names().match(views.folded, start):
        return province.end()
    end, position = None, start
    for _ in range(_MOST_SYLLABLES_OF_A_PLACE):
        syllable = words.PROPER.match(views.plain, position)
        if not syllable or words.ENDS_IN_CAPITALS.match(views.plain, position):
            break
        position = syllable.end()
        if not syllable.group().startswith("-"):
            end = trimmed(views.plain, syllable.start(), position)
    return end


def _run_end(views: Views, start: int) -> int | None:
    """The end of a name known only by its shape: no word that ends names, no punctuation.

    Without a word such as "Công ty" at its head it is a proper name, and as long as its capitals ("Yên Bái").
    """
    if not (words.HEAD.match(views.folded, start) and _may_begin(views, start)):
        return _place_end(views, start)
    end, position = None, start
    for _ in range(_MOST_WORDS):
        word = words.WORD.match(views.plain, position)
        if not word or _is_over(views, position):
            break
        stopped = word.group().endswith(".") and word.group() not in words.ABBREVIATED
        end = word.end() - stopped
        if stopped or views.plain[end : end + 1] != " ":
            break
        position = end + 1
    return _steering_end(views, start, end) if end else None


def _is_over(views: Views, position: int) -> bool:
    return bool(
        words.ENDS_IN_CAPITALS.match(views.plain, position) or words.ENDS.match(views.plain, position)
    )


def _steering_end(views: Views, start: int, end: int) -> int:
    """A steering committee is named by what it steers: "Ban Chỉ đạo Nhà nước về Du lịch"."""
    if views.plain.endswith(" và", start, end):
        return end - 3
    if "ban chi dao" not in views.folded[start:end]:
        return end
    matter = words.MATTER.match(views.plain, end)
    return matter.end("matter") if matter else end
