"""Numbers as automatic numbering shows them: decimal, Roman, letters, Vietnamese words."""

from __future__ import annotations

from collections.abc import Callable

from thammuu_core.text import roman

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def numeral(number: int, form: str) -> str:
    """The number in a form named as `w:numFmt` names it; an unknown form is decimal, as Word itself falls back."""
    return _FORMS.get(form, str)(number)


def _roman(number: int) -> str:
    return roman(number) if 0 < number < 4000 else str(number)


def _letters(number: int) -> str:
    """A … Z, then AA, BB … ZZ, AAA: Word repeats the letter, it does not count in base 26."""
    if not 0 < number <= 780:
        return str(number)
    times, letter = divmod(number - 1, 26)
    return chr(ord("A") + letter) * (times + 1)


def _words(number: int) -> str:
    if not 0 <= number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones].capitalize()
    first = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    last = (
        "" if not ones else " mốt" if ones == 1 and tens > 1 else " lăm" if ones == 5 else f" {_DIGITS[ones]}"
    )
    return (first + last).capitalize()


_FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "decimalZero": lambda number: f"{number:02d}",
    "decimalEnclosedParen": lambda number: f"({number})",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "numberInDash": lambda number: f"- {number} -",
    "vietnameseCounting": _words,
    "none": lambda _: "",
}
