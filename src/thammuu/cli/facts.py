"""Facts for a template, as people write them: lines of TOML, or an object of JSON; and templates of their own."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from thammuu.cli import source
from thammuu_core import compositions
from thammuu_core.compositions import Template
from thammuu_core.errors import Malformed

CODE = ("mau", "mẫu")
"""The line of the facts that names their template."""


class NotFacts(Malformed):
    """A file of facts that cannot be read as such; the message says where it breaks."""

    code = "cli.not_facts"


def read(given: bytes, name: str) -> Mapping[str, Any]:
    """The facts by their names; `name` is of the file, for the message. Raises NotFacts."""
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
    return found


def own_template(name: str) -> Template:
    """An agency's own template, a text file in the manner of ours. Raises FileUnreachable, NotFacts, BadTemplate."""
    try:
        return compositions.own_template(Path(name).stem, source.content(name).decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NotFacts(f"Tệp mẫu “{name}” không phải văn bản UTF-8. Lưu lại với bảng mã UTF-8.") from error


def _toml(text: str) -> dict[str, Any]:
    return tomllib.loads(text, parse_float=Decimal)
