"""A merge on the terminal: who answered what, then every proposal under its provision, clashes marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from thammuu.cli.terminal import SIGNS, console, title
from thammuu_core.anchors import Version
from thammuu_core.compositions.consolidated.listing import Entry, Listing, Loose, Member, listing
from thammuu_core.compositions.consolidated.sheets import STANCES
from thammuu_core.errors import Problem, Severity
from thammuu_core.opinions import Clash, Merge, Origin, Reply, Stance
from thammuu_core.opinions.model import OF_COPIES

_KINDS = {
    "tracked": "vết sửa",
    "silent": "sửa ngầm",
    "comments": "bình luận",
    "letter": "công văn",
    "table": "bảng",
    "sheet": "bảng tính",
    "scan": "bản chụp",
    "unchanged": "gửi lại nguyên",
    "unreadable": "chưa đọc được",
}
_STYLES = {
    Stance.AGREE: "green",
    Stance.AGREE_WITH_OPINIONS: "yellow",
    Stance.DISAGREE: "bold red",
    Stance.NO_OPINION: "green",
    Stance.UNKNOWN: "dim",
}
_CLASHES = {
    Clash.CONTRADICTORY: ("⚡ trái với", "bold red"),
    Clash.ALTERNATIVE: ("≠ phương án khác", "bold yellow"),
    Clash.COMPATIBLE: ("∩ chung chỗ với", "cyan"),
}
_MOST_NAMES = 4
_MOST_LETTERS = 400


def show(merged: Merge, version: Version) -> None:
    """The whole merge for a person."""
    told = listing(merged, version)
    _agencies(merged, told)
    _entries(told)
    _loose(told.loose)
    _doubts(merged, told)


# ------------------------------------------------------------------------------------------------ who
def _agencies(merged: Merge, told: Listing) -> None:
    title(f"Cơ quan góp ý ({len(merged.replies)} tệp)")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, header_style="bold")
    table.add_column("Cơ quan", ratio=3)
    table.add_column("Thái độ", no_wrap=True)
    table.add_column("Ý kiến", justify="right", no_wrap=True)
    table.add_column("Gồm", ratio=2)
    table.add_column("Cần xem", no_wrap=True)
    for name, reply in zip(told.agencies, merged.replies, strict=True):
        kinds = ", ".join(_KINDS.get(kind, kind) for kind in reply.kinds)
        stance = Text(STANCES[reply.stance], style=_STYLES[reply.stance])
        table.add_row(Text(name), stance, str(len(reply.opinions)), Text(kinds), _to_see(reply))
    console.print(table)


def _to_see(reply: Reply) -> Text:
    """What a person must look at in this reply."""
    failed = sum(not check.held for check in reply.checks)
    grave = failed + sum(problem.severity is Severity.ERROR for problem in reply.problems)
    light = len(reply.unplaced) + sum(problem.severity is Severity.WARNING for problem in reply.problems)
    if grave:
        return Text(f"✗ {grave + light}", style="bold red")
    return Text(f"! {light}", style="yellow") if light else Text("✓", style="green")


# ------------------------------------------------------------------------------------------------ what
def _entries(told: Listing) -> None:
    title(f"Ý kiến theo điều, khoản ({len(told.entries)})")
    if not told.entries:
        console.print(Text("Không có ý kiến nào.", style="dim"))
    for place, entries in groupby(told.entries, key=lambda entry: entry.place):
        console.print(Text(place, style="bold cyan"))
        table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
        table.add_column(justify="right", no_wrap=True, style="dim", min_width=5)
        table.add_column(ratio=1)
        for entry in entries:
            table.add_row(str(entry.number), Group(*_lines(entry)))
        console.print(table)


def _lines(entry: Entry) -> Iterator[Text]:
    names = entry.agencies
    count = f" ({len(names)} nơi)" if len(names) > 1 else ""
    yield _proposal(entry.members[0])
    yield Text.assemble((_names(names), "italic"), (count, "bold"), _silent(entry))
    for line in dict.fromkeys(line for member in entry.members for line in member.beside):
        yield Text(_short(line), style="dim")
    for clash, (words, style) in _CLASHES.items():
        numbers = entry.clashing.get(clash, ())
        if numbers:
            listed = ", ".join(map(str, numbers))
            yield Text.assemble((f"{words} ý kiến {listed}", style), f": {_names(entry.against[clash])}")


def _silent(entry: Entry) -> tuple[str, str] | str:
    """Changes that their makers did not mark: nobody else would have seen them."""
    quiet = any(member.opinion.origin is Origin.SILENT for member in entry.members)
    return (" · sửa khi tắt theo dõi", "magenta") if quiet else ""


def _proposal(member: Member) -> Text:
    """What is asked, the words that go in red and struck, those that come in green."""
    told, opinion = Text(_short(member.asked)), member.opinion
    if opinion.origin not in OF_COPIES:
        return told
    for words, style in ((opinion.old, "red strike"), (opinion.new, "green")):
        quoted = f"“{_short(words)}”"
        at = told.plain.rfind(quoted) if style == "green" else told.plain.find(quoted)
        if words and at >= 0:
            told.stylize(style, at + 1, at + len(quoted) - 1)
    return told


def _names(names: Sequence[str]) -> str:
    if len(names) <= _MOST_NAMES:
        return ", ".join(names)
    return f"{', '.join(names[:_MOST_NAMES])} và {len(names) - _MOST_NAMES} nơi khác"


def _short(words: str) -> str:
    """The beginning of long words; line ends show where paragraphs end."""
    told = words.strip("\n").replace("\n", " ¶ ")
    return told if len(told) <= _MOST_LETTERS else f"{told[: _MOST_LETTERS - 2].rsplit(' ', 1)[0]} …"


# ------------------------------------------------------------------------------------------------ left
def _loose(loose: Sequence[Loose]) -> None:
    if not loose:
        return
    title(f"Chưa gắn được vào dự thảo ({len(loose)})")
    for one in loose:
        console.print(Text.assemble((f"{one.agency}: ", "bold"), _short(one.unplaced.words)))
        console.print(Padding(Text(one.unplaced.reason, style="yellow"), (0, 0, 0, 2)))


def _doubts(merged: Merge, told: Listing) -> None:
    found = list(_told_doubts(merged, told))
    if not found:
        return
    title(f"Điều cần xem lại ({len(found)})")
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for problem, who in sorted(found, key=lambda one: list(Severity).index(one[0].severity)):
        words = Text.assemble((f"{who}: ", "bold") if who else "", problem.message)
        table.add_row(Text(*SIGNS[problem.severity]), words)
    console.print(table)


def _told_doubts(merged: Merge, told: Listing) -> Iterable[tuple[Problem, str]]:
    """Problems and failed checks, each with the reply it is about."""
    failed = [Problem(check.code, Severity.ERROR, check.message) for check in merged.checks if not check.held]
    yield from ((problem, "") for problem in (*merged.problems, *failed))
    for name, reply in zip(told.agencies, merged.replies, strict=True):
        who = name if name == reply.file else f"{name} ({reply.file})"
        yield from ((problem, who) for problem in reply.problems)
        yield from (
            (Problem(check.code, Severity.ERROR, check.message), who)
            for check in reply.checks
            if not check.held
        )
