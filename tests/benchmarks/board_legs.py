"""What is done to a board that is measured: the same events that wheel and mouse send."""

from collections.abc import Callable
from dataclasses import replace
from math import log

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from evidence_board.ui.canvas.view import BoardView
from tests.benchmarks.asked import Spent, joined
from tests.benchmarks.frames import (
    CARRIED,
    FRAMES,
    PAN_100,
    PAN_FIT,
    WINDOW,
    ZOOM_STEPS,
    Frames,
    middle_of,
)

ALIGN = "align_left"
BAND_STEPS = 10
WHEEL_STEP = 120
PACE = 1 / 60
"""Seconds between the events of a hand, where not one frame follows the other at once."""
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
FREE, LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
PRESS, MOVE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove
RELEASE = QEvent.Type.MouseButtonRelease
MIDDLE = QPointF(WINDOW[0] / 2, WINDOW[1] / 2)


class BoardLegs:
    """The legs over a board that is shown."""

    def __init__(self, view: BoardView) -> None:
        self.view = view
        self.frames = Frames(view)
        self.named: dict[str, Callable[[], Spent]] = {
            "pan100": lambda: self._pan(self._look_at_100, PAN_100),
            "panfit": lambda: self._pan(self._look_at_all, PAN_FIT),
            "zoom": self._zoom,
            "pan60": lambda: self._pan(self._look_at_100, PAN_100, pace=PACE),
            "zoom60": lambda: self._zoom(pace=PACE),
            "drag100": lambda: self._drag(self._look_at_100),
            "dragfit": lambda: self._drag(self._look_at_all),
            "undrag": lambda: self._ended(self.frames.take(1, lambda _: view.document.undo())),
            "band": self._band,
            "select": self._select,
            "align": lambda: self._ended(self.frames.take(1, lambda _: view.act(ALIGN))),
            "undo": lambda: self._ended(self.frames.take(1, lambda _: view.document.undo())),
        }

    # Where it looks

    def rest(self) -> float:
        """Wait until the window shows what the reference painter would; ms since the last event."""
        return self.frames.rest(lambda: self.view.surface.crisp)

    def _look_at_all(self) -> None:
        self.view.document.select(())
        self.view.act("zoom_fit")
        self.frames.flush()
        self.rest()

    def _look_at_100(self) -> None:
        """Look at the card in the middle of the board at 100 %."""
        self._look_at_all()
        near = self.view.camera.viewport.zoomed(1.0, MIDDLE.x(), MIDDLE.y())
        x, y, width, height = self.view.sheet.layout.boxes[self._card()].tolist()
        self.view.camera.look(near.centred(x + width / 2, y + height / 2))
        self.frames.flush()
        self.rest()

    def _ended(self, spent: Spent) -> Spent:
        """Return what was taken, with the time until all is crisp; what it saved is saved then."""
        crisp = self.rest()
        self.view.document.settle()
        return replace(spent, crisp=crisp)

    # Hands

    def wheel(self, turned: QPoint, *, pixels: bool, held: Qt.KeyboardModifier = NONE) -> None:
        """Turn the wheel in the middle of the window, or move two fingers by pixels."""
        phase = Qt.ScrollPhase.ScrollUpdate if pixels else Qt.ScrollPhase.NoScrollPhase
        moved = turned if pixels else QPoint()
        place = QPointF(self.view.mapToGlobal(MIDDLE))
        event = QWheelEvent(MIDDLE, place, moved, turned, FREE, held, phase, False)
        QCoreApplication.sendEvent(self.view, event)

    def mouse(self, kind: QEvent.Type, spot: QPointF, held: Qt.MouseButton = LEFT) -> None:
        """Move, press or let go; ``held`` is the button that is down during a move."""
        button = FREE if kind == MOVE else LEFT
        down = FREE if kind == RELEASE else held
        place = QPointF(self.view.mapToGlobal(spot))
        QCoreApplication.sendEvent(self.view, QMouseEvent(kind, spot, place, button, down, NONE))

    # Legs

    def _pan(self, look: Callable[[], None], step: tuple[int, int], *, pace: float = 0.0) -> Spent:
        look()
        turned = QPoint(-step[0], -step[1])
        return self._ended(
            self.frames.take(FRAMES, lambda _: self.wheel(turned, pixels=True), pace=pace)
        )

    def _zoom(self, *, pace: float = 0.0) -> Spent:
        """Turn the wheel with Ctrl held, from all of the board to 100 %."""
        self._look_at_all()
        before = self.view.camera.viewport.zoom
        self.wheel(QPoint(0, WHEEL_STEP), pixels=False, held=CTRL)
        turn = WHEEL_STEP / log(self.view.camera.viewport.zoom / before)  # what a wheel's turn does
        self._look_at_all()
        whole = log(1 / self.view.camera.viewport.zoom) * turn
        turns = [round(whole * place / ZOOM_STEPS) for place in range(ZOOM_STEPS + 1)]
        spent = self.frames.take(
            ZOOM_STEPS,
            lambda place: self.wheel(
                QPoint(0, turns[place + 1] - turns[place]), pixels=False, held=CTRL
            ),
            pace=pace,
        )
        return self._ended(spent)

    def _drag(self, look: Callable[[], None]) -> Spent:
        """Drag the card in the middle: pick it up, carry it, drop it."""
        look()
        box = self.view.sheet.layout.boxes[self._card()]
        spot = self.view.camera.viewport.to_screen(*(box[:2] + box[2:] / 2).tolist())
        start, step = QPointF(*spot), QPointF(*CARRIED)
        self.mouse(MOVE, start, FREE)
        self.frames.flush()
        self.rest()
        picked = self.frames.take(1, lambda _: self.mouse(PRESS, start))
        carried = self.frames.take(
            FRAMES, lambda place: self.mouse(MOVE, start + step * (place + 1))
        )
        if not len(self.view.live.lifted):
            raise RuntimeError("No card was under the pointer.")
        dropped = self.frames.take(1, lambda _: self.mouse(RELEASE, start + step * FRAMES))
        return self._ended(joined([picked, carried, dropped]))

    def _card(self) -> int:
        """Return the row of the card in the middle of the board, the same as the peer's."""
        return middle_of(self.view.sheet.layout.boxes[:, :2].tolist())

    # Acts on all cards

    def _band(self) -> Spent:
        """Draw a rubber band over all cards, and let go."""
        self._look_at_all()
        area = self.view.sheet.layout.area()
        assert area is not None
        middle = area[0] + area[2] / 2, area[1] + area[3] / 2
        self.view.camera.look(self.view.camera.viewport.centred(*middle))
        self.frames.flush()
        self.rest()
        start, end = QPointF(2, 2), QPointF(WINDOW[0] - 2, WINDOW[1] - 2)
        steps = [start + (end - start) * (place + 1) / BAND_STEPS for place in range(BAND_STEPS)]
        begun = self.frames.take(1, lambda _: self.mouse(PRESS, start))
        drawn = self.frames.take(BAND_STEPS, lambda place: self.mouse(MOVE, steps[place]))
        ended = self.frames.take(1, lambda _: self.mouse(RELEASE, end))
        self._all_selected()
        return self._ended(joined([begun, drawn, ended]))

    def _select(self) -> Spent:
        """Select all, from nothing."""
        self._look_at_all()
        spent = self.frames.take(1, lambda _: self.view.act("select_all"))
        self._all_selected()
        return self._ended(spent)

    def _all_selected(self) -> None:
        if len(self.view.chosen.cards) != len(self.view.sheet.layout.boxes):
            raise RuntimeError("Not all cards were selected.")
