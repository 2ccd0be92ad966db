"""From the pieces of a strand to offsets of one of its texts."""

from __future__ import annotations

from bisect import bisect_left
from itertools import accumulate
from operator import itemgetter

from thammuu_core.wordml.revisions.views import View

_piece = itemgetter(0)


class Places:
    """Where pieces stand in the text of a view; those of a plain paragraph are not told apart."""

    def __init__(self, view: View) -> None:
        ends = list(accumulate([len(shown.text) for shown in view.shown]))
        stands = zip([shown.at for shown in view.shown], [0, *ends], ends, strict=False)
        self._stands = sorted(stands)
        self._length = ends[-1] if ends else 0

    def start(self, at: int) -> int:
        """The offset of the first character of piece `at` or of the next that the text has."""
        found = bisect_left(self._stands, at, key=_piece)
        return self._stands[found][1] if found < len(self._stands) else self._length

    def end(self, at: int) -> int:
        """The offset behind the last character before piece `at`."""
        found = bisect_left(self._stands, at, key=_piece) - 1
        return self._stands[found][2] if found >= 0 else 0
