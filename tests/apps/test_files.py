"""Files are kept exactly, or not at all, and are only ever downloaded."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from support.cast import Cast
from support.docx import docx
from thammuu.apps.files import gate, services, store
from thammuu.apps.files.models import StoredFile
from thammuu.apps.files.serving import attachment
from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations import clock
from thammuu_core.errors import Told

Settings = type(django_settings)


@pytest.fixture
def folder(tmp_path: Path, settings: Settings) -> Path:
    """An empty store."""
    settings.THAMMUU_FILES = tmp_path / "files"
    return tmp_path / "files"


def contents(folder: Path) -> list[Path]:
    """Every file in the store, unfinished ones included."""
    return [path for path in folder.rglob("*") if path.is_file()]


def failing(code: int) -> Callable[..., int]:
    """A system call that fails so."""

    def call(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    return call


def test_what_is_put_is_what_is_got(folder: Path) -> None:
    digest = store.put(b"Ke hoach")
    assert store.get(digest) == b"Ke hoach"
    assert store.path_of(digest).stat().st_mode & 0o777 == 0o640


def test_the_same_content_is_kept_once(folder: Path) -> None:
    assert store.put(b"x") == store.put(b"x")
    assert len(contents(folder)) == 1


@pytest.mark.parametrize(
    ("call", "code", "refusal"),
    [
        ("fsync", errno.EIO, store.StoreFailed),
        ("fsync", errno.ENOSPC, store.StoreFull),
        ("rename", errno.EDQUOT, store.StoreFull),
        ("chmod", errno.EROFS, store.StoreFailed),
    ],
)
def test_a_disk_that_fails_is_told_and_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int, refusal: type[Exception]
) -> None:
    monkeypatch.setattr(os, call, failing(code))
    with pytest.raises(refusal):
        store.put(b"x")
    assert contents(folder) == []


def test_a_failed_sync_is_not_tried_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def sync(handle: int) -> None:
        calls.append(handle)
        raise OSError(errno.EIO, "EIO")

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(store.StoreFailed):
        store.put(b"x")
    assert len(calls) == 1


def test_room_that_comes_back_is_used_without_a_restart(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(os, "fsync", failing(errno.ENOSPC))
        with pytest.raises(store.StoreFull):
            store.put(b"x")
    assert store.get(store.put(b"x")) == b"x"


def test_a_content_cut_short_on_disk_is_written_again(folder: Path) -> None:
    path = store.path_of(store.put(b"0123456789"))
    path.write_bytes(b"012")
    assert store.get(store.put(b"0123456789")) == b"0123456789"


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b"y"), lambda path: path.unlink()])
def test_a_damaged_file_is_not_served(folder: Path, damage: Callable[[Path], object]) -> None:
    digest = store.put(b"x")
    damage(store.path_of(digest))
    with pytest.raises(store.ContentDamaged):
        store.get(digest)


@pytest.mark.parametrize(
    ("name", "data", "media", "kept"),
    [
        ("Kế hoạch.txt", "Kế hoạch".encode(), "text/plain", "Kế hoạch.txt"),
        ("quet.PDF", b"%PDF-1.7", "application/pdf", "quet.PDF"),
        ("anh.jpeg", b"\xff\xd8\xff\xe0", "image/jpeg", "anh.jpeg"),
        ("anh", b"\x89PNG\r\n\x1a\n", "image/png", "anh.png"),
        ("virus.exe", b"%PDF-1.7", "application/pdf", "virus.exe.pdf"),  # saved as what it is
    ],
)
def test_a_file_is_what_its_content_says(name: str, data: bytes, media: str, kept: str) -> None:
    assert gate.admit(Upload(name, data)) == (media, kept)


def test_photographs_in_a_word_file_are_taken_as_they_are() -> None:
    assert gate.admit(Upload("anh.docx", docx("p/r/drawing")))[1] == "anh.docx"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("ke-hoach.docx", b"PK\x03\x04 not a zip"),
        ("chuong-trinh.exe", b"MZ\x90\x00\x03"),
        ("ke-hoach.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("trang.html", b"<html><script>alert(1)</script>"),
        ("rong.txt", b""),
        ("mat.txt", "UBND TỈNH A\nMẬT\nKẾ HOẠCH\n1. Việc".encode()),
    ],
)
def test_a_hostile_secret_or_unknown_file_never_reaches_the_disk(
    folder: Path, name: str, data: bytes
) -> None:
    with pytest.raises(Told):
        services.keep(Upload(name, data))
    assert contents(folder) == []


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("C:\\Users\\An\\Kế hoạch.docx", "Kế hoạch.docx"),
        ("../../etc/passwd", "passwd"),
        ("bao\u202ecao\r\n.pdf", "bao cao  .pdf"),
        ("Kế hoạch.pdf", "Kế hoạch.pdf"),
        ("", "tep"),
        (".htaccess", "htaccess"),
    ],
)
def test_a_name_is_only_a_name(given_name: str, kept: str) -> None:
    assert gate.safe_name(given_name) == kept


@given(st.text(max_size=400))
def test_no_name_can_reach_a_path_or_a_header(name: str) -> None:
    kept = gate.safe_name(name)
    assert kept
    assert len(kept) <= 200
    assert not set(kept) & set("/\\\r\n\x00")


def test_a_download_is_only_saved_never_shown(folder: Path) -> None:
    digest = store.put(b"%PDF-1.7")
    response = attachment(StoredFile(name="Kế hoạch số 5.pdf", media_type="application/pdf", sha256=digest))
    assert response.content == b"%PDF-1.7"
    assert response["Content-Disposition"] == (
        "attachment; filename*=utf-8''K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%205.pdf"
    )
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response["Cache-Control"] == "private, no-store"


def test_the_audit_names_every_damaged_file(cast: Cast, folder: Path) -> None:
    kept = [services.keep(Upload(f"{number}.txt", f"{number}".encode())) for number in range(3)]
    for content in kept:
        services.add_row(
            content, agency_id=cast.drafter.agency_id, officer_id=cast.drafter.id, at=clock.now()
        )
    call_command("audit_files", stdout=StringIO())
    store.path_of(kept[0].sha256).write_bytes(b"x")
    store.path_of(kept[2].sha256).unlink()
    told = StringIO()
    with pytest.raises(CommandError, match="2 tệp"):
        call_command("audit_files", stderr=told)
    assert [name in told.getvalue() for name in ("0.txt", "1.txt", "2.txt")] == [True, False, True]
