"""Registers `organisations` with Django."""

from __future__ import annotations

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """The app as Django knows it."""

    name = "thammuu.apps.organisations"
    label = "organisations"
    verbose_name = "Cơ quan, đơn vị, cán bộ"
    default_auto_field = "django.db.models.BigAutoField"
