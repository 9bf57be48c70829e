"""The small menu where a link was dropped: its type, then its reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from evidence_board.model.link_types import LinkType, types_between
from evidence_board.model.record import Record
from evidence_board.ui.canvas.ink import Look
from evidence_board.ui.canvas.samples import SAMPLE_WIDTH, paint_sample
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.theme import current_theme


@dataclass(frozen=True)
class Choice:
    """A type that may be drawn, from one record to another."""

    type: LinkType
    start: str
    end: str


def choices_between(start: Record, end: Record) -> tuple[tuple[Choice, ...], bool]:
    """Return the types that fit, and whether they run against the direction that was drawn."""
    forward = types_between(start.table, end.table)
    if forward:
        return tuple(Choice(kind, start.id, end.id) for kind in forward), False
    backward = types_between(end.table, start.table)
    return tuple(Choice(kind, end.id, start.id) for kind in backward), True


class LinkMenu(QFrame):
    """Chooses a type (keys 1 to 7, Enter takes the marked one), then asks for the reason."""

    chosen = Signal(object, str)
    """The Choice and the reason, which may be empty."""
    closed = Signal()

    def __init__(
        self, choices: Sequence[Choice], *, reverse: bool, look: Look, parent: QWidget
    ) -> None:
        """Show ``choices``; ``reverse`` says that they run the other way than was drawn."""
        super().__init__(parent)
        self.setProperty("role", "popup")
        self.setAccessibleName(self.tr("Type of the link"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self._look = look
        self._choice: Choice | None = None
        self._column = QVBoxLayout(self)
        margin = scaled(6)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(scaled(2))
        if reverse:
            self._column.addWidget(label(self.tr("Only the other way round:"), "hint"))
        self._rows = [self._row(number, choice) for number, choice in enumerate(choices, 1)]
        self._marked = 0
        self._mark(0)
        self.adjustSize()

    def _row(self, number: int, choice: Choice) -> "_Row":
        row = _Row(number, choice, self._look, self)
        row.clicked.connect(lambda: self._take(choice))
        self._column.addWidget(row)
        return row

    def _mark(self, place: int) -> None:
        self._marked = place % len(self._rows)
        for row, widget in enumerate(self._rows):
            widget.setChecked(row == self._marked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, with an edge that stands off from the cards."""
        painter = QPainter(self)
        painter.setPen(self._look.color("border.strong"))
        painter.setBrush(self._look.color("surface.raised"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by figure, arrow and Enter; Esc leaves without a link."""
        key, text = event.key(), event.text()
        if key == Qt.Key.Key_Escape:
            self.close_menu()
        elif self._choice is None and text.isdigit() and 0 < int(text) <= len(self._rows):
            self._take(self._rows[int(text) - 1].choice)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
            self._mark(self._marked + 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab):
            self._mark(self._marked - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._choice is None:
            self._take(self._rows[self._marked].choice)
        event.accept()

    def close_menu(self) -> None:
        """Go away; ``closed`` tells it."""
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Keep the focus: Tab walks the types."""
        return False

    def _take(self, choice: Choice) -> None:
        """Take a type; one that can carry a reason asks for it."""
        self._choice = choice
        if choice.type.record == "assertion":
            self._finish("")
        else:
            self._ask_reason(choice)

    def _ask_reason(self, choice: Choice) -> None:
        for widget in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if isinstance(widget, QAbstractButton | QLabel):
                self._column.removeWidget(widget)
                widget.hide()
        kept = _Row(0, choice, self._look, self)
        kept.setEnabled(False)
        field = QLineEdit(self)
        field.setAccessibleName(self.tr("Reason"))
        field.setPlaceholderText(self.tr("Reason (may be left for later)"))
        field.returnPressed.connect(lambda: self._finish(field.text()))
        for widget in (kept, field):
            self._column.addWidget(widget)
            widget.show()  # a layout shows late what is added late, and the size is asked for now
        self.adjustSize()
        field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _finish(self, reason: str) -> None:
        choice = self._choice
        self.close_menu()
        self.chosen.emit(choice, reason.strip())


class _Row(QAbstractButton):
    """A type: its line, its word, what it means, its key."""

    def __init__(self, number: int, choice: Choice, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self._number = number
        self._look = look
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setText(choice.type.word)
        self.setAccessibleName(f"{choice.type.word}. {choice.type.meaning}")

    def sizeHint(self) -> QSize:
        """Return room for the longest meaning."""
        meaning = self._look.lettering.width("meta", self.choice.type.meaning)
        return QSize(scaled(SAMPLE_WIDTH + max(meaning, 120) + 64), scaled(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            fill = "surface.selected" if self.isChecked() else "surface.hover"
            painter.setBrush(self._look.color(fill))
            painter.drawRoundedRect(QRectF(self.rect()), scaled(4), scaled(4))
        scale = current_theme().scale
        painter.scale(scale, scale)
        ratio = scale * self.devicePixelRatioF()
        ink = paint_sample(painter, self._look, self.choice.type.look, (8, 19), ratio)
        left = 8 + SAMPLE_WIDTH + 10
        ink.text("cardTitle", left, 3, self.choice.type.word, "text.primary")
        ink.text("meta", left, 20, self.choice.type.meaning, "text.tertiary")
        if self._number:
            self._paint_key(painter, self.width() / scale - 26)
            ink.text("meta", self.width() / scale - 20, 12, str(self._number), "text.secondary")

    def _paint_key(self, painter: QPainter, left: float) -> None:
        painter.setPen(QColor(self._look.tokens.color("border.default")))
        painter.setBrush(self._look.color("surface.card"))
        painter.drawRoundedRect(QRectF(left + 0.5, 9.5, 18, 18), 3, 3)
