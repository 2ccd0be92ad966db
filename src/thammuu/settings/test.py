"""For pytest: quick password hashes, jobs run where they are asked for, files in a directory of the test."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from thammuu.settings.base import *  # noqa: F403
from thammuu.settings.base import DATABASES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend", "ENQUEUE_ON_COMMIT": False}
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
AXES_ENABLED = False
THAMMUU_FILES = Path(tempfile.gettempdir()) / f"thammuu-test-files-{os.getpid()}"

if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, not memory: concurrent connections must meet the same locks as in production.
    DATABASES["default"]["TEST"] = {
        "NAME": Path(tempfile.gettempdir()) / f"thammuu-test-{os.getpid()}.sqlite3"
    }
