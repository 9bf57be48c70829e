"""Discrepancies: two places that do not fit, side by side, with a verdict and its reason."""

from typing import TypeAlias, get_args

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

from evidence_board.commands import discrepancies
from evidence_board.model.discrepancy import Discrepancy, Verdict
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.source import Source
from evidence_board.suggest.suggestion import Difference, Span
from evidence_board.ui.dialogs.shared_passages import Side
from evidence_board.ui.differences import Differences
from evidence_board.ui.docks.fields import ChoiceField, LineField
from evidence_board.ui.docks.page import HintBox
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.theme import Theme

Row: TypeAlias = Difference | Discrepancy
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
_LONGEST_VERDICT = 30
"""How many characters a verdict has room for."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Discrepancies(QDialog):
    """Lists what is proposed and what was noted; the chosen one shows on both sides."""

    read_asked = Signal(str, int, int)
    """A source, and the start and end of words in its text, that are to be read."""

    def __init__(
        self, document: Document, differences: Differences, theme: Theme, parent: QWidget | None
    ) -> None:
        """Show what ``differences`` knows, and what it finds from now on."""
        super().__init__(parent)
        self._document = document
        self._differences = differences
        self._theme = theme
        self._rows: tuple[Row, ...] = ()
        self._shown: Row | None = None
        self.setWindowTitle(self.tr("Discrepancies"))
        self.resize(scaled(980), scaled(620))
        self._build()
        differences.changed.connect(self._refresh)
        document.changed.connect(self._refresh)
        self._refresh()

    @property
    def row(self) -> Row | None:
        """The one that shows, or None."""
        place = self.list.currentRow()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Note by Enter and turn down by Delete while the list has the keyboard."""
        if self.list.hasFocus() and event.key() in _ENTER:
            self.keep_button.click()
        elif self.list.hasFocus() and event.key() in _AWAY:
            self.away_button.click()
        elif self.reason.hasFocus() and event.key() in _ENTER:
            self.keep_button.setFocus()
        else:
            super().keyPressEvent(event)

    # Building

    def _build(self) -> None:
        self._state = label("", "hint", wrap=True)
        self.list = QListWidget()
        self.list.setProperty("role", "rows")
        self.list.setAccessibleName(self.tr("Discrepancies"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSpacing(scaled(2))
        self.list.currentRowChanged.connect(self._show)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setHandleWidth(scaled(10))
        whole.addWidget(self.list)
        whole.addWidget(self._build_right())
        whole.setSizes([scaled(260), scaled(720)])
        across = QVBoxLayout(self)
        across.addWidget(self._state)
        across.addWidget(whole, 1)

    def _build_right(self) -> QWidget:
        self.sides = tuple(Side(self._theme) for _ in range(2))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(scaled(10))
        for side in self.sides:
            side.read_asked.connect(self.read_asked)
            both.addWidget(side)
        self.told = HintBox("info")
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(both, 1)
        column.addWidget(self.told)
        column.addLayout(self._build_acts())
        return right

    def _build_acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        verdicts: list[tuple[str | None, str]] = [(None, self.tr("No verdict yet"))]
        verdicts += [(key, key[0].upper() + key[1:]) for key in VERDICTS]
        self.verdict = ChoiceField(self.tr("Verdict"), verdicts)
        self.verdict.setMinimumContentsLength(_LONGEST_VERDICT)
        self.reason = LineField(self.tr("Reason"), self.tr("Why they fit or do not"))
        self.keep_button = self._button(self._keep)
        self.keep_button.setProperty("role", "primary")
        self.away_button = self._button(self._put_away)
        row.addWidget(self.verdict)
        row.addWidget(self.reason, 1)
        row.addWidget(self.keep_button)
        row.addWidget(self.away_button)
        return row

    def _button(self, act: object) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        button.clicked.connect(act)
        return button

    # Showing

    def _refresh(self) -> None:
        project, before = self._document.project, self.list.currentRow()
        if project.closed:
            return
        proposed = [one for one in self._differences.all() if discrepancies.is_open(project, one)]
        noted = sorted(project.all(Discrepancy), key=lambda one: one.verdict is not None)
        self._rows = (*proposed, *noted)
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._rows:
            self.list.addItem(QListWidgetItem(self._row_words(one)))
        self.list.blockSignals(False)
        self._state.setText(self._state_words(len(proposed)))
        self.list.setCurrentRow(min(max(before, 0), len(self._rows) - 1))
        self._show()

    def _state_words(self, proposed: int) -> str:
        if self._differences.busy and not self._rows:
            return self.tr("Comparing figures …")
        if not self._rows:
            return self.tr("No figures in the excerpts of the same or of linked claims differ.")
        return self.tr(
            "%n proposal(s). Only figures of the same thing can conflict; whether they are so is "
            "yours to say.",
            "",
            proposed,
        )

    def _row_words(self, one: Row) -> str:
        ends = self._ends(one)
        marks = " · ".join(source.mark for source, _ in ends)
        words = " / ".join(" ".join(span.exact.split())[:28] for _, span in ends)
        if isinstance(one, Difference):
            return self.tr("Proposed: {verdict}\n{marks}: {words}").format(
                verdict=one.verdict, marks=marks, words=words
            )
        verdict = one.verdict or self.tr("open")
        return self.tr("{verdict}\n{marks}: {words}").format(
            verdict=verdict[0].upper() + verdict[1:], marks=marks, words=words
        )

    def _ends(self, one: Row) -> tuple[tuple[Source, Span], ...]:
        """Return both sources with the words that are compared."""
        project = self._document.project
        if isinstance(one, Difference):
            ends = [(one.source, one.span), (one.other_source, one.other)]
        else:
            held = [project.get(Excerpt, id) for id in (one.one, one.other)]
            ends = [(x.source, Span(x.start, x.end, x.exact)) for x in held]
        return tuple((project.get(Source, id), span) for id, span in ends)

    def _show(self) -> None:
        row = self.row
        for part in (*self.sides, self.verdict, self.reason):
            part.setEnabled(row is not None)
        self._name_buttons(row)
        if row is None:
            for side in self.sides:
                side.show_nothing()
            self.told.say("")
        else:
            for side, (source, span) in zip(self.sides, self._ends(row), strict=True):
                capture = self._document.project.capture_of(source.id)
                text = self._document.project.text(capture) if capture else ""
                side.show_words(source, text, span)
            self.told.say(discrepancies.ended(row.reason) if isinstance(row, Difference) else "")
            if row != self._shown:
                self.verdict.show_key(row.verdict)
                self.reason.put_back("" if isinstance(row, Difference) else row.reason)
        self._shown = row

    def _name_buttons(self, row: Row | None) -> None:
        noted = isinstance(row, Discrepancy)
        self.keep_button.setText(self.tr("Save verdict") if noted else self.tr("Note"))
        self.away_button.setText(self.tr("Delete") if noted else self.tr("Dismiss"))
        free = not self._document.project.read_only and row is not None
        self.keep_button.setEnabled(free)
        self.away_button.setEnabled(free)

    # Acting

    def _keep(self) -> None:
        row, verdict, reason = self.row, self.verdict.currentData(), self.reason.text()
        if isinstance(row, Difference):
            self._document.act(discrepancies.accept, row, verdict, reason)
        elif row is not None:
            self._document.act(discrepancies.settle, row, verdict, reason)

    def _put_away(self) -> None:
        row = self.row
        if isinstance(row, Difference):
            self._document.act(discrepancies.turn_down, row)
        elif row is not None:
            self._document.act(discrepancies.take_away, row)
