"""Measuring inside an installation of its own: a process with an empty home, which prints what it found as JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


def environment(home: Path) -> dict[str, str]:
    """The variables of a process in that home; the tests are on its path, for their cast."""
    path = os.pathsep.join(str(ROOT / place) for place in ("src", "tests", "."))
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "thammuu.settings.dev",
        "THAMMUU_DEBUG": "0",
        "THAMMUU_HOME": str(home),
        "PYTHONPATH": path,
    }


def output_of(*words: str, home: Path) -> str:
    """What `python -m WORDS` prints in that home."""
    command = [sys.executable, "-m", *words]
    return subprocess.run(
        command, env=environment(home), check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ).stdout


def told_by(*words: str, home: Path) -> dict[str, Any]:
    """What a module that ends in `tell` found, in a home whose tables are made before."""
    output_of("django", "migrate", "-v0", "--skip-checks", home=home)
    told: dict[str, Any] = json.loads(output_of(*words, home=home))
    return told


def tell(found: Callable[[], dict[str, object]]) -> None:
    """Print what was found; Django is ready before it looks."""
    import django

    django.setup()
    json.dump(found(), sys.stdout)
