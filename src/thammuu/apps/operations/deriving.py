"""What is reckoned from rows and kept beside them, reckoned again: after a restore, and after an upgrade."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps


def derive_all() -> dict[str, int]:
    """Call `refresh_all()` of the `derived` module of every app that has one, in the order of INSTALLED_APPS.

    Those orders are lowest layer first, so that an app may rely on what the apps below it have reckoned.
    """
    done: dict[str, int] = {}
    for app in apps.get_app_configs():
        name = f"{app.name}.derived"
        if find_spec(name) is not None:
            done[app.label] = import_module(name).refresh_all()
    return done
