"""Registers `jobs` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.jobs"
    label = "jobs"
    verbose_name = "Việc nền"
    default_auto_field = "django.db.models.BigAutoField"
