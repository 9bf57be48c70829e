"""Bringing files and pictures in as sources: read in workers, then pinned as one step."""

from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter

from evidence_board.commands import sources
from evidence_board.ingest.draft import Given, RefusedFile
from evidence_board.ingest.folders import MOST, Gathered, gather
from evidence_board.ingest.read import Batch, read_batch
from evidence_board.ui.document import Document

_FEW = 3
_MANY = 200
"""From how many files on the person is asked first."""
_MOST_KINDS = 4

PlaceFor = Callable[[int, bool], tuple[float, float]]
"""Gives the place of the first card, for a number of cards in the rows of `sources.pin`, with or
without pictures among them."""
Asked = Callable[[str, str], bool]
"""Asks the person a question with a verb; says whether the verb was chosen."""


@dataclass(frozen=True)
class Bitmap:
    """A picture that comes as pixels, and what to call it."""

    name: str
    image: QImage


class Adding(QObject):
    """Reads files beside the window and pins what could be read; the rest is named."""

    added = Signal(object)
    """The ids of the sources that were brought in, held ones too."""
    named = Signal(str)
    """The id of the one new source, a picture, that wants its title written."""

    def __init__(self, document: Document, ask: Asked) -> None:
        """Bring sources into ``document``, which owns this; ``ask`` before there are very many."""
        super().__init__(document)
        self._document = document
        self._ask = ask

    def add_files(self, paths: Iterable[Path], board: str, place: PlaceFor) -> None:
        """Add files, and the files below folders, with cards on a board.

        ``place`` is asked once they are read, for only then it is known how many there are.
        """
        given = tuple(paths)
        if not any(path.is_dir() for path in given):
            self._read(given, board, place)
            return
        job = self._document.jobs.run(self.tr("Looking into folders"), partial(gather, given))
        job.done.connect(partial(self._confirm, board, place))
        job.failed.connect(self._document.problem)

    def add_picture(self, picture: Given | Bitmap, board: str, place: PlaceFor) -> None:
        """Add a picture that comes by no file."""
        if isinstance(picture, Given):
            self._read((picture,), board, place)
            return
        job = self._document.jobs.run(self.tr("Reading a picture"), partial(_read_bitmap, picture))
        job.done.connect(partial(self._pin, board, place))
        job.failed.connect(self._document.problem)

    def _confirm(self, board: str, place: PlaceFor, gathered: object) -> None:
        """Go on with what lies in folders, if it is as much as was meant."""
        if not isinstance(gathered, Gathered):
            return
        count = len(gathered.files)
        if gathered.cut:
            sentence = self.tr(
                "This folder holds more than {most} files. Add the folders in it that matter."
            )
            self._document.problem.emit(sentence.format(most=f"{MOST:,}"))
        elif not count:
            self._document.problem.emit(self.tr("There are no files in this folder."))
        elif count <= _MANY or self._ask(
            self.tr("Add %n file(s) as sources?", "", count), self.tr("Add files")
        ):
            self._read(gathered.files, board, place)

    def _read(self, wanted: Sequence[Path | Given], board: str, place: PlaceFor) -> None:
        title = self.tr("Reading %n file(s)", "", len(wanted))
        job = self._document.jobs.run(title, partial(read_batch, wanted))
        job.done.connect(partial(self._pin, board, place))
        job.failed.connect(self._document.problem)

    def _pin(self, board: str, place: PlaceFor, batch: object) -> None:
        if not isinstance(batch, Batch):
            return
        if batch.drafts:
            pictures = any(draft.kind == "image" for draft in batch.drafts)
            x, y = place(len(batch.drafts), pictures)
            pinned = self._document.act(sources.pin, batch.drafts, board=board, x=x, y=y)
            if pinned is not None:
                self._show(pinned)
        if batch.refused:
            self._document.problem.emit(self._refusals(batch.refused))

    def _show(self, pinned: tuple[sources.Pinned, ...]) -> None:
        ids = tuple(one.source.id for one in pinned)
        self._tell(pinned)
        self._document.select(ids)
        self.added.emit(ids)
        if len(pinned) == 1 and not pinned[0].existing and pinned[0].source.kind == "image":
            self.named.emit(ids[0])

    def _tell(self, pinned: tuple[sources.Pinned, ...]) -> None:
        new = sum(not one.existing for one in pinned)
        held = len(pinned) - new
        told = [self.tr("%n source(s) added", "", new)] if new else []
        if held:
            told.append(self.tr("%n held already", "", held))
        self._document.tell(", ".join(told), undo=bool(new))

    def _refusals(self, refused: Sequence[RefusedFile]) -> str:
        """Return why files were refused: a sentence each for a few, of many how many of a kind."""
        if len(refused) <= _FEW:
            return " ".join(one.sentence for one in refused)
        kinds = Counter(Path(one.file_name).suffix.lower() for one in refused)
        told = [
            f"{count} {ending}" if ending else self.tr("%n without an ending", "", count)
            for ending, count in kinds.most_common(_MOST_KINDS)
        ]
        rest = len(refused) - sum(count for _, count in kinds.most_common(_MOST_KINDS))
        if rest:
            told.append(self.tr("%n other(s)", "", rest))
        sentence = self.tr("%n file(s) could not be added: {kinds}.", "", len(refused))
        return sentence.format(kinds=", ".join(told))


def _read_bitmap(bitmap: Bitmap) -> Generator[tuple[int, int], None, Batch]:
    """Return the batch of a picture that was only pixels: it is kept as PNG."""
    yield 0, 1
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(bitmap.image)
    original = bytes(buffer.data().data())
    return (yield from read_batch([Given(bitmap.name, original)]))
