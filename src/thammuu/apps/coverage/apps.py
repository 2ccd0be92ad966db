"""Registers `coverage` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class CoverageConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.coverage"
    label = "coverage"
    verbose_name = "Đối chiếu văn bản giao, so sánh kế hoạch"
    default_auto_field = "django.db.models.BigAutoField"
