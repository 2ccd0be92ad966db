"""`thammuu merge … -o OUT`: the table of opinions as .docx or .xlsx, or the draft with all changes and comments in it."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.text import Text

from thammuu.apps.files import office
from thammuu.cli import facts, source, terminal
from thammuu_core import rendering
from thammuu_core.anchors import Version
from thammuu_core.compositions import Facts, fill, template
from thammuu_core.compositions.consolidated import (
    TEMPLATES,
    By,
    consolidated_facts,
    consolidated_table,
    consolidated_workbook,
    redline,
)
from thammuu_core.errors import Problem
from thammuu_core.intake import Format, admit, sealed
from thammuu_core.opinions import Merge

REDLINE = "redline"
"""In the name of a Word file, that it is the draft with changes rather than the table."""
_KINDS = (".docx", ".xlsx")


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be written, and from what besides the replies."""

    path: Path
    base: str
    by: By
    redline: bool
    known: Facts
    own: str | None
    """An agency's own form of the table: a .docx with placeholders, or a text in the manner of ours."""
    quiet: bool = False
    """Standard output is for a program."""


def writer(options: argparse.Namespace, given: Sequence[str]) -> Callable[[Merge, Version], None]:
    """What writes the file that the options ask for, over none of those given. Raises `Told` when it cannot."""
    return partial(_write, _target(options, given))


def _target(options: argparse.Namespace, given: Sequence[str]) -> Target:
    path = source.new_file(options.output, _KINDS, given)
    as_redline = options.redline or (REDLINE in path.stem.lower() and path.suffix.lower() == ".docx")
    if as_redline and path.suffix.lower() != ".docx":
        raise source.WrongTarget("Bản đối chiếu chỉ ghi được ra .docx. Đặt lại tên sau “-o”.")
    if as_redline:
        _word(options.base)
    if options.template:
        source.reachable(options.template)
    known = dict(facts.read(source.content(options.facts), options.facts)) if options.facts else {}
    told = {name: value for name, value in known.items() if name not in facts.CODE}
    return Target(path, options.base, By(options.by), as_redline, told, options.template, options.json)


def _write(target: Target, merged: Merge, version: Version) -> None:
    if target.redline:
        _write_redline(target, merged, version)
    elif target.path.suffix.lower() == ".xlsx":
        instant = datetime.fromtimestamp(time.time(), ZoneInfo("Asia/Ho_Chi_Minh"))
        _put(target, consolidated_workbook(merged, version, instant, target.known))
    elif target.own and target.own.lower().endswith(".docx"):
        told = consolidated_facts(merged, version, target.by, target.known)
        filled = fill(source.content(target.own), told, template(TEMPLATES[target.by]))
        _put(target, sealed(filled.data), filled.problems)
    else:
        own = facts.own_template(target.own) if target.own else None
        made = consolidated_table(merged, version, target.by, target.known, own)
        _put(target, sealed(rendering.to_docx(made.document)), made.problems)


def _word(name: str) -> bytes:
    """The draft as a Word file. Raises `Told` when it is none."""
    data = office.modern(source.content(name))
    if admit(data, Path(name).name) is not Format.DOCX:
        raise source.WrongTarget(
            f"Bản đối chiếu ghi vào chính dự thảo, mà “{name}” không phải tệp Word. Dùng tệp .docx đã gửi."
        )
    return data


def _write_redline(target: Target, merged: Merge, version: Version) -> None:
    made = redline(_word(target.base), merged, version)
    _put(target, made.data)
    if made.instead and not target.quiet:
        told = f"{len(made.instead)} trong {made.changes} đề nghị sửa trùng lời hoặc trùng chỗ với đề nghị khác nên ghi thành bình luận."
        terminal.console.print(Text(told))


def _put(target: Target, data: bytes, problems: Iterable[Problem] = ()) -> None:
    source.write(target.path, data)
    if target.quiet:
        return
    if listed := tuple(problems):
        terminal.problems(listed, {})
    terminal.console.print(Text(f"Đã ghi {target.path}", style="bold green"))
