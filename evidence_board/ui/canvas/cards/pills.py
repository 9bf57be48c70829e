"""What origin and actor share: a name and a line under it beside a mark."""

from PySide6.QtCore import QRectF

from evidence_board.ui.canvas import signs
from evidence_board.ui.canvas.cards import parts
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink


def paint_name(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw name, the line under it, and at the end the grade, in the middle of a box."""
    share = ink.share("mono")
    if face.letter:
        width = signs.grade_width(face.letter, face.digit, share)
        top = box.center().y() - signs.GRADE_HEIGHT * share / 2
        signs.grade(ink, box.right() - width, top, face.letter, face.digit, share)
        box = box.adjusted(0, 0, -width - 6 * share, 0)
    box = box.adjusted(0, 0, -parts.padlock(ink, face, box.right(), box.center().y()), 0)
    lines = ink.wrap("cardTitle", face.title, box.width(), 1 if face.meta else 2)
    height = ink.line("cardTitle") * len(lines)
    meta = ink.line("meta") if face.meta else 0.0
    if height + meta > box.height():
        meta = 0.0
    top = box.center().y() - (height + meta) / 2
    ink.lines("cardTitle", QRectF(box.left(), top, box.width(), 0), lines, "text.primary")
    if meta:
        words = ink.elide("meta", face.meta, box.width())
        place = QRectF(box.left(), top + height, box.width(), 0)
        ink.lines("meta", place, (words,), "text.tertiary")


def paint_middle_name(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw the name alone, in the middle of a box, as the middle level has it."""
    line = ink.line("cardTitle")
    room = max(1, min(2, int(box.height() / line)))
    lines = ink.wrap("cardTitle", face.title, box.width(), room)
    top = box.center().y() - len(lines) * line / 2
    ink.lines("cardTitle", QRectF(box.left(), top, box.width(), 0), lines, "text.primary")
