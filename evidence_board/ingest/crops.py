"""Parts cut out of pictures and of pages of PDFs, as PNG of bounded size.

The original, which may be anything, is read in the worker alone; what comes back are plain pixels.
"""

from collections.abc import Generator
from dataclasses import dataclass
from math import ceil, floor, sqrt

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.formats import Subject
from evidence_board.ingest.pages import PageReader, Part, Size
from evidence_board.ingest.png import png_of
from evidence_board.ingest.process import Worker, WorkerGone
from evidence_board.model.region import Region

MOST_PIXELS = 600_000
LONGEST = 1_400
"""So many pixels the longer side has at most."""
_PER_POINT = 200 / 72
_FINEST = 90_000

Progress = tuple[int, int]


@dataclass(frozen=True)
class Cut:
    """What is to be cut out: of which file, by name and hash, of which page, which part of it."""

    name: str
    sha256: str
    media_type: str
    page: int
    region: Region

    @property
    def subject(self) -> Subject:
        """Which worker reads it."""
        return "picture" if self.media_type.startswith("image/") else "pdf"


class Cutter:
    """Cuts parts out of one original after the other. Use as a context: leaving ends its workers.

    An original is sent to its worker once, as long as parts of the same are asked for.
    """

    def __init__(self) -> None:
        self._workers: dict[Subject, Worker] = {}
        self._reader: PageReader | None = None
        self._sha256 = ""
        self._sizes: tuple[Size, ...] = ()

    def __enter__(self) -> "Cutter":
        return self

    def __exit__(self, *_raised: object) -> None:
        for worker in self._workers.values():
            worker.end()

    def cutting(self, cut: Cut, original: bytes) -> Generator[Progress, None, bytes]:
        """Return the part as PNG. Refused or WorkerGone says why there is none."""
        try:
            if self._reader is None or cut.sha256 != self._sha256:
                worker = self._workers.setdefault(cut.subject, Worker(cut.subject))
                self._reader = PageReader(worker, cut.name, cut.sha256)
                self._sizes = yield from self._reader.sizing(original)
                self._sha256 = cut.sha256
            if not 1 <= cut.page <= len(self._sizes):
                raise Refused(f"“{cut.name}” has no page {cut.page:,}.")
            part = part_of(cut, self._sizes[cut.page - 1])
            drawn = yield from self._reader.drawing(part, original)
        except (Refused, WorkerGone):
            self._reader, self._sha256 = None, ""
            raise
        return png_of(part.width, part.height, drawn.rgba)


def part_of(cut: Cut, size: Size) -> Part:
    """Return the pixels to draw of a page with a size in points, or of a picture in its own.

    A picture is never drawn larger than it is.
    """
    across, down = size[0] * cut.region.width, size[1] * cut.region.height
    scale = min(
        1.0 if cut.subject == "picture" else _PER_POINT,
        LONGEST / max(across, down),
        sqrt(MOST_PIXELS / (across * down)),
        _FINEST / max(size),
    )
    whole = max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
    left, width = _span(cut.region.x, cut.region.width, whole[0])
    top, height = _span(cut.region.y, cut.region.height, whole[1])
    return Part(cut.page, whole, left, top, width, height)


def _span(start: float, length: float, whole: int) -> tuple[int, int]:
    """Return where a stretch starts and how long it is, in whole pixels, one at least."""
    first = min(floor(start * whole), whole - 1)
    last = min(whole, max(first + 1, ceil((start + length) * whole)))
    return first, last - first
