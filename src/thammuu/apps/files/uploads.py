"""A file as it arrives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Upload:
    """The name the sender gave and the bytes; nothing about it is believed yet."""

    name: str
    data: bytes
