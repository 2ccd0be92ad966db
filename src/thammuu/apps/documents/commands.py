"""What a screen asks for, as frozen values built by its forms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ConfirmAsRead:
    """These values of one group ("header", "steps/s3") are right as they stand; no paths: all that were read."""

    reading: UUID
    group: str
    seen: int
    """How many answers about the group were shown when the page was opened."""
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ConfirmWithoutDoubt:
    """Everything that nobody has answered yet and that no doubt is about is right as the machine read it."""

    reading: UUID


@dataclass(frozen=True, slots=True)
class SayValues:
    """The values of one group are these; `values` are (path, value) pairs in the shapes of `held`."""

    reading: UUID
    group: str
    seen: int
    values: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class ArrangeStep:
    """A step is dropped, joined into `other`, or kept after all."""

    reading: UUID
    mark: str
    seen: int
    fate: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class AddStep:
    """A step that the machine did not read, to stand behind `behind` ("" for the beginning); `values` by field."""

    reading: UUID
    behind: str
    where: str
    values: tuple[tuple[str, Any], ...]
