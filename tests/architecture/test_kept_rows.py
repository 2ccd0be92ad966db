"""Rules about everything that is kept: nothing cascades, facts are guarded, nothing is deleted, one clock."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection, models

from thammuu.apps.insert_only import guarded_tables

APPS = Path(__file__).parents[2] / "src" / "thammuu" / "apps"
OURS = [model for model in apps.get_models() if model.__module__.startswith("thammuu.")]
INSERT_ONLY = {
    "coverage_answer",
    "coverage_mandateadded",
    "documents_confirmedvalue",
    "documents_document",
    "documents_reading",
    "documents_readingband",
    "dossiers_dossierevent",
    "dossiers_doubtdecision",
    "dossiers_extensiondecision",
    "dossiers_extensionrequest",
    "dossiers_stepchange",
    "dossiers_stepevent",
    "drafting_agencytemplate",
    "drafting_draft",
    "drafting_draftversion",
    "drafting_initial",
    "drafting_versioncheck",
    "files_erasedcontent",
    "files_storedfile",
    "instruments_instrumentedition",
    "instruments_mandateitem",
    "journal_event",
    "organisations_agencysuccession",
    "organisations_parametersetting",
    "programme_assignmentchange",
    "programme_instruction",
    "programme_laidtimetable",
    "programme_letter",
    "programme_programmesheet",
    "programme_templateversion",
    "programme_workprogramme",
    "records_attendance",
    "records_conclusion",
    "records_conclusionstep",
    "records_contributionanswer",
    "records_contributionrequest",
    "records_invitee",
    "records_meeting",
    "records_minutes",
    "records_note",
    "records_studyreceipt",
    "records_studyrecord",
    "records_withdrawal",
}
MAY_DELETE = {
    "files/bucket.py",  # a content that the law forbids to keep
    "jobs/services.py",  # finished runs, past turns
    "operations/jobs.py",  # the engine's list of finished work
    "organisations/officers.py",  # a second factor that went with its telephone
    "journal/receipts.py",  # requests that nobody can send again
    "accounts/sessions.py",  # a session that is over
    "dossiers/acting/laying.py",  # who owns a step now; who did is in its changes
    "instruments/writing.py",  # what follows a document now; what was said before is in its editions
    "search/services.py",  # the index, and one's own saved filters
}
"""Modules that remove something, none of it a record of what people did."""


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_no_row_disappears_with_another(model: type[models.Model]) -> None:
    links = [field for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)]
    assert {field.remote_field.on_delete for field in links} <= {models.PROTECT}


@pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)
def test_every_model_says_what_it_is_for_and_how_people_call_it(model: type[models.Model]) -> None:
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}(")
    assert model._meta.verbose_name != model._meta.model_name


def test_the_tables_of_facts_refuse_changes_after_all_migrations(db: None) -> None:
    """A later migration that remakes a table on SQLite loses its triggers; this finds it."""
    assert set(guarded_tables(connection)) == INSERT_ONLY


def calls(path: Path) -> Iterator[str]:
    """Names of all methods called in a module, with their owner where it is a plain name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
            yield f"{owner}.{node.func.attr}"


def modules() -> Iterator[Path]:
    """Every module of the apps but migrations."""
    return (path for path in APPS.rglob("*.py") if "migrations" not in path.parts)


def test_nothing_is_deleted() -> None:
    deleting = {path for path in modules() if any(name.endswith(".delete") for name in calls(path))}
    assert {path.relative_to(APPS).as_posix() for path in deleting} - MAY_DELETE == set()


def test_there_is_one_clock() -> None:
    telling = {"timezone.now", "timezone.localtime", "timezone.localdate", "time.time"}
    found = {path for path in modules() if telling & set(calls(path))}
    assert {path.relative_to(APPS).as_posix() for path in found} == {
        "organisations/clock.py",
        "accounts/sessions.py",
        "jobs/broker.py",
        "jobs/services.py",
        "journal/services.py",
        "operations/backups.py",
        "operations/health.py",
        "operations/jobs.py",
    }
