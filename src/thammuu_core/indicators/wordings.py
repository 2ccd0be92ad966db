"""How alike two wordings are, when words that every text uses count little and words that few use count much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import log, sqrt

from thammuu_core.text import fold

Weights = dict[str, float]


@dataclass(frozen=True)
class Wordings:
    """Many texts that are compared with each other; `texts` decide how much a word weighs."""

    texts: tuple[str, ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Wordings:
        """From any texts."""
        return cls(tuple(texts))

    @cached_property
    def _seen(self) -> Counter[str]:
        return Counter(gram for text in self.texts for gram in set(_grams(text)))

    def weighed(self, text: str) -> Weights:
        """Each word and each pair of neighbours with its weight."""
        many = len(self.texts) + 1
        return {gram: log(many / (1 + self._seen[gram])) + 0.1 for gram in set(_grams(text))}

    def likeness(self, one: Weights, other: Weights) -> float:
        """From 0, no word in common, to 1, the same words."""
        shared = sum(one[gram] * other[gram] for gram in one.keys() & other.keys())
        return shared / (_length(one) * _length(other)) if shared else 0.0

    def within(self, one: Weights, other: Weights) -> float:
        """How much of `one` is said in `other`, however much more it says."""
        whole = sum(weight * weight for weight in one.values())
        return sum(one[gram] ** 2 for gram in one.keys() & other.keys()) / whole if whole else 0.0


def _length(weights: Weights) -> float:
    return sqrt(sum(weight * weight for weight in weights.values()))


def _grams(text: str) -> list[str]:
    said = [word for word in fold(text).split() if not word.isdigit()]
    return [*said, *(f"{one} {two}" for one, two in pairwise(said))]
