"""The same contract with contents in an S3-compatible bucket, against a server that speaks its protocol."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import boto3
import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command
from moto.server import ThreadedMotoServer

from support.cast import Cast
from thammuu.apps.files import services, store
from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations import clock
from thammuu.settings.storage import files

Settings = type(django_settings)
BUCKET = "van-ban"


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    """A server of objects on this machine."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def bucket(endpoint: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """An empty bucket that the installation keeps its files in."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "thu")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    made = boto3.resource("s3", endpoint_url=endpoint).create_bucket(Bucket=BUCKET)
    settings.THAMMUU_FILES = f"s3://{BUCKET}/so-a?endpoint={endpoint}"
    yield made
    made.objects.all().delete()
    made.delete()


def test_what_is_put_is_what_is_got_under_its_hash(bucket: object) -> None:
    digest = store.put(b"Ke hoach")
    assert (store.get(digest), store.has(digest)) == (b"Ke hoach", True)
    assert [item.key for item in bucket.objects.all()] == [f"so-a/{digest[:2]}/{digest[2:4]}/{digest}"]


def test_the_same_content_is_kept_once(bucket: object) -> None:
    assert store.put(b"x") == store.put(b"x")
    assert len(list(bucket.objects.all())) == 1


def test_a_content_that_is_another_or_gone_is_not_served_and_can_be_put_again(bucket: object) -> None:
    digest = store.put(b"0123456789")
    (item,) = bucket.objects.all()
    item.put(Body=b"012")
    with pytest.raises(store.ContentDamaged):
        store.get(digest)
    assert store.get(store.put(b"0123456789")) == b"0123456789"
    item.delete()
    with pytest.raises(store.ContentDamaged):
        store.get(digest)


def test_an_erased_content_is_gone_with_all_its_versions(bucket: object) -> None:
    bucket.Versioning().enable()
    digest = store.put(b"x")
    store.erase(digest)
    store.erase(digest)
    assert (store.has(digest), list(bucket.object_versions.all())) == (False, [])


def test_a_store_that_does_not_answer_is_told_and_acknowledges_nothing(settings: Settings) -> None:
    settings.THAMMUU_FILES = "s3://van-ban?endpoint=http://127.0.0.1:9"
    for act in (lambda: store.put(b"x"), lambda: store.get("0" * 64), lambda: store.has("0" * 64)):
        with pytest.raises(store.StoreAway, match="CHƯA"):
            act()


def test_the_audit_reads_the_bucket(cast: Cast, bucket: object) -> None:
    kept = [services.keep(Upload(f"{number}.txt", f"{number}".encode())) for number in range(2)]
    for content in kept:
        services.add_row(
            content, agency_id=cast.drafter.agency_id, officer_id=cast.drafter.id, at=clock.now()
        )
    call_command("audit_files", stdout=StringIO())
    bucket.Object(f"so-a/{kept[1].sha256[:2]}/{kept[1].sha256[2:4]}/{kept[1].sha256}").put(Body=b"y")
    told = StringIO()
    with pytest.raises(CommandError, match="1 tệp"):
        call_command("audit_files", stderr=told)
    assert "1.txt" in told.getvalue()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, Path("/srv/thammuu/files")),
        ({"THAMMUU_FILES": "/mnt/tep"}, Path("/mnt/tep")),
        ({"THAMMUU_FILES": "s3://kho/so?endpoint=https://may"}, "s3://kho/so?endpoint=https://may"),
    ],
)
def test_the_environment_chooses_where_files_are_kept(given: dict[str, str], expected: object) -> None:
    assert files(given, Path("/srv/thammuu")) == expected


@pytest.mark.parametrize("place", ["http://may/kho", "s3:///khong-co-ten"])
def test_an_address_that_is_none_is_told(place: str) -> None:
    with pytest.raises(ValueError, match="s3://"):
        files({"THAMMUU_FILES": place}, Path("/srv/thammuu"))
