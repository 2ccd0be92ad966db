"""A list, one page at a time, cut in the database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import QuerySet

Item = TypeVar("Item")
SIZE = 50
"""Rows of one page."""


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list; `number` counts from 1."""

    rows: tuple[Item, ...]
    total: int
    number: int

    @property
    def pages(self) -> int:
        """How many there are; an empty list has one."""
        return max(1, -(-self.total // SIZE))


def page_of(found: QuerySet, number: int) -> Page:
    """The rows of one page; a number beyond the last shows the last."""
    return _page(found, found.count(), number)


def cut(found: tuple[Item, ...], number: int) -> Page[Item]:
    """The same of rows that are all at hand, because they are few."""
    return _page(found, len(found), number)


def _page(found: Any, total: int, number: int) -> Page:
    last = max(1, -(-total // SIZE))
    number = min(max(1, number), last)
    return Page(tuple(found[(number - 1) * SIZE : number * SIZE]), total, number)
