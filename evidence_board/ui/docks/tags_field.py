"""The tags of what is selected: each with a button that takes it off, and a field for more."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QVBoxLayout, QWidget

from evidence_board.analysis.tags import in_order
from evidence_board.commands import tagging
from evidence_board.model.note import Tag, Tagging
from evidence_board.ui.document import Document
from evidence_board.ui.flow import FlowLayout
from evidence_board.ui.labels import scaled, tip
from evidence_board.ui.theme import set_icon


class TagsField(QWidget):
    """Shows the tags that any of some records have; what is typed goes on all of them."""

    left = Signal()
    """Esc in the empty field."""

    def __init__(self, document: Document) -> None:
        """Change tags of ``document``."""
        super().__init__()
        self._document = document
        self._records: tuple[str, ...] = ()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, scaled(4))
        self.field = TagEdit()
        self.field.setPlaceholderText(self.tr("Add a tag"))
        self.field.setAccessibleName(self.tr("Add a tag"))
        self.field.setMaxLength(tagging.LONGEST)
        self.field.returnPressed.connect(self._add)
        self.field.escaped.connect(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        column.addWidget(self._chips)
        column.addWidget(self.field)

    def show_records(self, records: Sequence[str]) -> None:
        """Show the tags of other records, or of the same ones as they are now."""
        if tuple(records) != self._records:
            self.field.clear()
        self._records = tuple(records)
        project = self._document.project
        tags = in_order(self._tags_of(set(records)))
        while (held := self._flow.takeAt(0)) is not None:
            if (widget := held.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for tag in tags:
            self._flow.addWidget(self._chip(tag))
        self._chips.setVisible(bool(tags))
        self.field.setVisible(not project.read_only)
        self.field.offer([tag.label for tag in in_order(project.all(Tag)) if tag not in tags])

    def _tags_of(self, records: set[str]) -> tuple[Tag, ...]:
        """Return the tags that any of these records have; it may be thousands of them."""
        project = self._document.project
        rows = zip(*project.columns(Tagging, "record", "tag"), strict=True)
        ids = dict.fromkeys(str(tag) for record, tag in rows if record in records)
        found = (project.find(id) for id in ids)
        return tuple(one for one in found if isinstance(one, Tag))

    def labels(self) -> tuple[str, ...]:
        """Return the tags that show."""
        chips = (self._flow.itemAt(place) for place in range(self._flow.count()))
        found = (one.widget() for one in chips if one is not None)
        return tuple(one.text() for one in found if isinstance(one, QToolButton))

    def _chip(self, tag: Tag) -> QToolButton:
        chip = QToolButton(self._chips)
        chip.setProperty("role", "flat")
        chip.setText(tag.label.replace("&", "&&"))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if self._document.project.read_only:
            set_icon(chip, "tag", size=12)
            return chip
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        set_icon(chip, "x", size=12)
        words = self.tr("Remove tag “{tag}”").format(tag=tag.label)
        tip(chip, words)
        chip.setAccessibleName(words)
        chip.clicked.connect(lambda _on=False: self._remove(tag))
        return chip

    def _add(self) -> None:
        label = self.field.text()
        if not label.strip():
            return
        if self._document.act(tagging.add, self._records, label) is not None:
            with QSignalBlocker(self.field):
                self.field.clear()

    def _remove(self, tag: Tag) -> None:
        self._document.act(tagging.remove, self._records, tag)


class TagEdit(QLineEdit):
    """A field that completes the words of tags there are."""

    escaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)

    def offer(self, labels: Sequence[str]) -> None:
        """Complete these words."""
        self._offered.setStringList(list(labels))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc take back what was typed, then leave."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.text():
            self.clear()
        else:
            self.escaped.emit()
