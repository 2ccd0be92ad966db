"""Registers `jobs` with Django."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.jobs"
    label = "jobs"
    verbose_name = "Việc nền"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register what every app has in its `jobs` module, so that a worker knows all work without a page loaded."""
        autodiscover_modules("jobs")
