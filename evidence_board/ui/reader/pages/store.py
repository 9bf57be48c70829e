"""Pages of the PDF that is read: drawn in a worker process, one at a time, kept within a cap."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from evidence_board.ingest.draft import Refused
from evidence_board.ingest.pages import Forgotten, Letters, PageReader, Part, Size
from evidence_board.ingest.process import Worker, WorkerGone
from evidence_board.model.capture import Capture
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.reader.pages.parts import around_all, together

MOST_BYTES = 64 << 20
"""How much memory the pictures of pages may take."""

_MOST_WORDS = 64
_IDLE_MS = 30_000
_PATIENCE_MS = 500


@dataclass(frozen=True)
class WordsOf:
    """The words of a page are wanted, the first being 1."""

    page: int


@dataclass(frozen=True)
class _SizesOf:
    """How large the pages of a document are, by its hash."""

    sha256: str


@dataclass(frozen=True)
class _Failure:
    """Why an answer is not there; `lost` says that the worker did not know the document."""

    sentence: str
    lost: bool = False


Wanted: TypeAlias = Part | WordsOf
_Asked: TypeAlias = Wanted | _SizesOf
_Answer: TypeAlias = Mapping[Part, QImage] | Letters | tuple[Size, ...] | _Failure


class PageStore(QObject):
    """Gives what is known of the pages of one capture, and has drawn what is wanted.

    What is being drawn and not wanted any more is broken off when it takes long.
    """

    opened = Signal()
    """The sizes of the pages are known, or it is known that they cannot be had."""
    arrived = Signal(int)
    """Something of this page (the first being 1) can be had, or it is known that it cannot."""

    def __init__(self, project: Project, jobs: Jobs, parent: QObject) -> None:
        """Start without a document; the worker process starts with the first."""
        super().__init__(parent)
        self._project = project
        self._jobs = jobs
        self._worker = Worker("pdf")
        self._reader: PageReader | None = None
        self._asked_by: PageReader | None = None
        self._capture: Capture | None = None
        self._kept: OrderedDict[Part, QImage] = OrderedDict()
        self._words: OrderedDict[int, Letters] = OrderedDict()
        self._wanted: tuple[_Asked, ...] = ()
        self._present: _Asked | None = None
        self._closed = False
        self.sizes: tuple[Size, ...] = ()
        self.refusal = ""
        """Why there are no pages, in a sentence; or nothing."""
        self._failures: dict[int, str] = {}
        self._idle = QTimer(self, singleShot=True, interval=_IDLE_MS)
        self._idle.timeout.connect(self.rest)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._break_off)

    def open(self, capture: Capture | None) -> None:
        """Let go of what was read before, and ask for the pages of this."""
        if capture == self._capture:
            return
        self._capture = capture
        self._kept.clear()
        self._words.clear()
        self._failures.clear()
        self.sizes, self.refusal = (), ""
        self._new_reader()
        self.want(())

    def shows(self, capture: Capture | None) -> bool:
        """Whether what is known here is known of this capture."""
        return capture is not None and capture == self._capture

    def want(self, wanted: Iterable[Wanted]) -> None:
        """Have these made ready, in this order; what was wanted before is let go."""
        if self._capture is None:
            self._ask(())
        elif self.sizes or self.refusal:
            self._ask(tuple(wanted))
        else:
            self._ask((_SizesOf(self._capture.sha256), *wanted))

    def picture(self, part: Part) -> QImage | None:
        """Return the picture of a part, if it is there."""
        image = self._kept.get(part)
        if image is not None:
            self._kept.move_to_end(part)
        return image

    def nearest(self, page: int, width: int) -> QImage | None:
        """Return the picture of all of a page that is nearest to a width, if there is any."""
        whole = [part for part in self._kept if part.page == page and part.is_whole]
        best = min(whole, key=lambda part: abs(part.width - width), default=None)
        return self._kept[best] if best is not None else None

    def words(self, page: int) -> Letters | None:
        """Return the words of a page, if they are there."""
        found = self._words.get(page)
        if found is not None:
            self._words.move_to_end(page)
        return found

    def failure(self, page: int) -> str:
        """Return why a page cannot be shown, in a sentence; or nothing."""
        return self._failures.get(page, "")

    @property
    def bytes(self) -> int:
        """Memory that the kept pictures take."""
        return sum(image.sizeInBytes() for image in self._kept.values())

    def close(self) -> None:
        """Stop drawing, now."""
        self._closed = True
        self._wanted = ()
        self._idle.stop()
        self._patience.stop()
        self._worker.interrupt()
        if self._present is None:
            self._worker.end()

    # Inside

    def _ask(self, wanted: tuple[_Asked, ...]) -> None:
        self._wanted = wanted
        if self._is_idle():
            if not self._patience.isActive():
                self._patience.start()
        else:
            self._patience.stop()
        self._go_on()

    def _is_idle(self) -> bool:
        """Whether something is drawn of a page of which nothing is wanted any more."""
        present = self._present
        if present is None or isinstance(present, _SizesOf):
            return present is not None and present not in self._wanted
        pages = {one.page for one in self._wanted if not isinstance(one, _SizesOf)}
        return present.page not in pages

    def _new_reader(self) -> None:
        capture = self._capture
        self._reader = None
        if capture is not None:
            self._reader = PageReader(self._worker, capture.file_name, capture.sha256)

    def _go_on(self) -> None:
        """Ask for what is wanted next, unless an answer is under way."""
        following = next((one for one in self._wanted if not self._has(one)), None)
        reader, capture = self._reader, self._capture
        if self._present or following is None or reader is None or self._closed or not capture:
            return
        try:
            original = b"" if reader.knows else self._project.original(capture)
        except (ProjectError, KeyError) as problem:
            self._take(following, _Failure(str(problem)))
            return
        self._present = following
        self._idle.stop()
        missing = (one for one in self._wanted if isinstance(one, Part) and not self._has(one))
        beside = together(following, missing) if isinstance(following, Part) else ()
        work = partial(_answer, reader, following, beside, original)
        job = self._jobs.run("", work, drawing=True)
        self._asked_by = reader
        job.done.connect(self._receive)
        job.cancelled.connect(self._call_off)

    def _has(self, asked: _Asked) -> bool:
        if isinstance(asked, _SizesOf):
            return bool(self.sizes or self.refusal)
        if asked.page in self._failures:
            return True
        return asked in self._kept if isinstance(asked, Part) else asked.page in self._words

    @Slot(object)
    def _receive(self, answer: _Answer) -> None:
        present, self._present = self._present, None
        self._patience.stop()
        if self._closed:
            self._worker.end()
            return
        self._idle.start()
        if present is not None and self._asked_by is self._reader:
            self._take(present, answer)
        else:
            self._go_on()

    @Slot()
    def _call_off(self) -> None:
        self._present = None
        self._worker.end()

    def _take(self, asked: _Asked, answer: _Answer) -> None:
        """Keep an answer; what the worker only had to be told again is asked again."""
        if isinstance(answer, _Failure):
            if not answer.lost:
                self._fail(asked, answer.sentence)
        elif isinstance(answer, Mapping):
            self._kept.update(answer)
            self._make_room()
        elif isinstance(answer, Letters):
            self._words[answer.page] = answer
            while len(self._words) > _MOST_WORDS:
                self._words.popitem(last=False)
        else:
            self.sizes = answer
        if isinstance(asked, _SizesOf):
            self.opened.emit()
        else:
            self.arrived.emit(asked.page)
        self._go_on()

    def _fail(self, asked: _Asked, sentence: str) -> None:
        if isinstance(asked, _SizesOf):
            self.refusal = sentence
        else:
            self._failures[asked.page] = sentence

    def _make_room(self) -> None:
        size = self.bytes
        while size > MOST_BYTES and len(self._kept) > 1:
            _, image = self._kept.popitem(last=False)
            size -= image.sizeInBytes()

    def _break_off(self) -> None:
        """End the process that draws what nobody waits for; the next one begins anew."""
        if self._is_idle():
            self._worker.interrupt()
            self._worker = Worker("pdf")
            self._new_reader()

    def rest(self) -> None:
        """End the process while nothing is drawn; the next question starts another."""
        if self._present is None:
            self._worker.end()


def _answer(
    reader: PageReader, asked: _Asked, beside: tuple[Part, ...], original: bytes
) -> _Answer:
    """Return what a worker answers, in a thread."""
    try:
        if isinstance(asked, _SizesOf):
            return reader.sizes(original)
        if isinstance(asked, WordsOf):
            return reader.letters(asked.page, original)
        around = around_all(beside)
        whole = _image(around, reader.drawn(around, original).rgba)
        return {one: _cut(whole, around, one) for one in beside}
    except Refused as refusal:
        return _Failure(str(refusal))
    except WorkerGone as gone:
        return _Failure(f"This page {gone}", lost=isinstance(gone, Forgotten))


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
