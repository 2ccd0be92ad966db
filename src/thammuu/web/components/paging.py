"""Lists in pages: which page is asked for, and the links to its neighbours that keep every other condition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest

PARAMETER = "trang"


@dataclass(frozen=True, slots=True)
class Pager:
    """Where one is and the addresses of the pages before and after; empty at the ends."""

    page: int
    pages: int
    before: str
    after: str


def page_asked(asked: Mapping[str, str]) -> int:
    """The page of the address; 1 where it says none or nonsense."""
    written = asked.get(PARAMETER, "")
    return int(written) if written.isdecimal() and len(written) < 7 and int(written) > 0 else 1


def pager(request: HttpRequest, page: int, pages: int) -> Pager:
    """Links from the page that is shown."""
    return Pager(
        page,
        pages,
        before=_address(request, page - 1) if page > 1 else "",
        after=_address(request, page + 1) if page < pages else "",
    )


def _address(request: HttpRequest, page: int) -> str:
    query = request.GET.copy()
    query[PARAMETER] = str(page)
    return f"{request.path}?{query.urlencode()}"
