"""How a person wants the views to answer to hand and eye: keys, wheel, motion, hints."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from evidence_board.ui.keymap import KeyMap
from evidence_board.ui.settings import Settings

if TYPE_CHECKING:
    from evidence_board.ui.canvas.view import BoardView
    from evidence_board.ui.reader.view import ReaderView


def take_reader(reader: "ReaderView", settings: Settings) -> None:
    """Let the reader follow the settings."""
    reader.take_keys(KeyMap(settings.keys))
    reader.turning.prefers_pages = settings.reader_pages
    reader.hide_hints(settings.hidden_hints)


def take(board: "BoardView", settings: Settings) -> None:
    """Let the board follow the settings."""
    board.pointing.keys = KeyMap(settings.keys)
    board.pointing.wheel_zooms = settings.wheel == "zoom"
    board.camera.glides = not (settings.reduce_motion or system_is_still())


def system_is_still() -> bool:
    """Whether the system asks for no motion, or shows nothing at all.

    Qt 6.11 tells it on Windows only, as one of the effects that are switched off.
    """
    if sys.platform == "win32" and not QApplication.isEffectEnabled(Qt.UIEffect.UI_General):
        return True
    return QGuiApplication.platformName() in ("offscreen", "minimal")
