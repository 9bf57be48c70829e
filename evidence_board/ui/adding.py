"""Bringing files in as sources: read in a worker, then pinned as one step."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from evidence_board.commands import sources
from evidence_board.ingest.read import Batch, read_batch
from evidence_board.ui.document import Document

_FEW = 3
PlaceFor = Callable[[int], tuple[float, float]]
"""Gives the place of the first card, for a number of cards in the rows of `sources.pin`."""


class Adding(QObject):
    """Reads files beside the window and pins what could be read; the rest is named."""

    added = Signal(object)
    """The ids of the sources that were brought in, held ones too."""

    def __init__(self, document: Document) -> None:
        """Bring sources into ``document``, which owns this."""
        super().__init__(document)
        self._document = document

    def add_files(self, paths: Iterable[Path], board: str, place: PlaceFor) -> None:
        """Add files, and the files that lie in folders, with cards on a board.

        ``place`` is asked once they are read, for only then it is known how many there are.
        """
        wanted = tuple(files_of(paths))
        if not wanted:
            self._document.problem.emit(self.tr("There are no files in this folder."))
            return
        title = self.tr("Reading %n file(s)", "", len(wanted))
        job = self._document.jobs.run(title, partial(read_batch, wanted))
        job.done.connect(partial(self._pin, board, place))
        job.failed.connect(self._document.problem)

    def _pin(self, board: str, place: PlaceFor, batch: object) -> None:
        if not isinstance(batch, Batch):
            return
        if batch.drafts:
            x, y = place(len(batch.drafts))
            pinned = self._document.act(sources.pin, batch.drafts, board=board, x=x, y=y)
            if pinned is not None:
                self._tell(pinned)
                ids = tuple(one.source.id for one in pinned)
                self._document.select(ids)
                self.added.emit(ids)
        if batch.refused:
            named = [one.sentence for one in batch.refused[:_FEW]]
            rest = len(batch.refused) - len(named)
            if rest:
                named.append(self.tr("%n more file(s) could not be added.", "", rest))
            self._document.problem.emit(" ".join(named))

    def _tell(self, pinned: tuple[sources.Pinned, ...]) -> None:
        new = sum(not one.existing for one in pinned)
        held = len(pinned) - new
        told = [self.tr("%n source(s) added", "", new)] if new else []
        if held:
            told.append(self.tr("%n held already", "", held))
        self._document.tell(", ".join(told), undo=bool(new))


def files_of(paths: Iterable[Path]) -> Iterable[Path]:
    """Yield the files among the paths and those directly in folders, hidden ones left out."""
    for path in paths:
        if path.is_dir():
            inside = sorted(path.iterdir())
            yield from (one for one in inside if one.is_file() and not one.name.startswith("."))
        else:
            yield path
