"""The form beside the text in which a claim is written from selected words."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout

from evidence_board.ui.labels import label, picture, scaled
from evidence_board.ui.reader.paper import paint_paper
from evidence_board.ui.theme import Theme
from evidence_board.ui.typing_rests import REST_MS

_LONGEST = 240
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Composer(QFrame):
    """A claim being written: Enter makes it, Escape leaves it."""

    made = Signal(str)
    """The text of the claim."""
    rested = Signal(str)
    """The keys rest: the text so far, once something was written."""
    left = Signal()

    def __init__(self, theme: Theme, words: str, paragraph: int) -> None:
        """Offer `words` (of the paragraph with this number) as the text of the claim."""
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(scaled(side) for side in (12, 9, 12, 12)))
        self._column.setSpacing(scaled(8))
        self._column.addLayout(self._head(paragraph))
        self.words = QPlainTextEdit(suggested(words))
        self.words.setAccessibleName(self.tr("Text of the claim"))
        self.words.setTabChangesFocus(True)
        self.words.setFont(theme.font("cardTitle"))
        self.words.setFixedHeight(self.words.fontMetrics().lineSpacing() * 5 + scaled(14))
        self.words.installEventFilter(self)
        self._column.addWidget(self.words)
        self._column.addLayout(self._buttons())
        keys = self.tr("Enter makes the claim, Esc leaves it.")
        self._column.addWidget(label(keys, "caption", wrap=True))
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._tell_rest)
        self.words.textChanged.connect(self._allow)
        self.words.textChanged.connect(self._rest.start)
        self.words.moveCursor(QTextCursor.MoveOperation.End)

    def begin(self) -> None:
        """Take the keyboard, with the words selected so that typing replaces them."""
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def height_for(self, width: float) -> int:
        """Return the height that the form needs in a width."""
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(round(width))
        return self._column.totalSizeHint().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make the claim at Enter, leave at Escape."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        plain_enter = key in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if not plain_enter and key != Qt.Key.Key_Escape:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and plain_enter:
            self._make()
        elif event.type() == QEvent.Type.KeyPress:
            self.left.emit()
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the form as a card with an edge in the accent."""
        paint_paper(self, self._theme, "accent.default", 1.5)

    def _head(self, paragraph: int) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(6))
        row.addWidget(picture("scale", "kind.claim", 14))
        title = self.tr("New claim from ¶{number}").format(number=paragraph)
        row.addWidget(label(title, "section"))
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        self.make = QPushButton(self.tr("Make claim"))
        self.make.setProperty("role", "primary")
        self.make.clicked.connect(self._make)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.left)
        for part in (self.make, cancel):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _text(self) -> str:
        return " ".join(self.words.toPlainText().split())

    def _allow(self) -> None:
        self.make.setEnabled(bool(self._text()))

    def rest(self) -> None:
        """Tell at once what waits for the keys to rest."""
        if self._rest.isActive():
            self._rest.stop()
            self._tell_rest()

    def _tell_rest(self) -> None:
        if self._text():
            self.rested.emit(self._text())

    def _make(self) -> None:
        self._rest.stop()
        if self._text():
            self.made.emit(self._text())


def suggested(words: str) -> str:
    """Return selected words on one line, cut behind a word where they are many."""
    one_line = " ".join(words.split())
    if len(one_line) <= _LONGEST:
        return one_line
    return one_line[:_LONGEST].rpartition(" ")[0] or one_line[:_LONGEST]
