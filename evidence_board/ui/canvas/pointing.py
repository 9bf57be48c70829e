"""Pointer and keys: they begin gestures, feed them, and call them off."""

from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent

from evidence_board.model.source import Source
from evidence_board.ui.canvas import walking
from evidence_board.ui.canvas.acts import framing
from evidence_board.ui.canvas.acts.linking import name
from evidence_board.ui.canvas.camera import Camera
from evidence_board.ui.canvas.keys import act_of
from evidence_board.ui.canvas.tools.choosing import (
    choose,
    cursor_at,
    folds,
    hovered,
    line_at,
    taken_at,
)
from evidence_board.ui.canvas.tools.gesture import Gesture, Pointer
from evidence_board.ui.canvas.tools.keyed import Keyed, Mode, Pressed
from evidence_board.ui.canvas.tools.pan import pan
from evidence_board.ui.canvas.tools.stretch import card_handle_at, natural, stretched_rows
from evidence_board.ui.canvas.wheel import turn
from evidence_board.ui.keymap import KeyMap

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView

Tool = Literal["select", "pan"]
_HOVER_MS = 80
_WAYS = {
    Qt.MouseButton.BackButton: Camera.go_back,
    Qt.MouseButton.ForwardButton: Camera.go_forward,
}
"""Buttons beside the thumb, and where they go."""


