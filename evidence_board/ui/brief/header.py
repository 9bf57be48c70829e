"""The row above the pages: which issue, which page, how large, and the ways out."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton

from evidence_board.ui.labels import label, scaled, tip
from evidence_board.ui.scaled_size import ScaledSize
from evidence_board.ui.theme import set_icon

_ROOMY, _NARROW, _TINY = 560, 440, 330
"""So many px at 100 % are needed for all of it, for sizes and the name, for words on buttons."""


class BriefHeader(QFrame):
    """Says what is shown, and asks for other pages, other sizes, and files."""

    stepped = Signal(int)
    zoomed = Signal(int)
    export_asked = Signal()
    issue_asked = Signal()

    def __init__(self) -> None:
        """Name nothing yet."""
        super().__init__()
        self.setProperty("role", "block")
        ScaledSize(self, height=44)
        self.setMinimumWidth(1)  # what there is no room for is left out
        self.name = label("", "panelTitle")
        self.name.setMinimumWidth(1)
        self.state = label("", "hint")
        self.before = self._button("arrow-up", self.tr("Previous page (Page Up)"))
        self.after = self._button("arrow-down", self.tr("Next page (Page Down)"))
        self.pages = label("", "meta")
        self.smaller = self._button("zoom-out", self.tr("Smaller (Ctrl+-)"))
        self.larger = self._button("zoom-in", self.tr("Larger (Ctrl++)"))
        self.fit = self._button("maximize", self.tr("As wide as there is room (Ctrl+0)"))
        self.export = QPushButton()
        set_icon(self.export, "file-down", "text.secondary")
        self._words = {self.export: self.tr("Export draft")}
        tip(self.export, self.tr("Write these pages to a file; each of them says Draft"))
        self.issue = QPushButton()
        set_icon(self.issue, "file-text", "text.onAccent")
        self.issue.setProperty("role", "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(16), 0, scaled(10), 0)
        row.setSpacing(scaled(6))
        row.addWidget(self.name)
        row.addWidget(self.state)
        row.addStretch(1)
        for part in (self.before, self.pages, self.after, self.smaller, self.larger, self.fit):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(scaled(6))
        row.addWidget(self.export)
        row.addWidget(self.issue)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.smaller.clicked.connect(lambda: self.zoomed.emit(-1))
        self.larger.clicked.connect(lambda: self.zoomed.emit(1))
        self.fit.clicked.connect(lambda: self.zoomed.emit(0))
        self.export.clicked.connect(self.export_asked)
        self.issue.clicked.connect(self.issue_asked)

    def show_issue(self, last: int, following: int) -> None:
        """Say which issue was the last one (0: none), and which would be the next."""
        told = self.tr("Draft, after no. {number}") if last else self.tr("Draft")
        self.name.setText(told.format(number=last))
        self._words[self.issue] = self.tr("Issue no. {number}").format(number=following)
        self._fit()

    def show_held(self, held: int) -> None:
        """Say what the button does, or how many points keep it from being pressed."""
        told = self.tr("Give the brief this number, keep how it stands, and write it to go out")
        back = self.tr("Held back by %n open point(s) below", "", held)
        tip(self.issue, back if held else told)
        self._fit()

    def show_pages(self, page: int, count: int) -> None:
        """Say which page of how many is in sight."""
        self.pages.setText(f"{page + 1} / {count}" if count else "–")
        self.before.setEnabled(page > 0)
        self.after.setEnabled(page < count - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out first what is only told or has keys, then the words on buttons."""
        for needed, parts in (
            (_ROOMY, (self.state, self.fit)),
            (_NARROW, (self.name, self.smaller, self.larger)),
            (_TINY, (self.before, self.after)),
        ):
            for part in parts:
                part.setVisible(self.width() >= scaled(needed))
        for button, words in self._words.items():
            button.setText(words if self.width() >= scaled(_TINY) else "")
            button.setAccessibleName(words)

    def _button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "flat")
        button.setIconSize(QSize(scaled(16), scaled(16)))
        set_icon(button, icon, "text.secondary")
        tip(button, words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
