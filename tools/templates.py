"""docs/templates: each template filled with its worked facts, as a picture of its first page, and the list of them all.

Run after a template has changed: `.venv/bin/python tools/templates.py [CODE …]`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from pypdfium2 import PdfDocument

from thammuu_core.compositions import Template, compose, template, templates, worked_facts
from thammuu_core.rendering import Document, to_pdf

PLACE = Path(__file__).resolve().parent.parent / "docs" / "templates"
SCALE = 80 / 72
"""Dots to the point: A4 is about 660 dots wide."""
SHADES = 16
SOURCE = "../../src/thammuu_core/compositions"
HEAD = """# Các mẫu văn bản

Trang này do `tools/templates.py` viết từ các mẫu; cách đọc và sửa một mẫu ở [howto](../howto/templates.md). Ảnh là trang đầu của bản
PDF, soạn từ số liệu mẫu:

```
thammuu render src/thammuu_core/compositions/worked/to-trinh.toml -o to-trinh.docx
```

| Mã | Mẫu | Theo |
| --- | --- | --- |
"""


def filled(one: Template) -> Document:
    """The document of the template's worked facts."""
    return compose(one, worked_facts(one.code)).document


def draw(one: Template) -> None:
    """The first page; and the last where an annex, or what a decision issues, stands on pages of its own."""
    document = filled(one)
    with PdfDocument(to_pdf(document)) as pages:
        shown = {"": 0}
        if document.annexes or document.attached:
            shown["-2"] = len(pages) - 1
        for suffix, number in shown.items():
            picture: Image.Image = pages[number].render(scale=SCALE, grayscale=True).to_pil()
            few = picture.quantize(SHADES) if picture.mode == "L" else picture.convert("L").quantize(SHADES)
            few.save(PLACE / f"{one.code}{suffix}.png", optimize=True)


def index() -> Iterator[str]:
    """The list: what each is for, what has to be filled in, its picture."""
    yield HEAD
    for one in templates():
        yield f"| [{one.code}](#{one.code}) | {one.name} | {one.source} |\n"
    for one in templates():
        yield f"\n## {one.code}\n\n{one.name}. [Lời văn]({SOURCE}/texts/{one.code}.txt), [số liệu mẫu]({SOURCE}/worked/{one.code}.toml).\n\n"
        yield "| Mục | Loại | Bắt buộc | Ghi gì |\n| --- | --- | --- | --- |\n"
        for field in one.fields:
            needed = "có" if field.required else f"mặc định {field.default}" if field.default else ""
            yield f"| {field.name} | {field.kind} | {needed} | {field.label} |\n"
        for path in sorted(PLACE.glob(f"{one.code}.png")) + sorted(PLACE.glob(f"{one.code}-2.png")):
            yield f"\n![{one.name}]({path.name})\n"


def main(codes: list[str]) -> None:
    """Draw those templates, all without codes, and write the list."""
    for one in map(template, codes) if codes else templates():
        draw(one)
    (PLACE / "index.md").write_text("".join(index()), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
