"""The table of independence: each two origins of a claim, what was judged of them and why."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidgetItem

from evidence_board.analysis.titles import origin_named
from evidence_board.analysis.verdicts import Paired
from evidence_board.ui.document import Document
from evidence_board.ui.labels import plain_tip
from evidence_board.ui.lineage.ids_table import MOST_ROWS, IdsTable
from evidence_board.ui.theme import current_theme, icon
from evidence_board.ui.wording import translate


class PairsTable(IdsTable):
    """One row for each two origins, those first that nobody has judged; Enter judges them."""

    def __init__(self, document: Document) -> None:
        """Show no rows yet."""
        columns = (
            translate("PairsTable", "One origin"),
            translate("PairsTable", "The other"),
            translate("PairsTable", "Independence"),
            translate("PairsTable", "Why"),
        )
        super().__init__(translate("PairsTable", "Independence of the origins"), columns)
        self._document = document
        self._pairs: tuple[Paired, ...] = ()
        self._stale = False
        head = self.header()
        head.setStretchLastSection(True)
        for place in range(3):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)

    def show_pairs(self, pairs: Sequence[Paired]) -> None:
        """Show these rows, the current one kept where it is still there."""
        self._pairs = tuple(pairs)
        self._stale = not self.isVisible()
        if not self._stale:
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows that were told of while this was hidden."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._fill()

    def restyle(self) -> None:
        """Draw icons and verdicts in the colours of the theme."""
        self.show_pairs(self._pairs)

    def _fill(self) -> None:
        self.fill(((one.one, one.other), self._row(one)) for one in self._pairs[:MOST_ROWS])

    def _row(self, pair: Paired) -> QTreeWidgetItem:
        project = self._document.project
        words = {
            None: self.tr("? not judged"),
            "assumed": self.tr("≈ assumed"),
            "shown": self.tr("✓ shown"),
        }
        names = [origin_named(one, project) for one in (pair.one, pair.other)]
        row = QTreeWidgetItem([*names, words[pair.verdict], pair.reason])
        row.setToolTip(3, plain_tip(pair.reason))
        for place in (0, 1):
            row.setIcon(place, icon("users", "kind.origin", 14))
        if pair.verdict != "shown":
            row.setForeground(2, QColor(current_theme().tokens.color("status.warn.text")))
        return row
