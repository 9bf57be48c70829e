"""The bar of a source with pages: as text or as pages, which page of how many, how large."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
)

from evidence_board.ui.keymap import KeyMap, native
from evidence_board.ui.labels import label, plain_tip, scaled, tip
from evidence_board.ui.scaled_size import ScaledSize
from evidence_board.ui.theme import set_icon

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDEST_NUMBER = "00000"


class PageBar(QFrame):
    """Shows where the reader is; pressing and typing asks for what is elsewhere."""

    switch_asked = Signal(bool)
    """The source is to show as pages (True), or as text."""
    page_asked = Signal(int)
    left = Signal()
    """The field of the page was left by its keys."""

    def __init__(self) -> None:
        """Stand hidden until there is something with pages."""
        super().__init__()
        self.setProperty("role", "block")
        ScaledSize(self, height=36)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(12), 0, scaled(10), 0)
        row.setSpacing(scaled(4))
        self._ways = QButtonGroup(self)
        self.text = self._way("file-text", self.tr("Text"))
        self.page = self._way("image", self.tr("Pages"))
        for button in (self.text, self.page):
            row.addWidget(button)
        self._ways.buttonClicked.connect(lambda one: self.switch_asked.emit(one is self.page))
        row.addSpacing(scaled(12))
        self.previous = self._button("chevron-left")
        self.next = self._button("chevron-right")
        self.field = self._number()
        self.count = label("", "hint")
        for part in (self.previous, label(self.tr("Page"), "hint"), self.field, self.count):
            row.addWidget(part)
        row.addWidget(self.next)
        self.note = label("", "hint")
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addSpacing(scaled(8))
        row.addWidget(self.note, 1)
        self.magnified = label("", "hint")
        self.fit = self._button("maximize")
        row.addWidget(self.magnified)
        row.addWidget(self.fit)
        self.show_keys(KeyMap())
        self.hide()

    def show_keys(self, keys: KeyMap) -> None:
        """Tell the first key of what each button does, where it has one."""
        for button, words, id in (
            (self.text, self.tr("Show the text"), "text_or_page"),
            (self.page, self.tr("Show the pages as they look"), "text_or_page"),
            (self.previous, self.tr("Previous page"), "previous_page"),
            (self.next, self.tr("Next page"), "next_page"),
            (self.fit, self.tr("As wide as the window"), "fit_width"),
        ):
            first = next(iter(keys.of(id)), "")
            tip(button, f"{words} ({native(first)})" if first else words)

    def show_way(self, pages: bool, has_text: bool) -> None:
        """Show which of both it is; where there is no text there is no choice."""
        (self.page if pages else self.text).setChecked(True)
        self.text.setEnabled(has_text)
        if not has_text:
            tip(self.text, self.tr("There is no text in this PDF: its pages are pictures."))
        for part in (self.magnified, self.fit):
            part.setVisible(pages)

    def show_page(self, page: int, count: int) -> None:
        """Show which page of how many this is."""
        if not self.field.hasFocus() or not self.field.isModified():
            self.field.setText(str(page))
        self.count.setText(self.tr("of {count}").format(count=count) if count else "")
        self.field.setAccessibleName(
            self.tr("Page, of {count}").format(count=count) if count else self.tr("Page")
        )
        self.previous.setEnabled(page > 1)
        self.next.setEnabled(page < count)

    def warn(self, other_words: bool) -> None:
        """Tell that words cannot be marked on the page, where its words are not the text's."""
        told = self.tr("The words here are not those of the stored text: only parts can be marked.")
        self.note.setText(told if other_words else "")
        if other_words:
            self.note.setToolTip(plain_tip(told))
        else:
            self.note.setToolTip("")

    def show_size(self, factor: float) -> None:
        """Show how many times their size on paper pages are shown."""
        self.magnified.setText(f"{factor:.0%}".replace("%", " %"))

    def ask_page(self) -> None:
        """Let a number be typed."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to a page at Enter, leave the field at Escape."""
        if not isinstance(event, QKeyEvent) or event.key() not in (*_ENTER, Qt.Key.Key_Escape):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            typed = self.field.text()
            self.field.setModified(False)
            self.left.emit()
            if event.key() in _ENTER and typed:
                self.page_asked.emit(int(typed))
        return True

    def _number(self) -> QLineEdit:
        field = QLineEdit()
        field.setValidator(QIntValidator(1, 99_999, field))
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setFixedWidth(field.fontMetrics().horizontalAdvance(_WIDEST_NUMBER) + scaled(18))
        field.installEventFilter(self)
        return field

    def _way(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_icon(button, icon, "text.secondary", 14)
        self._ways.addButton(button)
        return button

    def _button(self, icon: str) -> QToolButton:
        button = QToolButton()
        set_icon(button, icon)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
