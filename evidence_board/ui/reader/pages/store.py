"""Pages of the PDF that is read: drawn in a worker process, one at a time, kept within a cap.

A picture is asked about in the same way, as one page without words.
"""

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from evidence_board.ingest.formats import Subject
from evidence_board.ingest.pages import Letters, PageReader, Part, Size
from evidence_board.ingest.process import Worker
from evidence_board.model.capture import Capture
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.reader.pages.answers import (
    Answer,
    Asked,
    Failure,
    SizesOf,
    Start,
    Wanted,
    WordsOf,
    answer_to,
)
from evidence_board.ui.reader.pages.parts import together

MOST_BYTES = 64 << 20
"""How much memory the pictures of pages may take."""

_MOST_WORDS = 64
_IDLE_MS = 300_000
_PATIENCE_MS = 500


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
        self._subject: Subject = "pdf"
        self._worker = Worker(self._subject)
        self._reader: PageReader | None = None
        self._asked_by: PageReader | None = None
        self._capture: Capture | None = None
        self._kept: OrderedDict[Part, QImage] = OrderedDict()
        self._words: OrderedDict[int, Letters] = OrderedDict()
        self._wanted: tuple[Asked, ...] = ()
        self._present: Asked | None = None
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
        pictured = capture is not None and capture.media_type.startswith("image/")
        self._take_worker("picture" if pictured else "pdf")
        self._new_reader()
        self.want(())

    def warm(self) -> None:
        """Start the process ahead, so that it need not be waited for when it is wanted."""
        if self._present is None and not self._closed:
            self._present = Start()
            job = self._jobs.run("", self._worker.start, drawing=True)
            job.done.connect(self._receive)
            job.cancelled.connect(self._call_off)

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
            self._ask((SizesOf(self._capture.sha256), *wanted))

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

    def rest(self) -> None:
        """End the process while nothing is drawn; the next question starts another."""
        if self._present is None:
            self._worker.end()

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

    def _ask(self, wanted: tuple[Asked, ...]) -> None:
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
        if isinstance(present, SizesOf):
            return present not in self._wanted
        if not isinstance(present, Part | WordsOf):
            return False
        return present.page not in {
            one.page for one in self._wanted if isinstance(one, Part | WordsOf)
        }

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
            self._take(following, Failure(str(problem)))
            return
        self._present = following
        self._idle.stop()
        missing = (one for one in self._wanted if isinstance(one, Part) and not self._has(one))
        beside = together(following, missing) if isinstance(following, Part) else ()
        work = partial(answer_to, reader, following, beside, original)
        job = self._jobs.run("", work, drawing=True)
        self._asked_by = reader
        job.done.connect(self._receive)
        job.cancelled.connect(self._call_off)

    def _has(self, asked: Asked) -> bool:
        if not isinstance(asked, Part | WordsOf):
            return bool(self.sizes or self.refusal)
        if asked.page in self._failures:
            return True
        return asked in self._kept if isinstance(asked, Part) else asked.page in self._words

    @Slot(object)
    def _receive(self, answer: Answer) -> None:
        present, self._present = self._present, None
        self._patience.stop()
        if self._closed:
            self._worker.end()
            return
        self._idle.start()
        current = self._asked_by is self._reader and not isinstance(present, Start)
        if present is not None and answer is not None and current:
            self._take(present, answer)
        else:
            self._go_on()

    @Slot()
    def _call_off(self) -> None:
        self._present = None
        self._worker.end()

    def _take(self, asked: Asked, answer: Answer) -> None:
        """Keep an answer; what the worker only had to be told again is asked again."""
        if isinstance(answer, Failure):
            if not answer.lost:
                self._fail(asked, answer.sentence)
        elif isinstance(answer, Mapping):
            self._kept.update(answer)
            self._make_room()
        elif isinstance(answer, Letters):
            self._words[answer.page] = answer
            while len(self._words) > _MOST_WORDS:
                self._words.popitem(last=False)
        elif answer is not None:
            self.sizes = answer
        if isinstance(asked, Part | WordsOf):
            self.arrived.emit(asked.page)
        else:
            self.opened.emit()
        self._go_on()

    def _fail(self, asked: Asked, sentence: str) -> None:
        if isinstance(asked, Part | WordsOf):
            self._failures[asked.page] = sentence
        else:
            self.refusal = sentence

    def _make_room(self) -> None:
        size = self.bytes
        while size > MOST_BYTES and len(self._kept) > 1:
            _, image = self._kept.popitem(last=False)
            size -= image.sizeInBytes()

    def _break_off(self) -> None:
        """End the process that draws what nobody waits for; the next one begins anew."""
        if self._is_idle():
            self._worker.interrupt()
            self._worker = Worker(self._subject)
            self._new_reader()

    def _take_worker(self, subject: Subject) -> None:
        """Let a worker answer that knows about PDFs, or pictures; the other one is ended."""
        if subject != self._subject:
            self._worker.interrupt()
            self._subject, self._worker = subject, Worker(subject)
