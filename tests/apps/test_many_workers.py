"""Work is done once whichever engine carries it and however many machines do it; a broker may lose all it holds."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from redis import Redis
from redis.exceptions import RedisError

from support.homes import Home, home
from support.programs import program
from thammuu.settings.tasks import tasks

PIECES = 40
PATIENCE = 60


@contextmanager
def redis_server(folder: Path) -> Iterator[str]:
    """A Redis of its own that keeps nothing; its address."""
    server = program("redis-server", "redis-server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    running = subprocess.Popen([server, *words], stdout=subprocess.DEVNULL)
    try:
        _until(lambda: _answers(port), "Redis does not answer")
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        running.terminate()
        running.wait()


def _answers(port: int) -> bool:
    try:
        with Redis(port=port) as client:
            return bool(client.ping())
    except RedisError:
        return False


def _until(holds: object, otherwise: str) -> None:
    until = time.monotonic() + PATIENCE
    while not holds():  # type: ignore[operator]
        assert time.monotonic() < until, otherwise
        time.sleep(0.2)


RESULTS = """
import django, json; django.setup()
from thammuu.apps.jobs.models import JobRun
runs = JobRun.objects.filter(job="test.note")
print(json.dumps([[run.state, run.result, run.attempts] for run in runs]))
"""
LOSE = """
import django; django.setup()
from datetime import timedelta
from django.db.models import F
from thammuu.apps.jobs.models import JobRun
JobRun.objects.update(handed_at=F("handed_at") - timedelta(minutes=11))
"""


def results(made: Home) -> list[list[object]]:
    """State, result and attempts of each piece."""
    return json.loads(made.run("-c", RESULTS).stdout)


@contextmanager
def workers(made: Home, count: int) -> Iterator[list[subprocess.Popen[bytes]]]:
    """That many worker processes, told to stop at the end and waited for."""
    running = [made.start("-W", "ignore", "-m", "support.work", "work") for _ in range(count)]
    try:
        yield running
    finally:
        for worker in running:
            worker.terminate()
        for worker in running:
            worker.wait(timeout=PATIENCE)


def all_done_once(made: Home) -> None:
    """Wait until every piece is done; each was done at its first try, and more than one worker had a part."""
    _until(lambda: all(state == "done" for state, *_ in results(made)), "work is left undone")
    found = results(made)
    assert sorted(int(str(result).split()[0]) for _, result, _ in found) == list(range(PIECES))
    assert {attempts for *_, attempts in found} == {1}


def names(made: Home) -> set[str]:
    """The workers that had a part."""
    return {str(result).split()[1] for _, result, _ in results(made)}


def asked(made: Home) -> None:
    """Ask for all the pieces."""
    done = made.run("-m", "support.work", "ask", str(PIECES))
    assert done.returncode == 0, done.stderr


@pytest.mark.long
def test_many_workers_on_one_database_do_each_piece_once(tmp_path: Path) -> None:
    with home(tmp_path) as made:
        made.migrate()
        asked(made)
        with workers(made, 3):
            all_done_once(made)
        assert len(names(made)) > 1


@pytest.mark.redis
def test_celery_on_a_real_redis_does_each_piece_once(tmp_path: Path) -> None:
    with redis_server(tmp_path) as broker, home(tmp_path / "nha", **celery(broker)) as made:
        made.migrate()
        with workers(made, 2):
            asked(made)
            all_done_once(made)
        assert len(names(made)) > 1


@pytest.mark.long
@pytest.mark.redis
def test_what_a_broker_lost_is_handed_over_again(tmp_path: Path) -> None:
    with redis_server(tmp_path) as broker, home(tmp_path / "nha", **celery(broker)) as made:
        made.migrate()
        asked(made)
        with Redis.from_url(broker) as client:
            client.flushall()
        assert made.run("-c", LOSE).returncode == 0
        with workers(made, 2):
            all_done_once(made)


@pytest.mark.long
@pytest.mark.redis
def test_an_act_is_acknowledged_while_the_broker_is_away_and_its_work_is_done_later(tmp_path: Path) -> None:
    with home(tmp_path / "nha", **celery("redis://127.0.0.1:9/0")) as made:
        made.migrate()
        done = made.run("-m", "support.work", "ask", "2")
        assert done.returncode == 0, done.stderr
        assert "broker does not answer" in done.stderr
        assert [state for state, *_ in results(made)] == ["waiting", "waiting"]
        with redis_server(tmp_path) as broker:
            back = replace(made, variables=celery(broker))
            with workers(back, 1):
                _until(lambda: all(state == "done" for state, *_ in results(back)), "work is left undone")


def celery(broker: str) -> dict[str, str]:
    """The two variables that move background work to Celery."""
    return {"THAMMUU_TASKS": "celery", "THAMMUU_BROKER_URL": broker}


@pytest.mark.parametrize(
    ("given", "backend"),
    [
        ({}, "django_tasks_db.DatabaseBackend"),
        ({"THAMMUU_TASKS": ""}, "django_tasks_db.DatabaseBackend"),
        (celery("redis://may:6379/0"), "thammuu.apps.jobs.broker.CeleryBackend"),
    ],
)
def test_the_environment_chooses_the_engine(given: dict[str, str], backend: str) -> None:
    assert tasks(given)["default"]["BACKEND"] == backend


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ({"THAMMUU_TASKS": "rabbit"}, "database hoặc celery"),
        ({"THAMMUU_TASKS": "celery"}, "THAMMUU_BROKER_URL"),
    ],
)
def test_a_setting_that_cannot_be_is_told_in_words(given: dict[str, str], word: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=word):
        tasks(given)
    told = Home(tmp_path, "", variables=given).manage("health")
    assert (told.returncode, word in told.stderr, "Traceback" in told.stderr) == (2, True, False)


def test_settings_need_no_celery(tmp_path: Path) -> None:
    hidden = 'import sys; sys.modules["celery"] = None; import thammuu.settings.dev'
    assert Home(tmp_path, "").run("-c", hidden).returncode == 0
