"""The tables below the drawing of Lineage: what falls if these fall, and who is independent."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from evidence_board.analysis.verdicts import Paired
from evidence_board.ui.docks.fields import Segments
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.lineage.falls_table import FallsTable
from evidence_board.ui.lineage.pairs_table import PairsTable

_ROOMY = 720
"""From which width on, px at 100 %, there is room for the hint."""


class Tables(QWidget):
    """One of them shows."""

    def __init__(self, document: Document) -> None:
        """Show what falls at first."""
        super().__init__()
        self.falls = FallsTable(document)
        self.pairs = PairsTable(document)
        self._shown, self._none = "falls", True
        self.which = Segments(
            self.tr("Which table shows"),
            (
                ("falls", self.tr("What falls if these fall"), ""),
                ("pairs", self.tr("Independence"), ""),
            ),
        )
        self._told = label("", "hint")
        self._told.setMinimumWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(8), 0, 0)
        column.setSpacing(scaled(4))
        row = QHBoxLayout()
        row.setSpacing(scaled(12))
        row.addWidget(self.which)
        row.addWidget(self._told, 1)
        column.addLayout(row)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.falls)
        self._stack.addWidget(self.pairs)
        column.addWidget(self._stack, 1)
        self.which.chosen.connect(self.switch)
        self.switch("falls")

    def switch(self, key: object) -> None:
        """Show one of the tables, by its key; pressed again, it stays."""
        self._shown = str(key or self._shown)
        self.which.show_key(self._shown)
        self._stack.setCurrentWidget(self.pairs if self._shown == "pairs" else self.falls)
        words = {
            "falls": self.tr("Cuts of the drawing above, the smallest first. Enter tries one."),
            "pairs": self.tr("Each two of the origins that count. Enter judges a pair."),
        }
        if self._none and self._shown == "pairs":
            words["pairs"] = self.tr("No two origins count here: there is nothing to judge.")
        self._told.setText(words[self._shown])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where it would be cut off."""
        super().resizeEvent(event)
        self._told.setVisible(self.width() >= scaled(_ROOMY))

    def show_pairs(self, pairs: Sequence[Paired]) -> None:
        """Show what was judged of the origins of the claim; above, how many pairs were not."""
        self.pairs.show_pairs(pairs)
        many = sum(one.verdict is None for one in pairs)
        self._none = not pairs
        self.switch(self._shown)
        words = self.tr("Independence")
        if many:
            words = self.tr("Independence ({number} not judged)").format(number=many)
        self.which.button("pairs").setText(words)
