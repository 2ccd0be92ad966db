"""What is installed: everything that the application needs, and nothing under a licence that would bind its users."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

REQUIREMENTS = Path(__file__).parents[2] / "requirements"
BINDING = re.compile(r"\bA?GPL|(?<!Lesser )General Public License")
"""Of a library the weaker LGPL binds nobody who only calls it."""


def locked(name: str) -> set[str]:
    """The packages of a lock; the installer takes these and nothing else."""
    return set(re.findall(r"^([a-z0-9-]+)==", (REQUIREMENTS / name).read_text(), re.MULTILINE))


def excluded() -> set[str]:
    """Packages that others say they need and that are never installed."""
    return {line for line in (REQUIREMENTS / "excluded.in").read_text().split("\n") if line[:1].isalpha()}


def licence(name: str) -> str:
    """All that a package says of its licence; nothing of one that is for other systems only."""
    try:
        told = distribution(name).metadata
    except PackageNotFoundError:
        return ""
    names = [name for name in told.get_all("Classifier", []) if name.startswith("License ::")]
    return " ".join([told.get("License-Expression", ""), told.get("License", "")[:100], *names])


def needed(name: str, extras: frozenset[str] = frozenset()) -> Iterator[Requirement]:
    """What a package needs on this machine, with the extras it is asked for."""
    for words in requires(name) or []:
        one = Requirement(words)
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in extras | {""}):
            yield one


def test_no_package_of_the_application_is_under_the_gpl_or_agpl() -> None:
    assert BINDING.search("AGPL-3.0-only")
    assert BINDING.search("License :: OSI Approved :: GNU General Public License v3 (GPLv3)")
    assert not BINDING.search("GNU Lesser General Public License v3 (LGPLv3)")
    assert {name: told for name in locked("base.lock") if BINDING.search(told := licence(name))} == {}


def test_what_is_never_installed_stands_in_no_lock() -> None:
    assert excluded()
    assert excluded().isdisjoint(locked("base.lock") | locked("dev.lock") | locked("tool.lock"))


def test_the_lock_of_this_environment_names_all_that_its_packages_need() -> None:
    files = [(REQUIREMENTS / name).read_text() for name in ("base.in", "dev.in")]
    lines = [line for text in files for line in text.splitlines() if line[:1].isalpha()]
    asked, seen = [Requirement(line) for line in lines], set[tuple[str, frozenset[str]]]()
    while asked:
        one = asked.pop()
        name, extras = canonicalize_name(one.name), frozenset(one.extras)
        if name in excluded() or (name, extras) in seen:
            continue
        assert name in locked("dev.lock"), name
        seen.add((name, extras))
        asked += needed(name, extras)
    assert len(seen) > 100
