"""The shortcut sheet: every action that has a key, as the menus group them."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from evidence_board.ui.action_set import action_text
from evidence_board.ui.actions import BY_ID
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.menus import MENUS, Branch
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

GESTURES: tuple[tuple[str, str], ...] = (
    (QT_TRANSLATE_NOOP("Gesture", "Write a claim"), QT_TRANSLATE_NOOP("Gesture", "Double-click")),
    (
        QT_TRANSLATE_NOOP("Gesture", "Link two cards"),
        QT_TRANSLATE_NOOP("Gesture", "Drag from the dot on an edge"),
    ),
    (QT_TRANSLATE_NOOP("Gesture", "Move the board"), QT_TRANSLATE_NOOP("Gesture", "Space + drag")),
    (QT_TRANSLATE_NOOP("Gesture", "Zoom"), QT_TRANSLATE_NOOP("Gesture", "Ctrl + wheel")),
    (QT_TRANSLATE_NOOP("Gesture", "Edit"), QT_TRANSLATE_NOOP("Gesture", "Enter")),
    (QT_TRANSLATE_NOOP("Gesture", "Let go"), QT_TRANSLATE_NOOP("Gesture", "Esc")),
    (
        QT_TRANSLATE_NOOP("Gesture", "Claim from the selected words (reader)"),
        QT_TRANSLATE_NOOP("Gesture", "C"),
    ),
)
"""What the hand does on the board and in the reader; no action stands for these."""


class ShortcutSheet(QDialog):
    """All keys in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the keys as they are now."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        page = QWidget()
        page.setProperty("role", "panel")
        across = QHBoxLayout(page)
        across.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(20))
        across.setSpacing(scaled(40))
        sections = self._sections()
        half = (sum(len(lines) + 2 for _, lines in sections) + 1) // 2
        columns: list[list[tuple[str, list[tuple[str, str]]]]] = [[], []]
        used = 0
        for section in sections:
            columns[0 if used < half else 1].append(section)
            used += len(section[1]) + 2
        for column in columns:
            across.addLayout(self._column(column), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.resize(scaled(760), scaled(640))

    def _sections(self) -> list[tuple[str, list[tuple[str, str]]]]:
        sections = [
            (translate("Menu", title).replace("&", ""), list(_lines(branches)))
            for title, branches in MENUS
        ]
        gestures = [
            (
                translate("Gesture", what),
                translate("Gesture", how),
            )
            for what, how in GESTURES
        ]
        return [
            *((title, lines) for title, lines in sections if lines),
            (self.tr("On the board"), gestures),
        ]

    def _column(self, sections: Iterable[tuple[str, list[tuple[str, str]]]]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(scaled(6))
        for title, lines in sections:
            column.addWidget(label(title, "panelTitle"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(scaled(16))
            grid.setVerticalSpacing(scaled(5))
            for row, (what, keys) in enumerate(lines):
                grid.addWidget(label(what), row, 0)
                grid.addWidget(label(keys, "key"), row, 1, Qt.AlignmentFlag.AlignLeft)
            grid.setColumnStretch(0, 1)
            column.addLayout(grid)
            column.addSpacing(scaled(14))
        column.addStretch()
        return column


def _lines(branches: Iterable[Branch]) -> Iterator[tuple[str, str]]:
    """Yield name and keys of each action below a menu."""
    for branch in branches:
        if isinstance(branch, tuple):
            yield from _lines(branch[1])
        elif branch is not None and BY_ID[branch].shortcuts:
            row = BY_ID[branch]
            native = QKeySequence.SequenceFormat.NativeText
            keys = (QKeySequence(one).toString(native) for one in row.shortcuts)
            yield action_text(row), "  ".join(keys)
