"""Fixtures for all tests: the shared corpus of real documents, where there is one; the database, the cast, its work."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["support.database", "support.cast", "support.builders"]

# Speed is measured in bench/; on a busy machine a deadline only makes tests flicker.
settings.register_profile("thammuu", deadline=None)
settings.load_profile("thammuu")

_CORPUS = Path(os.environ.get("THAMMUU_CORPUS") or Path(__file__).parents[2] / "shared" / "corpus")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents; tests that need it are skipped where it is absent."""
    if not (_CORPUS / "manifest.tsv").exists():
        pytest.skip(f"NO CORPUS at {_CORPUS}: set THAMMUU_CORPUS to run this test")
    return _CORPUS
