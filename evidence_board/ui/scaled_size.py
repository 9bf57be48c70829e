"""Fixed widths and heights that follow the scale of the interface while the window is open."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import current_theme


class ScaledSize(QObject):
    """Keeps a widget, which owns this, at a width or a height given in px at 100 %."""

    def __init__(
        self, kept: QWidget, *, width: int | None = None, height: int | None = None
    ) -> None:
        """Fix what is given, now and whenever the scale changes."""
        super().__init__(kept)
        self._kept = kept
        self._width, self._height = width, height
        current_theme().changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        if self._width is not None:
            self._kept.setFixedWidth(scaled(self._width))
        if self._height is not None:
            self._kept.setFixedHeight(scaled(self._height))
