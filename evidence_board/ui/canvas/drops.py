"""What may be dropped on the board: `DROP_HANDLERS`, asked in order."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from evidence_board.commands import boards, claims
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import excerpt_of
from evidence_board.project.project import Project
from evidence_board.ui.adding import Adding
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import snapped
from evidence_board.ui.canvas.viewport import Viewport
from evidence_board.ui.docks.dragging import unpack_records
from evidence_board.ui.document import Document
from evidence_board.ui.reader.dragging import EXCERPT_TYPE, unpack

_MOST_TEXT = 2_000
_SNAP = 8.0
_ROW = 72.0


@dataclass(frozen=True)
class Landing:
    """Where a drop lands: the document, the board, and the place on it."""

    document: Document
    board_id: str
    x: float
    y: float
    bring: Callable[[Sequence[Path], float, float], None]
    """Brings files in as sources, with cards from x, y."""


@dataclass(frozen=True)
class DropHandler:
    """Takes one kind of dropped data."""

    accepts: Callable[[QMimeData], bool]
    take: Callable[[QMimeData, Landing], None]


def _files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _bring_files(mime: QMimeData, landing: Landing) -> None:
    landing.bring(_files(mime), landing.x, landing.y)


def _has_excerpt(mime: QMimeData) -> bool:
    return mime.hasFormat(EXCERPT_TYPE)


def _mark_excerpt(mime: QMimeData, landing: Landing) -> None:
    """Make a claim that rests on the dragged words."""
    document, words = landing.document, unpack(mime)
    capture = document.project.find(words.capture) if words is not None else None
    if words is None or not isinstance(capture, Capture):
        document.problem.emit(tr("These words are not of a source of this project."))
        return
    text = document.project.text(capture)
    made = document.act(
        _mark, capture, text, words.start, words.end, landing.board_id, landing.x, landing.y
    )
    if made is not None:
        document.select((made.id,))


def _mark(
    project: Project,
    capture: Capture,
    text: str,
    start: int,
    end: int,
    board: str,
    x: float,
    y: float,
) -> Claim:
    """Mark the words; ValueError where the text does not hold them."""
    marked = excerpt_of(capture.source, capture.id, text, start, end)
    return claims.mark(project, marked, board=board, x=x, y=y)


def _lay_records(mime: QMimeData, landing: Landing) -> None:
    """Show dragged records on the board, one below the other."""
    document, places = landing.document, []
    for row, id in enumerate(unpack_records(mime)):
        if document.project.find(id) is not None:
            places.append((id, landing.x, landing.y + row * _ROW))
    if places and document.act(boards.pin_records, landing.board_id, places) is not None:
        document.select(id for id, _, _ in places)


def _has_text(mime: QMimeData) -> bool:
    return mime.hasText() and bool(mime.text().strip())


def _write_text(mime: QMimeData, landing: Landing) -> None:
    """Write a claim without a source from plain words."""
    words = claims.one_line(mime.text())[:_MOST_TEXT]
    document = landing.document
    made = document.act(
        claims.write, words, kind="judgement", board=landing.board_id, x=landing.x, y=landing.y
    )
    if made is not None:
        document.select((made.id,))


DROP_HANDLERS: tuple[DropHandler, ...] = (
    DropHandler(_has_excerpt, _mark_excerpt),
    DropHandler(lambda mime: bool(unpack_records(mime)), _lay_records),
    DropHandler(lambda mime: bool(_files(mime)), _bring_files),
    DropHandler(_has_text, _write_text),
)


class Drops:
    """Asks the handlers about what is dragged over a board, and lets one take it."""

    def __init__(self, document: Document, board_id: str) -> None:
        self._document = document
        self._board_id = board_id
        self._adding = Adding(document)

    def enter(self, event: QDragEnterEvent) -> None:
        """Accept what one of the handlers can take."""
        if self._handler(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def drop(self, event: QDropEvent, viewport: Viewport) -> None:
        """Give what was dropped to its handler, with the place on the board."""
        handler = self._handler(event.mimeData())
        if handler is None:
            return
        spot = event.position()
        x, y = viewport.to_board(spot.x(), spot.y())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        handler.take(event.mimeData(), self._landing(snapped(x, _SNAP), snapped(y, _SNAP)))

    def _handler(self, mime: QMimeData) -> DropHandler | None:
        if self._document.project.read_only:
            return None
        return next((one for one in DROP_HANDLERS if one.accepts(mime)), None)

    def _landing(self, x: float, y: float) -> Landing:
        return Landing(self._document, self._board_id, x, y, self._bring)

    def _bring(self, paths: Sequence[Path], x: float, y: float) -> None:
        self._adding.add_files(paths, self._board_id, x, y)
