"""Letters of symbol fonts as Unicode: bullets, arrows and boxes typed in Symbol or Wingdings."""

from __future__ import annotations

_SYMBOL = {
    0xB7: "•", 0x2D: "-", 0x2B: "+", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xB0: "°",
    0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xDE: "⇒", 0xC5: "⊕", 0xA5: "∞", 0x61: "α", 0x62: "β", 0x67: "γ",
    0x64: "δ", 0x44: "Δ", 0x6D: "μ", 0x70: "π", 0x53: "Σ", 0x57: "Ω", 0xD7: "⋅", 0xBB: "≈", 0xBC: "…", 0xA8: "♦",
}  # fmt: skip
_WINGDINGS = {
    0x9F: "•", 0x6C: "●", 0x6E: "■", 0xA7: "▪", 0x71: "❑", 0x6F: "□", 0xA8: "□", 0x72: "❒", 0xFC: "✓", 0xFB: "✗",
    0xFE: "☑", 0xFD: "☒", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0x76: "❖",
    0x75: "◆", 0x77: "◆", 0xAB: "★", 0x26: "📖", 0x28: "☎", 0x2A: "✉", 0x46: "☞", 0x4A: "☺", 0x22: "✂", 0x21: "✏",
}  # fmt: skip
_FONTS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": {0x52: "☑", 0xA3: "□", 0x50: "✓"},
    "webdings": {},
}
_DASHES = frozenset("-‐‑‒–—―−⁃")


def is_symbolic(font: str | None) -> bool:
    """Whether letters typed in this font are pictures."""
    return font is not None and font.lower() in _FONTS


def symbol(code: int, font: str | None) -> str:
    """The Unicode character for a letter of a symbol font; the private letter itself when it has none."""
    table = _FONTS.get((font or "").lower(), _SYMBOL)
    try:
        return table.get(code & 0xFF if 0xF000 <= code <= 0xF0FF else code) or chr(code)
    except (ValueError, OverflowError):
        return "�"


def translated(text: str, font: str | None) -> str:
    """Text typed in a symbol font, as a reader sees it; ordinary letters are words that got the font by mistake."""
    return "".join(symbol(ord(letter), font) if "\uf000" <= letter <= "\uf0ff" else letter for letter in text)


def bullet(text: str, font: str | None) -> str:
    """A bullet as the outline knows it: every dash is "-", "+" stays, any other picture is "•"."""
    letter = text.strip()
    if is_symbolic(font) or (letter and 0xF000 <= ord(letter[0]) <= 0xF0FF):
        letter = translated(letter, font)
    if letter in _DASHES:
        return "-"
    return letter if letter == "+" or letter[:1].isdigit() or len(letter) > 1 else "•"
