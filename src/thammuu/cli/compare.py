"""`thammuu compare OLD NEW`: what changed between two versions, by provision and word by word; as a Word file with `-o`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from rich.text import Text

from thammuu.apps.files import office
from thammuu.cli import source, terminal
from thammuu_core.outline import outline, where
from thammuu_core.papers import BODY, Paper, Story
from thammuu_core.provisions import Outline
from thammuu_core.redlines import Comparison, Summary, compare, summary
from thammuu_core.redlines.writing import redline

SAID = {
    "added": "Thêm",
    "removed": "Bỏ",
    "moved": "Chuyển chỗ",
    "renumbered": "Đánh số lại",
    "changed": "Sửa",
}
"""What can become of a provision."""
OUTSIDE = "ngoài các điều, khoản, mục"
"""Where what stands under no label stands."""
STORIES = {
    "header": "Đầu trang",
    "footer": "Chân trang",
    "footnote": "Chú thích cuối trang",
    "endnote": "Chú thích cuối văn bản",
    "textbox": "Hộp chữ",
}
"""What people call the texts beside the main one."""
AUTHOR = "Bản mới"
"""Who makes the changes of a redline when nobody is named."""


def run(options: argparse.Namespace) -> int:
    """Show the changes, or print them as JSON; 1 when there are any, as `diff` does."""
    names = (options.old, options.new)
    old, new = (office.modern(source.content(name)) for name in names)
    papers = [source.paper_of(data, name) for data, name in zip((old, new), names, strict=True)]
    comparison = compare(papers[0].body, papers[1].body)
    others = _others(*papers)
    target = source.new_file(options.output, (".docx",), names) if options.output else None
    if target is not None:
        source.write(target, redline(old, new, options.author or AUTHOR).data)
    if options.json:
        print(json.dumps(_told(comparison, papers, others), ensure_ascii=False, indent=1))
    else:
        _show(comparison, papers, others, target)
    return int(bool(comparison.edits or others))


def _others(old: Paper, new: Paper) -> dict[str, Comparison]:
    """What changed in headers, footers, notes and text boxes, by the story; a story may have come or gone."""
    before, after = ({story.name: story for story in paper.stories} for paper in (old, new))
    names = [name for name in dict.fromkeys((*before, *after)) if name != BODY]
    compared = {
        name: compare(before.get(name, Story(name, ())), after.get(name, Story(name, ()))) for name in names
    }
    return {name: found for name, found in compared.items() if found.edits}


def _called(story: str) -> str:
    kind, _, number = story.partition(":")
    return f"{STORIES.get(kind, story)} {number}".strip()


def _show(
    comparison: Comparison, papers: Iterable[Paper], others: Mapping[str, Comparison], target: Path | None
) -> None:
    for kind, places in _provisions(comparison, papers).items():
        if places:
            said = "; ".join(dict.fromkeys(place["where"] or OUTSIDE for place in places))
            terminal.console.print(Text.assemble((f"{SAID[kind]} ({len(places)}): ", "bold"), said))
    if comparison.edits or not others:
        terminal.redline(comparison)
    for story, found in others.items():
        terminal.title(_called(story))
        terminal.redline(found)
    if target is not None and others:
        terminal.console.print(Text("Tệp ghi ra chỉ mang sửa đổi của thân văn bản.", style="yellow"))
    if target is not None:
        terminal.console.print(Text(f"Đã ghi {target}", style="bold green"))


def _told(
    comparison: Comparison, papers: Iterable[Paper], others: Mapping[str, Comparison]
) -> dict[str, object]:
    """One object for programs; offsets are into the texts of the stories."""
    return {
        "schema": "thammuu/comparison/1",
        "provisions": _provisions(comparison, papers),
        "edits": _edits(comparison),
        "stories": {story: _edits(found) for story, found in others.items()},
    }


def _edits(comparison: Comparison) -> list[dict[str, object]]:
    return [
        {"at": [edit.start, edit.end], "old": edit.old, "new": edit.new, "to": edit.to}
        for edit in comparison.edits
    ]


def _provisions(comparison: Comparison, papers: Iterable[Paper]) -> Mapping[str, list[dict[str, str]]]:
    """What became of the provisions, each by where a reader finds it in its own version."""
    old, new = (outline(paper) for paper in papers)
    found = summary(comparison, old, new)
    return {kind: _places(found, kind, old, new) for kind in SAID}


def _places(found: Summary, kind: str, old: Outline, new: Outline) -> list[dict[str, str]]:
    before, after = where(old), where(new)
    if kind == "added":
        return [{"provision": one, "where": after.get(one, "")} for one in found.added]
    if kind == "removed":
        return [{"provision": one, "where": before.get(one, "")} for one in found.removed]
    pairs: tuple[tuple[str, str], ...] = getattr(found, kind)
    return [
        {
            "provision": one,
            "where": before.get(one, ""),
            "now": other,
            "where_now": after.get(other, ""),
        }
        for one, other in pairs
    ]
