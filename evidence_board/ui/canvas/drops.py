"""What may be dropped on the board: `DROP_HANDLERS`, asked in order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from evidence_board.commands import boards, bringing, claims
from evidence_board.commands.placing import CARD_WIDTH
from evidence_board.ingest.draft import Given
from evidence_board.ui.adding import Adding, Bitmap
from evidence_board.ui.canvas.acts import inserting
from evidence_board.ui.canvas.arrivals import bring_files, bring_picture, keep_addresses
from evidence_board.ui.canvas.bringing_in import BringingIn
from evidence_board.ui.canvas.chosen import chosen_on
from evidence_board.ui.canvas.clipboard import has_cards
from evidence_board.ui.canvas.editing import NEW_SIZE
from evidence_board.ui.canvas.faces import tr
from evidence_board.ui.canvas.geometry import snapped
from evidence_board.ui.canvas.heights import BADGE_ROW, SHEET, TALLEST_IMAGE
from evidence_board.ui.canvas.offers import files_in, has_picture, may_be_addresses, words_in
from evidence_board.ui.canvas.pasting import paste_cards
from evidence_board.ui.canvas.words import (
    Propose,
    claim_under,
    has_excerpt,
    nothing_proposed,
    take_words,
)
from evidence_board.ui.docks.dragging import unpack_records
from evidence_board.ui.document import Document
from evidence_board.ui.snapping import GRID

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView

_MOST_TEXT = 2_000
_ROW = 72.0


@dataclass(frozen=True)
class Landing:
    """Where a drop lands: the document, the board, and the place on it.

    ``bring`` brings files in as sources, ``bring_picture`` a picture; ``room`` gives free board
    near the place for a card that says these words, with room for its origins where it has any,
    ``rows`` for so many cards of sources. ``show`` brings the cards of records into view; ``name``
    lets the title of a source be written. ``free`` gives free board of a size. ``onto`` is the id
    of the claim that words were let fall on; ``propose`` gives what their text proposes.
    """

    document: Document
    board_id: str
    x: float
    y: float
    bring: Callable[[Sequence[Path]], None]
    bring_picture: Callable[[Given | Bitmap], None]
    room: Callable[[str, bool], tuple[float, float]]
    rows: Callable[[int, bool], tuple[float, float]]
    show: Callable[[Iterable[str]], None]
    name: Callable[[str], None]
    free: Callable[[tuple[float, float]], tuple[float, float]]
    onto: str | None = None
    propose: Propose = nothing_proposed


@dataclass(frozen=True)
class DropHandler:
    """Takes one kind of dropped data."""

    accepts: Callable[[QMimeData], bool]
    take: Callable[[QMimeData, Landing], None]


def _lay_records(mime: QMimeData, landing: Landing) -> None:
    """Show dragged records on the board, one below the other."""
    document, places = landing.document, []
    for row, id in enumerate(unpack_records(mime)):
        if document.project.find(id) is not None:
            places.append((id, landing.x, landing.y + row * _ROW))
    if places and document.act(boards.pin_records, landing.board_id, places) is not None:
        document.select(id for id, _, _ in places)


def _write_text(mime: QMimeData, landing: Landing) -> None:
    """Write a claim without a source from plain words."""
    given = claims.one_line(words_in(mime))
    words = given[:_MOST_TEXT]
    document, (x, y) = landing.document, landing.room(words, False)
    made = document.act(claims.write, words, kind="judgement", board=landing.board_id, x=x, y=y)
    if made is not None:
        document.select((made.id,))
        landing.show((made.id,))
        if len(given) > _MOST_TEXT:
            document.tell(tr("The claim has the first {0} characters.").format(f"{_MOST_TEXT:,}"))


DROP_HANDLERS: tuple[DropHandler, ...] = (
    DropHandler(has_cards, paste_cards),
    DropHandler(has_excerpt, take_words),
    DropHandler(lambda mime: bool(unpack_records(mime)), _lay_records),
    DropHandler(lambda mime: bool(files_in(mime)), bring_files),
    DropHandler(has_picture, bring_picture),
    DropHandler(may_be_addresses, keep_addresses),
    DropHandler(lambda mime: bool(words_in(mime)), _write_text),
)


class Drops:
    """Asks the handlers about what is dragged over a board or pasted, and lets one take it.

    `propose` is asked what a text proposes for words that come from it.
    """

    def __init__(self, board: "BoardView") -> None:
        self._board = board
        self.propose: Propose = nothing_proposed
        self._adding = Adding(board.document, BringingIn(board))
        self._adding.added.connect(self._show)
        self._adding.named.connect(self._name)

    def accepts(self, mime: QMimeData) -> bool:
        """Whether one of the handlers can take this."""
        return self._handler(mime) is not None

    def enter(self, event: QDragEnterEvent) -> None:
        """Accept what one of the handlers can take."""
        if self.accepts(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def move(self, event: QDragMoveEvent) -> None:
        """Ring the claim that words would be tied to."""
        self._ring(claim_under(self._board, event.position()) if _words(event) else None)

    def leave(self) -> None:
        """Ring nothing: what was dragged went elsewhere."""
        self._ring(None)

    def drop(self, event: QDropEvent) -> None:
        """Give what was dropped to its handler, with the place on the board."""
        self._ring(None)
        handler = self._handler(event.mimeData())
        if handler is None:
            return
        spot = event.position()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        place = self._board.camera.viewport.to_board(spot.x(), spot.y())
        onto = claim_under(self._board, spot) if _words(event) else None
        handler.take(event.mimeData(), self._landing(place, onto))

    def paste(self, mime: QMimeData, place: tuple[float, float] | None) -> None:
        """Take what lay on the clipboard, at a place of the board or in the middle of the view."""
        handler = self._handler(mime)
        if handler is not None:
            handler.take(mime, self._landing(place))
        else:
            self._board.document.tell(tr("The board cannot take what is on the clipboard."))

    def paste_words(self, mime: QMimeData, place: tuple[float, float] | None) -> None:
        """Take the text that lay on the clipboard as nothing but words, whatever they look like."""
        if words_in(mime) and not self._board.document.project.read_only:
            _write_text(mime, self._landing(place))
        else:
            self._board.document.tell(tr("There are no words on the clipboard."))

    def add_files(self, paths: Sequence[Path], place: tuple[float, float] | None = None) -> None:
        """Bring files in as sources, near a place of the board or in the middle of the view."""
        self._adding.add_files(paths, self._board.board_id, partial(self._room_for_rows, place))

    def _handler(self, mime: QMimeData) -> DropHandler | None:
        if self._board.document.project.read_only:
            return None
        return next((one for one in DROP_HANDLERS if one.accepts(mime)), None)

    def _ring(self, claim: str | None) -> None:
        if claim != self._board.live.onto:
            self._board.live.onto = claim
            self._board.refresh()

    def _landing(self, place: tuple[float, float] | None, onto: str | None = None) -> Landing:
        board = self._board
        x, y = place or inserting.place_in_middle(board, NEW_SIZE)
        return Landing(
            board.document,
            board.board_id,
            snapped(x, GRID),
            snapped(y, GRID),
            lambda paths: self.add_files(paths, place),
            lambda picture: self._add_picture(picture, place),
            partial(self._room, place),
            partial(self._room_for_rows, place),
            self._show,
            self._name,
            partial(self._free, place=place),
            onto,
            self.propose,
        )

    def _add_picture(self, picture: Given | Bitmap, place: tuple[float, float] | None) -> None:
        board = self._board.board_id
        self._adding.add_picture(picture, board, partial(self._room_for_rows, place))

    def _room(
        self, place: tuple[float, float] | None, words: str, badged: bool
    ) -> tuple[float, float]:
        height = self._board.in_place.height_of("claim", words) + BADGE_ROW * badged
        return self._free((CARD_WIDTH, height), place)

    def _room_for_rows(
        self, place: tuple[float, float] | None, count: int, pictures: bool
    ) -> tuple[float, float]:
        across, down = zip(*bringing.rows_of_cards(count, pictures=pictures), strict=True)
        height = TALLEST_IMAGE if pictures else SHEET
        return self._free((max(across) + CARD_WIDTH, max(down) + height), place)

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

    def _name(self, id: str) -> None:
        """Let the title of a new source be written at once, unless something else is."""
        board, writing = self._board, QApplication.focusWidget()
        free = board.in_place.editor is None and writing in (None, board)
        if free and board.isVisible() and board.document.selected == (id,):
            board.edit(id)


def _words(event: QDropEvent) -> bool:
    return has_excerpt(event.mimeData())
