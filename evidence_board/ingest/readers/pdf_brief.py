"""A brief, taken apart in the worker: the words of its pages, the files inside, who wrote it."""

import ctypes
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.readers.pdf import opened

_MOST_FILES = 8
_WIDTH, _HEIGHT = 620, 877
_MOST_BYTES = 200_000_000
_MOST_CHARACTERS = 20_000_000


def answer(asked: Mapping[str, object], original: bytes) -> tuple[bytes, bytes]:
    """Return header and body of the answer to a question for the parts of a brief.

    The header names pages, files with their sizes, and the program; the body has the files.
    """
    name = str(asked["name"])
    try:
        with closing(opened(name, original)) as document:
            files = tuple(_files(document, name))
            told = {
                "pages": _pages(document, name),
                "files": [[title, len(content)] for title, content in files],
                "looks": _looks(document) if asked.get("looks") else [],
                "program": document.get_metadata_dict().get("Creator", ""),
            }
        return json.dumps(told).encode(), b"".join(content for _, content in files)
    except Refused as refusal:
        return json.dumps({"refused": str(refusal)}).encode(), b""
    except (pypdfium2.PdfiumError, MemoryError, ValueError):
        told_so = f"“{name}” is damaged and cannot be read to its end. Get it again."
        return json.dumps({"refused": told_so}).encode(), b""


def _pages(document: pypdfium2.PdfDocument, name: str) -> list[str]:
    """Return the words of each page, in lines, as PDFium has them."""
    found, size = [], 0
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as words:
            found.append(words.get_text_range(errors="replace"))
        size += len(found[-1])
        if size > _MOST_CHARACTERS:
            raise Refused(f"“{name}” holds more words than any brief.")
    return found


def _looks(document: pypdfium2.PdfDocument) -> list[str]:
    """Return a hash of the picture of each page, drawn small, links and notes on it too."""
    held = (ctypes.c_ubyte * (_WIDTH * _HEIGHT * 4))()
    bitmap = pdfium.FPDFBitmap_CreateEx(_WIDTH, _HEIGHT, pdfium.FPDFBitmap_BGRA, held, _WIDTH * 4)
    if not bitmap:
        raise MemoryError
    found = []
    try:
        for number in range(len(document)):
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, _WIDTH, _HEIGHT, 0xFFFFFFFF)
            with closing(document[number]) as page:
                pdfium.FPDF_RenderPageBitmap(
                    bitmap, page.raw, 0, 0, _WIDTH, _HEIGHT, 0, pdfium.FPDF_ANNOT
                )
            found.append(hashlib.sha256(held).hexdigest())
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    return found


def _files(document: pypdfium2.PdfDocument, name: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files inside; Refused where they are more than any brief has."""
    count = document.count_attachments()
    if count > _MOST_FILES:
        raise Refused(f"“{name}” holds {count:,} files, more than any brief has.")
    size = 0
    for number in range(count):
        file = document.get_attachment(number)
        content = bytes(file.get_data())
        size += len(content)
        if size > _MOST_BYTES:
            raise Refused(f"“{name}” holds files that are larger than those of any brief.")
        yield file.get_name(), content
