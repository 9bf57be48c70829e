"""The shortcut sheet: every action that has a key, as the menus group them, and the hand's keys."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from PySide6.QtCore import QSize, Qt
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
from evidence_board.ui.dialogs.hand_keys import IN_READER, ON_BOARD
from evidence_board.ui.labels import label, scaled
from evidence_board.ui.menus import MENUS, Branch
from evidence_board.ui.window_place import USUAL_FRAME
from evidence_board.ui.wording import translate

Line: TypeAlias = tuple[str, str]
Section: TypeAlias = tuple[str, Sequence[Line]]
"""A title, and below it what is done by which keys."""
_HEAD = 2
"""How many lines the title of a section takes up."""
_BESIDE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = 560
"""Width in px at 100 % of the one column whose lines are broken."""


class ShortcutSheet(QDialog):
    """All keys, in as many columns as the screen has room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Show the keys as they are now."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        room = self.screen().availableGeometry().marginsRemoved(USUAL_FRAME).size()
        page = self._page(room.width())
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setProperty("focusRing", False)
        self.area.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        bar = self.area.verticalScrollBar().sizeHint().width()
        self.resize(
            (page.sizeHint().expandedTo(page.minimumSize()) + QSize(bar, 2)).boundedTo(room)
        )

    def _page(self, room: int) -> QWidget:
        """Return the keys in the most columns that are no wider than ``room``."""
        for number in (3, 2):
            page = self._columns(number)
            if page.sizeHint().width() + scaled(12) <= room:
                return page
        page = self._columns(1)
        page.setMinimumWidth(min(scaled(_WRAPPED), room - scaled(12)))
        return page

    def _columns(self, number: int) -> QWidget:
        page = QWidget()
        page.setProperty("role", "panel")
        across = QHBoxLayout(page)
        across.setContentsMargins(scaled(24), scaled(20), scaled(24), scaled(12))
        across.setSpacing(scaled(36))
        for column in in_columns(self._sections(), number):
            across.addLayout(self._column(column, wrap=number == 1), 1)
        return page

    def _sections(self) -> list[Section]:
        menus = [
            (translate("Menu", title).replace("&", ""), tuple(_lines(branches)))
            for title, branches in MENUS
        ]
        return [
            *((title, lines) for title, lines in menus if lines),
            (self.tr("On the board"), _by_hand(ON_BOARD)),
            (self.tr("In the reader"), _by_hand(IN_READER)),
        ]

    def _column(self, sections: Iterable[Section], *, wrap: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(5))
        grid.setColumnStretch(0, 1)
        for title, lines in sections:
            if grid.count():
                grid.setRowMinimumHeight(grid.rowCount(), scaled(12))
            grid.addWidget(label(title, "panelTitle"), grid.rowCount(), 0, 1, 2)
            for what, keys in lines:
                row = grid.rowCount()
                grid.addWidget(label(what, wrap=wrap), row, 0)
                grid.addWidget(label(keys, "key"), row, 1, _BESIDE)
        column.addLayout(grid)
        column.addStretch()
        return column


def in_columns(sections: Sequence[Section], number: int) -> list[list[Section]]:
    """Return the sections in their order, in columns of about the same height."""
    whole = sum(len(lines) + _HEAD for _, lines in sections)
    columns: list[list[Section]] = [[] for _ in range(number)]
    used = 0
    for title, lines in sections:
        middle = used + (len(lines) + _HEAD) / 2
        columns[min(number - 1, int(middle * number / whole))].append((title, lines))
        used += len(lines) + _HEAD
    return columns


def _by_hand(rows: Iterable[Line]) -> tuple[Line, ...]:
    return tuple((translate("Gesture", what), translate("Gesture", how)) for what, how in rows)


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
