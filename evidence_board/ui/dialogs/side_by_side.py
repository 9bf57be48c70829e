"""Two places of two texts side by side: a list of pairs, the words of both, what can be done."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from evidence_board.model.source import Source
from evidence_board.suggest.suggestion import Span
from evidence_board.ui.dialogs.words_side import Side
from evidence_board.ui.docks.page import HintBox
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.theme import Theme

Row = TypeVar("Row")

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SideBySide(QDialog, Generic[Row]):
    """Lists pairs of places; the chosen one shows on both sides, with acts below.

    Who makes one connects what may change the list to `refresh`, and calls it.
    """

    read_asked = Signal(str, int, int)
    """A source, and the start and end of words in its text, that are to be read."""

    def __init__(self, title: str, document: Document, theme: Theme, parent: QWidget) -> None:
        """Be a window called ``title`` over ``parent``, about ``document``."""
        super().__init__(parent)
        self._document = document
        self._rows: tuple[Row, ...] = ()
        self.setWindowTitle(title)
        self.resize(scaled(980), scaled(620))
        self._state = label("", "hint", wrap=True)
        self.list = QListWidget()
        self.list.setProperty("role", "rows")
        self.list.setAccessibleName(title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSpacing(scaled(2))
        self.list.currentRowChanged.connect(self._show)
        self.sides = (Side(theme), Side(theme))
        for side in self.sides:
            side.read_asked.connect(self.read_asked)
        self.told = HintBox("info")
        self._build()

    # What a window of this sort knows of its pairs

    @abstractmethod
    def rows_now(self) -> tuple[Row, ...]:
        """Return the pairs to list."""

    @abstractmethod
    def row_words(self, row: Row) -> str:
        """Return what the list says of a pair, in two lines."""

    @abstractmethod
    def state_words(self) -> str:
        """Return what stands over the list."""

    @abstractmethod
    def ends(self, row: Row) -> tuple[tuple[str, Span], ...]:
        """Return the ids of both sources with the words that are compared."""

    @abstractmethod
    def told_of(self, row: Row) -> str:
        """Return what is to be said of a pair, may be nothing."""

    @abstractmethod
    def build_acts(self, across: QHBoxLayout) -> None:
        """Add fields and buttons to the line below both sides."""

    @abstractmethod
    def show_acts(self, row: Row | None) -> None:
        """Let fields and buttons speak of a pair; None is no pair."""

    @abstractmethod
    def keep(self) -> None:
        """Do what Enter in the list does."""

    @abstractmethod
    def put_away(self) -> None:
        """Do what Delete in the list does."""

    # What all of them do

    @property
    def row(self) -> Row | None:
        """The pair that shows, or None."""
        place = self.list.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    @property
    def writable(self) -> bool:
        """Whether there is a pair, and a project that can be written."""
        return not self._document.project.read_only and self.row is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep by Enter and put away by Delete while the list has the keyboard."""
        if self.list.hasFocus() and event.key() in ENTER:
            self.keep()
        elif self.list.hasFocus() and event.key() in _AWAY:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """List what there is now, at the place where the list was."""
        if self._document.project.closed:
            return
        before = self.list.currentRow()
        self._rows = self.rows_now()
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._rows:
            self.list.addItem(QListWidgetItem(self.row_words(one)))
        self.list.blockSignals(False)
        self.show_state()
        self.list.setCurrentRow(min(max(before, 0), len(self._rows) - 1))
        self._show()

    def show_state(self) -> None:
        """Say anew how far the search is and what it found."""
        self._state.setText(self.state_words())

    def act_button(self, act: Callable[[], None], words: str = "") -> QPushButton:
        """Return a button that Enter elsewhere in the window does not press."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: act())
        return button

    def _build(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(_across(*self.sides), 1)
        column.addWidget(self.told)
        acts = QHBoxLayout()
        acts.setSpacing(scaled(8))
        self.build_acts(acts)
        column.addLayout(acts)
        whole = _across(self.list, right)
        whole.setSizes([scaled(260), scaled(720)])
        lines = QVBoxLayout(self)
        lines.setContentsMargins(*(scaled(side) for side in (16, 12, 16, 16)))
        lines.setSpacing(scaled(10))
        lines.addWidget(self._state)
        lines.addWidget(whole, 1)

    def _show(self) -> None:
        row, project = self.row, self._document.project
        for side in self.sides:
            side.setEnabled(row is not None)
        if row is None:
            for side in self.sides:
                side.show_nothing()
        else:
            for side, (id, span) in zip(self.sides, self.ends(row), strict=True):
                source, capture = project.get(Source, id), project.capture_of(id)
                side.show_words(source, project.text(capture) if capture else "", span)
        self.told.say("" if row is None else self.told_of(row))
        self.show_acts(row)


def _across(*parts: QWidget) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setHandleWidth(scaled(10))
    splitter.setProperty("role", "gap")
    for part in parts:
        splitter.addWidget(part)
    return splitter
