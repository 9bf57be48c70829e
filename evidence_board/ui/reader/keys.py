"""Keys that move the caret, select, copy and scroll: those of the platform, as in any text."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from evidence_board.ui.reader.caret import MOVES, line_away

if TYPE_CHECKING:
    from evidence_board.ui.reader.page import PageView

_Standard = QKeySequence.StandardKey
_LINES = {
    _Standard.MoveToNextLine: (False, 1),
    _Standard.MoveToPreviousLine: (False, -1),
    _Standard.SelectNextLine: (True, 1),
    _Standard.SelectPreviousLine: (True, -1),
}
_PAGES = {
    _Standard.MoveToNextPage: (False, 1),
    _Standard.MoveToPreviousPage: (False, -1),
    _Standard.SelectNextPage: (True, 1),
    _Standard.SelectPreviousPage: (True, -1),
}


def move_by_key(page: "PageView", event: QKeyEvent) -> bool:
    """Do what a key of the platform means for a text; return whether it means anything."""
    if event.matches(_Standard.Copy):
        page.copy()
    elif event.matches(_Standard.SelectAll):
        page.select_all()
    elif event.key() == Qt.Key.Key_Space and not event.modifiers():
        _scroll(page, 1)
    elif event.key() == Qt.Key.Key_Space:
        _scroll(page, -1)
    else:
        return _move(page, event)
    return True


def takes(event: QKeyEvent) -> bool:
    """Whether a key is one of those, so that it is not a shortcut of the window."""
    known = (*MOVES, *_LINES, *_PAGES, _Standard.Copy, _Standard.SelectAll)
    return any(event.matches(key) for key in known)


def _move(page: "PageView", event: QKeyEvent) -> bool:
    for key, (selects, way) in MOVES.items():
        if event.matches(key):
            return _go(page, way(page.column, page.caret), selects)
    for key, (selects, step) in _LINES.items():
        if event.matches(key):
            x = page.column.caret(page.caret).x()
            return _go(page, line_away(page.column, page.caret, step, x), selects)
    for key, (selects, step) in _PAGES.items():
        if event.matches(key):
            caret = page.column.caret(page.caret)
            y = caret.center().y() + step * page.viewport().height() * 0.9
            return _go(page, page.column.offset_at(QPointF(caret.x(), y)), selects)
    return False


def _go(page: "PageView", offset: int, selects: bool) -> bool:
    page.select(page.anchor if selects else offset, offset)
    page.reveal(offset, offset)
    page.settled.emit()
    return True


def _scroll(page: "PageView", step: int) -> None:
    bar = page.verticalScrollBar()
    bar.setValue(bar.value() + step * round(page.viewport().height() * 0.9))
