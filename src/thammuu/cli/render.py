"""`thammuu render FILE -o out.docx|out.pdf`: a document in the prescribed form, from facts or from a Word file of ours."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.text import Text

from thammuu.cli import facts, source, terminal
from thammuu_core import compositions, intake, rendering
from thammuu_core.compositions import Composed, Filled, Template
from thammuu_core.errors import Refusal
from thammuu_core.rendering import Document


class TemplateNotUsed(Refusal):
    """A Word file is set anew as it is; only facts go into a template."""

    code = "cli.template_not_used"

    def __init__(self) -> None:
        super().__init__(
            "Tệp Word được dựng lại nguyên văn, không dùng mẫu. Bỏ “--template”, hoặc đưa vào tệp số liệu."
        )


def run(options: argparse.Namespace) -> int:
    """Write the document and tell what is missing in it."""
    given = [name for name in (options.file, options.template) if name]
    target = source.new_file(options.output, (".docx", ".pdf"), given)
    made = _made(options.file, options.template)
    if isinstance(made, Filled):
        if target.suffix.lower() == ".pdf":
            raise source.WrongTarget(
                "Mẫu Word riêng chỉ điền ra .docx. Mở tệp ấy bằng Word để lưu thành PDF."
            )
        data, problems = made.data, made.problems
    else:
        data, problems = _written(made.document, target), made.problems
    source.write(target, data)
    if problems:
        terminal.problems(problems, {})
    terminal.console.print(Text(f"Đã ghi {target}", style="bold green"))
    return 0


def _written(document: Document, target: Path) -> bytes:
    return rendering.to_pdf(document) if target.suffix.lower() == ".pdf" else rendering.to_docx(document)


def _made(name: str, own: str | None) -> Composed | Filled:
    given = source.content(name)
    if given.startswith(b"PK") or name.lower().endswith(".docx"):
        if own:
            raise TemplateNotUsed
        intake.admit(given, Path(name).name)
        return Composed(rendering.read(given), ())
    told = dict(facts.read(given, name))
    code = next((str(told.pop(word)) for word in facts.CODE if word in told), "")
    if own and own.lower().endswith(".docx"):
        return compositions.fill(source.content(own), told, compositions.template(code) if code else None)
    return compositions.compose(_template(code, own, name), told)


def _template(code: str, own: str | None, name: str) -> str | Template:
    if own:
        return facts.own_template(own)
    if not code:
        codes = ", ".join(one.code for one in compositions.templates())
        raise facts.NotFacts(f'Tệp “{name}” chưa ghi dùng mẫu nào. Thêm dòng mau = "…", một trong: {codes}.')
    return code
