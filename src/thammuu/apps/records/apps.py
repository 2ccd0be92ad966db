"""Registers `records` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.records"
    label = "records"
    verbose_name = "Ghi chép trong hồ sơ"
    default_auto_field = "django.db.models.BigAutoField"
