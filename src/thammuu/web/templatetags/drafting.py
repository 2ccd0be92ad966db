"""States of drafts for templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from thammuu.web.components.acts import Act
from thammuu.web.spoken import in_language

if TYPE_CHECKING:
    from django.utils.functional import Promise
    from django.utils.safestring import SafeString

    from thammuu.apps.drafting.rows import VersionRow
    from thammuu.web.drafting.preview import Piece, Words
    from thammuu.web.drafting.problems import Problem

register = template.Library()

_LABEL = '<span class="facsimile__label{}">{} </span>'
_LINK = '<a class="facsimile__link" href="#{}" aria-hidden="true" tabindex="-1">§</a>'
_SPOT = '<a class="spot spot--{}" id="cho-{}" href="#van-de-{}" aria-label="{} {}">{}</a>'

_BADGES = {"none": "none", "waiting": "doing", "returned": "red", "complete": "done"}
_STATES = {
    "draft": _("Khi dự thảo"),
    "submitted": _("Khi trình ký"),
    "issued": _("Khi ban hành"),
}
_ASIDES = {
    "textbox": _("Khung chữ"),
    "header": _("Đầu trang"),
    "footer": _("Chân trang"),
    "footnote": _("Chú thích"),
    "endnote": _("Chú thích cuối"),
}


@register.inclusion_tag("components/badge.html")
def chain_badge(version: VersionRow) -> dict[str, object]:
    """Where a version is in its chain of initials."""
    return {"state": _BADGES[version.chain_state], "label": in_language(version.chain_words)}


@register.inclusion_tag("drafting/tally.html")
def tally(version: VersionRow) -> dict[str, object]:
    """How many problems of each severity."""
    return {"version": version}


@register.filter
def address_name(act: Act) -> str:
    """The name of an act's page."""
    return f"drafting:{act.key}"


@register.filter
def state_words(state: str) -> Promise:
    """How far a document has come, in words."""
    return _STATES[state]


@register.filter
def aside_words(name: str) -> Promise | str:
    """What a story beside the main one is called."""
    return _ASIDES.get(name, name)


@register.filter
def inked(words: Words) -> SafeString:
    """A paragraph's letters in their looks, with the marks of problems before their places.

    Not a template: between the pieces no space may come.
    """
    permanent = format_html('<i id="{}"></i>', words.permanent) if words.permanent else ""
    label = format_html(_LABEL, " is-b" if words.bold else "", words.label) if words.label else ""
    pieces = format_html_join("", "{}{}", ((_marks(piece), _letters(piece)) for piece in words.pieces))
    link = format_html(_LINK, words.id) if words.id else ""
    return format_html("{}{}{}{}", permanent, label, pieces, link)


def _letters(piece: Piece) -> str:
    return format_html('<span class="{}">{}</span>', piece.look, piece.words) if piece.look else piece.words


def _marks(piece: Piece) -> SafeString:
    return format_html_join("", _SPOT, ((_spot(problem)) for problem in piece.begins))


def _spot(problem: Problem) -> tuple[object, ...]:
    return (
        problem.severity,
        problem.number,
        problem.number,
        problem.severity_words,
        problem.number,
        problem.number,
    )
