"""Elements as text: the writers build long files, and building a tree first takes ten times as long."""

from __future__ import annotations

from html import escape

SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def element(name: str, /, *inner: str, **said: object) -> str:
    """`<w:name w:said="…">inner</w:name>`; values are escaped, inner elements are put as they are."""
    values = "".join(f' w:{key}="{escape(str(value))}"' for key, value in said.items())
    body = "".join(inner)
    return f"<w:{name}{values}>{body}</w:{name}>" if body else f"<w:{name}{values}/>"


def value(name: str, said: object) -> str:
    """`<w:name w:val="said"/>`."""
    return f'<w:{name} w:val="{escape(str(said))}"/>'


def root(name: str, *inner: str) -> bytes:
    """A part of its own."""
    spaces = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in SPACES.items())
    return f"{DECLARATION}<w:{name}{spaces}>{''.join(inner)}</w:{name}>".encode()


def text(words: str) -> str:
    """The text of a run, a newline as a line break; spaces stay."""
    shown = (
        f'<w:t xml:space="preserve">{escape(line, quote=False)}</w:t>' if line else ""
        for line in words.split("\n")
    )
    return "<w:br/>".join(shown)


def run(words: str, *, bold: bool = False, italic: bool = False) -> str:
    """Words in one face; nothing for none."""
    if not words:
        return ""
    face = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    return f"<w:r>{f'<w:rPr>{face}</w:rPr>' if face else ''}{text(words)}</w:r>"
