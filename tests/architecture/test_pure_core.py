"""The core touches no disk and no terminal; the import contracts see modules, this sees built-in functions."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "src" / "thammuu_core"
MODULES = sorted(CORE.rglob("*.py"))
OUTSIDE = {"open", "print", "input", "eval", "exec", "breakpoint", "__import__"}


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(CORE)))
def test_nothing_reaches_outside(module: Path) -> None:
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    called = {
        node.func.id for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    of_pathlib = {
        name.name
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.module == "pathlib"
        for name in node.names
    }
    assert not called & OUTSIDE
    assert of_pathlib <= {"PurePath"}, "names of files may be looked at, files may not be opened"
    assert not [node for node in nodes if isinstance(node, ast.Import) and "pathlib" in ast.unparse(node)]


def test_the_core_is_looked_at() -> None:
    assert len(MODULES) > 50
