"""Keys on pages: the caret goes through their words; where there are none they are scrolled."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from evidence_board.ui.reader.caret import MOVES

if TYPE_CHECKING:
    from evidence_board.ui.reader.pages.view import PagesView

_Standard = QKeySequence.StandardKey
_LINES = {
    _Standard.MoveToNextLine: (False, 1),
    _Standard.MoveToPreviousLine: (False, -1),
    _Standard.SelectNextLine: (True, 1),
    _Standard.SelectPreviousLine: (True, -1),
}
_SCREENS = {_Standard.MoveToNextPage: 1, _Standard.MoveToPreviousPage: -1}
_ENDS = {
    _Standard.MoveToStartOfLine: (False, True),
    _Standard.SelectStartOfLine: (True, True),
    _Standard.MoveToEndOfLine: (False, False),
    _Standard.SelectEndOfLine: (True, False),
}


def move_by_key(view: "PagesView", event: QKeyEvent) -> bool:
    """Do what a key of the platform means for pages; return whether it means anything."""
    screen = next((step for key, step in _SCREENS.items() if event.matches(key)), 0)
    if event.key() == Qt.Key.Key_Space:
        screen = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
    if screen:
        bar = view.verticalScrollBar()
        bar.setValue(bar.value() + screen * round(view.viewport().height() * 0.9))
    elif event.matches(_Standard.Copy):
        view.text.copy()
    elif event.matches(_Standard.SelectAll):
        view.text.select_all()
        view.settled.emit()
    elif view.words_on(view.pages.at(view.caret)) is None:
        return _scroll(view, event)
    else:
        return _move(view, event)
    return True


def _move(view: "PagesView", event: QKeyEvent) -> bool:
    for key, (selects, step) in _LINES.items():
        if event.matches(key):
            return _go(view, _line_away(view, step), selects)
    for key, (selects, at_start) in _ENDS.items():
        if event.matches(key):
            return _go(view, _end_of_line(view, at_start), selects)
    for key, (selects, way) in MOVES.items():
        if event.matches(key):
            return _go(view, way(view.column, view.caret), selects)
    return False


def _go(view: "PagesView", offset: int, selects: bool) -> bool:
    view.select(view.anchor if selects else offset, offset)
    view.reveal(offset, offset)
    view.settled.emit()
    return True


def _line_away(view: "PagesView", step: int) -> int:
    """Return the place a line on or back, as nearly above or below as it goes."""
    page = view.pages.at(view.caret)
    words = view.words_on(page)
    place = words.caret(view.caret) if words is not None else None
    line = words.line_of(view.caret) if words is not None else None
    if words is None or place is None or line is None:
        return view.caret
    if 0 <= line + step < len(words.lines):
        return words.offset_on(line + step, place[0])
    if not 1 <= page + step <= len(view.pages):
        return view.caret
    start, end = view.pages.span(page + step)
    beside = view.words_on(page + step)
    if beside is None or not beside.lines:
        return start if step > 0 else end
    return beside.offset_on(0 if step > 0 else len(beside.lines) - 1, place[0])


def _end_of_line(view: "PagesView", at_start: bool) -> int:
    words = view.words_on(view.pages.at(view.caret))
    line = words.line_of(view.caret) if words is not None else None
    if words is None or line is None:
        return view.caret
    return words.start + (words.lines[line].first if at_start else words.lines[line].end)


def _scroll(view: "PagesView", event: QKeyEvent) -> bool:
    """Scroll by a step; to the first or the last page."""
    down, across = view.verticalScrollBar(), view.horizontalScrollBar()
    ways = {
        Qt.Key.Key_Up: (down, -down.singleStep()),
        Qt.Key.Key_Down: (down, down.singleStep()),
        Qt.Key.Key_Left: (across, -across.singleStep()),
        Qt.Key.Key_Right: (across, across.singleStep()),
        Qt.Key.Key_Home: (down, -down.value()),
        Qt.Key.Key_End: (down, down.maximum() - down.value()),
    }
    way = ways.get(Qt.Key(event.key()))
    if way is None:
        return False
    way[0].setValue(way[0].value() + way[1])
    return True
