"""Limits that a child process sets on itself before it begins, where the system has them."""

from __future__ import annotations

import sys
from collections.abc import Callable


def limited(*, memory: int, seconds: int) -> Callable[[], None] | None:
    """What `Popen` takes as `preexec_fn`: at most so many bytes of memory and seconds of processor, no core dump."""
    if sys.platform == "win32":
        return None
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    return limit