class Pointing(QObject):
    """Turns the events of a board's view into gestures and acts."""

    def __init__(self, board: "BoardView") -> None:
        super().__init__(board)
        self._board = board
        self._gesture: Gesture | None = None
        self._tool: Tool = "select"
        self.keys = KeyMap()
        """The keys of the actions."""
        self.wheel_zooms = False
        """Whether the wheel of a mouse zooms without Ctrl."""
        self._space = False
        self._used_space = False
        self._folded = False
        """Whether the last press took the chevron of a frame: the second of two does nothing."""
        self._mode = Mode()
        self.trail: walking.Trail | None = None
        """Where the last step along a link led, until Alt is let go."""
        self._last = Pointer("move", 0.0, 0.0, (0.0, 0.0))
        self._over = False
        self._hover = QTimer(self)
        self._hover.setSingleShot(True)
        self._hover.setInterval(_HOVER_MS)
        self._hover.timeout.connect(self._show_ports)

    # The pointer

    @property
    def place(self) -> tuple[float, float] | None:
        """The place of the board under the pointer, None while it is elsewhere."""
        if not self._over:
            return None
        return self._board.camera.viewport.to_board(self._last.x, self._last.y)

    def press(self, event: QMouseEvent) -> None:
        """Begin the gesture that lies under the pointer."""
        self.call_off()
        if self._board.live.ring:
            self._board.live.ring = False
            self._board.update()
        self._folded = False
        press = self._pointed("press", event)
        if event.button() in _WAYS:
            _WAYS[event.button()](self._board.camera)
        left = event.button() == Qt.MouseButton.LeftButton
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle or (left and (self._space or self._tool == "pan")):
            self._used_space = True
            self._begin(pan(self._board, press))
            self._board.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif left:
            self._folded = folds(self._board, press)
            self._board.following.point_at(hovered(self._board, press))
            self._begin(choose(self._board, press))

    def move(self, event: QMouseEvent) -> None:
        """Give the move to the gesture, or show what lies under the pointer."""
        self._last = self._pointed("move", event)
        self._over = True
        if self._gesture is not None:
            self._send(self._last)
        else:
            if hovered(self._board, self._last) != self._board.live.hover:
                self._hover.start()
            self._update_cursor()

    def release(self, event: QMouseEvent) -> None:
        """End the gesture."""
        self._last = self._pointed("release", event)
        self._send(self._last)
        self._update_cursor()

    def double_press(self, event: QMouseEvent) -> None:
        """Read a source that is held, edit another card, or write a claim on empty board."""
        self.call_off()
        if event.button() != Qt.MouseButton.LeftButton or self._folded:
            return
        pointer, board = self._pointed("press", event), self._board
        frame = board.sheet.layout.frame_at(*pointer.place)
        taken = taken_at(board, pointer)
        grip = card_handle_at(board, pointer)
        if grip is not None:
            natural(board, stretched_rows(board))
        elif taken is not None and _is_held(board, taken):
            board.document.read(taken)
        elif taken is not None:
            board.edit(taken)
        elif (line := line_at(board, pointer)) is not None:
            board.document.select((line,))
            name(board)
        elif frame is not None:
            self._open_frame(frame)
        else:
            board.compose("claim", pointer.place)

    def _open(self, id: str, key: Qt.Key) -> bool:
        """Edit what has the focus, or expand it where it is a collapsed frame, but not by F2."""
        frame = self._board.sheet.layout.frames.get(id)
        if frame is None or not frame.collapsed or key == Qt.Key.Key_F2:
            return self._board.edit(id)
        if not self._board.document.project.read_only:
            framing.toggle(self._board, (id,))
        return True

    def _open_frame(self, frame: str) -> None:
        """Expand a bar, or edit a title."""
        layout = self._board.sheet.layout
        if not layout.frames[frame].collapsed:
            self._board.edit(frame)
        elif not self._board.document.project.read_only:
            framing.toggle(self._board, (frame,))

    def wheel(self, event: QWheelEvent) -> None:
        """Pan or zoom, as the person wants the wheel to do."""
        turn(self._board.camera, event, zooms=self.wheel_zooms)
        event.accept()

    def leave(self) -> None:
        """Hide the ports when the pointer is gone."""
        self._hover.stop()
        self._over = False
        if self._gesture is None and self._board.live.hover is not None:
            self._board.live.hover = None
            self._board.refresh()

    def ask_menu(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what lies under the pointer, or of the selection by its key."""
        board = self._board
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if not by_key:
            pointer = self._pointer_at("press", event.pos(), event.modifiers())
            frame = board.sheet.layout.frame_at(*pointer.place)
            under = taken_at(board, pointer) or line_at(board, pointer) or frame
            if under is None:
                board.document.select(())
            elif under not in board.document.selected:
                board.document.select((under,))
        board.menu_requested.emit(event.globalPos(), board.document.selected)

    def take_tool(self, tool: Tool) -> None:
        """Take the tool "select" or "pan"."""
        self._tool = tool
        self._update_cursor()

    # The keys

    def key(self, event: QKeyEvent) -> bool:
        """Do what a key does on the board; False if it does nothing here."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if key == Qt.Key.Key_Space:
            self._hold_space(event)
            return True
        if self._mode.feed(Pressed(key, event.modifiers(), event.text())):
            return True
        return self._gesture is not None or self._act(key, event.modifiers())

    def _act(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Do the act of a key; Enter without a selection edits the card with the focus."""
        board = self._board
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and not board.chosen.ids:
            return board.live.focus is not None and self._open(board.live.focus, key)
        act = act_of(key, modifiers, self.keys)
        if act is None:
            return False
        board.live.ring = True
        act(board)
        return True

    def tab(self, *, forward: bool) -> bool:
        """Give Tab to the mode of the keyboard; False where there is none."""
        return self._mode.feed(Pressed(Qt.Key.Key_Tab if forward else Qt.Key.Key_Backtab))

    def take_keys(self, keyed: Keyed) -> None:
        """Give all keys to a mode until it ends; Esc closes it."""
        self.call_off()
        self._board.live.ring = True
        self._mode.begin(keyed)

    def key_let_go(self, event: QKeyEvent) -> bool:
        """Let go of Space: when nothing was dragged meanwhile it selects the card with focus."""
        if Qt.Key(event.key()) == Qt.Key.Key_Alt:
            self.trail = None
        if Qt.Key(event.key()) != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        if self._space and not self._used_space:
            walking.toggle(self._board)
        self._space = False
        self._update_cursor()
        return True

    def _hold_space(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._space, self._used_space = True, self._gesture is not None
            self._update_cursor()

    def _escape(self) -> bool:
        """Step back: gesture, mode, selection; the focus stays where it is."""
        board = self._board
        if self._gesture is not None or self._mode.active:
            self.call_off()
        elif board.focusing.on:
            board.focusing.end()
        elif board.document.selected:
            if len(board.chosen.cards) and board.live.focus is None:
                board.live.focus = board.sheet.layout.records[int(board.chosen.cards[0])]
            board.live.ring = True
            board.document.select(())
        else:
            return False
        return True

    # Gestures

    def call_off(self) -> None:
        """Close the gesture and the mode under way: all is put back, nothing is done."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.close()
        self._mode.close()

    def let_go(self) -> None:
        """Forget held keys and call off what is under way."""
        self._space = False
        self.call_off()

    def _begin(self, gesture: Gesture | None) -> None:
        """Run a gesture to where it waits for the pointer; one with nothing to do ends at once."""
        self._gesture = gesture
        try:
            if gesture is not None:
                next(gesture)
        except StopIteration:
            self._gesture = None

    def _send(self, pointer: Pointer) -> None:
        """Feed the gesture; one that ends is forgotten before what it does is told to others."""
        gesture = self._gesture
        if gesture is None:
            return
        if pointer.kind == "release":
            self._gesture = None
        try:
            gesture.send(pointer)
        except StopIteration:
            self._gesture = None

    def _pointed(self, kind: Literal["press", "move", "release"], event: QMouseEvent) -> Pointer:
        return self._pointer_at(kind, event.position().toPoint(), event.modifiers())

    def _pointer_at(
        self,
        kind: Literal["press", "move", "release"],
        spot: QPoint,
        modifiers: Qt.KeyboardModifier,
    ) -> Pointer:
        place = self._board.camera.viewport.to_board(spot.x(), spot.y())
        return Pointer(kind, spot.x(), spot.y(), place, modifiers, self._space)

    def _show_ports(self) -> None:
        """Show the ports of the card under the pointer, when it has stayed a moment."""
        row = hovered(self._board, self._last)
        if self._gesture is None:
            self._board.following.point_at(row)

    def _update_cursor(self) -> None:
        if self._space or self._tool == "pan":
            self._board.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._gesture is None:
            self._board.setCursor(cursor_at(self._board, self._last))


def _is_held(board: "BoardView", id: str) -> bool:
    """Whether a card is a source with a stored copy, which is there to be read."""
    project = board.document.project
    return isinstance(project.find(id), Source) and project.capture_of(id) is not None
