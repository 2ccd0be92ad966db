"""Which parts of a file have text that is not what its characters say: hidden, or in a font that draws other letters.

Asking each run for its look costs half the reading, and hardly any file needs it.
"""

from __future__ import annotations

import re

from thammuu_core.wordml.parts import Parts

# One alternation of all would be ten times slower than patterns that each begin with letters.
_FONT = rb"""=["'](?:\.[Vv][Nn]|[Vv][Nn][Ii]|[Ss][Yy][Mm][Bb]|[Ww][Ii][Nn][Gg]|[Ww][Ee][Bb][Dd])"""
_IN_RUNS = (re.compile(b"vanish"), re.compile(b"i" + _FONT))
"""Fonts in the attributes `ascii` and `hAnsi`."""
_IN_THEME = re.compile(b"typeface" + _FONT)


class Oddities:
    """Asks the bytes of the parts, each once."""

    def __init__(self, parts: Parts) -> None:
        self._package = parts.package
        self._found: dict[str, bool] = {}
        theme, styles = parts.name_of("theme"), parts.name_of("styles")
        self._everywhere = parts.package.mentions(theme, _IN_THEME) or parts.package.mentions(
            styles, *_IN_RUNS
        )

    def are_in(self, part: str) -> bool:
        """Whether this part, the styles or the theme name any; the part has been parsed before."""
        if part not in self._found:
            self._found[part] = self._package.mentions(part, *_IN_RUNS)
        return self._everywhere or self._found[part]
