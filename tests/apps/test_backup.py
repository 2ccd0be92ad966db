"""A backup is whole or is none, tells when it is damaged, and brings everything back equal: the drill."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings as django_settings
from django.contrib.auth.models import User
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.management import CommandError, call_command
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.migrations.loader import MigrationLoader

from support.builders import finish, make_dossier, start, step_of
from support.cast import TODAY
from support.homes import Home, home
from support.sights import sights
from thammuu.apps.files import erasing, store
from thammuu.apps.files.models import StoredFile
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.models import Event
from thammuu.apps.operations import backups, schema
from thammuu.apps.operations.deriving import derive_all
from thammuu.apps.operations.manifest import chosen, finished, read_manifest
from thammuu.apps.operations.refusals import BackupDamaged, BackupTooNew, BackupUnderWay, NoBackup
from thammuu.apps.operations.restoring import refuse_newer
from thammuu.apps.operations.rows import Contents, write_rows
from thammuu.apps.operations.verifying import verified
from thammuu.apps.organisations import clock, demo
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import actor_for

Settings = type(django_settings)


@pytest.fixture
def drafter(transactional_db: None, tmp_path: Path, settings: Settings, unread: None) -> Iterator[Actor]:
    """The drafter of an installation where people of two agencies have worked: dossiers, steps, files of evidence."""
    settings.THAMMUU_FILES = tmp_path / "files"
    with clock.at(TODAY):
        demo.set_up()
        ours, theirs = (actor_for(User.objects.get(username=name)) for name in ("lan", "thu"))
        assert ours is not None
        assert theirs is not None
        work(ours)
        work(theirs)
        derive_all()
        yield ours


def work(actor: Actor) -> None:
    """A dossier whose first step is done, with a file that proves it."""
    dossier = make_dossier(actor)
    start(actor, dossier.steps[0])
    evidence = Upload("Biên bản.txt", f"Biên bản của {actor.name}".encode())
    finish(actor, step_of(actor, dossier, 1), evidence=evidence)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where backups go."""
    return tmp_path / "sao-luu"


def told(command: str, *words: object, **options: object) -> str:
    """What a command says."""
    out = StringIO()
    call_command(command, *map(str, words), stdout=out, **options)
    return out.getvalue()


def refused(command: str, *words: object, **options: object) -> str:
    """What a command says that ends with an error."""
    with pytest.raises(CommandError) as failure:
        call_command(command, *map(str, words), stdout=StringIO(), **options)
    return str(failure.value)


def tables_now() -> dict[str, Contents]:
    """What every table of this database holds."""
    loader = MigrationLoader(connection)
    models = schema.models_after(loader, loader.applied_migrations)
    return write_rows(models, DEFAULT_DB_ALIAS, lambda _: None)


def bring_back(place: Path, restored: Home) -> None:
    """Restore as an administrator does, in processes of the new installation."""
    done = restored.manage("restore", str(place), "--into", str(restored.path))
    assert done.returncode == 0, done.stderr
    assert "bằng bản sao lưu" in done.stdout


@pytest.mark.usefixtures("drafter")
def test_the_drill_brings_back_equal_rows_files_journal_and_who_sees_what(
    place: Path, tmp_path: Path
) -> None:
    before, seen, contents = tables_now(), sights(), set(StoredFile.objects.values_list("sha256", flat=True))
    assert "nhật ký" in told("backup", place)
    assert "nguyên vẹn" in told("verify_backup", place)
    with home(tmp_path / "khoi-phuc") as restored:
        bring_back(place, restored)
        assert read_manifest(chosen(place)).tables == before
        assert json.loads(restored.run("-m", "support.sights").stdout) == seen
        assert any(seen.values())
        assert {path.name for path in (restored.path / "files").rglob("*") if path.is_file()} == contents
        for command in ("verify_journal", "audit_files"):
            assert "nguyên vẹn" in restored.manage(command, "--skip-checks").stdout
        again = restored.manage("backup", str(tmp_path / "lan-hai"))
        assert again.returncode == 0, again.stderr
        assert without_own_time(read_manifest(chosen(tmp_path / "lan-hai")).tables) == without_own_time(
            before
        )


