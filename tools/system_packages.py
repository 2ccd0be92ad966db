"""Bring the system programs that a task needs: `system_packages.py NAME…`; installs by apt where root may.

Elsewhere it says loudly what is missing and which package brings it, and goes on: what needs it is skipped or
refused later. Under CI=true a program that is still missing is an error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

PROGRAMS = {
    # name: (program on PATH, Debian packages)
    "browser": ("chromium", ["chromium"]),
    "ocr": ("tesseract", ["tesseract-ocr", "tesseract-ocr-vie"]),
    "office": ("soffice", ["libreoffice-writer-nogui", "fonts-liberation2"]),
    "redis": ("redis-server", ["redis-server"]),
    "pictures": ("pdftoppm", ["poppler-utils"]),
}


def present(name: str) -> bool:
    """The program is there; for OCR, with the Vietnamese data."""
    program, _ = PROGRAMS[name]
    if shutil.which(program) is None:
        return False
    if name != "ocr":
        return True
    languages = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return "vie" in languages.stdout.split()


def main(names: list[str]) -> int:
    """Install what is missing; exit 1 only under CI when something still is."""
    packages = [package for name in names if not present(name) for package in PROGRAMS[name][1]]
    if packages and shutil.which("apt-get") and os.geteuid() == 0:
        env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        print(f"Cài gói hệ thống: {' '.join(packages)}", file=sys.stderr)
        subprocess.call(["apt-get", "update", "-qq"], env=env, stdout=subprocess.DEVNULL)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
        subprocess.call(install, env=env, stdout=subprocess.DEVNULL)
    missing = [name for name in names if not present(name)]
    for name in missing:
        program, packages = PROGRAMS[name]
        print(f"THIẾU {program}: sudo apt-get install {' '.join(packages)}", file=sys.stderr)
    return 1 if missing and os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
