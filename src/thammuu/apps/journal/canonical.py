"""One way of writing a value as JSON, so that the same value always has the same hash (RFC 8785 for our subset)."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, datetime, time
from enum import Enum
from hashlib import sha256
from uuid import UUID


def canonical(value: object) -> str:
    """Sorted keys, no spaces, UTF-8 as it is; dates in ISO form, UUIDs in lower case, dataclasses by their fields.

    Floats are refused: two programs may print one float in two ways.
    """
    return json.dumps(
        _plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    )


def fingerprint(value: object) -> str:
    """SHA-256 of the canonical form, in hex."""
    return sha256(canonical(value).encode()).hexdigest()


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int) or type(value) is str:
        return value
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, bytes):
        return sha256(value).hexdigest()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = [_plain(item) for item in value]
        return sorted(items, key=str) if isinstance(value, set | frozenset) else items
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"No canonical form for {type(value).__name__}")
