"""The ruled lines of a PDF page: strokes, and rectangles too thin to be anything else."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from thammuu_core.pages.letters import Frame
from thammuu_core.pages.model import Rule

_THIN = 3.0
"""Points up to which a filled rectangle is a line."""
_SHORT = 4.0
"""Points under which a line rules nothing."""
_MOST = 20_000
"""Segments looked at on one page: a map or a drawing has more, and no table."""
_DEPTH = 6
"""Nesting of form objects that is followed."""

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def rules(page: pypdfium.PdfPage, frame: Frame) -> tuple[Rule, ...]:
    """Every horizontal and vertical line drawn on the page."""
    found: list[Rule] = []
    for points, stroked in _outlines(page.raw, _IDENTITY, _DEPTH):
        placed = [frame.place(*point) for point in points]
        found.extend(_edges(placed) if stroked else _thin(placed))
        if len(found) > _MOST:
            return ()
    return tuple(found)


def _outlines(
    parent: pdfium.FPDF_PAGE | pdfium.FPDF_PAGEOBJECT, outer: Matrix, depth: int, *, form: bool = False
) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """Each subpath that is shown, in page coordinates, and whether its edges are stroked."""
    count = pdfium.FPDFFormObj_CountObjects(parent) if form else pdfium.FPDFPage_CountObjects(parent)
    for at in range(min(count, _MOST)):
        handle = pdfium.FPDFFormObj_GetObject(parent, at) if form else pdfium.FPDFPage_GetObject(parent, at)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_FORM):
            continue
        matrix = _times(_matrix(handle), outer)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _path(handle, matrix)
        elif depth:
            yield from _outlines(handle, matrix, depth - 1, form=True)


def _matrix(handle: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, found):
        return _IDENTITY
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _path(handle: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(handle, fill, stroke)
    if not (fill.value or stroke.value) or _white(handle, stroked=bool(stroke.value)):
        return
    points: list[tuple[float, float]] = []
    for at in range(min(pdfium.FPDFPath_CountSegments(handle), _MOST)):
        segment = pdfium.FPDFPath_GetPathSegment(handle, at)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points, bool(stroke.value)
            points = []
        points.append(_point(segment, matrix))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points, bool(stroke.value)


def _point(segment: pdfium.FPDF_PATHSEGMENT, matrix: Matrix) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    a, b, c, d, e, f = matrix
    return a * x.value + c * y.value + e, b * x.value + d * y.value + f


def _white(handle: pdfium.FPDF_PAGEOBJECT, *, stroked: bool) -> bool:
    """Drawn in white or transparent: nobody sees it on paper."""
    channels = [ctypes.c_uint() for _ in range(4)]
    read = pdfium.FPDFPageObj_GetStrokeColor if stroked else pdfium.FPDFPageObj_GetFillColor
    if not read(handle, *channels):
        return False
    *colour, alpha = (channel.value for channel in channels)
    return alpha == 0 or min(colour) > 245


def _edges(points: list[tuple[float, float]]) -> Iterator[Rule]:
    """Straight edges of a stroked outline."""
    x, y = [point[0] for point in points], [point[1] for point in points]
    if max(x) - min(x) <= _THIN or max(y) - min(y) <= _THIN:
        yield from _thin(points)
        return
    for (x0, y0), (x1, y1) in pairwise(points):
        if abs(y1 - y0) < 0.7 and abs(x1 - x0) >= _SHORT:
            yield Rule(True, (y0 + y1) / 2, min(x0, x1), max(x0, x1))
        elif abs(x1 - x0) < 0.7 and abs(y1 - y0) >= _SHORT:
            yield Rule(False, (x0 + x1) / 2, min(y0, y1), max(y0, y1))


def _thin(points: list[tuple[float, float]]) -> Iterator[Rule]:
    """The one line that a thin shape is; nothing for a shaded area."""
    x, y = [point[0] for point in points], [point[1] for point in points]
    width, height = max(x) - min(x), max(y) - min(y)
    if height <= _THIN and width >= _SHORT:
        yield Rule(True, (max(y) + min(y)) / 2, min(x), max(x))
    elif width <= _THIN and height >= _SHORT:
        yield Rule(False, (max(x) + min(x)) / 2, min(y), max(y))
