"""What became of files that were brought in: a line for each, and the way to what it became."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from evidence_board.commands.outcomes import Outcome, State
from evidence_board.ui.dialogs.form import FormDialog
from evidence_board.ui.labels import label, plain_tip, scaled
from evidence_board.ui.theme import current_theme

_MOST = 5_000
_WIDEST_NAME = 260
_AT_ONCE = 250
"""So many rows are made in one turn of the window."""
_LOOKED = 50
"""So many results are measured for the width of their column."""
_LOOK: dict[State, tuple[str, str]] = {
    "added": ("check", "status.ok.text"),
    "held": ("copy", "text.secondary"),
    "left out": ("circle-minus", "text.secondary"),
    "refused": ("octagon-alert", "status.error.text"),
}


class ResultsDialog(FormDialog):
    """Lines that can be walked with the arrows; Enter shows the source of one."""

    reveal_asked = Signal(str)
    """Someone wants to see this source."""

    def __init__(
        self,
        parent: QWidget | None,
        lines: Sequence[Outcome],
        mails: int = 0,
        take_attached: Callable[[], None] | None = None,
    ) -> None:
        """Show ``lines``; ``take_attached`` brings in the files in so many e-mails."""
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("What was brought in"))
        self.setMinimumWidth(scaled(720))
        self._outcomes = tuple(lines[:_MOST])
        self.add_widget(label(self._sum(lines), wrap=True))
        self.lines = self._list()
        self.add_widget(self.lines)
        self.words = label("", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setMinimumHeight(2 * QFontMetrics(self.words.font()).lineSpacing())
        self.add_widget(self.words)
        self.lines.currentItemChanged.connect(self._tell)
        if len(lines) > _MOST:
            more = self.tr("The first {count} of {all} are shown.")
            told = more.format(count=f"{_MOST:n}", all=f"{len(lines):n}")
            self.add_widget(label(told, "hint", wrap=True))
        self.attached = QPushButton(self.tr("Add the files in %n e-mail(s)", "", mails))
        self.attached.setAutoDefault(False)
        self.attached.setVisible(take_attached is not None)
        if take_attached is not None:
            self.attached.clicked.connect(take_attached)
            self.attached.clicked.connect(self.accept)
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.addWidget(self.attached)
            across.addStretch()
            self.add_widget(row)
        self.verb.setText(self.tr("Copy list"))
        self.verb.setDefault(False)
        self.verb.setAutoDefault(False)
        self.verb.setProperty("role", "")
        self.cancel.setText(self.tr("Close"))
        self.finish()
        if (first := self.lines.topLevelItem(0)) is not None:
            self.lines.setCurrentItem(first)
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_accept(self) -> None:
        """Copy the list; it stays open."""
        lines = ("\t".join((one.file_name, self._state(one), one.words)) for one in self._outcomes)
        QApplication.clipboard().setText("\n".join(lines))

    def _sum(self, lines: Sequence[Outcome]) -> str:
        count = Counter(one.state for one in lines)
        told = [
            self.tr("%n added", "", count["added"]) if count["added"] else "",
            self.tr("%n held already", "", count["held"]) if count["held"] else "",
            self.tr("%n refused", "", count["refused"]) if count["refused"] else "",
        ]
        return ", ".join(one for one in told if one) + "."

    def _list(self) -> QTreeWidget:
        lines = QTreeWidget()
        lines.setAccessibleName(self.tr("What was brought in"))
        lines.setColumnCount(3)
        lines.setHeaderLabels([self.tr("File"), self.tr("Result"), self.tr("What to know")])
        lines.setRootIsDecorated(False)
        lines.setUniformRowHeights(True)
        lines.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        lines.setMinimumHeight(scaled(280))
        lines.setTextElideMode(Qt.TextElideMode.ElideRight)
        icons = {
            state: current_theme().icon(name, colour, 14) for state, (name, colour) in _LOOK.items()
        }
        rows = (self._line(one, icons[one.state]) for one in self._outcomes)
        lines.addTopLevelItems(list(islice(rows, _AT_ONCE)))
        self._fill = QTimer(self, interval=0)
        self._fill.timeout.connect(partial(self._go_on, lines, rows))
        if len(self._outcomes) > _AT_ONCE:
            self._fill.start()
        header = lines.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setResizeContentsPrecision(_LOOKED)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        metrics = QFontMetrics(lines.font())
        names = {one.file_name for one in self._outcomes}
        widest = max(map(metrics.horizontalAdvance, names), default=0)
        header.resizeSection(0, min(widest + scaled(28), scaled(_WIDEST_NAME)))
        lines.itemActivated.connect(self._reveal)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), lines)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.try_accept)
        return lines

    def _go_on(self, lines: QTreeWidget, rows: Iterator[QTreeWidgetItem]) -> None:
        """Add some rows more, then let the window have its turn."""
        more = list(islice(rows, _AT_ONCE))
        lines.addTopLevelItems(more)
        if not more:
            self._fill.stop()

    def _line(self, one: Outcome, icon: QIcon) -> QTreeWidgetItem:
        line = QTreeWidgetItem([one.file_name, self._state(one), one.words])
        line.setIcon(1, icon)
        line.setToolTip(0, plain_tip(one.file_name))
        line.setToolTip(2, plain_tip(one.words))
        return line

    def _state(self, one: Outcome) -> str:
        if one.state == "refused":
            return self.tr("Refused")
        if one.state == "left out":
            return self.tr("Left out")
        form = self.tr("Added as {mark}") if one.state == "added" else self.tr("Held as {mark}")
        return form.format(mark=one.mark)

    def _tell(self, line: QTreeWidgetItem | None) -> None:
        """Show all there is to know of a line, which may be too long for its column."""
        if line is not None:
            one = self._outcomes[self.lines.indexOfTopLevelItem(line)]
            self.words.setText(one.words or f"{one.file_name}: {self._state(one)}.")

    def _reveal(self, line: QTreeWidgetItem) -> None:
        one = self._outcomes[self.lines.indexOfTopLevelItem(line)]
        if one.source:
            self.reveal_asked.emit(one.source)
