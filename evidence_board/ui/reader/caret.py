"""Where the caret goes: by characters as people see them, words, lines and paragraphs."""

import re
from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QTextLayout

from evidence_board.ui.reader.column import Column

_WORD = re.compile(r"\w+(?:['’]\w+)*|[^\w\s]")


def next_character(column: Column, offset: int) -> int:
    """Return the place after the character at an offset, with all that combines with it."""
    return _step(column, offset, QTextLayout.nextCursorPosition, 1)


def previous_character(column: Column, offset: int) -> int:
    """Return the place before the character that ends at an offset."""
    return _step(column, offset, QTextLayout.previousCursorPosition, -1)


def next_word(column: Column, offset: int) -> int:
    """Return the beginning of the next word."""
    found = _WORD.search(column.paragraphs.text, _word_end(column.paragraphs.text, offset))
    return found.start() if found else len(column.paragraphs.text)


def previous_word(column: Column, offset: int) -> int:
    """Return the beginning of the word before an offset."""
    first = max(0, offset - 200)
    before = [found.start() for found in _WORD.finditer(column.paragraphs.text, first, offset)]
    return before[-1] if before else first


def word_at(column: Column, offset: int) -> tuple[int, int]:
    """Return start and end of the word at an offset; of nothing but that place between words."""
    text = column.paragraphs.text
    place = column.paragraphs.at(offset)
    for found in _WORD.finditer(
        text, column.paragraphs.starts[place], column.paragraphs.ends[place]
    ):
        if found.start() <= offset <= found.end():
            return found.span()
    return offset, offset


def paragraph_at(column: Column, offset: int) -> tuple[int, int]:
    """Return start and end of the paragraph at an offset."""
    place = column.paragraphs.at(offset)
    return column.paragraphs.starts[place], column.paragraphs.ends[place]


def line_away(column: Column, offset: int, step: int, x: float) -> int:
    """Return the place in the next line (step 1) or the one before (-1), as near x as it goes."""
    place = column.paragraphs.at(offset)
    layout = column.layout(place)
    number = layout.lineForTextPosition(column.units(place, offset)).lineNumber() + step
    if 0 <= number < layout.lineCount():
        return column.offset_on_line(place, number, x)
    place += step
    while 0 <= place < len(column.paragraphs) and column.paragraphs.blank(place):
        place += step
    if not 0 <= place < len(column.paragraphs):
        return 0 if step < 0 else len(column.paragraphs.text)
    number = 0 if step > 0 else column.layout(place).lineCount() - 1
    return column.offset_on_line(place, number, x)


def line_start(column: Column, offset: int) -> int:
    """Return the beginning of the line on the screen in which an offset lies."""
    place = column.paragraphs.at(offset)
    line = column.layout(place).lineForTextPosition(column.units(place, offset))
    return column.offset(place, line.textStart())


def line_end(column: Column, offset: int) -> int:
    """Return the end of the line on the screen in which an offset lies."""
    place = column.paragraphs.at(offset)
    line = column.layout(place).lineForTextPosition(column.units(place, offset))
    return column.offset_on_line(place, line.lineNumber(), column.setting.width * 2)


def text_start(_column: Column, _offset: int) -> int:
    """Return the beginning of the text."""
    return 0


def text_end(column: Column, _offset: int) -> int:
    """Return the end of the text."""
    return len(column.paragraphs.text)


_WAYS: dict[str, Callable[[Column, int], int]] = {
    "NextChar": next_character,
    "PreviousChar": previous_character,
    "NextWord": next_word,
    "PreviousWord": previous_word,
    "StartOfLine": line_start,
    "EndOfLine": line_end,
    "StartOfDocument": text_start,
    "EndOfDocument": text_end,
}
MOVES = {
    QKeySequence.StandardKey[prefix + name]: (prefix == "Select", way)
    for name, way in _WAYS.items()
    for prefix in ("MoveTo", "Select")
}
"""Standard keys that move the caret: whether they select, and where it goes."""


def _word_end(text: str, offset: int) -> int:
    found = _WORD.match(text, offset)
    return found.end() if found else offset


def _step(
    column: Column, offset: int, move: Callable[[QTextLayout, int], int], direction: int
) -> int:
    place = column.paragraphs.at(offset)
    units = column.units(place, offset)
    moved = move(column.layout(place), units)
    if moved != units:
        return column.offset(place, moved)
    beyond = place + direction
    if not 0 <= beyond < len(column.paragraphs):
        return offset
    return column.paragraphs.starts[beyond] if direction > 0 else column.paragraphs.ends[beyond]
