"""Registers `drafting` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class DraftingConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.drafting"
    label = "drafting"
    verbose_name = "Dự thảo"
    default_auto_field = "django.db.models.BigAutoField"
