"""Registers `journal` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.journal"
    label = "journal"
    verbose_name = "Nhật ký"
    default_auto_field = "django.db.models.BigAutoField"
