"""Report the largest modules, classes and functions of src/; a mirror, not a gate: always exits 0."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

SRC = Path(__file__).resolve().parent.parent / "src"
AIMS = {"module": 300, "class": 200, "function": 40}


def lines(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines a reader must hold in mind: the body without its docstring."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def sizes() -> Iterator[tuple[str, int, str]]:
    """(unit, lines, place) of everything above its aim."""
    for path in sorted(SRC.rglob("*.py")):
        if "migrations" in path.parts:
            continue
        source = path.read_text(encoding="utf-8")
        yield "module", source.count("\n"), str(path.relative_to(SRC))
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                unit = "class" if isinstance(node, ast.ClassDef) else "function"
                yield unit, lines(node), f"{path.relative_to(SRC)}:{node.lineno} {node.name}"


def main() -> None:
    """Print what is larger than its aim, the largest first."""
    for unit, aim in AIMS.items():
        large = sorted(
            ((size, place) for kind, size, place in sizes() if kind == unit and size > aim), reverse=True
        )
        print(f"{unit}: {len(large)} above {aim} lines")
        for size, place in large[:8]:
            print(f"  {size:4d}  {place}")


if __name__ == "__main__":
    main()
