"""What the History list is narrowed by: words, state, author, one record."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from evidence_board.project.history import State
from evidence_board.ui.docks.fields import ChoiceField
from evidence_board.ui.docks.history.steps import STATES, Wanted, author_words, state_words
from evidence_board.ui.labels import label, scaled, tip
from evidence_board.ui.theme import current_theme, icon, set_icon


class StepFilters(QWidget):
    """A search field, two choices, and the record that is followed, where there is one."""

    changed = Signal()
    record_dropped = Signal()
    """All records are wanted again."""

    def __init__(self) -> None:
        """Want every step."""
        super().__init__()
        self.words = QLineEdit()
        self.words.setProperty("role", "search")
        self.words.setPlaceholderText(self.tr("Filter by words"))
        self.words.setAccessibleName(self.tr("Filter steps"))
        self.words.setClearButtonEnabled(True)
        self._glass = self.words.addAction(
            icon("search", "text.tertiary"), QLineEdit.ActionPosition.LeadingPosition
        )
        self.words.textChanged.connect(self.changed)
        states = [(state, state_words(state)) for state in STATES]
        self.state = ChoiceField(self.tr("State"), [(None, self.tr("Any state")), *states])
        self.state.chosen.connect(self.changed)
        self.author = ChoiceField(self.tr("Author"), [(None, self.tr("Anybody"))])
        self.author.chosen.connect(self.changed)
        self._authors: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(10), 0, scaled(10), 0)
        column.setSpacing(scaled(6))
        column.addWidget(self.words)
        column.addWidget(self.state)
        column.addWidget(self.author)
        column.addWidget(self._record_row())
        current_theme().changed.connect(self._restyle)

    def wanted(self, among: frozenset[int] | None) -> Wanted:
        """Return which steps are wanted; ``among`` are those of the record that is followed."""
        state: State | None = self.state.currentData()
        author: str | None = self.author.currentData()
        return Wanted(tuple(self.words.text().casefold().split()), state, author, among)

    def add_authors(self, authors: Iterable[str]) -> None:
        """Offer these authors too; the choice hides where there is only one."""
        found = tuple(sorted({*self._authors, *authors}))
        if found == self._authors:
            return
        self._authors = found
        chosen = self.author.currentData()
        self.author.clear()
        self.author.addItem(self.tr("Anybody"), None)
        for author in found:
            self.author.addItem(author_words(author), author)
        self.author.show_key(chosen if chosen in found else None)
        self.author.setVisible(len(found) > 1)

    def show_record(self, words: str) -> None:
        """Say which record is followed; without words none is."""
        self._record.setText(words)
        self._row.setVisible(bool(words))

    def clear(self) -> None:
        """Want every step again."""
        self.words.clear()
        self.state.show_key(None)
        self.author.show_key(None)
        self.changed.emit()

    def _record_row(self) -> QWidget:
        self._row = QWidget()
        across = QHBoxLayout(self._row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(scaled(4))
        self._record = label("", wrap=True)
        self.all_records = QToolButton()
        self.all_records.setProperty("role", "flat")
        set_icon(self.all_records, "x", size=14)
        tip(self.all_records, self.tr("Show the steps of all records"))
        self.all_records.clicked.connect(self.record_dropped)
        across.addWidget(self._record, 1)
        across.addWidget(self.all_records)
        self._row.hide()
        return self._row

    def _restyle(self) -> None:
        self._glass.setIcon(icon("search", "text.tertiary"))
