"""What is asked about pages and what is answered, and the asking of it, in a thread."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QImage

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.pages import Forgotten, Letters, PageReader, Part, Size
from evidence_board.ingest.process import WorkerGone
from evidence_board.ui.reader.pages.parts import around_all


@dataclass(frozen=True)
class WordsOf:
    """The words of a page are wanted, the first being 1."""

    page: int


@dataclass(frozen=True)
class SizesOf:
    """How large the pages of a document are, by its hash."""

    sha256: str


@dataclass(frozen=True)
class Start:
    """Nothing but a process that can be asked."""


@dataclass(frozen=True)
class Failure:
    """Why an answer is not there; `lost` says that the worker did not know the document."""

    sentence: str
    lost: bool = False


Wanted: TypeAlias = Part | WordsOf
Asked: TypeAlias = Wanted | SizesOf | Start
Answer: TypeAlias = Mapping[Part, QImage] | Letters | tuple[Size, ...] | Failure | None


def answer_to(
    reader: PageReader, asked: Asked, beside: tuple[Part, ...], original: bytes
) -> Answer:
    """Return what a worker answers, in a thread."""
    try:
        if isinstance(asked, SizesOf):
            return reader.sizes(original)
        if isinstance(asked, WordsOf):
            return reader.letters(asked.page, original)
        around = around_all(beside)
        whole = _image(around, reader.drawn(around, original).rgba)
        return {one: _cut(whole, around, one) for one in beside}
    except Refused as refusal:
        return Failure(str(refusal))
    except WorkerGone as gone:
        return Failure(f"This page {gone}", lost=isinstance(gone, Forgotten))


def _image(part: Part, rgba: bytes) -> QImage:
    """Return a picture as Qt paints it fastest, in its own memory."""
    form = QImage.Format.Format_RGBA8888
    image = QImage(rgba, part.width, part.height, part.width * 4, form)
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _cut(image: QImage, around: Part, part: Part) -> QImage:
    """Return a part of a picture that shows more."""
    if part == around:
        return image
    return image.copy(part.left - around.left, part.top - around.top, part.width, part.height)
