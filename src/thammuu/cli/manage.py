"""`thammuu manage …`: Django's management commands."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from django.core.management import execute_from_command_line


def run(words: list[str]) -> int:
    """Run a management command with the settings that the environment names.

    Without a name: those of production where there is a secret key, as on every installation, else those for
    development. With the latter `collectstatic` would not make what `serve` asks for.
    """
    settings = "production" if os.environ.get("THAMMUU_SECRET_KEY") else "dev"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", f"thammuu.settings.{settings}")
    try:
        import_module(os.environ["DJANGO_SETTINGS_MODULE"])
    except ValueError as wrong:  # a variable of the environment that says what cannot be
        print(f"thammuu: {wrong}", file=sys.stderr)
        return 2
    execute_from_command_line(["thammuu manage", *words])
    return 0
