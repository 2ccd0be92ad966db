"""The lists of administration: what each says, and the one page that draws them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thammuu.web.components.acts import Words
from thammuu.web.components.paging import pager

if TYPE_CHECKING:
    from thammuu.apps.organisations.directory import Page
    from thammuu.web.administration.acts import Place, RegisterAct
    from thammuu.web.components.lists import FilterForm, Table
    from thammuu.web.officers import OfficerRequest


@dataclass(frozen=True, slots=True)
class Register:
    """A register as a list."""

    place: Place
    heading: Words
    table: Table
    add: RegisterAct
    """Adds a row."""
    empty: Words
    """Where there are no rows."""
    way: Words = ""
    """Leads from there to the whole list."""
    counted: Any = None
    """Words for a number, `%(n)s`, by `ngettext_lazy`; None where nothing is counted."""
    for_all: bool = False
    """It is every officer's, and stands below no page of administration."""


def list_page(
    request: OfficerRequest,
    register: Register,
    found: Page[Any],
    form: FilterForm | None = None,
    *,
    may_add: bool = True,
) -> HttpResponse:
    """One page of the list."""
    page = {
        "register": register,
        "found": found,
        "form": form,
        "add": reverse(f"administration:{register.add.key}") if may_add else "",
        "counted": register.counted % {"n": found.total} if register.counted else "",
        "pager": pager(request, found.number, found.pages),
    }
    return render(request, "administration/list.html", page)
