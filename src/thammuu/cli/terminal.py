"""How readings look in a terminal: tables and trees, coloured where the terminal can, plain where it cannot."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from thammuu_core.citations.model import Citation
from thammuu_core.errors import Problem, Severity
from thammuu_core.outline import where
from thammuu_core.plans.model import Header, Reading, Step, When, WhenKind
from thammuu_core.provisions import Provision
from thammuu_core.redlines import Comparison
from thammuu_core.redlines.passages import Kind, Words
from thammuu_core.redlines.terminal import Shape, spans
from thammuu_core.schedules import Timetable

PIPE_WIDTH = 120
"""Columns where the output goes to a file or a pipe, which have no width of their own."""

_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "�")
"""Bytes by which a hostile text, or the name of a file, would command the terminal that shows it."""


class _Terminal(Console):
    """Lets no text that it shows command the terminal; leaves it to `main` what a closed pipe means."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        """The same with what no words hold made visible; commands of our own are no words."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(segment.text.translate(_CONTROLS), segment.style)

    def on_broken_pipe(self) -> None:
        """`thammuu read … | head` is not a failure."""
        raise BrokenPipeError


console = _Terminal(highlight=False)
if not console.is_terminal and "COLUMNS" not in os.environ:
    console.width = PIPE_WIDTH

SIGNS = {
    Severity.ERROR: ("✗", "bold red"),
    Severity.WARNING: ("!", "bold yellow"),
    Severity.NOTE: ("·", "cyan"),
}
CHANGES = {
    Kind.GONE: "strike red",
    Kind.COME: "underline green",
    Kind.LEFT: "strike magenta",
    Kind.ARRIVED: "underline magenta",
}
PLAIN_CHANGES = {
    Kind.GONE: ("[-", "-]"),
    Kind.COME: ("{+", "+}"),
    Kind.LEFT: ("[<", "<]"),
    Kind.ARRIVED: ("{>", ">}"),
}
KINDS_WITHOUT_DATE = {
    WhenKind.UNDATED: "chưa có thời hạn",
    WhenKind.CONDITIONAL: "khi có điều kiện",
    WhenKind.ONGOING: "thường xuyên",
    WhenKind.RECURRING: "định kỳ",
}


def day(value: date | None) -> str:
    """dd/mm/yyyy; empty for no date."""
    return value.strftime("%d/%m/%Y") if value else ""


def dated(when: When) -> str:
    """The dates read: "01/04/2021 – 31/05/2021", "trước 30/06/2021", or what kind of time it is."""
    if when.kind is WhenKind.DEADLINE and when.end:
        return f"{'trước' if when.strict else 'đến'} {day(when.end)}"
    if when.start and when.end and when.start != when.end:
        return f"{day(when.start)} – {day(when.end)}"
    if when.start and when.open_end:
        return f"từ {day(when.start)}"
    return day(when.start or when.end) or KINDS_WITHOUT_DATE.get(when.kind, "")


def reading(result: Reading) -> None:
    """The whole reading, the doubts of a step beneath it, the others last."""
    header(result.header)
    if result.outcome:
        console.print(_labelled("Sản phẩm", result.outcome.title))
    outline([p for p in result.outline.body if p.label])
    steps(result)
    if result.citations:
        title(f"Viện dẫn ({len(result.citations)})")
        _citations([placed.citation for placed in result.citations])
    shown = {id(problem) for found in _doubts_by_step(result).values() for problem in found}
    problems([problem for problem in result.problems if id(problem) not in shown], where(result.outline))


