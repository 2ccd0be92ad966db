"""The child that reads one PDF or picture: bytes by standard input, lines of JSON by standard output.

Lines: {"done", "total"} after each page; then one of {"claim", "words"} or {"told", "message"} (a refusal by its code).
No Django here, no database, no file: what a hostile file does to this process ends with it.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from thammuu.apps.files import ocr
from thammuu_core import exchange, intake, plans
from thammuu_core.errors import Told
from thammuu_core.plans.model import Reading

TOO_HEAVY = 3
"""Exit code when the memory allowed is used up."""
Claim = dict[str, Any]


def main(name: str) -> int:
    """Read standard input as the file of that name."""
    try:
        claim, words = claim_of(_read(sys.stdin.buffer.read(), name))
    except Told as told:
        _say({"told": told.code, "message": told.message})
    except MemoryError:
        return TOO_HEAVY
    else:
        _say({"claim": claim, "words": words})
    return 0


def claim_of(reading: Reading) -> tuple[Claim, dict[str, str]]:
    """The claim of `thammuu/reading/1` as plain JSON values, and the words of each provision by its id."""
    words = {provision.id: provision.text for provision in reading.outline.walk()}
    return json.loads(json.dumps(exchange.reading_to_dict(reading))), words


def _read(data: bytes, name: str) -> Reading:
    return plans.read(intake.read_paper(data, name, ocr=ocr.recogniser(_page_done)))


def _page_done(done: int, total: int) -> None:
    _say({"done": done, "total": total})


def _say(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
