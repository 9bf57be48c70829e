"""Pages of a brief that was typeset: their sizes, their pictures, and what lies under a press."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw

SCHEME = "record:"
"""How the address begins by which a link of the preview names a place of the brief."""


@dataclass(frozen=True)
class Spot:
    """A link on a page: where it lies, as fractions of the page, and the place that it names."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    place: str


class Pages:
    """The pages of one PDF; the first is 0."""

    def __init__(self, made: bytes) -> None:
        self._document = pypdfium2.PdfDocument(made)
        self.sizes: tuple[tuple[float, float], ...] = tuple(
            self._document.get_page_size(page) for page in range(len(self._document))
        )

    def picture(self, page: int, width: int) -> tuple[int, int, bytes]:
        """Return width, height and the bytes (blue, green, red, unused) of a page so wide."""
        scale = width / self.sizes[page][0]
        bitmap = self._document[page].render(scale=scale, prefer_bgrx=True)
        drawn = bytes(bitmap.buffer)
        size = bitmap.width, bitmap.height
        bitmap.close()
        return *size, drawn

    def spots(self, page: int) -> tuple[Spot, ...]:
        """Return the links of a page that name a place of the brief."""
        return tuple(self._spots(page))

    def close(self) -> None:
        """Let go of the document."""
        self._document.close()

    def _spots(self, number: int) -> Iterator[Spot]:
        raw = pypdfium2.raw
        page = self._document[number]
        width, height = self.sizes[number]
        place, link = ctypes.c_int(0), raw.FPDF_LINK()
        while raw.FPDFLink_Enumerate(page.raw, place, link):
            address = _address(self._document, link)
            box = raw.FS_RECTF()
            if address.startswith(SCHEME) and raw.FPDFLink_GetAnnotRect(link, box):
                yield Spot(
                    number,
                    box.left / width,
                    1 - box.top / height,
                    box.right / width,
                    1 - box.bottom / height,
                    address.removeprefix(SCHEME),
                )
        page.close()


def _address(document: pypdfium2.PdfDocument, link: object) -> str:
    raw = pypdfium2.raw
    action = raw.FPDFLink_GetAction(link)
    if not action:
        return ""
    length = raw.FPDFAction_GetURIPath(document.raw, action, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFAction_GetURIPath(document.raw, action, buffer, length)
    return buffer.value.decode("utf-8", "replace")
