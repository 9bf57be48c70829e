"""A list of what can be chosen and put in order: ticks, dragging, and keys for both."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from evidence_board.ui.docks.dragging import RECORDS_TYPE, unpack_records
from evidence_board.ui.labels import plain_tip, scaled
from evidence_board.ui.theme import current_theme

_KEY = Qt.ItemDataRole.UserRole
_ROW = 26


@dataclass(frozen=True)
class Choice:
    """A row: what it is known by, its words, whether it is ticked.

    What is `fixed` is always in and has no tick, what is not `open` cannot be ticked now; `tip`
    says why, or shows all of the words. Only what is `orderly` has a place in the order.
    """

    key: str
    words: str
    ticked: bool = True
    fixed: bool = False
    open: bool = True
    orderly: bool = True
    tip: str = ""


class ChoiceList(QListWidget):
    """Shows choices; Space ticks, Alt+Up and Alt+Down move, dragging moves too."""

    ticked = Signal(str, bool)
    moved = Signal(object, str)
    """The keys in their new order, and which one a person moved."""
    given = Signal(object, int)
    """Ids of records that were dropped from elsewhere, and the place among the rows."""
    pointed = Signal(str)
    """Another row has the focus."""

    def __init__(self, name: str, *, takes_records: bool = False) -> None:
        """Be called ``name`` by assistive technology."""
        super().__init__()
        self._takes = takes_records
        self.setAccessibleName(name)
        self.setProperty("role", "rows")
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.itemChanged.connect(self._tell_tick)
        self.currentItemChanged.connect(self._tell_row)

    def show_choices(self, choices: Sequence[Choice], *, still: bool = False) -> None:
        """Show these rows, the focus where it was; ``still`` ones cannot be changed."""
        here = self.currentItem().data(_KEY) if self.currentItem() is not None else None
        self.blockSignals(True)
        self.clear()
        for choice in choices:
            self.addItem(self._row(choice, still))
            if choice.key == here:
                self.setCurrentRow(self.count() - 1)
        self.blockSignals(False)
        self.setDragEnabled(not still)
        self._fit()

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all rows from top to bottom."""
        return tuple(str(self.item(row).data(_KEY)) for row in range(self.count()))

    def select_key(self, key: str) -> None:
        """Put the focus on a row."""
        if key in self.keys():
            self.setCurrentRow(self.keys().index(key))

    def move_row(self, row: int, to: int) -> None:
        """Put a row at another place, if it may be moved there."""
        if not 0 <= to < self.count() or not self._is_orderly(row) or not self._is_orderly(to):
            return
        keys = list(self.keys())
        key = keys.pop(row)
        keys.insert(to, key)
        self.moved.emit(tuple(keys), key)
        self.select_key(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row with Alt and the arrows."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if self.dragEnabled():
                self.move_row(self.currentRow(), self.currentRow() + step)
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take rows of this list, and records where these are wanted."""
        if event.source() is self or self._brings_records(event):
            event.setAccepted(True)
            super().dragEnterEvent(event)
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would come to lie."""
        super().dragMoveEvent(event)
        if event.source() is self or self._brings_records(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where it came to lie; the rows follow what is stored."""
        place = self._place_of(event)
        if event.source() is self:
            row = self.currentRow()
            self.move_row(row, place - 1 if place > row else place)
        elif self._brings_records(event):
            self.given.emit(unpack_records(event.mimeData()), place)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all rows in sight."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the scale of the interface."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _row(self, choice: Choice, still: bool) -> QListWidgetItem:
        row = QListWidgetItem(choice.words)
        row.setData(_KEY, choice.key)
        row.setToolTip(plain_tip(choice.tip or choice.words))
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if not choice.fixed:
            row.setCheckState(Qt.CheckState.Checked if choice.ticked else Qt.CheckState.Unchecked)
            if choice.open and not still:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
        if choice.orderly and not still:
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if not choice.open:
            flags &= ~Qt.ItemFlag.ItemIsEnabled
            row.setForeground(QColor(current_theme().tokens.color("text.disabled")))
        row.setFlags(flags)
        return row

    def _is_orderly(self, row: int) -> bool:
        item = self.item(row)
        return item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsDragEnabled)

    def _brings_records(self, event: QDropEvent) -> bool:
        return self._takes and event.mimeData().hasFormat(RECORDS_TYPE) and self.dragEnabled()

    def _place_of(self, event: QDropEvent) -> int:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            return self.count()
        below = event.position().y() > self.visualRect(index).center().y()
        return index.row() + int(below)

    def _tell_tick(self, row: QListWidgetItem) -> None:
        self.ticked.emit(str(row.data(_KEY)), row.checkState() == Qt.CheckState.Checked)

    def _tell_row(self, row: QListWidgetItem | None) -> None:
        if row is not None:
            self.pointed.emit(str(row.data(_KEY)))

    def _fit(self) -> None:
        """Be as high as the rows; what is around scrolls."""
        height = max(self.sizeHintForRow(0), scaled(_ROW)) * max(self.count(), 1) + scaled(4)
        if height != self.height():
            self.setFixedHeight(height)
