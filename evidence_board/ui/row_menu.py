"""The menu of rows of records, in the lists of the left panel."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QTreeWidget, QTreeWidgetItem

from evidence_board.commands import board_list
from evidence_board.ui.action_set import ActionSet
from evidence_board.ui.context_menus import ROW_MENU
from evidence_board.ui.docks.source_row import ID
from evidence_board.ui.document import Document
from evidence_board.ui.menus import fill_menu


class RowMenu(QObject):
    """Opens over the row that was pressed, or over the current one by its key."""

    def __init__(self, tree: QTreeWidget, document: Document, actions: ActionSet) -> None:
        """Act on the selection of ``document`` with the rows of ``tree``, which owns this."""
        super().__init__(tree)
        self._tree = tree
        self._document = document
        self._actions = actions
        for part in (tree, tree.viewport()):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu where one is asked for."""
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            row = self._tree.currentItem()
            place = self._tree.visualItemRect(row).bottomLeft() if row is not None else QPoint()
        else:
            place = self._tree.viewport().mapFromGlobal(event.globalPos())
            row = self._tree.itemAt(place)
        if row is not None and row.data(0, ID):
            self._open(row, self._tree.viewport().mapToGlobal(place))
        return True

    def _open(self, row: QTreeWidgetItem, place: QPoint) -> None:
        """Open the menu for the selected rows; a row beside them is selected alone."""
        if not row.isSelected():
            self._tree.setCurrentItem(row)
        menu = QMenu(self._tree)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_ways(menu, str(row.data(0, ID)))
        fill_menu(menu, ROW_MENU, self._actions)
        menu.popup(place)

    def _add_ways(self, menu: QMenu, record: str) -> None:
        """Offer the ways to the one record that is selected."""
        if self._document.selected != (record,):
            return
        document = self._document
        if document.project.capture_of(record) is not None:
            menu.addAction(self.tr("Read"), lambda: document.read(record))
        if board_list.boards_of(document.project, record):
            menu.addAction(self.tr("Show on the board"), lambda: document.reveal(record))
        if menu.actions():
            menu.addSeparator()