def header(value: Header) -> None:
    """Kind, number, date, subject, issuer, signer, recipients."""
    number = value.number.as_written if value.number else "không thấy số, ký hiệu"
    place_and_date = value.date.as_written if value.date else "không thấy ngày"
    console.print(
        Text((value.kind_name or "Văn bản").upper(), style="bold"),
        Text(f"{number} · {place_and_date}", style="dim"),
    )
    if value.title:
        console.print(Text(value.title, style="bold cyan"))
    issuer = value.issuer.name or "không rõ cơ quan ban hành"
    above = f", {value.issuer.parent}" if value.issuer.parent else ""
    inferred = "" if value.issuer.stated else " (suy ra, phần đầu văn bản không ghi)"
    console.print(_labelled("Cơ quan", f"{issuer}{above}{inferred}"))
    if value.signer:
        parts = [*value.signer.authority, value.signer.title or "", value.signer.name or ""]
        console.print(_labelled("Người ký", " · ".join(filter(None, parts))))
    if value.addressees:
        console.print(_labelled("Kính gửi", "; ".join(value.addressees)))
    if value.recipients:
        console.print(_labelled("Nơi nhận", "; ".join(value.recipients)))


def outline(provisions: Sequence[Provision], depth: int = 2) -> None:
    """Labelled nodes down to a depth."""
    if not provisions:
        return
    tree = Tree(Text("Bố cục", style="bold"), guide_style="dim")
    _grow(tree, provisions, depth)
    console.print()
    console.print(tree)


def _grow(tree: Tree, provisions: Iterable[Provision], depth: int) -> None:
    for provision in provisions:
        if not provision.label or provision.label in "-+•" or not (provision.heading or depth > 1):
            continue
        words = provision.heading or _shortened(provision.text[provision.words :])
        branch = tree.add(Text.assemble((provision.shown or provision.label, "bold"), " ", words))
        if depth > 1:
            _grow(branch, provision.children, depth - 1)


def steps(result: Reading) -> None:
    """The steps as a tree by section: when, who, and under each what is doubtful about it."""
    title(f"Các bước ({len(result.steps)})")
    if not result.steps:
        console.print("Không thấy nhiệm vụ nào có thời hạn hoặc người thực hiện.")
        return
    doubts = _doubts_by_step(result)
    headings = {
        node.label: f"{node.shown} {node.heading or ''}".strip() for node in result.outline.body if node.label
    }
    for section, inside in groupby(result.steps, key=_section):
        tree = Tree(Text(headings.get(section, section), style="bold"), guide_style="dim")
        for step in inside:
            tree.add(Group(*_step_lines(step), *(_doubt(problem) for problem in doubts[step.id])))
        console.print(tree)


def _section(step: Step) -> str:
    """The outermost part of the path: "II" of "II.3"."""
    return step.where.split(".")[0] if step.where else "Chưa rõ mục"


def _doubts_by_step(result: Reading) -> dict[str, list[Problem]]:
    """The problems that stand at the words of a step, the first step of those words taking them."""
    home: dict[str, str] = {}
    for step in result.steps:
        for name, place in step.sources:
            if name == "text":
                home.setdefault(place.provision, step.id)
    found: dict[str, list[Problem]] = {step.id: [] for step in result.steps}
    for problem in result.problems:
        if problem.where in home:
            found[home[problem.where]].append(problem)
    return found


def _step_lines(step: Step) -> Iterator[Text]:
    yield Text.assemble((step.where, "bold cyan"), "  ", _shortened(step.text, 220))
    when = Text(dated(step.when), style="bold" if step.when.end or step.when.start else "yellow")
    if step.when.as_written:
        when.append(f"  “{step.when.as_written}”", style="dim")
    yield when
    owners = Text("; ".join(step.lead) or "chưa rõ ai chủ trì", style="" if step.lead else "yellow")
    if step.coordinating:
        owners.append(f"; phối hợp: {'; '.join(step.coordinating)}", style="dim")
    if "lead" in step.inherited:
        owners.append("  (theo phân công chung)", style="dim italic")
    yield owners


def _doubt(problem: Problem) -> Text:
    return Text.assemble(SIGNS[problem.severity], " ", problem.message)


