"""The number of open issues, at the corner of their entry on the rail."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import current_theme

_MOST = 999


class CountBadge(QWidget):
    """Lies over the corner of a button; it is told by the name of the button, not by itself."""

    def __init__(self, button: QWidget, name: str) -> None:
        """Lie over ``button``, which owns this and is called ``name``."""
        super().__init__(button)
        self._button = button
        self._name = name
        self._count = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.installEventFilter(self)
        current_theme().changed.connect(self._place)
        self.hide()

    @property
    def words(self) -> str:
        """What it shows."""
        return f"{_MOST}+" if self._count > _MOST else str(self._count)

    def show_count(self, count: int) -> None:
        """Show another number; none hides it."""
        self._count = count
        told = self.tr("{name}, %n open", "", count).format(name=self._name)
        self._button.setAccessibleName(told if count else self._name)
        self.setVisible(count > 0)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay at the corner."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the number."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.tokens.color("status.warn.border")))
        painter.setBrush(QColor(theme.tokens.color("status.warn.bg")))
        half = self.height() / 2
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), half, half)
        painter.setFont(theme.font("badge"))
        painter.setPen(QColor(theme.tokens.color("status.warn.text")))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.words)

    def _place(self) -> None:
        font = current_theme().font("badge")
        wide = QFontMetrics(font).horizontalAdvance(self.words) + scaled(8)
        side = QRect(0, 0, max(wide, scaled(16)), scaled(16))
        side.moveTopRight(self._button.rect().topRight())
        side.translate(-scaled(2), scaled(2))
        self.setGeometry(side)
        self.update()