def without_own_time(tables: dict[str, Contents]) -> dict[str, Contents]:
    """Without the tables that Django fills itself after migrating: kinds of content and their permissions."""
    return {
        name: held for name, held in tables.items() if name not in ("auth_permission", "django_content_type")
    }


@pytest.mark.long
@pytest.mark.usefixtures("drafter")
def test_people_work_on_in_what_was_restored(place: Path, tmp_path: Path) -> None:
    told("backup", place)
    with home(tmp_path / "khoi-phuc") as restored:
        bring_back(place, restored)
        made = restored.run("-c", WORK)
        assert made.returncode == 0, made.stderr
        assert "nguyên vẹn" in restored.manage("verify_journal", "--skip-checks").stdout


WORK = """
import django; django.setup()
from uuid import uuid4
from django.contrib.auth.models import User
from support.builders import PLAN
from support.cast import TODAY
from thammuu.apps.documents.services import receive_document
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.queries import actor_for
with clock.at(TODAY):
    receive_document(actor_for(User.objects.get(username="lan")), PLAN, key=uuid4())
"""


@pytest.mark.usefixtures("drafter")
def test_a_restore_touches_nothing_that_is_there(place: Path, tmp_path: Path) -> None:
    told("backup", place)
    busy = tmp_path / "dang-dung"
    busy.mkdir()
    (busy / "viec.txt").write_text("của người khác")
    assert "không trống" in refused("restore", place, into=busy)
    assert [path.name for path in busy.iterdir()] == ["viec.txt"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lies in the home, which is empty")
@pytest.mark.usefixtures("drafter")
def test_a_database_with_tables_is_never_restored_into(place: Path, tmp_path: Path) -> None:
    told("backup", place)
    with home(tmp_path / "khoi-phuc") as used:
        used.migrate()
        said = used.manage("restore", str(place), "--into", str(used.path)).stderr
        assert ("không trống" in said, "vẫn trống" in said) == (True, True)
        assert list(used.path.iterdir()) == []


DAMAGES: dict[str, Callable[[Path], object]] = {
    "rows cut": lambda backup: os.truncate(backup / "rows.jsonl.gz", 100),
    "rows flipped": lambda backup: flip(backup / "rows.jsonl.gz"),
    "rows gone": lambda backup: (backup / "rows.jsonl.gz").unlink(),
    "manifest flipped": lambda backup: flip(backup / "manifest.json"),
    "manifest cut": lambda backup: os.truncate(backup / "manifest.json", 50),
    "list of files cut": lambda backup: os.truncate(backup / "files.tsv", 10),
    "a file flipped": lambda backup: flip(first_content(backup)),
    "a file gone": lambda backup: first_content(backup).unlink(),
}


def flip(path: Path) -> None:
    """Change one bit in the middle."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def first_content(backup: Path) -> Path:
    """One of the stored contents."""
    return min(path for path in (backup.parent / "files").rglob("*") if path.is_file())


@pytest.mark.usefixtures("drafter")
def test_every_damage_is_found_and_named_before_anything_is_restored(place: Path, tmp_path: Path) -> None:
    told("backup", place)
    for number, (name, damage) in enumerate(DAMAGES.items()):
        copy = tmp_path / f"ban-{number}"
        shutil.copytree(place, copy)
        damage(chosen(copy))
        with pytest.raises(BackupDamaged, match="KHÔNG dùng được"):
            verified(chosen(copy))
        assert "KHÔNG dùng được" in refused("verify_backup", copy), name
        assert "KHÔNG dùng được" in refused("restore", copy, into=tmp_path / "khoi-phuc"), name
        assert not (tmp_path / "khoi-phuc").exists()


@pytest.mark.usefixtures("drafter")
def test_after_a_damage_was_found_the_next_backup_is_whole_again(place: Path) -> None:
    told("backup", place)
    content = first_content(chosen(place))
    damaged = content.read_bytes()[::-1]
    content.write_bytes(damaged)
    assert "KHÔNG dùng được" in refused("verify_backup", place)
    told("backup", place)
    verified(chosen(place))
    assert content.with_name(f"{content.name}.damaged").read_bytes() == damaged


def full_disk(*_: object, **__: object) -> None:
    """A disk that has no room."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("owner", "call"),
    [(os, "fsync"), (backups, "hash_of"), (backups, "listed_files"), (backups.gzip, "open")],
    ids=["while files are copied", "at the rows", "at the list of files", "at the beginning"],
)
@pytest.mark.usefixtures("drafter")
def test_a_full_disk_leaves_no_half_backup_and_harms_no_other(
    place: Path, monkeypatch: pytest.MonkeyPatch, owner: object, call: str
) -> None:
    told("backup", place)
    store.put(b"a new content")
    with monkeypatch.context() as full:
        full.setattr(owner, call, full_disk)
        assert "đã đầy: bản sao lưu lần này CHƯA có" in refused("backup", place)
    assert len(finished(place)) == 1
    assert list(place.glob(f"{backups.UNFINISHED}*")) == []
    verified(chosen(place))
    told("backup", place)
    assert len(finished(place)) == 2


