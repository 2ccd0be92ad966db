"""How readings look in a terminal: tables and trees, coloured where the terminal can, plain where it cannot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rich import box
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from thammuu_core.citations.model import Citation
from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.model import Header, Reading, Step, When, WhenKind
from thammuu_core.provisions import Provision
from thammuu_core.schedules import Timetable

console = Console(highlight=False)

MARKS = {
    Severity.ERROR: Text("✗ lỗi", style="bold red"),
    Severity.WARNING: Text("! cần xem", style="yellow"),
    Severity.NOTE: Text("· ghi chú", style="cyan"),
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
    """The whole reading, the doubts last so that they stand before the eyes."""
    header(result.header)
    if result.outcome:
        console.print(_labelled("Sản phẩm", result.outcome.title))
    outline([p for p in result.outline.body if p.label])
    steps(result.steps)
    if result.citations:
        title(f"Viện dẫn ({len(result.citations)})")
        _citations([placed.citation for placed in result.citations])
    problems(result.problems)


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


def steps(values: Sequence[Step]) -> None:
    """One row a step: where it stands, what, when, who."""
    title(f"Các bước ({len(values)})")
    if not values:
        console.print("Không thấy nhiệm vụ nào có thời hạn hoặc người thực hiện.")
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, header_style="bold")
    table.add_column("Mục", no_wrap=True)
    table.add_column("Nội dung", ratio=5)
    table.add_column("Thời hạn", ratio=2)
    table.add_column("Chủ trì; phối hợp", ratio=3)
    for step in values:
        table.add_row(step.where, _step_words(step), _when_words(step), _owners(step))
    console.print(table)


def _step_words(step: Step) -> Text:
    words = Text(_shortened(step.text, 220))
    if step.condition:
        words.append(f"\n{step.condition}", style="italic")
    return words


def _when_words(step: Step) -> Text:
    words = Text(dated(step.when), style="bold" if step.when.end else "yellow")
    if step.when.as_written:
        words.append(f"\n“{step.when.as_written}”", style="dim")
    return words


def _owners(step: Step) -> Text:
    words = Text("; ".join(step.lead) if step.lead else "chưa rõ", style="" if step.lead else "yellow")
    if step.coordinating:
        words.append(f"\nphối hợp: {'; '.join(step.coordinating)}", style="dim")
    if "lead" in step.inherited:
        words.append("\n(theo phân công chung)", style="dim italic")
    return words


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


def problems(found: Sequence[Problem]) -> None:
    """Grouped by severity, the worst first, each with its legal basis."""
    title(f"Điều cần xem lại ({len(found)})")
    if not found:
        console.print(Text("Không thấy điều gì phải xem lại.", style="green"))
        return
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 1, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for severity in Severity:
        for problem in (p for p in found if p.severity is severity):
            basis = Text(f"Căn cứ: {problem.basis}", style="dim") if problem.basis else None
            table.add_row(MARKS[severity], Group(*filter(None, [Text(problem.message), basis])))
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
