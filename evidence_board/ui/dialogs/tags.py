"""The dialog of all tags: rename them, merge two by giving both the same words, delete them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from evidence_board.analysis.tags import in_order, tagged
from evidence_board.commands import tagging
from evidence_board.model.change import ChangeSet
from evidence_board.model.note import Tag, Tagging
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled

_ID = Qt.ItemDataRole.UserRole


class TagsDialog(QDialog):
    """Lists the tags with how many records have each; every change is a step at once."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        """Show the tags of ``document``."""
        super().__init__(parent)
        self._document = document
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Tags"))
        self.setMinimumSize(scaled(420), scaled(360))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tags"))
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.list.itemChanged.connect(self._rename)
        self.list.currentItemChanged.connect(self._adapt)
        self.told = label("", "hint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        column.setSpacing(scaled(8))
        column.addWidget(self.list, 1)
        column.addWidget(self.told)
        column.addLayout(self._buttons())
        document.changed.connect(self._follow)
        self.fill()

    def fill(self) -> None:
        """Show the tags as they are now."""
        project, held = self._document.project, self._id()
        self.list.blockSignals(True)
        self.list.clear()
        for tag in in_order(project.all(Tag)):
            row = QListWidgetItem(tag.label)
            row.setData(_ID, tag.id)
            row.setToolTip("")
            if not project.read_only:
                row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(row)
            if tag.id == held:
                self.list.setCurrentItem(row)
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self._adapt()

    def _buttons(self) -> QHBoxLayout:
        self.rename = QPushButton(self.tr("Rename"))
        self.rename.clicked.connect(lambda: self.list.editItem(self.list.currentItem()))
        self.delete = QPushButton(self.tr("Delete"))
        self.delete.setProperty("role", "danger")
        self.delete.clicked.connect(self._delete)
        self.choose = QPushButton(self.tr("Select records"))
        self.choose.clicked.connect(self._select)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        for button in (self.rename, self.delete, self.choose):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        row.addWidget(close)
        return row

    def _adapt(self) -> None:
        tag = self._tag()
        writable = tag is not None and not self._document.project.read_only
        self.rename.setEnabled(writable)
        self.delete.setEnabled(writable)
        self.choose.setEnabled(tag is not None)
        if tag is None:
            self.told.setText(
                self.tr("There are no tags. Tags in the menu Edit adds one to what is selected.")
            )
        else:
            count = len(tagged(self._document.project, tag.id))
            self.told.setText(
                self.tr(
                    "Records with it: {number}. The name of another tag merges the two."
                ).format(number=count)
            )

    def _id(self) -> str:
        row = self.list.currentItem()
        return str(row.data(_ID)) if row is not None else ""

    def _tag(self) -> Tag | None:
        found = self._document.project.find(self._id())
        return found if isinstance(found, Tag) else None

    def _rename(self, row: QListWidgetItem) -> None:
        tag = self._document.project.find(str(row.data(_ID)))
        if isinstance(tag, Tag) and row.text() != tag.label:
            self._document.act(tagging.rename, tag, row.text())
        self.fill()

    def _delete(self) -> None:
        tag = self._tag()
        if tag is not None:
            self._document.act(tagging.delete, tag)
            self._document.tell(self._document.project.undo_label or "", undo=True)

    def _select(self) -> None:
        tag = self._tag()
        if tag is not None:
            self._document.select(tagged(self._document.project, tag.id))
            self.accept()

    def _follow(self, changes: ChangeSet) -> None:
        if changes.touches(Tag, Tagging):
            self.fill()
