"""A process that acts until it is killed: `python -m support.writer ACKNOWLEDGED`; it notes each act after its commit."""

from __future__ import annotations

import os
import sys
from uuid import UUID, uuid4

import django


def main(acknowledged: str) -> None:
    """Act, then note; what is noted must be there however this process ends."""
    django.setup()
    from django.utils import timezone

    from thammuu.apps.journal.receipts import once
    from thammuu.apps.journal.services import record

    owner = uuid4()
    notes = os.open(acknowledged, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def act() -> UUID:
        subject = uuid4()
        record("test.done", subject=subject, at=timezone.now(), actor=owner, agency=None)
        return subject

    while True:
        key = uuid4()
        once(owner, key, "test.done", None, act)
        os.write(notes, f"{key}\n".encode())


if __name__ == "__main__":
    main(sys.argv[1])
