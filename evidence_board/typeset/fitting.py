"""Fitting cards to the size in which they are drawn: no text below 6 pt, and no card cut short.

Text that would come out smaller than legible is drawn larger than its share, so a card may grow
down into free space; what then still does not fit ends with an ellipsis.
"""

from evidence_board.brief.figure_cards import Face
from evidence_board.brief.parts.boards import BoardFigure
from evidence_board.typeset.cards import (
    FIXED,
    LEADING,
    MOST_LINES,
    SIDES,
    TITLE,
    Box,
    boxed,
    broken,
    rows_below,
)
from evidence_board.typeset.sheets import Sheet

SMALLEST = 6.0
"""No text is smaller than this, in pt."""

SPACE = 20.0
"""What is left free between a card that grows and the next one, in px."""


def fitted(figure: BoardFigure, sheet: Sheet) -> dict[int, Box]:
    """Return where the cards of a sheet lie, in px, grown where their text needs it."""
    boxes = {place: boxed(figure.cards[place]) for place in sheet.cards}
    if not sheet.near:
        return boxes
    return {
        place: _grown(figure.cards[place].face, box, sheet, _free_below(box, boxes, sheet))
        for place, box in boxes.items()
    }


def title_on(face: Face, box: Box, sheet: Sheet) -> str:
    """Return the words of a title that fit, broken into lines at the size they are drawn in."""
    across, down = box.width * sheet.scale, box.height * sheet.scale
    if not sheet.near:
        return _few_words(face, across, down)
    room = down - _around(face, sheet.scale)
    most = max(1, int((room + 0.6) // _leading(sheet.scale)))
    return "\n".join(_lines(face, box, sheet.scale, most))


def _lines(face: Face, box: Box, scale: float, most: int) -> tuple[str, ...]:
    size = max(SMALLEST, TITLE * scale)
    return broken(face.title, (box.width - SIDES) * scale, size, most)


def _leading(scale: float) -> float:
    return max(SMALLEST, TITLE * scale) * LEADING / TITLE


def _around(face: Face, scale: float) -> float:
    """Return the height in pt of all but the title, none of it smaller than legible."""
    grown = max(1.0, SMALLEST / 11.5 / scale)
    detail = 15.0 if face.detail and face.kind in FIXED else 0.0
    return 11 * scale + max(21 * scale, 9.5) + (rows_below(face) + detail) * scale * grown


def _grown(face: Face, box: Box, sheet: Sheet, free: float) -> Box:
    lines = len(_lines(face, box, sheet.scale, MOST_LINES)) if face.kind not in FIXED else 1
    needed = (_around(face, sheet.scale) + lines * _leading(sheet.scale)) / sheet.scale
    height = min(max(box.height, needed), box.height + max(0.0, free))
    return Box(box.x, box.y, box.width, height)


def _free_below(box: Box, boxes: dict[int, Box], sheet: Sheet) -> float:
    """Return how far a card may grow before it comes near another, or its frame's edge."""
    bottom = box.y + box.height
    tops = [
        other.y - SPACE
        for other in boxes.values()
        if other.y >= bottom and other.x < box.x + box.width and box.x < other.x + other.width
    ]
    tops += [
        frame.y + frame.height - 4
        for frame in sheet.frames
        if Box(frame.x, frame.y, frame.width, frame.height).holds(box)
    ]
    return min(tops, default=sheet.area.y + sheet.area.height) - bottom


def _few_words(face: Face, across: float, down: float) -> str:
    """Return the words that fit after the mark of a small card, at the smallest size."""
    most = int((down - 1.5) // 7.3)
    if across < 24 or most < 1:
        return ""
    whole = broken(f"{face.mark} {face.title}", across - 7, SMALLEST, most)
    return "\n".join(whole).removeprefix(face.mark).removeprefix(" ")
