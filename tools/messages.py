"""The English catalogue: gathers what the pages say, holds it against `django.po`, writes `django.mo`.

    python tools/messages.py            take in new strings, drop dead ones, compile
    python tools/messages.py --check    fail when a string has no English, one is dead, or the .mo is not the .po's

A msgid is the Vietnamese text. It comes from templates, from `_()` and its like in Python, and from the words that rows
of the apps carry: labels of choices and names of fields. GNU gettext is not needed.
"""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import django
import polib
from django.utils.translation.template import templatize

SOURCE = Path(__file__).parent.parent / "src"
CATALOGUE = SOURCE / "thammuu/locale/en/LC_MESSAGES/django.po"
COMPILED = CATALOGUE.with_suffix(".mo")
_SINGLE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
_PLURAL = {"ngettext", "ngettext_lazy"}
_STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
_CALL = re.compile(rf"(?<![\w.])(n?gettext|_)\(({_STRING})(?:,\s*({_STRING}))?")
"""How Django writes down the strings of a template."""


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A text of the pages; `plural` is "" where its words do not change with a number."""

    text: str
    plural: str = ""


Found = Iterator[tuple[Message, str]]
"""A message and the file in which it stands."""


def messages() -> dict[Message, list[str]]:
    """Everything that needs English, and where it stands."""
    places: dict[Message, set[str]] = {}
    for found in (_of_templates(), _of_python(), _of_apps()):
        for message, place in found:
            places.setdefault(message, set()).add(place)
    return {message: sorted(places[message]) for message in sorted(places) if message.text}


def _of_templates() -> Found:
    for path in sorted(SOURCE.rglob("templates/**/*.html")):
        for name, text, plural in _CALL.findall(templatize(path.read_text(encoding="utf-8"))):
            second = ast.literal_eval(plural) if name == "ngettext" else ""
            yield Message(ast.literal_eval(text), second), _place(path)


def _of_python() -> Found:
    for path in sorted((SOURCE / "thammuu").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (message := _of_call(node)):
                yield message, _place(path)


def _of_call(call: ast.Call) -> Message | None:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    words = [one.value for one in call.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    if name in _SINGLE and len(words) == 1:
        return Message(words[0])
    return Message(words[0], words[1]) if name in _PLURAL and len(words) > 1 else None


def _of_apps() -> Found:
    """Labels of choices, names of fields, headings and parameters: words of rows that screens translate."""
    from django.apps import apps
    from django.db.models import TextChoices

    from thammuu.apps.dossiers import wording
    from thammuu.apps.dossiers.lists import finding, own_work
    from thammuu.apps.dossiers.plans.amending import comparing
    from thammuu.apps.dossiers.reckoning import urgency
    from thammuu.apps.organisations.parameters import parameters
    from thammuu.apps.programme import showing

    for choices in TextChoices.__subclasses__():
        if apps.get_containing_app_config(choices.__module__) and choices.__module__.startswith("thammuu."):
            yield from ((Message(str(label)), _module(choices.__module__)) for label in choices.labels)
    named = (
        (wording, wording.FIELD_WORDS), (comparing, comparing.LINE_WORDS), (showing, showing.FIELD_WORDS),
        (urgency, urgency.LIGHT_WORDS), (finding, finding.KIND_WORDS), (own_work, own_work.SECTIONS),
    )  # fmt: skip
    for module, words in named:
        yield from ((Message(word), _module(module.__name__)) for word in words.values())
    for one in parameters().values():
        for word in (one.group, one.title, one.help, *(label for _, label in one.choices)):
            yield Message(word), _module("thammuu.apps.organisations.parameters")


def _module(name: str) -> str:
    return f"src/{name.replace('.', '/')}.py"


def _place(path: Path) -> str:
    return path.relative_to(SOURCE.parent).as_posix()


def renew(catalogue: polib.POFile) -> polib.POFile:
    """The catalogue with exactly the strings of today; English that is there stays."""
    known = {Message(entry.msgid, entry.msgid_plural): entry for entry in catalogue}
    fresh = polib.POFile(wrapwidth=110)
    fresh.metadata = {
        "Project-Id-Version": "thammuu",
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for message, places in messages().items():
        fresh.append(_entry(message, places, known.get(message)))
    return fresh


def _entry(message: Message, places: list[str], known: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.text, occurrences=[(place, "") for place in places])
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = known.msgstr_plural if known else {0: "", 1: ""}
    else:
        entry.msgstr = known.msgstr if known else ""
    if "%(" in message.text:
        entry.flags.append("python-format")
    return entry


def faults() -> Iterator[str]:
    """What is wrong with the files as they stand."""
    catalogue = polib.pofile(str(CATALOGUE))
    wanted = messages()
    held = {Message(entry.msgid, entry.msgid_plural) for entry in catalogue}
    yield from (f"not in the catalogue: {message.text}" for message in sorted(wanted.keys() - held))
    yield from (f"nothing says it any more: {message.text}" for message in sorted(held - wanted.keys()))
    for entry in catalogue:
        yield from _faults_of(entry)
    if not COMPILED.exists() or COMPILED.read_bytes() != catalogue.to_binary():
        yield "django.mo is not made from django.po"


def _faults_of(entry: polib.POEntry) -> Iterator[str]:
    said = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    if entry.fuzzy or not all(said):
        yield f"no English: {entry.msgid}"
    names = set(re.findall(r"%\(\w+\)[sd]", entry.msgid))
    if any(set(re.findall(r"%\(\w+\)[sd]", text)) - names for text in said):
        yield f"names a value that is not given: {entry.msgid}"


def main() -> int:
    """Write the files, or say what is wrong with them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thammuu.settings.test")
    django.setup()
    if "--check" in sys.argv:
        wrong = list(faults())
        print("\n".join(f"messages: {line}" for line in wrong), end="\n" if wrong else "")
        return bool(wrong)
    fresh = renew(polib.pofile(str(CATALOGUE)) if CATALOGUE.exists() else polib.POFile())
    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    fresh.save(str(CATALOGUE))
    COMPILED.write_bytes(polib.pofile(str(CATALOGUE)).to_binary())
    return 0


if __name__ == "__main__":
    sys.exit(main())
