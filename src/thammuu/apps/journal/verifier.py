"""Checks a chain of events. Standard library only: copy this file anywhere and run `verifier.py EVENTS.jsonl`.

Each line of the file is {"seq", "previous", "hash", "body"} as `thammuu manage export_journal` writes it.
A chain alone cannot show that its tail was cut or that it was rewritten whole: compare the printed head with one
that was kept elsewhere.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

GENESIS = "0" * 64
"""What the first event names as its predecessor."""


@dataclass(frozen=True, slots=True)
class Link:
    """One event as stored."""

    seq: int
    previous: str
    hash: str
    body: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """How far the chain holds; `broken_at` is the first event that does not, with the reason in words."""

    events: int
    head: str
    broken_at: int | None = None
    reason: str = ""


def link_hash(previous: str, seq: int, body: str) -> str:
    """SHA-256 of previous hash, number and body, a line each."""
    return sha256(f"{previous}\n{seq}\n{body}".encode()).hexdigest()


def verify(links: Iterable[Link]) -> Verdict:
    """Follow the chain from its first event."""
    head, count = GENESIS, 0
    for link in links:
        expected = count + 1
        if link.seq != expected:
            return Verdict(
                count, head, expected, f"thiếu hoặc thừa sự kiện: gặp số {link.seq} ở chỗ số {expected}"
            )
        if link.previous != head:
            return Verdict(count, head, link.seq, "không nối với sự kiện trước")
        if link.hash != link_hash(link.previous, link.seq, link.body):
            return Verdict(count, head, link.seq, "nội dung đã bị sửa")
        head, count = link.hash, link.seq
    return Verdict(count, head)


def main(arguments: list[str]) -> int:
    """Exit 0 when the chain holds, 1 when it is broken."""
    with open(arguments[0], encoding="utf-8") as lines:
        verdict = verify(Link(**json.loads(line)) for line in lines)
    if verdict.broken_at is None:
        print(f"Nhật ký nguyên vẹn: {verdict.events} sự kiện, đầu chuỗi {verdict.head}")  # noqa: T201
        return 0
    print(f"Nhật ký HỎNG từ sự kiện số {verdict.broken_at}: {verdict.reason}")  # noqa: T201
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
