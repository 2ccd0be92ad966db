"""Work for processes of their own, which must be able to import it."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable

UNLUCKY = 13


def times(factor: int) -> Callable[[int], int]:
    """Multiplies; ends its own process at the unlucky number."""

    def work(number: int) -> int:
        if number == UNLUCKY:
            os.kill(os.getpid(), signal.SIGKILL)
        return number * factor

    return work
