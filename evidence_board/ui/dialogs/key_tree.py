"""The rows of the sheet of keys, found by words, one of which takes a new key in place."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from evidence_board.ui.actions import BY_ID
from evidence_board.ui.dialogs.key_capture import KeyCapture
from evidence_board.ui.dialogs.key_rows import KeyRow, key_rows, written
from evidence_board.ui.keymap import KeyMap
from evidence_board.ui.labels import scaled
from evidence_board.ui.theme import current_theme

_TEXT, _KEYS, _USUAL = range(3)
_ROW = Qt.ItemDataRole.UserRole
_FIELD = 170
"""Width in px at 100 % of the field that waits for a key."""


class KeyTree(QTreeWidget):
    """Actions by menu with their keys; Enter asks for a new key, Backspace to have none."""

    change_asked = Signal()
    clear_asked = Signal()

    def __init__(self, keys: KeyMap, parent: QWidget | None = None) -> None:
        """Show ``keys``."""
        super().__init__(parent)
        self.capture: KeyCapture | None = None
        """The field that waits for a key, while it does."""
        self._keys = keys
        self.setProperty("role", "rows")
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.setColumnCount(3)
        self.setHeaderLabels([self.tr("Action"), self.tr("Keys"), self.tr("Usual keys")])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(scaled(8))
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._fill()
        self.show_keys(keys)
        self.itemDoubleClicked.connect(self.change_asked)
        current_theme().changed.connect(self._color)
        self._color()
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._share_room()

    @property
    def row(self) -> KeyRow | None:
        """The row that is chosen; None for a title."""
        return _row_of(self.currentItem())

    def show_keys(self, keys: KeyMap) -> None:
        """Show the keys as they are now, and those of the rows where they differ."""
        self._keys = keys
        told = False
        for line in self._lines():
            row = _row_of(line)
            if row is None:
                continue
            shown = row.keys(keys)
            changed = bool(row.id) and keys.differs(row.id)
            usual = self.tr("none")
            if changed and BY_ID[row.id].shortcuts:
                usual = written(BY_ID[row.id].shortcuts)
            line.setText(_KEYS, shown)
            line.setText(_USUAL, usual if changed else "")
            told = told or changed
            spoken = f"{row.text}, {shown or self.tr('no key')}"
            line.setData(_TEXT, Qt.ItemDataRole.AccessibleTextRole, spoken)
        self.setColumnHidden(_USUAL, not told)
        self._share_room()

    def show_matching(self, words: str) -> bool:
        """Show only the rows that hold these words; returns whether there are any."""
        words = words.strip().casefold()
        shown = [line for line in self._lines() if self._fits(line, words)]
        for line in self._lines():
            line.setHidden(line not in shown)
        for section in self._sections():
            section.setHidden(not any(line.parent() is section for line in shown))
        current = self.currentItem()
        if shown and (words or current is None or current not in shown):
            begins = (line for line in shown if line.text(_TEXT).casefold().startswith(words))
            best = next(begins, shown[0])
            self.setCurrentItem(best)
            self.scrollToTop()
            self.scrollToItem(best)
        return bool(shown)

    def choose(self, id: str) -> None:
        """Make the row of an action the chosen one."""
        for line in self._lines():
            row = _row_of(line)
            if row is not None and row.id == id:
                self.setCurrentItem(line)

    def begin(
        self, pressed: Callable[[str], None], cleared: Callable[[], None]
    ) -> KeyCapture | None:
        """Wait for a key in the chosen row; returns the field, None where no key can change."""
        self.end()
        row, line = self.row, self.currentItem()
        if row is None or not row.id or line is None:
            return None
        self.scrollToItem(line)
        self.capture = KeyCapture(self._keys)
        self.capture.setAccessibleName(self.tr("New key of {action}").format(action=row.text))
        self.capture.pressed.connect(pressed)
        self.capture.cleared.connect(cleared)
        self.capture.left.connect(self.end)
        self.setItemWidget(line, _KEYS, self.capture)
        self.capture.setFocus(Qt.FocusReason.OtherFocusReason)
        return self.capture

    def end(self) -> None:
        """Wait no longer."""
        field, self.capture = self.capture, None
        if field is None:
            return
        held = field.hasFocus()
        field.blockSignals(True)
        for line in self._lines():
            if self.itemWidget(line, _KEYS) is field:
                self.removeItemWidget(line, _KEYS)
        if held:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def room_wanted(self) -> int:
        """The width at which all columns show whole."""
        return sum(self._widths()) + self.verticalScrollBar().sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what the keys leave."""
        super().resizeEvent(event)
        self._share_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change by Enter or F2, clear by Backspace or Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.change_asked.emit()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.clear_asked.emit()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        sections: dict[str, QTreeWidgetItem] = {}
        for row in key_rows():
            if row.section not in sections:
                title = QTreeWidgetItem(self, [row.section])
                title.setFlags(Qt.ItemFlag.ItemIsEnabled)
                title.setFirstColumnSpanned(True)
                title.setExpanded(True)
                font = self.font()
                font.setWeight(font.Weight.DemiBold)
                title.setFont(_TEXT, font)
                sections[row.section] = title
            line = QTreeWidgetItem(sections[row.section], [row.text])
            line.setData(_TEXT, _ROW, row)
        first = next(self._lines())
        self.setCurrentItem(first)

    def _widths(self) -> tuple[int, int, int]:
        """Return what each column needs; that of the keys also holds the field."""
        header = self.header()
        text, keys, usual = (
            max(self.sizeHintForColumn(one), header.sectionSizeHint(one)) for one in range(3)
        )
        return text, max(keys, scaled(_FIELD)), 0 if self.isColumnHidden(_USUAL) else usual

    def _share_room(self) -> None:
        text, keys, usual = self._widths()
        header = self.header()
        header.resizeSection(_TEXT, max(text, self.viewport().width() - keys - usual))
        header.resizeSection(_KEYS, keys)
        if usual:
            header.resizeSection(_USUAL, usual)

    def _fits(self, line: QTreeWidgetItem, words: str) -> bool:
        row = _row_of(line)
        return row is not None and row.holds(words, self._keys)

    def _color(self) -> None:
        """Draw what people cannot change, and what the keys were, less strongly."""
        quiet = QBrush(QColor(current_theme().tokens.color("text.secondary")))
        for line in self._lines():
            row = _row_of(line)
            if row is not None:
                line.setForeground(_USUAL, quiet)
                if not row.id:
                    line.setForeground(_KEYS, quiet)

    def _sections(self) -> Iterator[QTreeWidgetItem]:
        for place in range(self.topLevelItemCount()):
            section = self.topLevelItem(place)
            if section is not None:
                yield section

    def _lines(self) -> Iterator[QTreeWidgetItem]:
        for section in self._sections():
            for place in range(section.childCount()):
                if (line := section.child(place)) is not None:
                    yield line


def _row_of(line: QTreeWidgetItem | None) -> KeyRow | None:
    row = line.data(_TEXT, _ROW) if line is not None else None
    return row if isinstance(row, KeyRow) else None
