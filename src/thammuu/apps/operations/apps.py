"""Registers `operations` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class OperationsConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.operations"
    label = "operations"
    verbose_name = "Vận hành"
    default_auto_field = "django.db.models.BigAutoField"
