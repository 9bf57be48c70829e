"""The board for assistive technology: its cards and lines as a list, read aloud."""

from abc import abstractmethod
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from evidence_board.ui.accessible import NOTHING, ListedPart, tell_focused
from evidence_board.ui.canvas.cards import frame
from evidence_board.ui.canvas.geometry import Area
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.spoken import card_name, line_name, lines_told
from evidence_board.ui.canvas.stops import box_of_stop, line_stops, stops

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView


class PartAccess(ListedPart):
    """One part of the board."""

    def __init__(self, board: "BoardView", record_id: str) -> None:
        super().__init__(board)
        self._board = board
        self.record_id = record_id

    @abstractmethod
    def box(self) -> Area | None:
        """Return where it shows on the board, None where it does not."""

    @property
    def layout(self) -> Layout:
        """The geometry of the board now."""
        return self._board.sheet.layout

    def selected(self) -> bool:
        """Return whether it is selected."""
        return self.record_id in self._board.document.selected

    def focused(self) -> bool:
        """Return whether the keys go on from it."""
        return self.record_id == self._board.live.focus

    def place(self) -> QRect | None:
        """Return where it lies in the widget, None where it does not show."""
        box = self.box()
        if box is None:
            return None
        x, y, width, height = box
        viewport = self._board.camera.viewport
        left, top = viewport.to_screen(x, y)
        factor = viewport.factor
        return QRect(round(left), round(top), round(width * factor), round(height * factor))

    def parent(self) -> QAccessibleInterface:
        """Return the board."""
        return QAccessible.queryAccessibleInterface(self._board)


class CardAccess(PartAccess):
    """One card or collapsed frame."""

    def box(self) -> Area | None:
        """Return where it shows on the board, None where it does not."""
        return box_of_stop(self.layout, self.record_id)

    def name(self) -> str:
        """Return what it says."""
        row = self.layout.row_of_record.get(self.record_id)
        if row is None:
            return frame.spoken(self.layout.frames[self.record_id], selected=self.selected())
        sheet = self._board.sheet
        told = lines_told(sheet, row)
        return card_name(sheet.face(row), selected=self.selected(), lines=told)


class LineAccess(PartAccess):
    """One line."""

    def box(self) -> Area | None:
        """Return where it runs on the board, None where it does not."""
        lines = self.layout.lines
        row = lines.row_of.get(self.record_id)
        if row is None or lines.hidden[row]:
            return None
        left, top, right, bottom = lines.spans(np.array([row]))[0].tolist()
        return left, top, right - left, bottom - top

    def name(self) -> str:
        """Return what it says."""
        lines = self.layout.lines
        tie = lines.ties[lines.row_of[self.record_id]]
        return line_name(self._board.sheet, tie, selected=self.selected())


class BoardAccess(QAccessibleWidget):
    """The board as a list: its cards by place, then its lines; what lies over it follows."""

    def __init__(self, board: "BoardView") -> None:
        super().__init__(board, QAccessible.Role.List, board.accessibleName())
        self._board = board
        self._parts: dict[str, PartAccess] = {}
        self._layout: Layout | None = None
        self._order: list[str] = []
        self._places: dict[str, int] = {}
        self._first_line = 0

    def forget(self) -> None:
        """Take the order anew when it is next asked for, since the board has changed."""
        self._layout = None

    def childCount(self) -> int:
        """Return how many cards, lines and overlays there are."""
        return len(self._listed()) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        """Return a card or a collapsed frame by its place, then a line, then the overlays."""
        order = self._listed()
        if index >= len(order):
            return super().child(index - len(order))
        return self._part(order[index], line=index >= self._first_line)

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a card, a line or an overlay."""
        order = self._listed()
        if not isinstance(child, PartAccess):
            found = super().indexOfChild(child)
            return found + len(order) if found >= 0 else -1
        return self._places.get(child.record_id, -1)

    def place_of(self, record_id: str) -> int | None:
        """Return the place of a record in the list, None where it is not in it."""
        self._listed()
        return self._places.get(record_id)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the card or collapsed frame at a place of the screen."""
        spot = self._board.mapFromGlobal(QPoint(x, y))
        place = self._board.camera.viewport.to_board(spot.x(), spot.y())
        layout = self._board.sheet.layout
        row, frame = layout.card_at(*place), layout.frame_at(*place)
        id = layout.records[row] if row is not None else frame
        return self._part(id) if id is not None and box_of_stop(layout, id) else NOTHING

    def focusChild(self) -> QAccessibleInterface:
        """Return the card with the keyboard's focus."""
        focus = self._board.live.focus
        shown = focus is not None and box_of_stop(self._board.sheet.layout, focus)
        return self._part(focus) if focus is not None and shown else NOTHING

    def _listed(self) -> list[str]:
        """Return cards and lines by place; kept until the board changes, for it is asked often."""
        layout = self._board.sheet.layout
        if layout is not self._layout:
            cards = stops(layout)
            self._layout, self._first_line = layout, len(cards)
            self._order = [*cards, *line_stops(layout)]
            self._places = {id: place for place, id in enumerate(self._order)}
        return self._order

    def _part(self, record_id: str, *, line: bool = False) -> PartAccess:
        """Return the interface of a part, kept so that Qt never holds one that is gone."""
        if record_id not in self._parts:
            kind = LineAccess if line else CardAccess
            self._parts[record_id] = kind(self._board, record_id)
        return self._parts[record_id]


@cache
def install() -> None:
    """Let Qt ask here for the accessible side of boards; once is enough."""
    QAccessible.installFactory(_made)


def _made(_key: str, thing: QObject) -> QAccessibleInterface | None:
    from evidence_board.ui.canvas.view import BoardView  # the view imports this module

    if not isinstance(thing, BoardView):
        return None
    if thing.access is None:
        thing.access = BoardAccess(thing)
    return thing.access


def tell_focus(board: "BoardView") -> None:
    """Tell assistive technology that another card has the focus."""
    focus = board.live.focus
    if focus is None or not QAccessible.isActive():
        return
    listed = QAccessible.queryAccessibleInterface(board)
    place = listed.place_of(focus) if isinstance(listed, BoardAccess) else None
    if place is not None:
        tell_focused(board, place)


def forget(board: "BoardView") -> None:
    """Let the list of parts be taken anew, since the board has changed."""
    if board.access is not None:
        board.access.forget()


def announce(board: "BoardView", words: str) -> None:
    """Let a screen reader say words at once, such as what a link by keys aims at."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(board, words))
