"""For a developer's machine and for the demo: no collected static files, errors with their trace."""

from __future__ import annotations

import os

from thammuu.settings.base import *  # noqa: F403

DEBUG = os.environ.get("THAMMUU_DEBUG", "1") == "1"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# A developer's clone has no place for data yet; in production its absence is told instead (a missing mount, mostly).
HOME.mkdir(parents=True, exist_ok=True)  # noqa: F405
