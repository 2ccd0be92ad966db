"""Text PDFs set by hand, word for word where a test wants them: ASCII in the fonts every reader has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class Pdf:
    """Pages of drawing commands; coordinates in points, y from the top of an A4 page."""

    pages: list[list[str]] = field(default_factory=list)
    extra: str = ""
    """More entries for each page: `/Rotate 90`."""
    height: int = 842

    def page(self) -> Pdf:
        """Begin a page."""
        self.pages.append([])
        return self

    def text(self, x: float, y: float, words: str, *, size: float = 12, bold: bool = False) -> Pdf:
        """A line of words that begins at x on the baseline y."""
        shown = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        name = "B" if bold else "R"
        self.pages[-1].append(f"BT /{name} {size} Tf 1 0 0 1 {x} {self.height - y} Tm ({shown}) Tj ET")
        return self

    def lines(self, x: float, y: float, lines: Sequence[str], *, leading: float = 15) -> Pdf:
        """Lines under one another."""
        for at, line in enumerate(lines):
            self.text(x, y + at * leading, line)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Pdf:
        """A drawn line."""
        self.pages[-1].append(f"0.5 w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Pdf:
        """The lines of a table."""
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        return self

    def raw(self, command: str) -> Pdf:
        """Any drawing command."""
        self.pages[-1].append(command)
        return self

    def bytes(self) -> bytes:
        """The file."""
        font = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"
        first = 5
        kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(self.pages)))
        objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>",
            font.format("Times-Roman"),
            font.format("Times-Bold"),
        ]
        for at, commands in enumerate(self.pages):
            content = "\n".join(commands)
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {self.height}] {self.extra} "
                f"/Resources << /Font << /R 3 0 R /B 4 0 R >> >> /Contents {first + 2 * at + 1} 0 R >>"
            )
            objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        out
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )
