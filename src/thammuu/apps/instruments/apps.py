"""Registers `instruments` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.instruments"
    label = "instruments"
    verbose_name = "Sổ văn bản pháp luật"
    default_auto_field = "django.db.models.BigAutoField"
