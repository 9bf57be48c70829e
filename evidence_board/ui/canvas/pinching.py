"""Pinching: two fingers on a touchpad or a touch screen zoom the board between them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView


class Pinching(QObject):
    """Hears the gestures of one board's view."""

    def __init__(self, board: "BoardView") -> None:
        super().__init__(board)
        self._board = board
        board.grabGesture(Qt.GestureType.PinchGesture)
        board.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Zoom by a pinch, and leave all else to the view."""
        if isinstance(event, QNativeGestureEvent):
            return self._on_touchpad(event)
        if isinstance(event, QGestureEvent):
            return self._on_screen(event)
        return False

    def _on_touchpad(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        spot = event.position()
        self._zoom(1 + event.value(), spot.x(), spot.y())
        return True

    def _on_screen(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        self._board.pointing.call_off()  # the first finger may have begun to drag
        spot = self._board.mapFromGlobal(pinch.centerPoint().toPoint())
        moved = pinch.centerPoint() - pinch.lastCenterPoint()
        self._board.camera.pan(-moved.x(), -moved.y())
        self._zoom(pinch.scaleFactor(), spot.x(), spot.y())
        event.accept(pinch)
        return True

    def _zoom(self, factor: float, x: float, y: float) -> None:
        camera = self._board.camera
        if factor > 0 and factor != 1:
            camera.zoom_to(camera.viewport.zoom * factor, x, y)
