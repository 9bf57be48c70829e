"""The find bar: words looked for in the text of one source."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton

from evidence_board.ui.labels import label, picture, scaled, tip
from evidence_board.ui.reader.matching import MOST, matches
from evidence_board.ui.reader.painting import Span
from evidence_board.ui.theme import set_icon

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """Finds while it is typed in; Enter goes on, Shift+Enter back, Escape closes."""

    found = Signal(object, object)
    """All places as spans, and the one it stands at or None."""
    closed = Signal()

    def __init__(self) -> None:
        """Stand hidden until `open`."""
        super().__init__()
        self._text = ""
        self._places: tuple[Span, ...] = ()
        self._at = 0
        self.setProperty("role", "block")
        row = QHBoxLayout(self)
        row.setContentsMargins(*(scaled(side) for side in (16, 6, 12, 6)))
        row.setSpacing(scaled(6))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in this text"))
        self.field.setAccessibleName(self.tr("Find in this text"))
        self.field.setMaximumWidth(scaled(320))
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._search)
        self.count = label("", "hint")
        row.addWidget(picture("search"))
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self._button("chevron-up", self.tr("Previous place"), self.previous))
        row.addWidget(self._button("chevron-down", self.tr("Next place"), self.next))
        row.addWidget(self._button("x", self.tr("Close"), self.close_bar))
        self.hide()

    def open(self, words: str) -> None:
        """Show, with words to look for where some are given, and take the keyboard."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def read(self, text: str) -> None:
        """Look in another text from now on."""
        self._text = text
        if self.isVisible():
            self._search()

    def next(self) -> None:
        """Go to the next place, after the last to the first."""
        self._go(1)

    def previous(self) -> None:
        """Go to the place before, from the first to the last."""
        self._go(-1)

    def close_bar(self) -> None:
        """Hide, and show no places any more."""
        self.hide()
        self._places = ()
        self.found.emit((), None)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on at Enter and close at Escape."""
        if not isinstance(event, QKeyEvent) or event.key() not in (*_ENTER, Qt.Key.Key_Escape):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.type() == QEvent.Type.KeyPress:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._go(-1 if back else 1)
        return True

    def _search(self) -> None:
        self._places = matches(self._text, self.field.text())
        self._at = 0
        self._tell()

    def _go(self, step: int) -> None:
        if self._places:
            self._at = (self._at + step) % len(self._places)
            self._tell()

    def _tell(self) -> None:
        self.count.setText(self._counted())
        self.found.emit(self._places, self._places[self._at] if self._places else None)

    def _counted(self) -> str:
        if not self.field.text().strip():
            return ""
        if not self._places:
            return self.tr("No match for “{words}”").format(words=self.field.text())
        most = "+" if len(self._places) == MOST else ""
        count = self.tr("{number} of {total}{most}")
        return count.format(number=self._at + 1, total=len(self._places), most=most)

    def _button(self, icon: str, text: str, act: object) -> QToolButton:
        button = QToolButton()
        set_icon(button, icon)
        tip(button, text)
        button.clicked.connect(act)
        return button
