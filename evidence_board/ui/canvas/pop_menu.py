"""A small menu on the board: rows that figures, arrows, Enter or a click take."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QVBoxLayout, QWidget

from evidence_board.ui.canvas.ink import Ink, Look
from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import current_theme

_KEY_ROOM = 64


class PopRow(QAbstractButton):
    """A row with its key; `paint_face` draws what it offers."""

    def __init__(self, number: int, words: str, look: Look, parent: QWidget) -> None:
        """Show ``number`` as its key, none if it is 0."""
        super().__init__(parent)
        self.number = number
        self.look = look
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setText(words)

    def extent(self) -> tuple[float, float]:
        """Return width and height of the face, px at 100 % interface scale."""
        return self.look.lettering.width("cardTitle", self.text()) + 40, 32

    def paint_face(self, painter: QPainter, ratio: float) -> Ink:
        """Draw what the row offers, in px at 100 %; returns the ink."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """Return room for face and key."""
        width, height = self.extent()
        return QSize(scaled(width + _KEY_ROOM), scaled(height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            fill = "surface.selected" if self.isChecked() else "surface.hover"
            painter.setBrush(self.look.color(fill))
            painter.drawRoundedRect(QRectF(self.rect()), scaled(4), scaled(4))
        scale = current_theme().scale
        painter.scale(scale, scale)
        ink = self.paint_face(painter, scale * self.devicePixelRatioF())
        if self.number:
            self._paint_key(painter, ink, self.width() / scale, self.height() / scale / 2)

    def _paint_key(self, painter: QPainter, ink: Ink, right: float, middle: float) -> None:
        painter.setPen(QColor(self.look.tokens.color("border.default")))
        painter.setBrush(self.look.color("surface.card"))
        painter.drawRoundedRect(QRectF(right - 25.5, middle - 9.5, 18, 18), 3, 3)
        ink.text("meta", right - 20, middle - 7, str(self.number), "text.secondary")


class PopMenu(QFrame):
    """Rows of which one is marked; `take` says what a taken row does."""

    closed = Signal()

    def __init__(self, name: str, look: Look, parent: QWidget) -> None:
        """Be empty; rows are added with `add_row`."""
        super().__init__(parent)
        self.setProperty("role", "popup")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.look = look
        self.column = QVBoxLayout(self)
        margin = scaled(6)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(scaled(2))
        self._rows: list[PopRow] = []
        self._marked = 0
        self.asking = True

    def add_row(self, row: PopRow) -> None:
        """Put a row below the others; the first one is marked."""
        place = len(self._rows)
        self._rows.append(row)
        row.clicked.connect(lambda: self.take(place))
        self.column.addWidget(row)
        self._mark(self._marked)

    def take(self, place: int) -> None:
        """Take the row at a place."""
        raise NotImplementedError

    def press(self, figure: int) -> bool:
        """Take the row with this figure; False if there is none."""
        found = self.asking and 0 < figure <= len(self._rows)
        if found:
            self.take(figure - 1)
        return found

    def _mark(self, place: int) -> None:
        self._marked = place % len(self._rows)
        for row, widget in enumerate(self._rows):
            widget.setChecked(row == self._marked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, with an edge that stands off from the cards."""
        painter = QPainter(self)
        painter.setPen(self.look.color("border.strong"))
        painter.setBrush(self.look.color("surface.raised"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def event(self, event: QEvent) -> bool:
        """Keep every key from the actions of the window while this is open, as menus do."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by figure, arrow and Enter; Esc leaves."""
        key, text = event.key(), event.text()
        if key == Qt.Key.Key_Escape:
            self.close_menu()
        elif text.isdecimal() and self.press(int(text)):
            pass
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
            self._mark(self._marked + 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab):
            self._mark(self._marked - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.asking:
            self.take(self._marked)
        event.accept()

    def leave(self) -> None:
        """Go away because a person went on elsewhere."""
        self.close_menu()

    def close_menu(self) -> None:
        """Go away; ``closed`` tells it."""
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Keep the focus: Tab walks the rows."""
        return False
