"""Which engine does the background work: the database itself, or Celery on a broker, by `THAMMUU_TASKS`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

DATABASE = "database"
CELERY = "celery"
BACKENDS = {
    DATABASE: "django_tasks_db.DatabaseBackend",
    CELERY: "thammuu.apps.jobs.broker.CeleryBackend",
}


def tasks(environment: Mapping[str, str]) -> dict[str, Any]:
    """The value of TASKS. Nothing of Celery is imported here: it is an extra that few installations have."""
    engine = environment.get("THAMMUU_TASKS", DATABASE) or DATABASE
    if engine not in BACKENDS:
        raise ValueError(f"THAMMUU_TASKS phải là {DATABASE} hoặc {CELERY}, đang là {engine!r}.")
    broker = environment.get("THAMMUU_BROKER_URL", "")
    if engine == CELERY and not broker:
        raise ValueError(
            "THAMMUU_TASKS=celery cần địa chỉ hàng đợi: đặt THAMMUU_BROKER_URL, ví dụ redis://máy:6379/0."
        )
    if engine == CELERY and find_spec("celery") is None:
        raise ValueError("THAMMUU_TASKS=celery cần phần cài thêm: chạy pip install 'thammuu[celery]'.")
    options = {"broker": broker} if engine == CELERY else {}
    return {"default": {"BACKEND": BACKENDS[engine], "ENQUEUE_ON_COMMIT": False, "OPTIONS": options}}
