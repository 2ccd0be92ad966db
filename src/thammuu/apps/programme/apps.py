"""Registers `programme` with Django."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.programme"
    label = "programme"
    verbose_name = "Chương trình công tác"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What is reckoned by an agency's parameters follows them from the start."""
        import_module("thammuu.apps.programme.derived")
