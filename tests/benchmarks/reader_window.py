"""The reader in a window of its own process: how long sources take until they are painted.

``python -m tests.benchmarks.reader_window`` prints the milliseconds of each leg as JSON. Of
`worker` these are what a worker takes by itself from its start until it has drawn the first page.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from evidence_board.commands import projects, sources
from evidence_board.ingest.draft import SourceDraft
from evidence_board.ingest.formats import PDF
from evidence_board.ingest.pages import PageReader
from evidence_board.ingest.process import Worker
from evidence_board.ingest.readers.pdf import read_pdf
from evidence_board.ingest.reading import Question
from evidence_board.model.source import Source
from evidence_board.ui.document import Document
from evidence_board.ui.jobs import Jobs
from evidence_board.ui.reader.pages.parts import whole_part
from evidence_board.ui.reader.view import ReaderView
from evidence_board.ui.theme import apply_theme, load_fonts, load_other_fonts
from tests.benchmarks import large_case
from tests.benchmarks.frames import Frames
from tests.benchmarks.timing import milliseconds
from tests.ingest.printed import pdf, written

TEXT, PAGES, LINES = 5_000_000, 500, 45
ROUNDS = 9
LEGS = ("text", "pdf_as_text", "worker", "pdf_at_first", "turn", "pdf_as_pages")
WINDOW = (840, 860)
"""What the reader has of a window of 1,600 by 1,000 px."""
_PAPER = "595 842"
_DRAWN = (782, 1107)


@dataclass
class Opened:
    """A reader in a window with three sources; `frames` paints what follows from an act."""

    view: ReaderView
    document: Document
    frames: Frames
    text: Source
    printed: Source
    small: Source

    def open(self, source: Source) -> float:
        """Return how long it takes until a source is painted, as text."""
        return milliseconds(lambda: self._shown(lambda: self.view.show_source(source.id)))

    def draw(self, act: Callable[[], object]) -> float:
        """Return how long it takes until the page to which an act leads is painted, sharp."""
        return milliseconds(lambda: self._drawn(act))

    def _shown(self, act: Callable[[], object]) -> None:
        act()
        self.frames.flush()

    def _drawn(self, act: Callable[[], object]) -> None:
        self._shown(act)
        while not self._sharp():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.frames.flush()

    def _sharp(self) -> bool:
        pages = self.view.turning.pages
        if not self.document.pages.sizes:
            return False
        size = pages.place(pages.present)[2:]
        return self.document.pages.picture(whole_part(pages.present, size)) is not None


@contextmanager
def opened(folder: Path) -> Iterator[Opened]:
    """Give a reader in a window, with a long text, a PDF of many pages and a small text."""
    project = projects.start(folder / "case.evboard")
    drafts = [_plain("long.txt", _text()), _printed(), _plain("small.txt", "A small text.")]
    text, printed, small = (one.source for one in sources.pin(project, drafts))
    jobs = Jobs()
    document = Document(project, jobs)
    view = ReaderView(document, apply_theme(_application(), "light"))
    view.resize(*WINDOW)
    view.show()
    yield Opened(view, document, Frames(view), text, printed, small)
    view.close()
    document.settle()
    document.close()
    jobs.close()


def legs(reader: Opened) -> dict[str, list[float]]:
    """Measure each leg in turn; hints of the texts are found before, and are no part of it."""
    found: dict[str, list[float]] = {leg: [] for leg in LEGS}
    turning = reader.view.turning
    show = partial(reader.view.show_source, reader.printed.id)
    for place in range(ROUNDS + 1):
        turning.prefers_pages = False
        reader.open(reader.small)
        times = {"text": reader.open(reader.text), "pdf_as_text": reader.open(reader.printed)}
        reader.open(reader.small)
        turning.prefers_pages = True
        reader.document.pages.rest()
        times["worker"] = milliseconds(partial(_asked, reader))
        times["pdf_at_first"] = reader.draw(show)
        times["turn"] = reader.draw(partial(turning.go_to, 100 + 30 * place))
        reader.open(reader.small)
        times["pdf_as_pages"] = reader.draw(show)
        if place:  # the first round also fills caches
            for leg, taken in times.items():
                found[leg].append(taken)
    return found


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as folder, opened(Path(folder)) as reader:
        print(json.dumps(legs(reader)))


def _asked(reader: Opened) -> None:
    """Do what is behind the first page, without a window."""
    project, source = reader.document.project, reader.printed
    capture = project.capture_of(source.id)
    assert capture is not None
    original = project.original(capture)
    with Worker("pdf") as worker:
        asked = PageReader(worker, capture.file_name, capture.sha256)
        asked.sizes(original)
        asked.drawn(whole_part(1, _DRAWN), b"")


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(["reader"])
        load_fonts()
        load_other_fonts()
    return application


def _plain(name: str, text: str) -> SourceDraft:
    return SourceDraft(name, text.encode(), text, "text/plain", "UTF-8", "bench", {})


def _printed() -> SourceDraft:
    """Return the PDF as its reader reads it, without the time limit of a worker."""
    original = _pdf()
    text = read_pdf(Question("pages.pdf"), original).text
    return SourceDraft("pages.pdf", original, text, PDF.media_type, "pages", "bench", {})


def _text() -> str:
    chance, parts, size = Random(large_case.CHANCE), [], 0
    while size < TEXT:
        parts.append(" ".join(large_case.prose(chance, 14) for _ in range(6)))
        size += len(parts[-1]) + 2
    return "\n\n".join(parts)


def _pdf() -> bytes:
    chance = Random(large_case.CHANCE)
    pages = (
        "1 0 0 1 0 442 cm " + written(*(large_case.prose(chance, 12) for _ in range(LINES)))
        for _ in range(PAGES)
    )
    return pdf(*pages, size=_PAPER)


if __name__ == "__main__":
    main()
