"""For pytest: quick password hashes, jobs run where they are asked for, files in a directory of the test."""

from __future__ import annotations

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
SCRATCH = Path(tempfile.mkdtemp(prefix="thammuu-test-"))
"""Database and files of this process; `support.database` removes it at the end."""
THAMMUU_FILES = SCRATCH / "files"

if "sqlite3" in DATABASES["default"]["ENGINE"]:
    # A file, not memory: concurrent connections must meet the same locks as in production.
    DATABASES["default"]["TEST"] = {"NAME": SCRATCH / "test.sqlite3"}
