"""The entry point of a WSGI server; refuses to serve from an unsafe installation."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thammuu.settings.production")

application = get_wsgi_application()

from thammuu.settings.safety import refuse_unsafe_start  # noqa: E402  needs the settings that are now loaded

refuse_unsafe_start()
