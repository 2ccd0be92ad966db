"""Programs from outside that some tests need: where one is missing the test is skipped loudly, and fails under CI."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest


def program(name: str, packages: str) -> str:
    """The path of a program; without it the test that asks is skipped, or fails where CI promised it."""
    found = shutil.which(name)
    if found:
        return found
    return missing(f"{name}: apt-get install {packages}")


def missing(what: str) -> str:
    """Skip the test, or fail it under CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"MISSING {what}")
    pytest.skip(f"MISSING {what}")


def printed(document: bytes, folder: Path) -> bytes:
    """The PDF that LibreOffice prints of a .docx; `folder` is a private place for its files and its profile."""
    return printed_all({"document": document}, folder)["document"]


def printed_all(documents: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """The PDFs of several .docx by their names, in one run: starting LibreOffice takes most of the time."""
    office = program("soffice", "libreoffice-writer-nogui fonts-liberation2")
    sources = {name: folder / f"{name}.docx" for name in documents}
    for name, source in sources.items():
        source.write_bytes(documents[name])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sources.values())], capture_output=True, check=True, timeout=180)
    return {name: source.with_suffix(".pdf").read_bytes() for name, source in sources.items()}
