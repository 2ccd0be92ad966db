"""Peers that are not among our requirements: installed from the package index into a folder of the bench, when they can be."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

FOLDER = Path(tempfile.gettempdir()) / "thammuu-bench-peers"
"""Kept from run to run."""


@cache
def installed(requirement: str) -> bool:
    """Whether it can be imported from now on; says on standard error why not."""
    place = FOLDER / requirement.replace("[", "-").replace("]", "")
    if not place.exists():
        command = [sys.executable, "-m", "pip", "install", "-q", "--target", str(place), requirement]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        if done.returncode:
            print(f"SKIPPED {requirement}: {done.stderr.strip()[-300:]}", file=sys.stderr, flush=True)
            return False
    sys.path.append(str(place))
    return True
