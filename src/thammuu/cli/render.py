"""`thammuu render FILE -o out.docx|out.pdf`: a document in the prescribed form, from facts or from a Word file of ours."""

from __future__ import annotations

import argparse
import json
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from rich.text import Text

from thammuu.cli import source, terminal
from thammuu_core import compositions, intake, rendering
from thammuu_core.compositions import Composed, Filled, Template
from thammuu_core.errors import Malformed, Refusal
from thammuu_core.rendering import Document

CODE = ("mau", "mẫu")
"""The line of the facts that names their template."""


class NotFacts(Malformed):
    """A file of facts that cannot be read as such; the message says where it breaks."""

    code = "cli.not_facts"


class WrongTarget(Refusal):
    """An output that is not written."""

    code = "cli.wrong_target"


def run(options: argparse.Namespace) -> int:
    """Write the document and tell what is missing in it."""
    target = Path(options.output)
    if target.suffix.lower() not in (".docx", ".pdf"):
        raise WrongTarget(
            f"Không ghi được dạng “{target.suffix or target.name}”. Đặt tên sau “-o” là .docx hoặc .pdf."
        )
    made = _made(options.file, options.template)
    if isinstance(made, Filled):
        if target.suffix.lower() == ".pdf":
            raise WrongTarget("Mẫu Word riêng chỉ điền ra .docx. Mở tệp ấy bằng Word để lưu thành PDF.")
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
        intake.admit(given, Path(name).name)
        return Composed(rendering.read(given), ())
    facts = dict(_facts(given, name))
    code = next((str(facts.pop(word)) for word in CODE if word in facts), "")
    if own and own.lower().endswith(".docx"):
        return compositions.fill(source.content(own), facts, compositions.template(code) if code else None)
    return compositions.compose(_template(code, own, name), facts)


def _template(code: str, own: str | None, name: str) -> str | Template:
    if own:
        try:
            return compositions.own_template(Path(own).stem, source.content(own).decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise NotFacts(f"Tệp mẫu “{own}” không phải văn bản UTF-8. Lưu lại với bảng mã UTF-8.") from error
    if not code:
        codes = ", ".join(one.code for one in compositions.templates())
        raise NotFacts(f'Tệp “{name}” chưa ghi dùng mẫu nào. Thêm dòng mau = "…", một trong: {codes}.')
    return code


def _facts(given: bytes, name: str) -> Mapping[str, Any]:
    try:
        text = given.decode("utf-8-sig")
        found = json.loads(text, parse_float=Decimal) if text.lstrip().startswith("{") else _toml(text)
    except UnicodeDecodeError as error:
        raise NotFacts(f"Tệp “{name}” không phải văn bản UTF-8. Lưu lại với bảng mã UTF-8.") from error
    except json.JSONDecodeError as error:
        raise NotFacts(f"Tệp “{name}” sai cú pháp JSON ở dòng {error.lineno}, cột {error.colno}.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise NotFacts(
            f'Tệp “{name}” sai cú pháp TOML: mỗi mục một dòng ten_muc = "nội dung", danh sách trong [ ], bảng viết '
            f"[[ten_muc]]. ({error})"
        ) from error
    return found  # type: ignore[no-any-return]


def _toml(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=Decimal)
