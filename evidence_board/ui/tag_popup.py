"""The popup in which what is selected gets its tags."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evidence_board.model.change import ChangeSet
from evidence_board.ui.docks.tags_field import TagsField
from evidence_board.ui.document import Document
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.naming import heading


class TagPopup(QFrame):
    """Closes by Esc or a click beside it; each tag is a step of its own."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        """Show the tags of what is selected in ``document``."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._document = document
        self._records = document.selected
        self.setAccessibleName(self.tr("Tags"))
        self.tags = TagsField(document)
        self.tags.left.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(12), scaled(10), scaled(12), scaled(12))
        column.setSpacing(scaled(6))
        column.addWidget(label(self._title(), "field"))
        column.addWidget(self.tags)
        self.setMinimumWidth(scaled(260))
        document.changed.connect(self._follow)
        self.tags.show_records(self._records)

    def open_at(self, place: QPoint) -> None:
        """Open with its corner at a place of the screen, ready to type."""
        self._fit()
        room = self.screen().availableGeometry()
        x = min(place.x(), room.right() - self.width())
        y = min(place.y(), room.bottom() - self.height())
        self.move(max(x, room.left()), max(y, room.top()))
        self.show()
        self.tags.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _follow(self, _changes: ChangeSet) -> None:
        self.tags.show_records(self._records)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows of tags need at this width."""
        column = self.layout()
        if column is not None:
            width = max(self.sizeHint().width(), scaled(300))
            self.resize(width, column.totalHeightForWidth(width))

    def _title(self) -> str:
        if len(self._records) == 1:
            record = self._document.project.find(self._records[0])
            if record is not None:
                return self.tr("Tags of {record}").format(record=heading(record))
        return self.tr("Tags of {number} selected").format(number=len(self._records))
