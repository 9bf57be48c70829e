"""Pages of a PDF as they look: sizes, pictures of parts of them, the places of their words."""

import ctypes
import json
from array import array
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.readers.pdf import letter, lines_of, opened, pieces, units_of
from evidence_board.ingest.readers.pdf_lines import parts_of

_MOST_PIXELS = 16_000_000
_FINEST = 100_000
_STEPS = 1_000_000
_NOWHERE = (0.0, 0.0, 0.0, 0.0)
_WHITE = 0xFFFFFFFF

Box = tuple[float, float, float, float]
"""Left, top, right and bottom as fractions of a page as it is shown."""


@dataclass
class Shelf:
    """The document that was asked about last, kept open: its bytes are sent once."""

    sign: str = ""
    document: pypdfium2.PdfDocument | None = None

    def take(self, name: str, sign: str, original: bytes) -> pypdfium2.PdfDocument | None:
        """Return the document with a sign; None where it is not here and no bytes are given."""
        if sign != self.sign or self.document is None:
            if self.document is not None:
                self.document.close()
            self.sign, self.document = "", None
            if not original:
                return None
            self.document = opened(name, original)
            self.sign = sign
        return self.document


def answer(shelf: Shelf, asked: Mapping[str, str], original: bytes) -> tuple[bytes, bytes]:
    """Return header and body of the answer to a question about pages, the first being 1."""
    name = asked["name"]
    try:
        document = shelf.take(name, asked["document"], original)
        if document is None:
            return json.dumps({"missing": True}).encode(), b""
        if asked["about"] == "sizes":
            return json.dumps({"sizes": _sizes(document)}).encode(), b""
        number = int(asked["page"])
        if not 1 <= number <= len(document):
            raise Refused(f"“{name}” has no page {number:,}.")
        with closing(document[number - 1]) as page:
            return _words(page) if asked["about"] == "words" else _picture(page, asked)
    except Refused as refusal:
        return json.dumps({"refused": str(refusal)}).encode(), b""
    except (pypdfium2.PdfiumError, MemoryError):
        told = f"Page {asked.get('page', '')} of “{name}” is damaged and cannot be shown."
        return json.dumps({"refused": told}).encode(), b""


def _sizes(document: pypdfium2.PdfDocument) -> list[tuple[float, float]]:
    """Return width and height of every page in points; 0 of one that is damaged."""
    found = []
    for number in range(len(document)):
        size = pdfium.FS_SIZEF()
        told = pdfium.FPDF_GetPageSizeByIndexF(document.raw, number, size)
        found.append((size.width, size.height) if told else (0.0, 0.0))
    return found


def _picture(page: pypdfium2.PdfPage, asked: Mapping[str, str]) -> tuple[bytes, bytes]:
    """Return a part of the page, drawn as so many pixels: red, green, blue, alpha."""
    whole_width, whole_height, left, top, width, height = (
        min(max(int(asked[name]), 0), _FINEST)
        for name in ("whole_width", "whole_height", "left", "top", "width", "height")
    )
    if not 0 < width * height <= _MOST_PIXELS:
        raise Refused("A picture of so many pixels is not drawn.")
    stride = width * 4
    held = (ctypes.c_ubyte * (stride * height))()
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_BGRA, held, stride)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        pdfium.FPDF_RenderPageBitmap(
            bitmap, page.raw, -left, -top, whole_width, whole_height, 0,
            pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER,
        )  # fmt: skip
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return json.dumps({"width": width, "height": height}).encode(), bytes(held)


def _words(page: pypdfium2.PdfPage) -> tuple[bytes, bytes]:
    """Return the text of the page as its reading has it, with the box of each character.

    Four numbers each, as `Box`; nowhere is the box of what the page does not show, such as a line
    end.
    """
    with closing(page.get_textpage()) as words:
        parts = parts_of(tuple(lines_of(words)))
        lines = [spots for place, piece in pieces(words) if (spots := _spots(place, piece))]
        frame = _Frame.of(page)
        boxes = array("f")
        for number, part in enumerate(parts):
            if number % 2:
                boxes.extend(_NOWHERE * len(part))
            else:
                for spot in lines[number // 2]:
                    boxes.extend(frame.box(words, spot))
    return json.dumps({"text": "".join(parts)}).encode(), boxes.tobytes()


def _spots(place: int, piece: str) -> list[int]:
    """Return the place of each character that a line of the text has of a piece of PDFium."""
    kept, spot = [], place
    for one in piece:
        if shown := letter(one):
            kept.append((shown, spot))
        spot += units_of(one)
    first, last = 0, len(kept)
    while first < last and kept[first][0] == " ":
        first += 1
    while last > first and kept[last - 1][0] == " ":
        last -= 1
    return [spot for _, spot in kept[first:last]]


@dataclass(frozen=True)
class _Frame:
    """How points of a page become fractions of what is shown of it, turned as it says."""

    x: tuple[float, float, float]
    y: tuple[float, float, float]

    @classmethod
    def of(cls, page: pypdfium2.PdfPage) -> "_Frame":
        across, down = ctypes.c_int(), ctypes.c_int()
        found = []
        for point in ((0.0, 0.0), (100.0, 0.0), (0.0, 100.0)):
            pdfium.FPDF_PageToDevice(page.raw, 0, 0, _STEPS, _STEPS, 0, *point, across, down)
            found.append((across.value / _STEPS, down.value / _STEPS))
        (x, y), (x_right, y_right), (x_up, y_up) = found
        return cls(
            (x, (x_right - x) / 100, (x_up - x) / 100), (y, (y_right - y) / 100, (y_up - y) / 100)
        )

    def box(self, words: pypdfium2.PdfTextPage, spot: int) -> Box:
        """Return the box of the character at a place of the text; nowhere if it has none."""
        index = pdfium.FPDFText_GetCharIndexFromTextIndex(words.raw, spot)
        held = pdfium.FS_RECTF()
        if index < 0 or not pdfium.FPDFText_GetLooseCharBox(words.raw, index, held):
            return _NOWHERE
        one, other = self._point(held.left, held.top), self._point(held.right, held.bottom)
        (left, right), (top, bottom) = (sorted(pair) for pair in zip(one, other, strict=True))
        return left, top, right, bottom

    def _point(self, across: float, up: float) -> tuple[float, float]:
        (x, x_across, x_up), (y, y_across, y_up) = self.x, self.y
        return x + x_across * across + x_up * up, y + y_across * across + y_up * up
