"""The Outline: the board as a plain tree, for who cannot see it or does not want to search it."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from evidence_board.model.board import Card, Frame
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.ui.docks.source_row import ID
from evidence_board.ui.document import Document
from evidence_board.ui.labels import scaled
from evidence_board.ui.naming import heading, kind_icon, line_of, mark_of, short_of
from evidence_board.ui.theme import current_theme, icon


class Outline(QWidget):
    """Frames with their cards, then loose cards; below each card what is linked to it."""

    def __init__(self, document: Document, board_id: str) -> None:
        """Follow a board of ``document``."""
        super().__init__()
        self._document = document
        self._board = board_id
        self._stale = True
        self.tree = QTreeWidget()
        self.tree.setProperty("role", "rows")
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(scaled(14))
        self.tree.setAccessibleName(self.tr("Outline of the board"))
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.itemSelectionChanged.connect(self._select)
        self.tree.itemActivated.connect(self._reveal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(8), 0, 0)
        column.addWidget(self.tree)
        document.changed.connect(self.apply)
        document.selection_changed.connect(self._show_selection)
        current_theme().changed.connect(self._restyle)

    def show_board(self, board_id: str) -> None:
        """Follow another board; nothing stays folded."""
        self._board = board_id
        self.tree.clear()
        self._stale = True
        if self.isVisible():
            self.refresh()

    def apply(self, _changes: ChangeSet) -> None:
        """Show the board as it is now; hidden, wait until shown."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while this was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def refresh(self) -> None:
        """Fill the tree, keeping what is folded."""
        self._stale = False
        folded = {self._key(row) for row in self.rows() if not row.isExpanded()}
        known = bool(self.tree.topLevelItemCount())
        self.tree.blockSignals(True)
        self.tree.clear()
        for record, inside in self._arranged():
            top = self._row(record)
            self.tree.addTopLevelItem(top)
            for one in inside:
                top.addChild(self._row(one))
        for row in self.rows():
            row.setExpanded(row.parent() is None if not known else self._key(row) not in folded)
        self.tree.blockSignals(False)
        self._show_selection()

    def rows(self) -> Iterator[QTreeWidgetItem]:
        """Yield all rows from top to bottom."""
        ahead = [self.tree.topLevelItem(place) for place in range(self.tree.topLevelItemCount())]
        while ahead:
            row = ahead.pop(0)
            if row is not None:
                yield row
                ahead[:0] = [row.child(place) for place in range(row.childCount())]

    def _arranged(self) -> Iterator[tuple[Record, Iterable[Record]]]:
        """Yield each frame with the records inside it, then each loose record, in reading order."""
        project = self._document.project
        cards = [one for one in project.all(Card) if one.board == self._board]
        cards.sort(key=lambda card: (card.y, card.x))
        frames = [one for one in project.all(Frame) if one.board == self._board]
        frames.sort(key=lambda frame: (frame.y, frame.x))
        homes = {card.id: _home(card, frames) for card in cards}
        for frame in frames:
            yield frame, self._records(card for card in cards if homes[card.id] == frame.id)
        for record in self._records(card for card in cards if homes[card.id] is None):
            yield record, ()

    def _records(self, cards: Iterable[Card]) -> list[Record]:
        found = (self._document.project.find(card.record) for card in cards)
        return [record for record in found if record is not None]

    def _row(self, record: Record) -> QTreeWidgetItem:
        project = self._document.project
        row = QTreeWidgetItem([f"{mark_of(record)}  {line_of(record, project)}".strip()])
        # From a pixmap: an icon would show its checked state on rows that are open.
        row.setIcon(0, QIcon(icon(*kind_icon(record), 14).pixmap(scaled(14))))
        row.setData(0, ID, record.id)
        row.setData(0, Qt.ItemDataRole.AccessibleTextRole, self._spoken(record))
        for line, words in self._lines(record):
            below = QTreeWidgetItem([words])
            below.setData(0, ID, line.id)
            row.addChild(below)
        return row

    def _spoken(self, record: Record) -> str:
        """Return kind, id, title, likelihood and confidence in this order."""
        parts = [heading(record), line_of(record, self._document.project)]
        if isinstance(record, Claim):
            parts.append(record.likelihood or self.tr("likelihood not judged"))
            told = self.tr("confidence {term}").format(term=record.confidence)
            parts.append(told if record.confidence else self.tr("confidence not judged"))
        return ". ".join(part.rstrip(".") for part in parts if part) + "."

    def _lines(self, record: Record) -> Iterator[tuple[Record, str]]:
        """Yield the links of a record, in the words of its end."""
        project = self._document.project
        if not isinstance(record, Claim | Source):
            return
        for line in project.referrers(record.id):
            if isinstance(line, Link | Citation):
                outgoing = line.from_id == record.id
                kind = BY_KEY[line.type]
                other = project.find(line.to_id if outgoing else line.from_id)
                word = kind.word if outgoing else kind.inverse
                yield line, f"{kind.sign} {word} {short_of(other, project)}"

    def _select(self) -> None:
        self._document.select(str(row.data(0, ID)) for row in self.tree.selectedItems())

    def _reveal(self, row: QTreeWidgetItem) -> None:
        self._document.reveal(str(row.data(0, ID)))

    def _show_selection(self) -> None:
        if not self.isVisible():
            return
        wanted = set(self._document.selected)
        self.tree.blockSignals(True)
        for row in self.rows():
            row.setSelected(row.data(0, ID) in wanted)
        self.tree.blockSignals(False)

    def _restyle(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _key(self, row: QTreeWidgetItem) -> str:
        above = row.parent()
        return f"{self._key(above) if above is not None else ''}/{row.data(0, ID)}"


def _home(card: Card, frames: Iterable[Frame]) -> str | None:
    """Return the frame in which a card lies by its top left corner; the smallest one."""
    around: Mapping[float, str] = {
        frame.width * frame.height: frame.id
        for frame in frames
        if frame.x <= card.x <= frame.x + frame.width
        and frame.y <= card.y <= frame.y + frame.height
    }
    return around[min(around)] if around else None
