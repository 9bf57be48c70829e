"""Words of a source with some text round them: one side of a window that compares two places."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from evidence_board.analysis.dates import edtf_words
from evidence_board.model.source import Source
from evidence_board.suggest.suggestion import Span
from evidence_board.ui.docks.page import link_button
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.reader.offsets import to_units
from evidence_board.ui.theme import Theme

_AROUND = 400
"""How many characters are shown before and after the words."""


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
