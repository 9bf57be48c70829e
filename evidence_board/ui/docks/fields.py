"""Fields of the inspector: each tells one finished edit, so that an edit is one undo step."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QWidget,
)

from evidence_board.ui.labels import plain_tip, scaled
from evidence_board.ui.theme import set_icon
from evidence_board.ui.typing_keys import belongs_to_project
from evidence_board.ui.typing_rests import Writing


class LineField(QLineEdit):
    """One line of text; told when it is left or Enter is pressed, if it was changed.

    Also told at each rest of the keys; Esc tells the text with which the edit began.
    """

    finished = Signal(str)

    def __init__(self, name: str, placeholder: str = "") -> None:
        """Be called ``name`` by assistive technology."""
        super().__init__()
        self.writing = Writing(self, lambda: self.text().strip(), self.finished.emit)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(self._follow_keys)
        self.editingFinished.connect(self.finish)

    def show_text(self, text: str) -> None:
        """Show what is stored; text that is being typed stays."""
        if self.writing.stores(text):
            return
        if text != self.writing.held or not self.isModified():
            self.put_back(text)
            self.setCursorPosition(0)

    def finish(self) -> None:
        """Tell the text if it differs from what is stored."""
        self.setModified(False)
        self.writing.finish()

    def put_back(self, text: str) -> None:
        """Show what is stored in place of what stands here."""
        self.writing.end()
        self.writing.held = text
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)  # the beginning of what is too long shows
        self.setModified(False)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the project once the field has nothing to take back."""
        if belongs_to_project(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up what was typed."""
        written = self.isModified() or self.writing.under_way
        if event.key() == Qt.Key.Key_Escape and written:
            self.put_back(self.writing.give_up())
            return
        super().keyPressEvent(event)

    def _follow_keys(self) -> None:
        if self.isModified():
            self.writing.follow_keys()


class Segment(QToolButton):
    """One of several buttons side by side: Left and Right go to the next one, without choosing it.

    Qt lets Tab stop at one button of a group only, and its arrow keys go on in exclusive groups.
    """

    beside_asked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the button beside."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() not in _PLAIN:
            super().keyPressEvent(event)
        else:
            self.beside_asked.emit(step)


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Segments(QWidget):
    """A choice of few: buttons side by side; the chosen one again takes the choice back."""

    chosen = Signal(object)
    """The key that was chosen, or None."""

    def __init__(self, name: str, rows: Sequence[tuple[str, str, str]]) -> None:
        """Offer rows of key, words and icon (or nothing)."""
        super().__init__()
        self.setAccessibleName(name)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._buttons: dict[str, Segment] = {}
        for place, (key, words, icon) in enumerate(rows):
            button = Segment()
            button.beside_asked.connect(lambda step, place=place: self._go(place + step))
            button.setText(words)
            button.setAccessibleName(f"{name}: {words}")
            button.setCheckable(True)
            button.setProperty("role", "segment")
            ends = {0: "first", len(rows) - 1: "last"}
            button.setProperty("place", ends.get(place, "middle"))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            if icon:
                set_icon(button, icon, "text.primary", 14)
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self._buttons[key] = button
            self._group.addButton(button)
            across.addWidget(button)
        self._held: str | None = None
        self._group.buttonClicked.connect(self._choose)

    def _go(self, place: int) -> None:
        """Give the keys to a button by its place, where there is one."""
        buttons = list(self._buttons.values())
        if 0 <= place < len(buttons):
            buttons[place].setFocus(Qt.FocusReason.TabFocusReason)

    def button(self, key: str) -> QToolButton:
        """Return the button of a key."""
        return self._buttons[key]

    def show_key(self, key: str | None) -> None:
        """Show what is stored."""
        self._held = key
        for one, button in self._buttons.items():
            button.setChecked(one == key)

    def _choose(self, clicked: QToolButton) -> None:
        key = next(one for one, button in self._buttons.items() if button is clicked)
        chosen = None if key == self._held else key
        self.show_key(chosen)
        self.chosen.emit(chosen)


class ChoiceField(QComboBox):
    """A choice of several; told only when a person chooses."""

    chosen = Signal(object)
    """The key that was chosen, or None."""

    def __init__(self, name: str, rows: Sequence[tuple[str | None, str]]) -> None:
        """Offer rows of key and words."""
        super().__init__()
        self.setAccessibleName(name)
        self.setMinimumContentsLength(4)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for key, words in rows:
            self.addItem(words, key)
        self.activated.connect(lambda place: self.chosen.emit(self.itemData(place)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_key(self, key: str | None) -> None:
        """Show what is stored; a key that is not offered shows as nothing."""
        self.setCurrentIndex(self.findData(key))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the choice; words that have no room end with an ellipsis."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        words = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, room.width() - scaled(2)
        )
        self.setToolTip(plain_tip(self.currentText() if words != self.currentText() else ""))
        option.currentText = words
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QEvent) -> None:
        """Leave the wheel to the page: scrolling must not change a judgement."""
        event.ignore()
