"""The table of what falls if these fall: the cuts of a chart, the smallest first."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidgetItem

from evidence_board.analysis.falls import Fall
from evidence_board.analysis.titles import short
from evidence_board.model.source import OriginGroup, Source
from evidence_board.ui.document import Document
from evidence_board.ui.labels import scaled
from evidence_board.ui.lineage.ids_table import MOST_ROWS, IdsTable
from evidence_board.ui.naming import kind_icon
from evidence_board.ui.theme import current_theme, icon
from evidence_board.ui.wording import translate

LEAST_NAMES = 150
"""How wide the names are at least, px at 100 %."""
_LONGEST = 56
"""So many letters of names a row shows, shared by all that it names."""
_MOST_BOXES = 8
_DISCS = {"low": "disc-ring", "moderate": "disc-half", "high": "disc-full"}


class FallsTable(IdsTable):
    """One row for what is taken away together; a row leads to it in the chart, Enter tries it."""

    def __init__(self, document: Document) -> None:
        """Show no rows yet."""
        columns = (
            translate("FallsTable", "Size"),
            translate("FallsTable", "Taken away"),
            translate("FallsTable", "Sources left without origin"),
            translate("FallsTable", "Origins left"),
            translate("FallsTable", "Claim"),
            translate("FallsTable", "Confidence cap"),
        )
        super().__init__(translate("FallsTable", "What falls if these fall"), columns)
        self._document = document
        self._falls: tuple[Fall, ...] = ()
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)

    def show_falls(self, falls: Sequence[Fall]) -> None:
        """Show these rows, the current one kept where it is still there."""
        if tuple(falls) == self._falls and self.topLevelItemCount():
            return
        self._falls = tuple(falls)
        self.fill((one.taken, self._row(one)) for one in self._falls[:MOST_ROWS])
        self._share_room()

    def restyle(self) -> None:
        """Draw icons and verdicts in the colours of the theme."""
        falls, self._falls = self._falls, ()
        self.show_falls(falls)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what the figures leave, but never too little to be read."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        others = sum(self.columnWidth(place) for place in (0, 2, 3, 4, 5))
        room = self.viewport().width() - others
        self.header().resizeSection(1, max(room, scaled(LEAST_NAMES)))

    def _row(self, fall: Fall) -> QTreeWidgetItem:
        span = str(fall.n_min) if fall.n_min == fall.n_max else f"{fall.n_min}–{fall.n_max}"
        verdict = self.tr("✓ stands") if fall.stands else self.tr("✕ falls")
        row = QTreeWidgetItem(
            [
                str(len(fall.taken)),
                " + ".join(self._names(fall.taken)),
                self._lost(fall),
                span,
                verdict,
                fall.cap or self.tr("none"),
            ]
        )
        record = self._document.project.find(fall.taken[0])
        shown = kind_icon(record) if isinstance(record, Source) else ("users", "kind.origin")
        row.setIcon(1, icon(*shown, 14))
        if fall.cap is not None:
            row.setIcon(5, icon(_DISCS[fall.cap], "text.primary", 14))
        if not fall.stands:
            row.setForeground(4, QColor(current_theme().tokens.color("status.error.text")))
        return row

    def _lost(self, fall: Fall) -> str:
        told = self.tr("{lost} of {all}").format(lost=fall.lost, all=fall.sources)
        if fall.sources > _MOST_BOXES:
            return told
        return f"{'■' * fall.lost}{'□' * (fall.sources - fall.lost)}  {told}"

    def _names(self, ids: Sequence[str]) -> Iterable[str]:
        """Yield who is taken away; of several each is so short that the next one is seen too."""
        most = _LONGEST // len(ids)
        for one in ids:
            record = self._document.project.find(one)
            if isinstance(record, OriginGroup):
                yield short(record.label, most)
            elif isinstance(record, Source):
                yield f"{record.mark} {short(record.name, most)}"