@pytest.mark.usefixtures("drafter")
def test_what_a_killed_backup_left_is_swept_by_the_next_and_never_taken_for_one(place: Path) -> None:
    left = place / f"{backups.UNFINISHED}999999"
    left.mkdir(parents=True)
    (left / "manifest.json").write_text("{}")
    with pytest.raises(NoBackup):
        chosen(place)
    told("backup", place)
    assert not left.exists()


@pytest.mark.usefixtures("drafter")
def test_two_backups_at_once_do_not_sweep_each_other(place: Path) -> None:
    with backups._only_one(place), pytest.raises(BackupUnderWay):
        backups.back_up(place)


@pytest.mark.usefixtures("drafter")
def test_contents_are_kept_once_for_all_backups_and_old_backups_go_when_asked(place: Path) -> None:
    for _ in range(3):
        told("backup", place)
    first, *_, last = finished(place)
    kept = [path for path in (place / "files").rglob("*") if path.is_file()]
    assert len(kept) == read_manifest(last).files
    orphan = place / "files" / "00" / "00" / ("0" * 64)
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"of a backup that is gone")
    told("backup", place, keep=2)
    assert (len(finished(place)), first.exists(), orphan.exists()) == (2, False, False)
    for backup in finished(place):
        verified(backup)


@pytest.mark.usefixtures("drafter")
def test_a_file_that_was_damaged_before_is_told_and_all_else_is_saved(place: Path) -> None:
    digest = StoredFile.objects.first().sha256
    store.path_of(digest).write_bytes(b"y")
    assert digest in refused("backup", place)
    found = verified(chosen(place)).manifest
    assert found.damaged == (digest,)
    assert found.files == StoredFile.objects.values("sha256").distinct().count() - 1
    assert "1 tệp gốc đã hỏng" in told("verify_backup", place)


@pytest.mark.usefixtures("drafter")
def test_a_state_secret_that_was_erased_is_erased_from_the_backups_too(place: Path) -> None:
    digest = StoredFile.objects.first().sha256
    told("backup", place)
    erasing.erase(digest, at=clock.now())
    told("audit_files")
    told("backup", place)
    assert [path for path in place.rglob("*") if path.name == digest] == []
    for backup in finished(place):
        assert verified(backup).manifest.damaged == ()


@pytest.mark.usefixtures("drafter")
def test_a_backup_stands_in_the_journal(place: Path) -> None:
    told("backup", place)
    event = Event.objects.get(act=backups.ACT)
    head = read_manifest(chosen(place)).head
    assert json.loads(event.body)["data"]["head"] == head == event.previous


@pytest.mark.usefixtures("drafter")
def test_a_backup_of_a_later_version_is_refused_with_that_version(place: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('dossiers', '0999_future', '2030-01-01')"
        )
    try:
        found = backups.back_up(place).manifest
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE name = '0999_future'")
    with pytest.raises(BackupTooNew, match="0999_future"):
        refuse_newer(found)


def test_a_place_without_a_backup_is_told(tmp_path: Path) -> None:
    for command, options in (("verify_backup", {}), ("restore", {"into": tmp_path / "x"})):
        assert "không có bản sao lưu nào" in refused(command, tmp_path, **options)


def test_who_is_signed_in_is_in_no_backup() -> None:
    sessions = {model._meta.db_table for model in apps.get_models() if issubclass(model, AbstractBaseSession)}
    assert sessions <= schema.NOT_KEPT
