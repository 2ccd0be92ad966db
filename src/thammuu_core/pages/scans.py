"""Pages that are pictures: handed to the recogniser, its words set back on the page, its doubts told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from statistics import median

from PIL import Image

from thammuu_core.errors import Problem, Severity
from thammuu_core.pages import pictures
from thammuu_core.pages.model import PageImage, Recognise, RecognisedPage, RecognisedWord, Rule, Sheet, Word
from thammuu_core.text import normalise

SURE = 0.85
"""Mean confidence under which a page must be compared with its picture."""
DOUBTFUL = 0.6
"""Confidence under which a single word is doubtful."""
_NOISE = 0.3
"""Confidence under which what has no letter or digit is dust."""
_QUOTED = 12
"""Doubtful words quoted of one page."""
_BOLD = 1.3
"""How many times the usual weight of strokes is bold."""


def recognised(images: Iterable[PageImage], ocr: Recognise) -> Iterator[tuple[Sheet, list[Problem]]]:
    """The pages that OCR makes of the pictures, in whatever order they are done; one that fails is told and empty."""
    held: dict[int, tuple[PageImage, pictures.Traits]] = {}

    def given() -> Iterator[PageImage]:
        for image in images:
            grey = pictures.picture(image)
            seen = pictures.traits(grey)
            held[image.number] = image, seen
            wiped = pictures.without_rules(grey, seen.rules)
            yield pictures.page_image(wiped, image.number, image.total, image.dpi)

    for page in ocr(given()):
        if page.number in held:
            image, seen = held.pop(page.number)
            yield _sheet(page, image, seen), _problems(page)


def _sheet(page: RecognisedPage, image: PageImage, seen: pictures.Traits) -> Sheet:
    width, height = image.width, image.height
    if page.turned % 360:
        grey = pictures.picture(image).transpose(_TURNS[page.turned % 360])
        seen, width, height = pictures.traits(grey), grey.width, grey.height
    scale = 72 / image.dpi
    rules = tuple(
        Rule(rule.horizontal, rule.at * scale, rule.start * scale, rule.end * scale) for rule in seen.rules
    )
    words = tuple(_words(page, seen, scale))
    return Sheet(page.number, width * scale, height * scale, words, rules, recognised=True)


_TURNS = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
"""Pillow turns counter-clockwise."""


def _words(page: RecognisedPage, seen: pictures.Traits, scale: float) -> Iterator[Word]:
    lines: dict[tuple[int, ...], list[RecognisedWord]] = {}
    for word in page.words:
        if not _is_dust(word):
            lines.setdefault(word.line, []).append(word)
    usual_size = _usual_size(lines.values())
    weights = {line: median(_weight(word, seen) for word in words) for line, words in lines.items()}
    usual_weight = median(weights.values()) if weights else 0.0
    for line, words in lines.items():
        height = _height(words)
        size = usual_size if 0.7 < height / usual_size < 1.4 else height
        baseline = _baseline(words)
        for word in words:
            text = normalise(word.text).strip()
            if text:
                yield Word(
                    text,
                    word.left * scale,
                    word.right * scale,
                    baseline * scale,
                    size * scale,
                    bold=weights[line] > _BOLD * usual_weight,
                    confidence=word.confidence,
                )


def _is_dust(word: RecognisedWord) -> bool:
    """Specks and remains of lines read as signs."""
    lettered = any(letter.isalnum() for letter in word.text)
    return (
        not word.text.strip() or (not lettered and word.confidence < _NOISE) or set(word.text) <= set("|_—¬~")
    )


def _weight(word: RecognisedWord, seen: pictures.Traits) -> float:
    return seen.weight((word.left, word.top, word.right, word.bottom))


def _height(words: list[RecognisedWord]) -> float:
    """About one em: from the marks over the letters to the feet of the line, a stray word not counted."""
    tops, bottoms = sorted(word.top for word in words), sorted(word.bottom for word in words)
    at = len(words) // 6
    return max(1.0, float(bottoms[-1 - at] - tops[at]))


def _usual_size(lines: Iterable[list[RecognisedWord]]) -> float:
    heights = [_height(words) for words in lines if len(words) >= 4]
    return median(heights) if heights else 50.0


def _baseline(words: list[RecognisedWord]) -> float:
    """Feet of the words without descending letters or marks below, which are the higher ones."""
    bottoms = sorted(word.bottom for word in words)
    return float(bottoms[len(bottoms) // 4])


def _problems(page: RecognisedPage) -> list[Problem]:
    where = f"trang {page.number}"
    if page.failure:
        message = f"Trang {page.number} không nhận dạng được chữ ({page.failure}). Hãy quét lại trang này hoặc gõ tay."
        return [Problem("pages.not_recognised", Severity.ERROR, message, where)]
    sure = [word.confidence for word in page.words if not _is_dust(word)]
    if not sure:
        message = f"Trang {page.number} không đọc được chữ nào. Nếu trang có chữ, hãy quét lại rõ hơn."
        return [Problem("pages.nothing_read", Severity.WARNING, message, where)]
    doubtful = [w.text for w in page.words if w.confidence < DOUBTFUL and not _is_dust(w)]
    mean = sum(sure) / len(sure)
    if mean >= SURE:
        return []
    quoted = ", ".join(f"“{text}”" for text in doubtful[:_QUOTED])
    message = (
        f"Trang {page.number} quét mờ, nhận dạng chỉ chắc khoảng {mean:.0%}. "
        f"Hãy đối chiếu với bản quét{f', nhất là: {quoted}' if quoted else ''}."
    )
    return [Problem("pages.low_confidence", Severity.WARNING, message, where)]


def note(numbers: Iterable[int]) -> Problem:
    """What was read from pictures is a claim to be confirmed, above all numbers and dates."""
    pages = ", ".join(map(str, numbers))
    message = (
        f"Trang {pages} là bản quét, chữ do máy nhận dạng. Hãy đối chiếu số, ngày và tên riêng với bản quét."
    )
    return Problem("pages.recognised", Severity.NOTE, message)
