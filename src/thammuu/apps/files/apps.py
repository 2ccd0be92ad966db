"""Registers `files` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.files"
    label = "files"
    verbose_name = "Tệp"
    default_auto_field = "django.db.models.BigAutoField"
