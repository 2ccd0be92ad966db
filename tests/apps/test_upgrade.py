"""A new version takes the tables over with a verified backup, loses no row, and never goes backwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection

from support.homes import Home, home
from thammuu.apps.journal.models import Receipt
from thammuu.apps.operations import upgrading
from thammuu.apps.operations.backups import back_up
from thammuu.apps.operations.manifest import chosen, finished, read_manifest
from thammuu.apps.operations.refusals import RowsLost

EARLIER = ("files", "0002")
"""A migration of an earlier version, to go back to and come from."""


@pytest.fixture
def earlier(tmp_path: Path) -> Iterator[Home]:
    """An installation whose tables are those of an earlier version, with a register in them."""
    with home(tmp_path / "nha") as made:
        made.migrate()
        for words in (("-c", REGISTER), ("-m", "django", "migrate", *EARLIER, "--skip-checks", "-v0")):
            done = made.run(*words)
            assert done.returncode == 0, done.stderr
        yield made


REGISTER = "import django; django.setup(); from thammuu.apps.organisations import demo; demo.set_up()"


def test_an_upgrade_keeps_every_row_and_leaves_a_backup_to_go_back_to(earlier: Home, tmp_path: Path) -> None:
    place = tmp_path / "sao-luu"
    done = earlier.manage("upgrade", str(place))
    assert done.returncode == 0, done.stderr
    assert "files.0003_erasedcontent" in done.stdout
    assert "Nâng cấp xong" in done.stdout
    before = read_manifest(chosen(place))
    assert "files_erasedcontent" not in before.tables
    assert before.tables["organisations_agency"].rows > 0
    again = earlier.manage("upgrade", str(place))
    assert "Các bảng đã đúng phiên bản." in again.stdout
    after = read_manifest(chosen(place))
    assert after.tables["organisations_agency"] == before.tables["organisations_agency"]


@pytest.mark.long
def test_a_backup_of_an_earlier_version_is_restored_and_brought_up_to_date(
    earlier: Home, tmp_path: Path
) -> None:
    place = tmp_path / "sao-luu"
    assert earlier.manage("upgrade", str(place)).returncode == 0
    with home(tmp_path / "khoi-phuc") as restored:
        done = restored.manage("restore", str(finished(place)[0]), "--into", str(restored.path))
        assert done.returncode == 0, done.stderr
        told = restored.manage("health", "--json")
        assert '"part": "schema", "state": "good"' in told.stdout


def test_a_later_database_is_refused_untouched(transactional_db: None, tmp_path: Path) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('dossiers', '0999_future', '2030-01-01')"
        )
    try:
        with pytest.raises(CommandError, match="KHÔNG nâng cấp"):
            call_command("upgrade", tmp_path / "sao-luu")
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE name = '0999_future'")
    assert not (tmp_path / "sao-luu").exists()


def test_an_upgrade_that_fails_says_where_the_backup_is(
    transactional_db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise DatabaseError("table is locked")

    monkeypatch.setattr(upgrading, "call_command", failing)
    with pytest.raises(CommandError, match="còn nguyên") as failure:
        call_command("upgrade", tmp_path / "sao-luu")
    assert str(tmp_path / "sao-luu") in str(failure.value)
    assert len(finished(tmp_path / "sao-luu")) == 1


def test_rows_that_went_missing_stop_the_upgrade(transactional_db: None, tmp_path: Path) -> None:
    Receipt.objects.create(owner="0" * 32, key="0" * 32, act="test.done", fingerprint="0" * 64)
    made = back_up(tmp_path / "sao-luu")
    upgrading._refuse_loss(made)
    Receipt.objects.all().delete()
    with pytest.raises(RowsLost, match=r"journal_receipt \(1 → 0\)"):
        upgrading._refuse_loss(made)
