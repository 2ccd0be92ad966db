"""`thammuu manage …`: Django's management commands."""

from __future__ import annotations

import os

from django.core.management import execute_from_command_line


def run(words: list[str]) -> int:
    """Run a management command with the settings that the environment names, else those for development."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thammuu.settings.dev")
    execute_from_command_line(["thammuu manage", *words])
    return 0
