"""Pages are asked for by a browser of the cast."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client


@pytest.fixture
def drafter(as_client: Callable[[str], Client]) -> Client:
    """The one whose dossier it is."""
    return as_client("drafter")


@pytest.fixture
def outsider(as_client: Callable[[str], Client]) -> Client:
    """An officer of another agency; must see nothing."""
    return as_client("outsider")
