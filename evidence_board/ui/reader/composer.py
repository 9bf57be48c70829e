"""The form beside the text in which a claim is written from selected words."""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
)

from evidence_board.commands.claims import NO_PARTICULARS, PLAIN, Particulars, Saying
from evidence_board.ui.docks.page import HintBox
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, picture, scaled, tip
from evidence_board.ui.reader.claim_form import ClaimForm
from evidence_board.ui.reader.paper import paint_paper
from evidence_board.ui.theme import Theme
from evidence_board.ui.typing_rests import REST_MS

_LONGEST, _LEAST, _ENOUGH, _SIDE = 240, 56, 140, 12
_FEWEST, _MOST_LINES, _INSIDE = 2, 7, 26
"""How many lines of the words show; what their frame and margins take of the width."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_OTHERS = (Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_KEYS = (*_ENTER, *_MOVES, *_ENDS, *_OTHERS)


@dataclass(frozen=True)
class Written:
    """A claim as it is proposed, or as a person has written it.

    `title` heads the form; `text` is None where words are added to a claim that has its text.
    """

    title: str
    text: str | None
    carrier: str
    saying: Saying = PLAIN
    particulars: Particulars = NO_PARTICULARS
    hint: str = ""


class Composer(QFrame):
    """A claim being written: Enter makes it, Escape leaves it."""

    made = Signal(object)
    """The Written as it stands in the form."""
    rested = Signal(str)
    """The keys rest: the text so far, once something was written."""
    kept = Signal(object)
    """It goes with its words, and more than those was written in it: the Written as it stands."""
    left = Signal()
    resized = Signal()

    def __init__(self, theme: Theme, document: Document, draft: Written) -> None:
        """Offer a draft, whose every field can be written otherwise."""
        super().__init__()
        self._theme = theme
        self._draft = draft
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*(scaled(side) for side in (_SIDE, 9, _SIDE, 10)))
        self._column.setSpacing(scaled(6))
        self._column.addLayout(self._head(draft.title))
        self._build_words(draft.text or "")
        asked = draft.particulars if draft.text is not None else None
        self.form = ClaimForm(document, draft.carrier, draft.saying, asked)
        self.form.entered.connect(self._make)
        self.form.left.connect(self.left)
        self.form.changed.connect(self.resized)
        self._column.addWidget(self._scrolled(self.form))
        self.hint = HintBox("info")
        self.hint.say(draft.hint)
        self._column.addWidget(self.hint)
        self._column.addLayout(self._buttons())
        self.words.textChanged.connect(self._allow)
        self.words.moveCursor(QTextCursor.MoveOperation.End)
        self._proposed = self._filled()
        self._allow()
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._tell_rest)
        self.words.textChanged.connect(self._rest.start)

    def _build_words(self, words: str) -> None:
        self.words = QPlainTextEdit(suggested(words))
        self.words.setAccessibleName(self.tr("Text of the claim"))
        self.words.setTabChangesFocus(True)
        self.words.setFont(self._theme.font("cardTitle"))
        self._lines = _FEWEST
        self.words.textChanged.connect(self._grow)
        self.words.installEventFilter(self)
        self._column.addWidget(self.words)
        if self._draft.text is None:
            self.words.hide()

    def begin(self) -> None:
        """Take the keyboard, with the words selected so that typing replaces them."""
        if self._draft.text is None:
            self.form.chain.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def height_for(self, width: float, most: float) -> int:
        """Return the height that the form takes in a width: what it needs, ``most`` at most.

        Where it is more the fields scroll, and the words once few fields show; the buttons never.
        """
        self._lines = self._needed(width)
        line = self.words.fontMetrics().lineSpacing()
        self.words.setFixedHeight(line * self._lines + scaled(22))
        needed = self.form.needed(round(width) - scaled(2 * _SIDE))
        self._fields.setFixedHeight(needed)
        whole = self._height(width)
        if whole > most:
            left = round(needed - (whole - most))
            short = min(scaled(_ENOUGH), needed) - left
            shown = max(self._lines - max(math.ceil(short / line), 0), _FEWEST)
            self.words.setFixedHeight(line * shown + scaled(22))
            left += line * (self._lines - shown)
            self._fields.setFixedHeight(max(left, scaled(_LEAST)))
            whole = self._height(width)
        return whole

    def _needed(self, width: float) -> int:
        """Return how many lines the words take in a width of the form, as far as they all show."""
        metrics, room = self.words.fontMetrics(), round(width) - scaled(2 * _SIDE + _INSIDE)
        wrapped = metrics.boundingRect(
            QRect(0, 0, room, 0), Qt.TextFlag.TextWordWrap, self.words.toPlainText()
        )
        lines = math.ceil(wrapped.height() / metrics.lineSpacing())
        return min(max(lines, _FEWEST), _MOST_LINES)

    def _grow(self) -> None:
        """Ask for another height once the words take more or fewer lines."""
        if self.width() > 0 and self._needed(self.width()) != self._lines:
            self.resized.emit()

    def _height(self, width: float) -> int:
        self._column.invalidate()
        if self._column.hasHeightForWidth():
            return self._column.totalHeightForWidth(round(width))
        return self._column.totalSizeHint().height()

    def _scrolled(self, form: ClaimForm) -> QScrollArea:
        """Return an area that shows the fields, or as many of them as there is room for."""
        area = self._fields = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(form)
        for part in (area.viewport(), form):
            part.setAutoFillBackground(False)
        return area

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

    def event(self, event: QEvent) -> bool:
        """Keep what is pressed in the form from being a key of the text behind it."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and _plain(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Escape; at Enter press the button in focus, or make the claim from a list.

        A field of words has taken its Enter before and lets it go on all the same.
        """
        inside = self.focusWidget()
        if not _plain(event):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and isinstance(inside, QAbstractButton):
            inside.click()
        elif event.key() in _ENTER and isinstance(inside, QComboBox):
            self._make()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the form as a card with an edge in the accent."""
        paint_paper(self, self._theme, "accent.default", 1.5)

    def _head(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(6))
        row.addWidget(picture("scale", "kind.claim", 14))
        row.addWidget(label(title, "section"))
        row.addStretch(1)
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        adds = self._draft.text is None
        self.make = QPushButton(self.tr("Add words") if adds else self.tr("Make claim"))
        self.make.setProperty("role", "primary")
        self.make.clicked.connect(self._make)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.left)
        for button, keys in ((self.make, "Enter"), (cancel, "Esc")):
            tip(button, f"{button.text()} ({keys})")
        for part in (self.make, cancel):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _text(self) -> str:
        return " ".join(self.words.toPlainText().split())

    def _allow(self) -> None:
        self.make.setEnabled(self._draft.text is None or bool(self._text()))

    def rest(self) -> None:
        """Tell at once what waits for the keys to rest."""
        if self._rest.isActive():
            self._rest.stop()
            self._tell_rest()

    def go(self) -> None:
        """Tell what was written, before the form is taken away: nothing of it is lost."""
        if self._filled() != self._proposed and self.make.isEnabled():
            self._rest.stop()
            self.kept.emit(self._written())
        else:
            self.rest()

    def _tell_rest(self) -> None:
        if self._text():
            self.rested.emit(self._text())

    def _make(self) -> None:
        self._rest.stop()
        if self.make.isEnabled():
            self.made.emit(self._written())

    def _filled(self) -> tuple[Saying, Particulars]:
        """Return what stands in the fields below the words."""
        adds = self._draft.text is None
        return self.form.saying(), NO_PARTICULARS if adds else self.form.particulars()

    def _written(self) -> Written:
        saying, particulars = self._filled()
        text = None if self._draft.text is None else self._text()
        return replace(self._draft, text=text, saying=saying, particulars=particulars)


def _plain(event: QKeyEvent) -> bool:
    """Whether a key writes, leaves, accepts or moves about in a form: no shortcut of the window."""
    held = event.modifiers() & ~(_KEYPAD | Qt.KeyboardModifier.ShiftModifier)
    return not held and (bool(event.text().strip()) or event.key() in _KEYS)


def suggested(words: str) -> str:
    """Return selected words on one line, cut behind a word where they are many."""
    one_line = " ".join(words.split())
    if len(one_line) <= _LONGEST:
        return one_line
    return one_line[:_LONGEST].rpartition(" ")[0] or one_line[:_LONGEST]
