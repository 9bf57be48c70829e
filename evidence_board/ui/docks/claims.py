"""The Claims list: all claims, weakest first; and what carries most of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from evidence_board.analysis.bearing import bearings
from evidence_board.analysis.independence import Independence
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.ui.docks.claim_rows import (
    ClaimRow,
    ClaimRows,
    RowsModel,
    bearing_row,
    claim_row,
)
from evidence_board.ui.docks.fields import LineField, Segments
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.theme import current_theme
from evidence_board.ui.turns import Turns

_PAUSE_MS = 120
MOST_BEARING = 200


@dataclass(frozen=True)
class Counted:
    """All claims with what they fall with, counted as the project was then."""

    found: tuple[tuple[Claim, Independence], ...]


class ClaimsList(QWidget):
    """Counts a little at a time what each claim falls with; until then the former order stays."""

    def __init__(self, document: Document) -> None:
        """Follow ``document``."""
        super().__init__()
        self._document = document
        self._counted = Counted(())
        self._stale = True
        self._wants_weakest = False
        self.which = Segments(
            self.tr("What is listed"),
            (("claims", self.tr("Weakest first"), ""), ("bearing", self.tr("Carries most"), "")),
        )
        self.which.show_key("claims")
        self._shown = "claims"
        self.which.chosen.connect(self._switch)
        self.filter = LineField(self.tr("Filter claims"), self.tr("Filter claims"))
        self.filter.textChanged.connect(self._fill)
        self.rows = RowsModel(self)
        self.list = QListView()
        self.list.setProperty("role", "rows")
        self.list.setModel(self.rows)
        self.list.setItemDelegate(ClaimRows(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Claims, weakest first"))
        self._empty = label(self.tr("No claims yet."), "hint", wrap=True)
        self._turns = Turns(self)
        self._turns.found.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()

    @property
    def ready(self) -> bool:
        """Whether all that shows is counted as it is now."""
        return not self._stale and not self._turns.busy and not self._pause.isActive()

    def refresh(self) -> None:
        """Count what is not counted yet; hidden, wait until shown."""
        self._stale = not self.isVisible()
        if not self._stale:
            self._turns.begin(self._counting())

    def choose_weakest(self) -> None:
        """Select the first claim, once all are counted, if no claim is selected by then.

        The list need not be seen for that: where it is narrow it lies in a drawer.
        """
        self._wants_weakest = True
        self._turns.begin(self._counting())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while this was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _counting(self) -> Iterator[Counted | None]:
        document = self._document
        found = []
        for claim in document.project.all(Claim):
            if document.project.find(claim.id) is claim:
                found.append((claim, document.counts.independence(claim.id)))
            yield None
        yield Counted(tuple(sorted(found, key=_strength)))

    def _take(self, counted: object) -> None:
        if isinstance(counted, Counted):
            self._counted = counted
            self._fill()
        if self._wants_weakest and self.rows.rowCount():
            self._wants_weakest = False
            if not any(isinstance(x, Claim) for x in self._document.selected_records()):
                self._document.select((self.rows.row_at(0).id,))

    def _fill(self) -> None:
        words = self.filter.text().casefold().split()
        rows = self._claim_rows() if self._shown == "claims" else self._bearing_rows()
        kept = [row for row in rows if all(word in row.spoken.casefold() for word in words)]
        self.rows.show_rows(kept)
        self._empty.setVisible(not kept)
        self.list.setVisible(bool(kept))
        self._show_selection()

    def _claim_rows(self) -> Iterator[ClaimRow]:
        return (claim_row(claim, found) for claim, found in self._counted.found)

    def _bearing_rows(self) -> Iterator[ClaimRow]:
        points = {claim.id: found.single_points for claim, found in self._counted.found}
        for one in bearings(points)[:MOST_BEARING]:
            record = self._document.project.find(one.id)
            if record is not None:
                claims = [self._document.project.get(Claim, id) for id in one.claims]
                yield bearing_row(record, claims)

    def _switch(self, key: object) -> None:
        self._shown = str(key or self._shown)
        self.which.show_key(self._shown)
        self._fill()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(8), 0, 0)
        column.setSpacing(scaled(6))
        upper = QVBoxLayout()
        upper.setContentsMargins(scaled(10), 0, scaled(10), 0)
        upper.setSpacing(scaled(6))
        upper.addWidget(self.which)
        upper.addWidget(self.filter)
        upper.addWidget(self._empty)
        column.addLayout(upper)
        column.addWidget(self.list, 1)
        column.addStretch(0)

    def _connect(self) -> None:
        document = self._document
        document.changed.connect(self._follow)
        document.muted_changed.connect(self.refresh)
        document.selection_changed.connect(self._show_selection)
        self.list.selectionModel().currentChanged.connect(self._select)
        self.list.activated.connect(self._open)
        current_theme().changed.connect(self.list.viewport().update)

    def _follow(self, _changes: ChangeSet) -> None:
        """Count anew after a pause in the work."""
        self._turns.stop()
        self._pause.start()

    def _select(self, place: QModelIndex) -> None:
        if place.isValid() and self.list.hasFocus():
            self._document.select((self.rows.row_at(place.row()).id,))

    def _open(self, place: QModelIndex) -> None:
        row = self.rows.row_at(place.row())
        if isinstance(self._document.project.find(row.id), Claim):
            self._document.trace(row.id)
        else:
            self._document.reveal(row.id)

    def _show_selection(self) -> None:
        chosen = self._document.selected
        place = self.rows.place_of(chosen[0]) if len(chosen) == 1 else None
        model = self.list.selectionModel()
        model.blockSignals(True)
        if place is None:
            model.clear()
        elif self.list.currentIndex().row() != place:
            self.list.setCurrentIndex(self.rows.index(place, 0))
        model.blockSignals(False)
        self.list.viewport().update()


def _strength(one: tuple[Claim, Independence]) -> tuple[bool, float, int, int, int]:
    """Return by what claims are sorted: those that a loss ends soonest first.

    A claim without a source is no weak one but one not begun: it goes last.
    """
    claim, found = one
    origins = found.origins
    bare = not origins.files and not origins.n_max
    cut = float("inf") if found.cut_any is None else found.cut_any
    return bare, cut, origins.n_min, origins.n_max, claim.number
