"""What any card may wear: the colour it was given, its tags, its warnings."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from evidence_board.model.colours import COLOURS
from evidence_board.ui.canvas import signs
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.cards.parts import PAD_BOTTOM, PAD_LEFT, ROW_GAP
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.ink import Ink, rounded

STRIP = 4.0
CHIP_HEIGHT, MOST_CHIPS = 18.0, 2
TAGS_ROW = ROW_GAP + CHIP_HEIGHT
"""What a card is higher by for showing its tags."""
_NARROWEST_CHIP = 40.0
_PILLS = ("origin", "actor")
WARNED = ("claim", "hypothesis", "excerpt", "source", "image")
"""The kinds of cards that show warnings in their corner at the middle level."""


def body(ink: Ink, face: Face, box: QRectF) -> QRectF:
    """Return the part of a card above its tags."""
    if not face.tags or ink.level != "near":
        return box
    return box.adjusted(0, 0, 0, -(ROW_GAP * ink.zoom + CHIP_HEIGHT * ink.share("badge")))


def strip(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw the colour that a person gave the card along its top edge, inside its outline."""
    if face.colour not in COLOURS:
        return  # a colour of a newer version
    band = QPainterPath()
    band.addRect(QRectF(box.left(), box.top(), box.width(), STRIP * max(ink.zoom, 0.7)))
    shape = outline(face.kind, box, ink.zoom).intersected(band)
    ink.shape(shape, f"colour.{face.colour}", None)


def tags(ink: Ink, face: Face, box: QRectF) -> None:
    """Draw the first tags as chips at the foot of a card, and how many more there are."""
    if not face.tags or ink.level != "near":
        return
    share = ink.share("badge")
    height = CHIP_HEIGHT * share
    inset = (20.0 if face.kind in _PILLS else PAD_LEFT) * ink.zoom
    x, right = box.left() + inset, box.right() - inset + 2 * ink.zoom
    top = box.bottom() - height - PAD_BOTTOM * 0.7 * ink.zoom
    shown = 0
    for label in face.tags[:MOST_CHIPS]:
        more = len(face.tags) - shown - 1
        room = right - x - (ink.width("badge", f"+{more}") + 4 * share if more else 0.0)
        if room < _NARROWEST_CHIP * share:
            break
        x += _chip(ink, label, QRectF(x, top, room, height)) + 4 * share
        shown += 1
    if shown < len(face.tags):
        words = f"+{len(face.tags) - shown}"
        middle = top + (height - ink.line("badge")) / 2
        ink.text("badge", x, middle, words, "text.secondary")


def _chip(ink: Ink, words: str, room: QRectF) -> float:
    """Draw a tag in as much of a room as it needs; returns how wide that is."""
    share = ink.share("badge")
    told = ink.elide("badge", words, room.width() - 22 * share)
    width = ink.width("badge", told) + 22 * share
    box = QRectF(room.left(), room.top(), width, room.height())
    ink.shape(
        rounded(box.adjusted(0.5, 0.5, -0.5, -0.5), 3 * share), "surface.sunken", "border.default"
    )
    side = 10 * share
    ink.icon("tag", "text.secondary", box.left() + 5 * share, box.center().y() - side / 2, side)
    top = box.top() + (box.height() - ink.line("badge")) / 2
    ink.text("badge", box.left() + 17 * share, top, told, "text.secondary")
    return width


def warning(ink: Ink, face: Face, box: QRectF) -> None:
    """Keep the marks of a card in its lower right corner, where there is no room for words."""
    x = box.right() - 17
    if face.contradicted:
        signs.clash(ink, x + 6.5, box.bottom() - 10.5, 1.0)
        x -= 16
    if face.misfit:
        signs.misfit(ink, x + 6.5, box.bottom() - 10.5, 1.0)
        x -= 16
    if face.warned:
        ink.icon("triangle-alert", "status.warn.text", x, box.bottom() - 17, 13)


def told_off(ink: Ink, words: str, box: QRectF, level: str) -> None:
    """Draw a warning in words, behind its sign, from the top of a box."""
    share = ink.share("meta")
    side = 13 * share
    top = box.top() + (ink.line("meta") - side) / 2
    ink.icon("triangle-alert", f"status.{level}.text", box.left(), top, side)
    told = ink.elide("meta", words, box.width() - side - 5 * share)
    ink.text("meta", box.left() + side + 5 * share, box.top(), told, f"status.{level}.text")
