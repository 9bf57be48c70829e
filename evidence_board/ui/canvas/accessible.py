"""The board for assistive technology: a list of its cards, named as they are read aloud."""

from functools import cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget

from evidence_board.ui.canvas.cards.frame import spoken
from evidence_board.ui.canvas.faces import Face, tr
from evidence_board.ui.canvas.geometry import Area
from evidence_board.ui.canvas.stops import box_of_stop, stops

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView

NOTHING = cast(QAccessibleInterface, None)
"""What Qt takes for no interface; its stubs leave that out."""


def card_name(face: Face, *, selected: bool) -> str:
    """Return kind, mark, title, likelihood, confidence, origins, state: in this order."""
    parts = [f"{_kind_words()[face.kind]} {face.mark}".strip(), face.title]
    if face.likelihood:
        parts.append(face.likelihood[:1].upper() + face.likelihood[1:])
    if face.confidence:
        parts.append(tr("Confidence {0}").format(face.confidence))
    if face.unfinished:
        parts.append(tr("Reason missing"))
    if face.badge is not None:
        parts.append(face.badge.text)
    parts += [face.aside, face.state, face.meta]
    if face.locked:
        parts.append(tr("Locked"))
    if selected:
        parts.append(tr("Selected"))
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _kind_words() -> dict[str, str]:
    return {
        "claim": tr("Claim"),
        "hypothesis": tr("Hypothesis"),
        "source": tr("Source"),
        "origin": tr("Origin"),
        "actor": tr("Person"),
        "excerpt": tr("Excerpt"),
        "note": "",
        "gap": tr("Question"),
        "indicator": "",
        "placeholder": tr("Card"),
        "image": tr("Image"),
    }


class CardAccess(QAccessibleInterface):
    """One card or collapsed frame; what it is asked is read from the board at that moment."""

    def __init__(self, board: "BoardView", record_id: str) -> None:
        super().__init__()
        self._board = board
        self.record_id = record_id

    def _row(self) -> int | None:
        return self._board.sheet.layout.row_of_record.get(self.record_id)

    def _box(self) -> Area | None:
        return box_of_stop(self._board.sheet.layout, self.record_id)

    def isValid(self) -> bool:
        """Return whether the card is still there, and seen."""
        return self._box() is not None

    def object(self) -> QObject:
        """Return nothing: a card is no object of Qt."""
        return cast(QObject, None)

    def window(self) -> QWindow:
        """Return the window of the board."""
        return self._board.window().windowHandle()

    def role(self) -> QAccessible.Role:
        """Return what it is."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Return whether it is selected and has the focus."""
        state = QAccessible.State()
        state.selectable = state.focusable = 1
        state.selected = int(self.record_id in self._board.document.selected)
        state.focused = int(self.record_id == self._board.live.focus)
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Return its name."""
        row = self._row()
        frame = self._board.sheet.layout.frames.get(self.record_id)
        if kind != QAccessible.Text.Name or (row is None and frame is None):
            return ""
        selected = self.record_id in self._board.document.selected
        if row is None and frame is not None:
            return f"{spoken(frame)} {tr('Selected')}." if selected else spoken(frame)
        return card_name(self._board.sheet.face(row), selected=selected) if row is not None else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Do nothing: a name follows its record."""

    def rect(self) -> QRect:
        """Return where it lies on the screen."""
        box = self._box()
        if box is None:
            return QRect()
        x, y, width, height = box
        viewport = self._board.camera.viewport
        left, top = viewport.to_screen(x, y)
        corner = self._board.mapToGlobal(QPoint(round(left), round(top)))
        factor = viewport.factor
        return QRect(corner.x(), corner.y(), round(width * factor), round(height * factor))

    def parent(self) -> QAccessibleInterface:
        """Return the board."""
        return QAccessible.queryAccessibleInterface(self._board)

    def child(self, _index: int) -> QAccessibleInterface:
        """Return nothing: a card has no parts."""
        return NOTHING

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface:
        """Return nothing: a card has no parts."""
        return NOTHING

    def childCount(self) -> int:
        """Return none."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """Return that there is none."""
        return -1


class BoardAccess(QAccessibleWidget):
    """The board as a list of its cards by place; what lies over it follows."""

    def __init__(self, board: "BoardView") -> None:
        super().__init__(board, QAccessible.Role.List, board.accessibleName())
        self._board = board
        self._cards: dict[str, CardAccess] = {}

    def childCount(self) -> int:
        """Return how many cards and overlays there are."""
        return len(self._stops()) + super().childCount()

    def child(self, index: int) -> QAccessibleInterface:
        """Return a card or a collapsed frame by its place, then the overlays."""
        order = self._stops()
        if index >= len(order):
            return super().child(index - len(order))
        return self._card(order[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the place of a card or an overlay."""
        order = self._stops()
        if not isinstance(child, CardAccess):
            found = super().indexOfChild(child)
            return found + len(order) if found >= 0 else -1
        return order.index(child.record_id) if child.record_id in order else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the card or collapsed frame at a place of the screen."""
        spot = self._board.mapFromGlobal(QPoint(x, y))
        place = self._board.camera.viewport.to_board(spot.x(), spot.y())
        layout = self._board.sheet.layout
        row, frame = layout.card_at(*place), layout.frame_at(*place)
        id = layout.records[row] if row is not None else frame
        return self._card(id) if id is not None and box_of_stop(layout, id) else NOTHING

    def focusChild(self) -> QAccessibleInterface:
        """Return the card with the keyboard's focus."""
        focus = self._board.live.focus
        shown = focus is not None and box_of_stop(self._board.sheet.layout, focus)
        return self._card(focus) if focus is not None and shown else NOTHING

    def _stops(self) -> list[str]:
        return stops(self._board.sheet.layout)

    def _card(self, record_id: str) -> CardAccess:
        """Return the interface of a card, kept so that Qt never holds one that is gone."""
        if record_id not in self._cards:
            self._cards[record_id] = CardAccess(self._board, record_id)
        return self._cards[record_id]


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
    order = stops(board.sheet.layout) if QAccessible.isActive() else []
    if focus not in order:
        return
    event = QAccessibleEvent(board, QAccessible.Event.Focus)
    event.setChild(order.index(focus))
    QAccessible.updateAccessibility(event)


def announce(board: "BoardView", words: str) -> None:
    """Let a screen reader say words at once, such as what a link by keys aims at."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(board, words))
