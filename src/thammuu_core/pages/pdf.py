"""PDF: the text that is in it, and pictures of the pages where there is none to be recognised."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium
from PIL import Image

from thammuu_core.errors import Problem, Severity
from thammuu_core.pages import layout, pictures, scans
from thammuu_core.pages.furniture import part
from thammuu_core.pages.layers import Layer, layer
from thammuu_core.pages.letters import Frame, letters, text_direction
from thammuu_core.pages.model import PageImage, Recognise, Rule, Sheet, Word
from thammuu_core.pages.numerals import repaired
from thammuu_core.pages.refusals import DamagedPages, LockedPdf, NoRecogniser, TooManyPages
from thammuu_core.pages.rows import rows
from thammuu_core.pages.strokes import rules
from thammuu_core.pages.words import encodings, readable, words
from thammuu_core.papers import Paper

PAGES = 2_000
"""Most pages of one file."""
_SIDE = 15_000.0
"""Points of the longest side that a PDF may have (14,400, ISO 32000-1, C.2), and some."""

_ONE_AT_A_TIME = threading.Lock()
"""pdfium works on one page of one file at a time in a process."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One page as pdfium gives it, its words not yet in Unicode."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    layer: Layer
    behind: bool = False
    """Its text was recognised by the scanner, which put it invisibly behind the picture."""


def read_pdf(data: bytes, *, ocr: Recognise | None = None) -> Paper:
    """Read a PDF; pages without text of their own are recognised by `ocr`.

    Raises `LockedPdf`, `DamagedPages`, `TooManyPages`, and `NoRecogniser` when the whole file is a scan and `ocr` is None.
    """
    with closing(_opened(data)) as document:
        drawn = [_drawn(document, at) for at in range(len(document))]
        pictured = [page.number for page in drawn if page.layer is Layer.PICTURE]
        texts = [page for page in drawn if page.layer is Layer.TEXT]
        if pictured and not texts and ocr is None:
            raise NoRecogniser(tuple(pictured))
        found, problems = _recognised(document, pictured, ocr) if ocr else ({}, _not_recognised(pictured))
        properties = _properties(document)
    by_machine = sorted([*found, *(page.number for page in texts if page.behind)])
    if by_machine:
        problems.insert(0, scans.note(by_machine))
    sheets = _sheets(drawn, found)
    return Paper(
        "scan" if pictured and not texts else "pdf",
        layout.stories(sheets),
        tuple(problems),
        properties,
        len(drawn),
    )


def read_lines(data: bytes) -> tuple[tuple[str, ...], ...]:
    """The lines of each page as a reader counts them: from the top, running headers and page numbers left out.

    Pages without text of their own have none. Raises as `read_pdf` does.
    """
    with closing(_opened(data)) as document:
        sheets = _sheets([_drawn(document, at) for at in range(len(document))], {})
    parted = part([(sheet, rows(sheet.words, sheet.number)) for sheet in sheets])
    return tuple(tuple(row.text for row in (*page.body, *page.notes)) for page in parted)


def _opened(data: bytes) -> pypdfium.PdfDocument:
    with _ONE_AT_A_TIME:
        try:
            document = pypdfium.PdfDocument(data)
            count = len(document)
        except pypdfium.PdfiumError as error:
            if (
                getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
                or "password" in str(error).lower()
            ):
                raise LockedPdf from error
            raise DamagedPages from error
    if not count:
        raise DamagedPages
    if count > PAGES:
        raise TooManyPages(count, PAGES)
    return document


def _drawn(document: pypdfium.PdfDocument, at: int) -> _Drawn:
    """One page; one that cannot be opened is an empty page."""
    with _ONE_AT_A_TIME:
        try:
            page = document[at]
        except pypdfium.PdfiumError:
            return _Drawn(at + 1, 595.0, 842.0, (), (), Layer.DAMAGED)
        with closing(page), closing(page.get_textpage()) as text_page:
            count = max(0, pdfium.FPDFText_CountChars(text_page.raw))
            frame = Frame(*_box(page), text_direction(text_page.raw, count))
            found = list(letters(text_page.raw, count, frame))
            return _Drawn(
                at + 1,
                frame.width,
                frame.height,
                tuple(words(found)),
                rules(page, frame),
                layer(page, found),
                sum(letter.look.hidden for letter in found) * 2 > len(found),
            )


def _box(page: pypdfium.PdfPage) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what is shown; edges in the wrong order are put right, no page is A4."""
    x0, y0, x1, y1 = page.get_cropbox()
    if not (1 <= abs(x1 - x0) < _SIDE and 1 <= abs(y1 - y0) < _SIDE):
        return 0.0, 0.0, 595.0, 842.0
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _sheets(drawn: Sequence[_Drawn], found: dict[int, Sheet]) -> list[Sheet]:
    texts = [page for page in drawn if page.layer is Layer.TEXT]
    encoding = encodings(page.words for page in texts)
    own = {
        page.number: Sheet(
            page.number, page.width, page.height, tuple(readable(page.words, encoding)), page.rules
        )
        for page in texts
    }
    empty = {page.number: Sheet(page.number, page.width, page.height, ()) for page in drawn}
    return list(repaired((found | own).get(page.number, empty[page.number]) for page in drawn))


def _recognised(
    document: pypdfium.PdfDocument, numbers: Sequence[int], ocr: Recognise
) -> tuple[dict[int, Sheet], list[Problem]]:
    found: dict[int, Sheet] = {}
    problems: list[Problem] = []
    for sheet, doubts in scans.recognised(_images(document, numbers), ocr):
        found[sheet.number] = sheet
        problems.extend(doubts)
    problems.sort(key=lambda problem: int((problem.where or "0").split()[-1]))
    return found, problems


def _images(document: pypdfium.PdfDocument, numbers: Sequence[int]) -> Iterator[PageImage]:
    """The pages drawn one by one as the recogniser asks for them."""
    for number in numbers:
        image, dpi = _picture(document, number)
        yield pictures.prepared(image, number, len(numbers), dpi)


def _picture(document: pypdfium.PdfDocument, number: int) -> tuple[Image.Image, int]:
    """One page as a picture, and its resolution; one that cannot be drawn is white, and told as unread later."""
    try:
        with _ONE_AT_A_TIME, closing(document[number - 1]) as page:
            width, height = page.get_size()
            area = max(width * height, 1.0)
            dpi = max(1, min(pictures.DPI, int(72 * (pictures.PIXELS / area) ** 0.5)))
            return page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L"), dpi
    except (pypdfium.PdfiumError, ValueError, MemoryError):
        return Image.new("L", (595, 842), 255), 72


def _not_recognised(numbers: Sequence[int]) -> list[Problem]:
    if not numbers:
        return []
    pages = ", ".join(map(str, numbers))
    message = f"Trang {pages} là ảnh, chưa đọc được. " + NoRecogniser(tuple(numbers)).message
    return [Problem("pages.not_recognised", Severity.ERROR, message, f"trang {numbers[0]}")]


def _properties(document: pypdfium.PdfDocument) -> dict[str, str]:
    with _ONE_AT_A_TIME:
        found = document.get_metadata_dict(skip_empty=True)
    names = {"Title": "title", "Author": "creator", "Creator": "application", "CreationDate": "created"}
    return {names[key]: value for key, value in found.items() if key in names}
