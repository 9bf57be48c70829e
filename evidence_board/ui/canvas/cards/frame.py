"""The frame: a round area behind the cards, with its title at the top."""

from PySide6.QtCore import QRectF

from evidence_board.ui.canvas.ink import Ink, rounded


def paint_frame(ink: Ink, title: str, box: QRectF) -> None:
    """Draw a frame without its title."""
    radius = min(12 * ink.zoom, box.height() / 2)
    path = rounded(box.adjusted(0.6, 0.6, -0.6, -0.6), max(radius, 2))
    ink.shape(path, "surface.frame", "border.frame", 1.25)


def paint_title(ink: Ink, title: str, box: QRectF) -> None:
    """Draw the title of a frame on a plate of its own, over the links that cross it."""
    if ink.level == "far":
        _far_title(ink, title, box)
        return
    inset = 14 * ink.zoom if ink.level == "near" else 10 * ink.zoom
    room = box.width() - 2 * inset
    line = ink.line("frame")
    if title and room > 24 and box.height() > line:
        top = box.top() + max((34 * ink.zoom - line) / 2, 3)
        words = ink.elide("frame", title, room)
        plate = QRectF(box.left() + inset - 5, top - 1, ink.width("frame", words) + 10, line + 2)
        ink.shape(rounded(plate, 4), "surface.frame", None)
        ink.lines("frame", QRectF(box.left() + inset, top, room, 0), (words,), "text.secondary")


def _far_title(ink: Ink, title: str, box: QRectF) -> None:
    """Draw the title of a frame over its top edge, where no card of the far level hides it."""
    line = ink.line("frame")
    words = ink.elide("frame", title, box.width() - 8) if box.width() > 32 else ""
    if not words:
        return
    width = ink.width("frame", words)
    patch = QRectF(box.left() + 2, box.top() - line + 1, width + 6, line)
    ink.shape(rounded(patch, 3), "surface.frame", "border.frame", 1)
    ink.text("frame", patch.left() + 3, patch.top(), words, "text.secondary")
