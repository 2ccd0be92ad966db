"""What the walks over all stories of one file share: styles, hands, what was counted, the survey of each part."""

from __future__ import annotations

from collections import Counter

from lxml import etree

from thammuu_core.wordml.revisions.hands import Hands
from thammuu_core.wordml.revisions.oddities import Oddities
from thammuu_core.wordml.revisions.survey import Survey
from thammuu_core.wordml.styles import Styles


class Shared:
    """What the walks of one file share."""

    def __init__(self, styles: Styles, *, looks: bool = True, oddities: Oddities | None = None) -> None:
        self.styles = styles
        self._looks = looks
        self._oddities = oddities
        self.hands = Hands()
        self.tally: Counter[str] = Counter()
        self.read: Counter[str] = Counter()
        """Characters taken in, by part."""
        self._surveys: dict[etree._Element, Survey] = {}

    def looks_in(self, part: str) -> bool:
        """Whether runs of this part are asked for their look; where not, a paragraph of nothing but runs is one piece."""
        return self._looks or (self._oddities is not None and self._oddities.are_in(part))

    def survey(self, root: etree._Element, special: tuple[str, ...]) -> Survey:
        """The survey of a part, by its root."""
        found = self._surveys.get(root)
        if found is None:
            found = self._surveys[root] = Survey(root, special)
        return found
