"""A PDF that unpacks to more than a machine has ends its reader and is told; the worker goes on."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import pytest

from support.pdfs import Pdf
from thammuu.apps.files import contained
from thammuu.apps.files.contained import TooHeavy
from thammuu_core.errors import Told
from thammuu_core.intake.refusals import StateSecret
from thammuu_core.pages.refusals import DamagedPages, LockedPdf

MEGABYTE = 1 << 20


def quiet(done: int, total: int) -> None:
    """Nobody watches."""


def packed(piece: bytes, times: int) -> bytes:
    """That many times the piece, packed without ever being whole in memory."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(piece) for _ in range(times)) + packer.flush()


def bomb(stream: bytes, filters: str) -> bytes:
    """A PDF of one page whose drawing commands are that stream."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(stream), filters.encode(), stream),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start


COMMANDS = b"0 0 m 9 9 l 5 5 l S q Q\n" * 40_000
"""About a megabyte of lines to draw."""
BOMBS: dict[str, Callable[[], bytes]] = {
    "lines": lambda: bomb(packed(COMMANDS, 700), "/FlateDecode"),
    "packed twice": lambda: bomb(zlib.compress(packed(COMMANDS, 900), 9), "[/FlateDecode /FlateDecode]"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_stream_bomb_ends_the_child_and_is_told(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(contained, "MEMORY", 600 * MEGABYTE)
    data = BOMBS[name]()
    assert len(data) < 8 * MEGABYTE
    with pytest.raises(TooHeavy, match="quá lớn hoặc quá phức tạp"):
        contained.read(data, "bom.pdf", quiet)
    assert contained.read(plan(), "ke-hoach.pdf", quiet)[0]["schema"] == "thammuu/reading/1"


def plan() -> bytes:
    """A plan of one step, in letters that every PDF reader has."""
    lines = ["KE HOACH", "Xay dung chuong trinh", "1. Truoc 15/6/2021: Xay dung du thao."]
    return Pdf().page().lines(72, 90, lines).bytes()


def test_a_file_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contained, "SILENT_SECONDS", 0.05)
    with pytest.raises(TooHeavy):
        contained.read(plan(), "ke-hoach.pdf", quiet)


def test_processor_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contained, "PROCESSOR_SECONDS", 2)
    with pytest.raises(TooHeavy):
        contained.read(bomb(packed(COMMANDS, 200), "/FlateDecode"), "cham.pdf", quiet)


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"%PDF-1.7 damaged", DamagedPages),
        (b"\x89PNG\r\n\x1a\n damaged", DamagedPages),
    ],
)
def test_a_refusal_in_the_child_is_the_same_refusal_here(data: bytes, refusal: type[Told]) -> None:
    with pytest.raises(refusal) as told:
        contained.read(data, "tep.pdf", quiet)
    assert (type(told.value), bool(told.value.message)) == (refusal, True)


@pytest.mark.parametrize("kind", [LockedPdf, StateSecret])
def test_every_refusal_comes_back_as_its_own_type(kind: type[Told]) -> None:
    made = contained.refusal(kind.code, "vì sao")
    assert (type(made), made.message, str(made)) == (kind, "vì sao", "vì sao")


def test_the_child_knows_no_secret_of_the_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("THAMMUU_SECRET_KEY", "DATABASE_URL", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "bi-mat")
    assert "bi-mat" not in str(contained._environment())


def test_a_bug_in_the_child_is_no_refusal_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contained, "_environment", lambda: {"PYTHONHOME": "/nowhere"})
    with pytest.raises(contained.ChildBroke, match=r"nowhere|encodings|Python"):
        contained.read(plan(), "ke-hoach.pdf", quiet)
