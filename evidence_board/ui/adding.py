"""Bringing files in as sources: read in a worker, then pinned as one step."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from evidence_board.commands import sources
from evidence_board.ingest.read import Batch, read_batch
from evidence_board.ui.document import Document

_FEW = 3


class Adding(QObject):
    """Reads files beside the window and pins what could be read; the rest is named."""

    def __init__(self, document: Document) -> None:
        """Bring sources into ``document``, which owns this."""
        super().__init__(document)
        self._document = document

    def add_files(
        self, paths: Iterable[Path], board: str | None, x: float = 0.0, y: float = 0.0
    ) -> None:
        """Add files, and the files that lie in folders, with cards on a board from x, y on."""
        wanted = tuple(files_of(paths))
        if not wanted:
            self._document.problem.emit(self.tr("There are no files in this folder."))
            return
        title = self.tr("Reading %n file(s)", "", len(wanted))
        job = self._document.jobs.run(title, partial(read_batch, wanted))
        job.done.connect(partial(self._pin, board, x, y))
        job.failed.connect(self._document.problem)

    def _pin(self, board: str | None, x: float, y: float, batch: object) -> None:
        if not isinstance(batch, Batch):
            return
        if batch.drafts:
            pinned = self._document.act(sources.pin, batch.drafts, board=board, x=x, y=y)
            if pinned is not None:
                self._tell(pinned)
                self._document.select(one.source.id for one in pinned)
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
