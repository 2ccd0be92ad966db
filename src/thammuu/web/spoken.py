"""Words that rows of the apps carry (states, acts, kinds, names of fields), told in the language of the page.

The apps speak Vietnamese, as the journal and the documents they write do; a screen says such a word in the language of
its reader. `tools/messages.py` names these words for the catalogue, as `_` does for the words of the screens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy, ngettext

_DAYS = re.compile(r"(\d+) ngày làm việc")


def in_language(words: Promise | str) -> str:
    """A word of the apps in the language of the page; what the catalogue does not know stays as it is."""
    words = str(words)
    if days := _DAYS.fullmatch(words):
        number = int(days[1])
        return ngettext("%(n)d ngày làm việc", "%(n)d ngày làm việc", number) % {"n": number}
    return gettext(words) if words else ""


def head_in_language(line: str) -> str:
    """A line of an app that says "field: value": the name of the field in the language of the page."""
    head, colon, rest = line.partition(":")
    return f"{in_language(head)}{colon}{rest}"


def choices_in_language(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str | Promise]]:
    """Values and labels for a form that is made before its language is known."""
    return [(value, gettext_lazy(label)) for value, label in choices]
