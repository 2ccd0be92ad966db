"""Recognition of words in pictures of pages: Debian's tesseract in child processes, pages side by side.

No Django here: the command line uses it without the application.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

from thammuu.apps.files.ocr_worker import recognise_page
from thammuu_core.pages import PageImage, Recognise, RecognisedPage

PROGRAM = "tesseract"
LANGUAGE = "vie"

Progress = Callable[[int, int], None]
"""Told after each page: how many are done, how many there are."""


def recogniser(progress: Progress | None = None) -> Recognise | None:
    """What `pages.read_pdf` wants as `ocr`; None where tesseract or its Vietnamese data is missing."""
    program = shutil.which(PROGRAM)
    if program is None or LANGUAGE not in _languages(program):
        return None

    def recognise(images: Iterable[PageImage]) -> Iterator[RecognisedPage]:
        return _side_by_side(program, images, progress or _silent)

    return recognise


@cache
def _languages(program: str) -> frozenset[str]:
    """What the installed tesseract can read."""
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(listed.stdout.decode("utf-8", "replace").split())


def _silent(done: int, total: int) -> None:
    """Nobody watches."""


def _side_by_side(program: str, images: Iterable[PageImage], progress: Progress) -> Iterator[RecognisedPage]:
    """Pages as they are done, in order; as many at once as there are processors, no more drawn than that and one."""
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    waiting: deque[tuple[PageImage, Future[RecognisedPage]]] = deque()
    done = 0
    with ThreadPoolExecutor(workers, thread_name_prefix="ocr") as pool:
        source = iter(images)
        while True:
            while len(waiting) <= workers and (image := next(source, None)) is not None:
                waiting.append((image, pool.submit(recognise_page, program, image)))
            if not waiting:
                return
            image, result = waiting.popleft()
            page = result.result()
            done += 1
            progress(done, image.total)
            yield page
