"""Names of bodies as they are written in a sentence, made from the capitals of headers and signatures."""

from __future__ import annotations

import re

from thammuu_core.kinds import body_by_name
from thammuu_core.outline import in_capitals

_RANKS = ("tỉnh", "thành", "phố", "xã", "phường", "huyện", "quận", "trấn")
"""Before the name of a place; "xã hội" is none."""
_HEADS = ("bộ", "sở", "cục", "vụ", "phòng", "ban")
"""After them the first word of the field has a capital."""
_SCHOOLS = ("THPT", "THCS")
_ABBREVIATION = re.compile(r"(?:UBND|HĐND|UBMTTQ|GD&?ĐT|TP\.?|THPT|THCS|TNHH|MTV|VPCP|CTCP|BQL|BCH|BCĐ)")


def spoken(name: str) -> str:
    """A name in capitals as it is written in a sentence; others as they are.

    >>> spoken("ỦY BAN NHÂN DÂN TỈNH BẮC NINH"), spoken("SỞ KHOA HỌC VÀ CÔNG NGHỆ")
    ('Ủy ban nhân dân tỉnh Bắc Ninh', 'Sở Khoa học và Công nghệ')
    """
    if not in_capitals(name):
        return name
    known = body_by_name(name)
    return known.name if known and not _ABBREVIATION.search(name) else _lowered(name)


def _lowered(name: str) -> str:
    """Capitals where names of agencies have them: the head, each field after "Sở", "và", a comma; all of a place."""
    words = re.sub(r"\s*,\s*", " , ", name).split()
    said: list[str] = []
    fresh, proper = True, False
    for place, word in enumerate(words):
        lower = word.lower()
        if _ABBREVIATION.fullmatch(word):
            said.append(word)
            fresh, proper = False, proper or word in _SCHOOLS
        elif place and lower in _RANKS and words[place + 1 : place + 2] != ["HỘI"]:
            said.append(lower)
            fresh, proper = False, lower != "thành"
        elif lower in ("và", "-", ",", "–"):
            said.append(lower)
            fresh = True
        else:
            said.append(lower.capitalize() if fresh or proper else lower)
            fresh = place == 0 and lower in _HEADS
    # The ministry and its departments write both words of their field with capitals.
    return " ".join(said).replace(" ,", ",").replace("Công thương", "Công Thương")
