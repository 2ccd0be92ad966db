"""The first letter of words that begin a sentence, or go on with one."""

from __future__ import annotations


def capital_first(words: str) -> str:
    """The words as a sentence begins with them; the other letters stay.

    >>> capital_first("đơn vị chủ trì")
    'Đơn vị chủ trì'
    """
    return f"{words[:1].upper()}{words[1:]}"


def small_first(words: str) -> str:
    """The words as they go on with a sentence.

    >>> small_first("Ủy ban nhân dân")
    'ủy ban nhân dân'
    """
    return f"{words[:1].lower()}{words[1:]}"
