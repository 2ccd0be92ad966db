"""The templates that come with the program, by code: the name of their file in `texts/`."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files

from thammuu_core.compositions.model import Composed, Facts, Template
from thammuu_core.compositions.papers import document
from thammuu_core.compositions.reading import read_fields, read_template
from thammuu_core.compositions.refusals import UnknownTemplate
from thammuu_core.formats.model import State

_PLACE = "thammuu_core.compositions.texts"
_WORKED = "thammuu_core.compositions.worked"
_COMMON = "common.txt"


@cache
def templates() -> tuple[Template, ...]:
    """All of them, by code."""
    common = read_fields(_text(_COMMON))
    names = sorted(
        one.name for one in files(_PLACE).iterdir() if one.name.endswith(".txt") and one.name != _COMMON
    )
    return tuple(read_template(name.removesuffix(".txt"), _text(name), common) for name in names)


def template(code: str) -> Template:
    """The one of that code. Raises UnknownTemplate."""
    found = next((one for one in templates() if one.code == code), None)
    if found is None:
        raise UnknownTemplate(code, tuple(one.code for one in templates()))
    return found


def worked_facts(code: str) -> Facts:
    """Facts that make the template of that code whole, for pictures, trials and tests. Raises UnknownTemplate."""
    text = files(_WORKED).joinpath(f"{template(code).code}.toml").read_text(encoding="utf-8")
    facts = tomllib.loads(text, parse_float=Decimal)
    return {name: value for name, value in facts.items() if name != "mau"}


def own_template(code: str, text: str) -> Template:
    """An agency's own text in the manner of ours. Raises BadTemplate, which names the line."""
    return read_template(code, text, read_fields(_text(_COMMON)))


def compose(code: str | Template, facts: Facts, state: State = State.DRAFT) -> Composed:
    """The document of a template filled with facts, and what is missing. Raises UnknownTemplate, WrongFact."""
    return document(code if isinstance(code, Template) else template(code), facts, template, state)


def _text(name: str) -> str:
    return files(_PLACE).joinpath(name).read_text(encoding="utf-8")
