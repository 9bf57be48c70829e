"""What may be dropped on the board: `DROP_HANDLERS`, asked in order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from evidence_board.commands import boards, claims, sources
from evidence_board.commands.placing import CARD_WIDTH
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import excerpt_of
from evidence_board.project.project import Project
from evidence_board.ui.adding import Adding
from evidence_board.ui.canvas.acts import inserting
from evidence_board.ui.canvas.chosen import chosen_on
from evidence_board.ui.canvas.editing import NEW_SIZE
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import snapped
from evidence_board.ui.canvas.heights import BADGE_ROW, SHEET
from evidence_board.ui.canvas.tools.move import SNAP
from evidence_board.ui.docks.dragging import unpack_records
from evidence_board.ui.document import Document
from evidence_board.ui.reader.dragging import EXCERPT_TYPE, unpack

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView

_MOST_TEXT = 2_000
_ROW = 72.0


@dataclass(frozen=True)
class Landing:
    """Where a drop lands: the document, the board, and the place on it.

    ``bring`` brings files in as sources; ``room`` gives free board near the place for a card that
    says these words, with room for its origins where it has any.
    """

    document: Document
    board_id: str
    x: float
    y: float
    bring: Callable[[Sequence[Path]], None]
    room: Callable[[str, bool], tuple[float, float]]


@dataclass(frozen=True)
class DropHandler:
    """Takes one kind of dropped data."""

    accepts: Callable[[QMimeData], bool]
    take: Callable[[QMimeData, Landing], None]


def _files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _bring_files(mime: QMimeData, landing: Landing) -> None:
    landing.bring(_files(mime))


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
    x, y = landing.room(claims.one_line(text[words.start : words.end]), True)
    made = document.act(_mark, capture, text, words.start, words.end, landing.board_id, x, y)
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
    document, (x, y) = landing.document, landing.room(words, False)
    made = document.act(claims.write, words, kind="judgement", board=landing.board_id, x=x, y=y)
    if made is not None:
        document.select((made.id,))


DROP_HANDLERS: tuple[DropHandler, ...] = (
    DropHandler(_has_excerpt, _mark_excerpt),
    DropHandler(lambda mime: bool(unpack_records(mime)), _lay_records),
    DropHandler(lambda mime: bool(_files(mime)), _bring_files),
    DropHandler(_has_text, _write_text),
)


class Drops:
    """Asks the handlers about what is dragged over a board or pasted, and lets one take it."""

    def __init__(self, board: "BoardView") -> None:
        self._board = board
        self._adding = Adding(board.document)
        self._adding.added.connect(self._show)

    def accepts(self, mime: QMimeData) -> bool:
        """Whether one of the handlers can take this."""
        return self._handler(mime) is not None

    def enter(self, event: QDragEnterEvent) -> None:
        """Accept what one of the handlers can take."""
        if self.accepts(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def drop(self, event: QDropEvent) -> None:
        """Give what was dropped to its handler, with the place on the board."""
        handler = self._handler(event.mimeData())
        if handler is None:
            return
        spot = event.position()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        place = self._board.camera.viewport.to_board(spot.x(), spot.y())
        handler.take(event.mimeData(), self._landing(place))

    def paste(self, mime: QMimeData, place: tuple[float, float] | None) -> None:
        """Take what lay on the clipboard, at a place of the board or in the middle of the view."""
        handler = self._handler(mime)
        if handler is not None:
            handler.take(mime, self._landing(place))
        else:
            self._board.document.tell(tr("The board cannot take what is on the clipboard."))

    def add_files(self, paths: Sequence[Path], place: tuple[float, float] | None = None) -> None:
        """Bring files in as sources, near a place of the board or in the middle of the view."""
        self._adding.add_files(paths, self._board.board_id, partial(self._room_for_rows, place))

    def _handler(self, mime: QMimeData) -> DropHandler | None:
        if self._board.document.project.read_only:
            return None
        return next((one for one in DROP_HANDLERS if one.accepts(mime)), None)

    def _landing(self, place: tuple[float, float] | None) -> Landing:
        board = self._board
        x, y = place or inserting.place_in_middle(board, NEW_SIZE)
        return Landing(
            board.document,
            board.board_id,
            snapped(x, SNAP),
            snapped(y, SNAP),
            lambda paths: self.add_files(paths, place),
            partial(self._room, place),
        )

    def _room(
        self, place: tuple[float, float] | None, words: str, badged: bool
    ) -> tuple[float, float]:
        height = self._board.in_place.height_of("claim", words) + BADGE_ROW * badged
        return self._free((CARD_WIDTH, height), place)

    def _room_for_rows(self, place: tuple[float, float] | None, count: int) -> tuple[float, float]:
        across, down = zip(*sources.rows_of_cards(count), strict=True)
        return self._free((max(across) + CARD_WIDTH, max(down) + SHEET), place)

    def _free(
        self, size: tuple[float, float], place: tuple[float, float] | None
    ) -> tuple[float, float]:
        if place is None:
            return inserting.place_in_middle(self._board, size)
        return self._board.sheet.layout.free_place(size, place)

    def _show(self, ids: Iterable[str]) -> None:
        """Bring the cards of new sources into view."""
        area = chosen_on(self._board.sheet, tuple(ids)).area(self._board.sheet)
        if area is not None:
            self._board.camera.bring(area)
