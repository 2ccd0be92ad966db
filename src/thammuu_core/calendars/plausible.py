"""Which days can be meant at all: a year of one digit too many or too few is a slip of the hand, not a deadline."""

from __future__ import annotations

from datetime import date

EARLIEST = date(1945, 9, 2)
"""No paper of the State is older."""
LATEST = date(2100, 12, 31)
"""No plan that is carried out today reaches further; reckoning with later days ends in the calendar's own limits."""


def plausible(day: date) -> bool:
    """The day can be one of a plan, a paper or a fact.

    >>> plausible(date(9999, 12, 31))
    False
    """
    return EARLIEST <= day <= LATEST
