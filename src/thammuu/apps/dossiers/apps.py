"""Registers `dossiers` with Django."""

from __future__ import annotations

from importlib import import_module

from django.apps import AppConfig


class DossiersConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.dossiers"
    label = "dossiers"
    verbose_name = "Hồ sơ"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """What is reckoned by an agency's parameters follows them from the start."""
        import_module("thammuu.apps.dossiers.derived")
