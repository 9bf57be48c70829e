"""Pages of a PDF from outside the worker: sizes, pictures of parts, places of words, as values."""

import json
from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeVar

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.process import Worker, WorkerGone

USUAL_SIZE = (595.0, 842.0)
"""Width and height in points of a page that does not say them: that of A4."""

_LEAST, _MOST = 1.0, 200_000.0

Size = tuple[float, float]
Told = TypeVar("Told")
Asking = Generator[tuple[int, int], None, Told]
"""An answer that is waited for in glances: closing it ends the worker."""


@dataclass(frozen=True)
class Part:
    """A rectangle of a page, the first being 1, in pixels of the whole page at some size."""

    page: int
    whole: tuple[int, int]
    left: int
    top: int
    width: int
    height: int

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the page."""
        return (self.width, self.height) == self.whole


@dataclass(frozen=True)
class Drawn:
    """A part as it is drawn: bytes of red, green, blue and alpha, row by row."""

    part: Part
    rgba: bytes


@dataclass(frozen=True)
class Letters:
    """The text of a page and the box of each of its characters, four 32 bit numbers each.

    The boxes are left, top, right and bottom as fractions of the page; all 0 is nowhere.
    """

    page: int
    text: str
    boxes: bytes


class Forgotten(WorkerGone):
    """The worker is another process than before, and has to be sent the document again."""


class PageReader:
    """Asks a worker about the pages of one PDF, whose bytes it sends once for each process.

    Refused says why an answer is not there, WorkerGone that the worker is not. While it `knows`
    the document, ``original`` may be left empty.
    """

    def __init__(self, worker: Worker, name: str, sha256: str) -> None:
        """Ask ``worker`` about the document with this name and hash."""
        self._worker = worker
        self._name = name
        self._sha256 = sha256
        self.knows = False

    def sizes(self, original: bytes) -> tuple[Size, ...]:
        """Return width and height of every page in points, as it is shown."""
        return _waited(self.sizing(original))

    def sizing(self, original: bytes) -> Asking[tuple[Size, ...]]:
        """As `sizes`, in glances."""
        told, _ = yield from self._ask(original, about="sizes")
        sizes = told["sizes"]
        assert isinstance(sizes, list)
        return tuple(_sound(float(width), float(height)) for width, height in sizes)

    def drawn(self, part: Part, original: bytes) -> Drawn:
        """Return the picture of a part of a page."""
        return _waited(self.drawing(part, original))

    def drawing(self, part: Part, original: bytes) -> Asking[Drawn]:
        """As `drawn`, in glances."""
        numbers = {
            "page": part.page, "whole_width": part.whole[0], "whole_height": part.whole[1],
            "left": part.left, "top": part.top, "width": part.width, "height": part.height,
        }  # fmt: skip
        asked = {name: str(number) for name, number in numbers.items()}
        _, rgba = yield from self._ask(original, about="picture", **asked)
        return Drawn(part, rgba)

    def letters(self, page: int, original: bytes) -> Letters:
        """Return the words of a page and where they stand."""
        told, boxes = _waited(self._ask(original, about="words", page=str(page)))
        return Letters(page, str(told["text"]), boxes)

    def _ask(self, original: bytes, **asked: str) -> Asking[tuple[dict[str, object], bytes]]:
        header = {"name": self._name, "document": self._sha256, **asked}
        try:
            answer, body = yield from self._worker.asking(header, original)
            told: dict[str, object] = json.loads(answer)
        except WorkerGone:
            self.knows = False
            raise
        self.knows = "missing" not in told
        if not self.knows:
            raise Forgotten("was lost on the way to its reader.")
        if "refused" in told:
            raise Refused(str(told["refused"]))
        return told, body


def _waited(asking: Asking[Told]) -> Told:
    """Return an answer; nothing can be done until it is there."""
    while True:
        try:
            next(asking)
        except StopIteration as end:
            told: Told = end.value
            return told


def _sound(width: float, height: float) -> Size:
    """Return a size that can be shown, whatever a document says."""
    if not (_LEAST <= width <= _MOST and _LEAST <= height <= _MOST):
        return USUAL_SIZE
    return width, height