def timetable(value: Timetable) -> None:
    """One row a step: its last day, the days it has and needs, its slack; below, what does not fit and what would help."""
    title(f"Tiến độ trên lịch làm việc ({len(value.rows)} bước)")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, header_style="bold")
    table.add_column("Mục", no_wrap=True)
    table.add_column("Nội dung", ratio=1)
    table.add_column("Ngày cuối", no_wrap=True)
    for name in ("Có", "Cần", "Dư"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in value.rows:
        slack = Text(
            "" if row.slack is None else str(row.slack), style="red" if (row.slack or 0) < 0 else "green"
        )
        needed = str(row.minimum) if row.minimum else ""
        table.add_row(row.where, _shortened(row.text), day(row.due), _count(row.available), needed, slack)
    console.print(table)
    console.print(Text("Có, Cần, Dư: số ngày làm việc. “Có” tính từ hạn của bước trước.", style="dim"))
    for row in value.infeasible:
        if row.infeasible:
            console.print(
                Text.assemble(("✗ ", "bold red"), (f"{row.where}: ", "bold"), row.infeasible.message)
            )


def _count(days: int | None) -> str:
    return "" if days is None else str(days)


def citations_of(line: str, found: Sequence[Citation]) -> None:
    """A line of text with the citations found in it underneath."""
    console.print(Text(line))
    console.print(
        Padding(_citation_table(found), (0, 0, 0, 2)) if found else Text("  không có viện dẫn", style="dim")
    )


def _citations(found: Sequence[Citation]) -> None:
    console.print(_citation_table(found))


def _citation_table(found: Sequence[Citation]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False)
    for citation in found:
        name = (
            " ".join(filter(None, [citation.kind, citation.symbol]))
            if citation.symbol
            else citation.name or ""
        )
        table.add_row(
            Text(name, style="bold"),
            day(citation.date),
            citation.issuer or "",
            Text(_shortened(citation.subject or "", 70), style="dim"),
        )
    return table


def problems(found: Sequence[Problem], places: Mapping[str, str]) -> None:
    """The worst first, each with its place as a reader says it (`places`, from provision ids) and its legal basis."""
    title(f"Điều cần xem lại về văn bản ({len(found)})")
    if not found:
        console.print(Text("Không thấy điều gì phải xem lại.", style="green"))
        return
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 1, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for severity in Severity:
        for problem in (p for p in found if p.severity is severity):
            place = places.get(problem.where or "", "")
            words = Text.assemble((f"{place}: ", "bold cyan") if place else "", problem.message)
            basis = Text(f"Căn cứ: {problem.basis}", style="dim") if problem.basis else None
            table.add_row(Text(*SIGNS[severity]), Group(*filter(None, [words, basis])))
    console.print(table)


def redline(comparison: Comparison) -> None:
    """What changed with what stands beside it; in signs where there are no colours."""
    for span in spans(comparison):
        if span.shape is Shape.FOLDED:
            console.print(Text(span.words[0].text, style="dim"))
        elif span.shape is Shape.HEADING:
            title(span.words[0].text)
        else:
            console.print(Text.assemble(*map(_changed, span.words)))


def _changed(words: Words) -> tuple[str, str]:
    before, after = ("", "") if console.color_system else PLAIN_CHANGES.get(words.kind, ("", ""))
    return f"{before}{words.text}{after}", CHANGES.get(words.kind, "")


def columns(names: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A plain table."""
    table = Table(*names, box=box.SIMPLE_HEAD, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def title(words: str) -> None:
    """A heading with room above it."""
    console.print()
    console.print(Text(words, style="bold"))


def _labelled(label: str, words: str) -> Text:
    return Text.assemble((f"{label}: ", "dim"), words)


def _shortened(words: str, limit: int = 100) -> str:
    words = " ".join(words.split())
    return words if len(words) <= limit else words[: limit - 1].rsplit(" ", 1)[0] + "…"
