"""One page through tesseract: a child with limits on time, processor and memory, killed when it takes too long.

The picture goes in by standard input and the words come out by standard output, so that nothing touches the disk;
the child has an empty environment but for its path, and no use for the network.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Iterator

from PIL import Image

from thammuu.apps.files.limits import limited
from thammuu_core.pages import PageImage, RecognisedPage, RecognisedWord

SECONDS = 120
"""Wall time of one page; a full one takes two seconds."""
_MEMORY = 2 * 1024**3
_LANGUAGES = "vie"
_LAYOUT = "3"
"""--psm 3: page segmentation without orientation; 6 and 11 read worse, figures in the tests."""
_ORIENTATION = "0"
_UNREADABLE = 0.55
"""Mean confidence under which the page may lie on its side or upside down."""
_WORD_LEVEL = 5
_TURNS = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


class _PageFailed(Exception):
    """The child gave nothing usable; the message tells why, in Vietnamese."""


def recognise_page(program: str, image: PageImage) -> RecognisedPage:
    """The words of one picture; never raises, a page that fails says why."""
    try:
        words = _words(_run(program, image, _LAYOUT, "tsv"))
        if _mean(words) < _UNREADABLE:
            return _turned(program, image, words)
        return RecognisedPage(image.number, words)
    except _PageFailed as failure:
        return RecognisedPage(image.number, failure=str(failure))


def _turned(program: str, image: PageImage, words: tuple[RecognisedWord, ...]) -> RecognisedPage:
    """The page read again the right way up, if it lies turned and reads better so."""
    try:
        degrees = _rotation(_run(program, image, _ORIENTATION, None, language="osd"))
    except _PageFailed:
        degrees = 0
    if degrees not in _TURNS:
        return RecognisedPage(image.number, words)
    picture = Image.frombytes("L", (image.width, image.height), image.grey).transpose(_TURNS[degrees])
    upright = PageImage(
        image.number, image.total, picture.width, picture.height, image.dpi, picture.tobytes()
    )
    better = _words(_run(program, upright, _LAYOUT, "tsv"))
    if _mean(better) > _mean(words):
        return RecognisedPage(image.number, better, turned=degrees)
    return RecognisedPage(image.number, words)


def _mean(words: tuple[RecognisedWord, ...]) -> float:
    """Mean confidence; 0 without words."""
    return sum(word.confidence for word in words) / len(words) if words else 0.0


def _run(
    program: str, image: PageImage, layout: str, output: str | None, *, language: str = _LANGUAGES
) -> str:
    """Standard output of tesseract on the picture."""
    command = [program, "stdin", "stdout", "-l", language, "--psm", layout, "--dpi", str(image.dpi)]
    header = f"P5 {image.width} {image.height} 255\n".encode()
    with tempfile.TemporaryDirectory(prefix="thammuu-ocr-") as private:
        child = _started([*command, *([output] if output else [])], private)
        try:
            out, _ = child.communicate(header + image.grey, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            _kill(child)
            raise _PageFailed(f"quá {SECONDS} giây") from None
    if child.returncode:
        raise _PageFailed("chương trình nhận dạng báo lỗi")
    return out.decode("utf-8", "replace")


def _started(command: list[str], private: str) -> subprocess.Popen[bytes]:
    """The child in a session of its own, so that all it starts can be killed with it."""
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=private,
            env=_environment(private),
            start_new_session=True,
            preexec_fn=limited(memory=_MEMORY, seconds=SECONDS),
        )
    except (OSError, subprocess.SubprocessError):
        raise _PageFailed("không chạy được chương trình nhận dạng") from None


def _environment(private: str) -> dict[str, str]:
    """One thread a page: pages side by side are faster than threads in one."""
    kept = {
        name: os.environ[name] for name in ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT") if name in os.environ
    }
    return {**kept, "OMP_THREAD_LIMIT": "1", "TMPDIR": private, "HOME": private, "LC_ALL": "C.UTF-8"}


def _kill(child: subprocess.Popen[bytes]) -> None:
    """The child and whatever it started."""
    if hasattr(os, "killpg"):
        os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()
    child.communicate()


def _words(table: str) -> tuple[RecognisedWord, ...]:
    """Tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text."""
    try:
        return tuple(_parsed(table))
    except ValueError:
        raise _PageFailed("chương trình nhận dạng trả kết quả lạ") from None


def _parsed(table: str) -> Iterator[RecognisedWord]:
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) != 12 or fields[0] != str(_WORD_LEVEL) or not fields[11].strip():
            continue
        block, part, line = map(int, fields[2:5])
        left, top, width, height = map(int, fields[6:10])
        sure = min(max(float(fields[10]) / 100, 0.0), 1.0)
        yield RecognisedWord(fields[11], left, top, left + width, top + height, sure, (block, part, line))


def _rotation(report: str) -> int:
    """Degrees clockwise to upright, from the lines of tesseract's orientation report."""
    for line in report.splitlines():
        name, _, value = line.partition(":")
        if name == "Rotate" and value.strip().isdigit():
            return int(value)
    return 0
