"""The screens that a person can go to from every page; no page shows a door that is shut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from thammuu.apps.coverage.queries import sees_comparisons
from thammuu.apps.documents.queries import may_bring
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import administers


def _anyone(_: Actor) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Entry:
    """A screen, its name on the page, and who is offered it."""

    name: str
    words: str
    offered: Callable[[Actor], bool] = _anyone


ENTRIES = (
    Entry("work:mine", _("Việc của tôi")),
    Entry("progress:list", _("Theo dõi tiến độ")),
    Entry("programme:list", _("Chương trình công tác")),
    Entry("opening:bring", _("Lập hồ sơ từ kế hoạch"), may_bring),
    Entry("instruments:list", _("Văn bản pháp luật")),
    Entry("comparison:list", _("So sánh kế hoạch"), sees_comparisons),
    Entry("search:find", _("Tìm kiếm")),
    Entry("administration:home", _("Quản trị"), administers),
)


@dataclass(frozen=True, slots=True)
class Door:
    """An entry as one page shows it."""

    address: str
    words: str
    current: bool


def doors(actor: Actor | None, path: str) -> tuple[Door, ...]:
    """What `actor` is offered on the page at `path`; an account without a position is offered none."""
    if not actor:
        return ()
    offered = ((entry, _address(entry)) for entry in ENTRIES if entry.offered(actor))
    return tuple(
        Door(address, entry.words, path == address or (address != "/" and path.startswith(address)))
        for entry, address in offered
        if address
    )


def _address(entry: Entry) -> str:
    try:
        return reverse(entry.name)
    except NoReverseMatch:
        return ""
