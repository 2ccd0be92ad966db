"""Facts of an example for each template, of our own making: what its pages show and what its tests fill it with."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib.resources import files

from thammuu_core.compositions.model import Facts

_CODE = "mau"
"""The line that names the template; no fact."""


@cache
def worked(code: str) -> Facts:
    """The example of a template that comes with the program."""
    text = files(__name__).joinpath(f"{code}.toml").read_text(encoding="utf-8")
    facts = tomllib.loads(text, parse_float=Decimal)
    return {name: value for name, value in facts.items() if name != _CODE}
