"""Clumsy hands: one gesture after another at random, aimed or not, finished or called off."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

from evidence_board.ui.canvas.acts import BOARD_ACTS
from evidence_board.ui.canvas.geometry import corners
from evidence_board.ui.canvas.live import port_places
from evidence_board.ui.docks.dragging import pack_records
from tests.ui.canvas import touch
from tests.ui.canvas.conftest import Hands
from tests.ui.canvas.touch import ALT, CONTROL, MIDDLE, NONE, SHIFT

_K = Qt.Key
_ARROWS = (_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down)
_WORDS = ("Cargo left", "железо", "항구", "at noon " * 9, "السفينة", "🚢 again", "x")
_MOST_CARDS = 60
_SLOW = frozenset({"tidy"})
"""Acts that end after a while."""


@dataclass
class Clumsy:
    """Hands that do anything on a board, and what they need to choose by chance."""

    hands: Hands
    chance: Random
    boards: tuple[str, ...]
    first_steps: int
    """How many steps are never taken back."""

    # Where

    @property
    def size(self) -> tuple[int, int]:
        """The size of the window."""
        return self.hands.view.width(), self.hands.view.height()

    def anywhere(self) -> QPoint:
        """Return a place of the window."""
        width, height = self.size
        return QPoint(self.chance.randrange(width), self.chance.randrange(height))

    def _shown(self, x: float, y: float) -> QPoint:
        """Return a place of the board as one of the window; pan there where it is not in sight."""
        view = self.hands.view
        spot = self.hands.at(x, y)
        if not view.rect().contains(spot):
            view.camera.pan(spot.x() - view.width() / 2, spot.y() - view.height() / 2)
            spot = self.hands.at(x, y)
        return spot

    def card(self) -> QPoint:
        """Return a place on a card, else any."""
        layout = self.hands.view.sheet.layout
        rows = [row for row in range(len(layout.ids)) if not layout.hidden[row]]
        if not rows:
            return self.anywhere()
        x, y, width, height = layout.boxes[self.chance.choice(rows)].tolist()
        return self._shown(x + width * self.chance.random(), y + height * self.chance.random())

    def port(self) -> QPoint:
        """Return a port of a card, else any place."""
        layout = self.hands.view.sheet.layout
        rows = [row for row in range(len(layout.ids)) if not layout.hidden[row]]
        if not rows:
            return self.anywhere()
        box = layout.boxes[self.chance.choice(rows)]
        return self._shown(*self.chance.choice(port_places(box)))

    def grip(self) -> QPoint:
        """Return a corner or the right edge of a selected card, else any place."""
        layout, rows = self.hands.view.sheet.layout, self.hands.view.chosen.cards.tolist()
        if not rows:
            return self.anywhere()
        x, y, width, height = layout.boxes[self.chance.choice(rows)].tolist()
        spots = (*corners((x, y, width, height)), (x + width, y + height / 2))
        return self._shown(*self.chance.choice(spots))

    def frame(self) -> QPoint:
        """Return the chevron, the title or a corner of a frame, else any place."""
        frames = self.hands.view.sheet.layout.shown_frames()
        if not frames:
            return self.anywhere()
        x, y, width, height = self.chance.choice(frames).shown
        spots = ((x + 16, y + 16), (x + width / 2, y + 12), *corners((x, y, width, height)))
        return self._shown(*self.chance.choice(spots))

    def line(self) -> QPoint:
        """Return the start, middle or end of a line, else any place."""
        lines = self.hands.view.sheet.layout.lines
        seen = [row for row in range(len(lines.ties)) if not lines.hidden[row]]
        if not seen:
            return self.anywhere()
        curve = lines.curves[self.chance.choice(seen)].tolist()
        x = (curve[0] + 3 * curve[2] + 3 * curve[4] + curve[6]) / 8
        y = (curve[1] + 3 * curve[3] + 3 * curve[5] + curve[7]) / 8
        spots = ((curve[0], curve[1]), (x, y), (curve[6], curve[7]))
        return self._shown(*self.chance.choice(spots))

    def somewhere(self) -> QPoint:
        """Return a place of one kind or another."""
        ways = (self.anywhere, self.card, self.port, self.grip, self.frame, self.line)
        return self.chance.choice(ways)()

    def held(self) -> Qt.KeyboardModifier:
        """Return the keys that are held: mostly none."""
        return self.chance.choice((NONE, NONE, NONE, SHIFT, CONTROL, ALT))

    # Gestures

    def drag(self) -> None:
        """Drag from somewhere to somewhere, or call it off on the way."""
        view, chance = self.hands.view, self.chance
        start, held = self.somewhere(), self.held()
        near = start + QPoint(chance.randrange(-160, 160), chance.randrange(-160, 160))
        end = chance.choice((near, self.anywhere(), self.anywhere()))
        spaced, button = chance.random() < 0.1, MIDDLE if chance.random() < 0.05 else touch.LEFT
        touch.press(view, start, held, button)
        if spaced:
            touch.key_down(view, _K.Key_Space)
        called_off = chance.random() < 0.2
        steps = chance.randrange(1, 5)
        before = self._kept() if called_off else None
        for step in range(1, steps + 1):
            touch.move(view, start + (end - start) * step / steps, held, button)
        if called_off:
            self._call_off()
        touch.release(view, end, held, button)
        if spaced:
            touch.key_up(view, _K.Key_Space)
        if before is not None:
            assert self._kept() == before, "what was called off has left something"
        self.answer()

    def pan_by_space(self) -> None:
        """Hold Space and drag."""
        view, start, end = self.hands.view, self.anywhere(), self.anywhere()
        touch.key_down(view, _K.Key_Space)
        touch.press(view, start)
        touch.move(view, end)
        touch.release(view, end)
        touch.key_up(view, _K.Key_Space)

    def click(self) -> None:
        """Click somewhere."""
        touch.click(self.hands.view, self.somewhere(), self.held())

    def double_click(self) -> None:
        """Click twice and write something."""
        touch.double_click(self.hands.view, self.somewhere())
        self.answer()

    def turn_wheel(self) -> None:
        """Pan or zoom by the wheel."""
        turned = (0, self.chance.choice((-240, -120, 120, 240)))
        touch.wheel(self.hands.view, self.anywhere(), turned, self.held())

    def ask_menu(self) -> None:
        """Press the right button somewhere."""
        touch.ask_menu(self.hands.view, self.somewhere())

    def press_key(self) -> None:
        """Press a key that may mean something."""
        keys = (*_ARROWS, _K.Key_Return, _K.Key_F2, _K.Key_Escape, _K.Key_Space, _K.Key_Home)
        held = self.chance.choice((NONE, NONE, SHIFT, ALT, ALT, CONTROL))
        touch.key(self.hands.view, self.chance.choice(keys), held)
        self.answer()

    def tab(self) -> None:
        """Walk by Tab."""
        self.hands.view.focusNextPrevChild(self.chance.random() < 0.7)

    def act(self) -> None:
        """Do an act of the board."""
        quick = sorted(set(BOARD_ACTS) - _SLOW)
        self.hands.view.act(self.chance.choice(quick))
        self.answer()

    def keep(self) -> None:
        """Do one of the acts that arrange what is there."""
        self._select_some()
        kinds = ("align", "distribute", "same", "lock", "group", "fold", "forward", "backward")
        ids = [id for id in sorted(BOARD_ACTS) if id.startswith(kinds)]
        self.hands.view.act(self.chance.choice((*ids, "wider", "to_back", "ungroup")))
        self.answer()

    def copy(self) -> None:
        """Copy, cut, paste or duplicate some cards."""
        self._select_some()
        acts = ("copy", "cut", "duplicate", "paste", "paste", "show_here")
        self.hands.view.act(self.chance.choice(acts))

    def link(self) -> None:
        """Link some cards by keys, or by Ctrl+L."""
        self._select_some()
        self.hands.view.act(self.chance.choice(("link", "link_keys", "linked_down", "next_link")))
        self.answer()

    def delete(self) -> None:
        """Delete some of what is there."""
        self._select_some(most=3)
        touch.key(self.hands.view, _K.Key_Delete)

    def undo(self) -> None:
        """Take some steps back."""
        for _ in range(self.chance.randrange(1, 4)):
            done = sum(step.state == "done" for step in self.hands.project.steps())
            if done > self.first_steps:
                self.hands.document.undo()

    def redo(self) -> None:
        """Do some steps again."""
        for _ in range(self.chance.randrange(1, 4)):
            if self.hands.project.redo_label is not None:
                self.hands.document.redo()

    def drop(self) -> None:
        """Drop words or records."""
        mime = QMimeData()
        mime.setText(self.chance.choice(_WORDS))
        ids = [one for one in self.hands.view.sheet.layout.records if self.chance.random() < 0.05]
        dropped = pack_records(ids, "") if ids else mime
        touch.drop(self.hands.view, self.anywhere(), dropped)

    def turn_to_another_board(self) -> None:
        """Show another board, as a tab does."""
        first, second = self.boards
        self.hands.view.show_board(self.chance.choice((first, first, first, second)))
        self.hands.view.repaint()

    def look(self) -> None:
        """Look from nearer at some card, or at all of the board."""
        view = self.hands.view
        if self.chance.random() < 0.3:
            touch.key(view, _K.Key_Home)
        else:
            zoom = self.chance.choice((0.4, 0.7, 1.0, 1.0, 1.6))
            view.camera.zoom_by(zoom / view.camera.viewport.zoom)
            self.card()
            view.focusing.end()

    def change_from_elsewhere(self) -> None:
        """Let the project change while a gesture is under way, as an inspector may do."""
        view, spot = self.hands.view, self.card()
        touch.press(view, spot)
        touch.move(view, spot + QPoint(40, 24))
        self.chance.choice((self.undo, self.redo))()
        touch.move(view, spot + QPoint(80, 48))
        touch.release(view, spot + QPoint(80, 48))
        self.answer()

    # What follows

    def answer(self) -> None:
        """Answer what was opened: choose in menus, write in editors, aim or move by keys."""
        for _ in range(6):
            view = self.hands.view
            if view.linking.menu is not None:
                self._answer_menu()
            elif view.in_place.editor is not None:
                self._write()
            elif view.live.thread is not None or len(view.live.lifted) or view.live.lifted_frames:
                self._aim()
            else:
                return
        touch.key(self.hands.view, _K.Key_Escape)
        if self.hands.view.linking.menu is not None:
            self.hands.view.linking.close()

    def _answer_menu(self) -> None:
        menu = self.hands.view.linking.menu
        assert menu is not None
        field = menu.findChild(QLineEdit)
        if self.chance.random() < 0.15:
            touch.key(menu, _K.Key_Escape)
        elif isinstance(field, QLineEdit):
            field.setText(self.chance.choice(("", *_WORDS)))
            touch.key(field, _K.Key_Return)
        else:
            figure = self.chance.choice("123")
            touch.key(menu, _K(ord(figure)), text=figure)

    def _write(self) -> None:
        editor = self.hands.view.in_place.editor
        assert editor is not None
        if self.chance.random() < 0.7:
            editor.setPlainText(self.chance.choice(("", *_WORDS)))
        ends = self.chance.random()
        if ends < 0.3:
            touch.key(editor, _K.Key_Escape)
        elif ends < 0.8:
            touch.key(editor, _K.Key_Return, CONTROL)
        else:
            touch.click(self.hands.view, self.anywhere(), NONE, MIDDLE)

    def _aim(self) -> None:
        """Press the keys of a mode of the keyboard until it ends."""
        keys = (*_ARROWS, _K.Key_Tab, _K.Key_Return, _K.Key_Escape)
        view, pressed = self.hands.view, self.chance.choice(keys)
        if pressed == _K.Key_Tab:
            view.focusNextPrevChild(True)
        else:
            touch.key(view, pressed, self.chance.choice((NONE, SHIFT)))

    def _call_off(self) -> None:
        """Call a gesture off by Esc, or because the window loses the keyboard."""
        if self.chance.random() < 0.8:
            touch.key(self.hands.view, _K.Key_Escape)
        else:
            left = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
            QCoreApplication.sendEvent(self.hands.view, left)

    def _select_some(self, most: int = 5) -> None:
        layout = self.hands.view.sheet.layout
        known = [*layout.records, *layout.frames, *layout.lines.row_of]
        self.hands.document.select(
            self.chance.sample(known, min(len(known), self.chance.randrange(most + 1)))
        )

    def _kept(self) -> tuple[object, ...]:
        """Return what a gesture that is called off must leave as it was."""
        layout = self.hands.view.sheet.layout
        frames = {id: frame.box for id, frame in layout.frames.items()}
        steps = self.hands.project.steps()
        curves = layout.lines.curves[np.arange(len(layout.lines.ties))].tolist()
        return len(steps), layout.boxes.tolist(), frames, curves

    def gesture(self) -> str:
        """Do one gesture; returns what it is called."""
        if len(self.hands.view.sheet.layout.ids) > _MOST_CARDS:
            self.delete()
            return "delete"
        often = [often for often, _name, _gesture in GESTURES]
        ((_, name, chosen),) = self.chance.choices(GESTURES, often)
        chosen(self)
        return name


GESTURES: tuple[tuple[int, str, Callable[[Clumsy], None]], ...] = (
    (40, "drag", Clumsy.drag),
    (2, "pan by space", Clumsy.pan_by_space),
    (10, "click", Clumsy.click),
    (8, "double click", Clumsy.double_click),
    (5, "turn wheel", Clumsy.turn_wheel),
    (2, "ask menu", Clumsy.ask_menu),
    (12, "press key", Clumsy.press_key),
    (3, "tab", Clumsy.tab),
    (20, "act", Clumsy.act),
    (14, "keep", Clumsy.keep),
    (5, "copy", Clumsy.copy),
    (8, "link", Clumsy.link),
    (4, "delete", Clumsy.delete),
    (10, "undo", Clumsy.undo),
    (5, "redo", Clumsy.redo),
    (3, "drop", Clumsy.drop),
    (1, "turn to another board", Clumsy.turn_to_another_board),
    (15, "look", Clumsy.look),
    (2, "change from elsewhere", Clumsy.change_from_elsewhere),
)
"""Every gesture: how often it is done, what it is called."""
