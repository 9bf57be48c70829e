"""Shared passages: what two sources have in common, side by side, to be accepted or turned down."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from evidence_board.analysis.dates import edtf_words
from evidence_board.analysis.direction import later_of
from evidence_board.commands import reusing
from evidence_board.model.link_types import BY_KEY, CitationKind
from evidence_board.model.source import Source
from evidence_board.suggest.suggestion import Reuse, Span
from evidence_board.ui.docks.fields import ChoiceField
from evidence_board.ui.docks.page import HintBox, link_button
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled, tip
from evidence_board.ui.reader.offsets import to_units
from evidence_board.ui.sharing_words import SharedWords
from evidence_board.ui.theme import Theme

_AROUND = 400
"""How many characters are shown before and after the shared words."""
_KINDS: tuple[CitationKind, ...] = (
    *("republishes", "quotes", "paraphrases", "relays", "translates", "mentions"),
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class SharedPassages(QDialog):
    """Lists the open passages of all sources, or of one; the chosen one shows on both sides."""

    read_asked = Signal(str, int, int)
    """A source, and the start and end of words in its text, that are to be read."""

    def __init__(
        self, document: Document, shared: SharedWords, theme: Theme, parent: QWidget | None
    ) -> None:
        """Show what ``shared`` knows, and what it finds from now on."""
        super().__init__(parent)
        self._document = document
        self._shared = shared
        self._theme = theme
        self._source: str | None = None
        self._open: tuple[Reuse, ...] = ()
        self.setWindowTitle(self.tr("Shared passages"))
        self.resize(scaled(980), scaled(620))
        self._build()
        shared.changed.connect(self._refresh)
        shared.rested.connect(self._show_state)
        document.changed.connect(self._refresh)
        self._refresh()

    def show_source(self, source: str | None, passage: Reuse | None = None) -> None:
        """List the passages of one source, or of all, and choose one."""
        self._source = source
        self._refresh()
        for row, one in enumerate(self._open):
            if passage is not None and passage in (one, reusing.turned(one)):
                self.list.setCurrentRow(row)

    @property
    def passage(self) -> Reuse | None:
        """The passage that shows, or None."""
        row = self.list.currentRow()
        return self._open[row] if 0 <= row < len(self._open) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept by Enter and turn down by Delete while the list has the keyboard."""
        if self.list.hasFocus() and event.key() in _ENTER:
            self._accept_or_ask()
        elif self.list.hasFocus() and event.key() in _AWAY:
            self.dismiss_button.click()
        else:
            super().keyPressEvent(event)

    # Building

    def _build(self) -> None:
        self._state = label("", "hint", wrap=True)
        self.list = QListWidget()
        self.list.setProperty("role", "rows")
        self.list.setAccessibleName(self.tr("Shared passages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setSpacing(scaled(2))
        self.list.currentRowChanged.connect(self._show)
        self.sides = tuple(Side(self._theme) for _ in range(2))
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(scaled(10))
        both.setProperty("role", "gap")
        for side in self.sides:
            side.read_asked.connect(self.read_asked)
            both.addWidget(side)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(both, 1)
        self.told = HintBox("info")
        column.addWidget(self.told)
        column.addLayout(self._build_acts())
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.setHandleWidth(scaled(10))
        whole.setProperty("role", "gap")
        whole.addWidget(self.list)
        whole.addWidget(right)
        whole.setSizes([scaled(260), scaled(720)])
        across = QVBoxLayout(self)
        across.setContentsMargins(*(scaled(side) for side in (16, 12, 16, 16)))
        across.setSpacing(scaled(10))
        across.addWidget(self._state)
        across.addWidget(whole, 1)

    def _build_acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        self.direction = ChoiceField(self.tr("Direction"), ())
        self.direction.chosen.connect(lambda _key: self._allow())
        rows = [(key, BY_KEY[key].word) for key in _KINDS]
        self.kind = ChoiceField(self.tr("Type of the citation"), rows)
        self.accept_button = QPushButton(self.tr("Accept"))
        self.accept_button.setProperty("role", "primary")
        self.accept_button.setAutoDefault(False)
        tip(self.accept_button, self.tr("Make a citation of it (Enter)"))
        self.accept_button.clicked.connect(self._accept)
        self.dismiss_button = QPushButton(self.tr("Dismiss"))
        self.dismiss_button.setAutoDefault(False)
        tip(self.dismiss_button, self.tr("Never propose it again (Del)"))
        self.dismiss_button.clicked.connect(self._turn_down)
        row.addWidget(self.direction, 3)
        row.addWidget(self.kind, 2)
        row.addWidget(self.accept_button)
        row.addWidget(self.dismiss_button)
        return row

    # Showing

    def _refresh(self) -> None:
        if self._document.project.closed:
            return
        project, before = self._document.project, self.list.currentRow()
        found = self._shared.all() if self._source is None else self._shared.of(self._source)
        self._open = tuple(one for one in found if reusing.is_open(project, one))
        self.list.blockSignals(True)
        self.list.clear()
        for one in self._open:
            self.list.addItem(QListWidgetItem(self._row_words(one)))
        self.list.blockSignals(False)
        self._show_state()
        self.list.setCurrentRow(min(max(before, 0), len(self._open) - 1))
        self._show()

    def _show_state(self) -> None:
        self._state.setText(self._state_words())

    def _state_words(self) -> str:
        if self._shared.busy:
            return self.tr("Comparing texts …")
        if not self._open:
            return self.tr("No shared passages are open.")
        return self.tr(
            "%n passage(s). That words are the same is a fact; who has them from whom is yours to "
            "judge.",
            "",
            len(self._open),
        )

    def _row_words(self, one: Reuse) -> str:
        here, there = self._mark_of(one.source), self._mark_of(one.other_source)
        words = " ".join(one.span.exact.split())
        return self.tr("{here} and {there}, {count} words\n{words}").format(
            here=here, there=there, count=one.tokens, words=words[:60]
        )

    def _mark_of(self, id: str) -> str:
        found = self._document.project.find(id)
        return found.mark if isinstance(found, Source) else id

    def _show(self) -> None:
        passage = self.passage
        for part in (*self.sides, self.direction, self.kind, self.dismiss_button):
            part.setEnabled(passage is not None)
        if passage is None:
            for side in self.sides:
                side.show_nothing()
            self.told.say("")
            self._allow()
            return
        project = self._document.project
        ends = ((passage.source, passage.span), (passage.other_source, passage.other))
        for side, (id, span) in zip(self.sides, ends, strict=True):
            source, capture = project.get(Source, id), project.capture_of(id)
            side.show_words(source, project.text(capture) if capture else "", span)
        self.told.say(self._sentence(passage))
        self._offer_directions(passage)

    def _sentence(self, passage: Reuse) -> str:
        words = reusing.evidence(passage)
        one, other = self._pair(passage)
        if later_of(one, other) is None:
            words += " " + self.tr("The dates do not tell which came first.")
        return words

    def _pair(self, passage: Reuse) -> tuple[Source, Source]:
        project = self._document.project
        return project.get(Source, passage.source), project.get(Source, passage.other_source)

    def _offer_directions(self, passage: Reuse) -> None:
        """Offer both ways; the dates choose one, where they tell, and nobody does otherwise."""
        one, other = self._pair(passage)
        later = later_of(one, other)
        self.direction.clear()
        if later is None:
            self.direction.addItem(self.tr("Who has it from whom?"), None)
        for first, second in ((one, other), (other, one)):
            if later in (None, first):
                self.direction.addItem(f"{first.mark} → {second.mark}", first.id)
        self.direction.setCurrentIndex(0)
        quoted = passage.quoted_here if later is None or later is one else passage.quoted_there
        self.kind.show_key("quotes" if quoted else "republishes")
        self._allow()

    def _allow(self) -> None:
        free = not self._document.project.read_only and self.passage is not None
        self.accept_button.setEnabled(free and self.direction.currentData() is not None)
        self.dismiss_button.setEnabled(free)

    # Acting

    def _accept_or_ask(self) -> None:
        """Accept; where the dates do not tell, ask first who has it from whom."""
        if not self.accept_button.isEnabled() and self.passage is not None:
            self.direction.setFocus(Qt.FocusReason.OtherFocusReason)
            self.direction.showPopup()
        else:
            self.accept_button.click()

    def _accept(self) -> None:
        passage, by = self.passage, self.direction.currentData()
        if passage is not None and by is not None:
            self._tell(self._document.does(reusing.accept, passage, by, self.kind.currentData()))

    def _turn_down(self) -> None:
        if self.passage is not None:
            self._tell(self._document.does(reusing.turn_down, self.passage))

    def _tell(self, done: bool) -> None:
        """Offer to take it back, in the window behind this one."""
        if done:
            self._document.tell(self._document.project.undo_label or "", undo=True)


class Side(QWidget):
    """The words of one source, with some text before and after them."""

    read_asked = Signal(str, int, int)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme = theme
        self._place: tuple[str, int, int] | None = None
        self.name = link_button("")
        self.name.clicked.connect(self._ask)
        self.facts = label("", "hint", wrap=True)
        self.facts.setContentsMargins(scaled(2), 0, 0, scaled(3))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setFont(theme.font("reader"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(3))
        for part in (self.name, self.facts, self.text):
            column.addWidget(part)

    def show_nothing(self) -> None:
        """Show an empty side."""
        self._place = None
        self.name.show_words("")
        self.facts.setText("")
        self.text.setPlainText("")

    def show_words(self, source: Source, text: str, span: Span) -> None:
        """Show a span of the text of a source, and what stands round it."""
        self._place = (source.id, span.start, span.end)
        self.name.show_words(f"{source.mark}  {source.name}")
        when = edtf_words(source.published) or self.tr("no date")
        facts = self.tr("{when} · characters {start}–{end}")
        self.facts.setText(facts.format(when=when, start=span.start, end=span.end))
        first = max(0, span.start - _AROUND)
        shown = text[first : span.end + _AROUND].replace("\r\n", "\n ").replace("\r", "\n")
        self.text.setAccessibleName(self.tr("Words of {name}").format(name=source.name))
        self.text.setCurrentCharFormat(QTextCharFormat())  # else it goes on as the words before
        self.text.setPlainText(shown)
        self._mark(to_units(shown, span.start - first), to_units(shown, span.end - first))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the passage in the middle, once the text is laid out in its new size."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self.text, self.text.centerCursor)

    def _mark(self, start: int, end: int) -> None:
        form = QTextCharFormat()
        form.setBackground(QColor(self._theme.tokens.color("reader.excerpt")))
        form.setFontUnderline(True)
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)
        cursor.clearSelection()
        cursor.setPosition(start)
        self.text.setTextCursor(cursor)
        self.text.centerCursor()

    def _ask(self) -> None:
        if self._place is not None:
            self.read_asked.emit(*self._place)
