"""`make check` sees every way in which the English catalogue and the pages can part."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType

import polib
import pytest

TOOL = Path(__file__).parents[2] / "tools" / "messages.py"
GONE = polib.POEntry(msgid="Một câu không còn ai nói", msgstr="A sentence nobody says any more")


@pytest.fixture(scope="module")
def loaded() -> ModuleType:
    """The tool, which has looked at the pages once for all tests of this file."""
    spec = importlib.util.spec_from_file_location("messages", TOOL)
    module = importlib.util.module_from_spec(spec)
    sys.modules["messages"] = module
    spec.loader.exec_module(module)
    module.messages = cache(module.messages)
    return module


@pytest.fixture
def tool(loaded: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool, over a copy of the catalogue that says what the pages say."""
    fresh = loaded.renew(polib.pofile(str(loaded.CATALOGUE)))
    for entry in fresh:
        if not (entry.msgstr or entry.msgid_plural):
            entry.msgstr = "not put into English yet"
    monkeypatch.setattr(loaded, "CATALOGUE", tmp_path / "django.po")
    monkeypatch.setattr(loaded, "COMPILED", tmp_path / "django.mo")
    write(loaded, fresh)
    return loaded


def write(tool: ModuleType, catalogue: polib.POFile) -> None:
    """Both files."""
    catalogue.save(str(tool.CATALOGUE))
    tool.COMPILED.write_bytes(polib.pofile(str(tool.CATALOGUE)).to_binary())


def changed(tool: ModuleType, change: Callable[[polib.POFile], object]) -> list[str]:
    """What is wrong after a change of the catalogue."""
    catalogue = polib.pofile(str(tool.CATALOGUE))
    change(catalogue)
    write(tool, catalogue)
    return list(tool.faults())


def test_a_catalogue_that_says_what_the_pages_say_has_no_fault(tool: ModuleType) -> None:
    assert list(tool.faults()) == []


def test_a_string_of_the_pages_that_is_missing_is_named(tool: ModuleType) -> None:
    found = changed(tool, lambda catalogue: catalogue.remove(catalogue.find("Việc của tôi")))
    assert found == ["not in the catalogue: Việc của tôi"]


def test_a_string_that_nothing_says_is_named(tool: ModuleType) -> None:
    assert changed(tool, lambda catalogue: catalogue.append(GONE)) == [
        f"nothing says it any more: {GONE.msgid}"
    ]


def test_a_string_without_english_is_named(tool: ModuleType) -> None:
    found = changed(tool, lambda catalogue: setattr(catalogue.find("Việc của tôi"), "msgstr", ""))
    assert found == ["no English: Việc của tôi"]


def test_english_that_names_a_value_of_its_own_is_named(tool: ModuleType) -> None:
    found = changed(tool, lambda catalogue: setattr(catalogue.find("Việc của tôi"), "msgstr", "%(who)s"))
    assert found == ["names a value that is not given: Việc của tôi"]


def test_a_compiled_catalogue_of_another_day_is_seen(tool: ModuleType) -> None:
    tool.COMPILED.write_bytes(b"old")
    assert list(tool.faults()) == ["django.mo is not made from django.po"]


def test_strings_are_found_in_templates_forms_scripts_of_pages_and_rows_of_apps(tool: ModuleType) -> None:
    found = {message.text for message in tool.messages()}
    assert {
        "Việc của tôi",  # a heading in a template
        "Hãy điền ô này.",  # a form
        "Chưa chọn tệp",  # handed to a script
        "Chuyển giao",  # a label of choices
        "Đánh số lại",  # the name of a field in an app
        "Nhắc việc",  # a group of parameters
        "%(n)s bước",  # with a plural
    } <= found
