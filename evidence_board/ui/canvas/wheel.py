"""What a turn of the wheel and two fingers on a touchpad do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputDevice, QWheelEvent

from evidence_board.ui.canvas.camera import Camera

_ZOOM = 1.0015
"""The zoom of one eighth of a degree of the wheel."""
_PAN = 0.5
"""Px of the screen for one eighth of a degree of a mouse's wheel."""


def turn(camera: Camera, event: QWheelEvent, *, zooms: bool) -> None:
    """Pan or zoom as ``zooms`` says; Ctrl always zooms, Shift goes sideways, fingers pan."""
    held, turned = event.modifiers(), event.angleDelta()
    sideways = bool(held & Qt.KeyboardModifier.ShiftModifier)
    by_wheel = zooms and not sideways and not by_touchpad(event)
    if held & Qt.KeyboardModifier.ControlModifier or by_wheel:
        spot, amount = event.position(), turned.y() or turned.x()
        camera.zoom_to(camera.viewport.zoom * _ZOOM**amount, spot.x(), spot.y())
        return
    moved = event.pixelDelta()
    dx, dy = float(moved.x()), float(moved.y())
    if moved.isNull():
        dx, dy = turned.x() * _PAN, turned.y() * _PAN
    if sideways and dx == 0:
        dx, dy = dy, 0.0
    camera.pan(-dx, -dy)


def by_touchpad(event: QWheelEvent) -> bool:
    """Whether fingers moved and not a wheel: those scroll in phases, or name their device.

    Steps in pixels tell nothing: some systems give them for a wheel, too.
    """
    device = event.pointingDevice()
    named = device is not None and device.type() == QInputDevice.DeviceType.TouchPad
    return named or event.phase() != Qt.ScrollPhase.NoScrollPhase
