"""What the cards have in common: shadow, header row, title, the rows that fit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainterPath

from evidence_board.ui.canvas import signs
from evidence_board.ui.canvas.cards.outlines import KIND_COLORS, KIND_ICONS
from evidence_board.ui.canvas.faces import Face, tr
from evidence_board.ui.canvas.ink import TYPE_FLOOR, Ink
from evidence_board.ui.canvas.lettering import Role, runs_left

PAD_TOP, PAD_RIGHT, PAD_BOTTOM, PAD_LEFT = 8.0, 12.0, 10.0, 14.0
HEADER = 18.0
HEADER_GAP, ROW_GAP = 3.0, 7.0
MOST_TITLE_LINES = 4
KIND_MARK = 14.0
PADLOCK = 12.0


DrawSign: TypeAlias = Callable[[Ink, float, float, float], None]
_MOST_MIDDLE = 4
_NO_CORNER = QRectF()
_TIGHT_STEP = 12.6
"""The closest step of lines at the smallest size, px on the screen."""


@dataclass(frozen=True)
class Row:
    """A row of a card: its height, and how much it wants above it."""

    height: float
    gap: float


def shadow(ink: Ink, path: QPainterPath) -> None:
    """Draw the shadow at rest as a translucent outline under the card."""
    for outline in ink.look.tokens.shadow("rest"):
        color = QColor(*outline.rgb)
        color.setAlphaF(min(outline.opacity, 1.0))
        ink.painter.fillPath(path.translated(outline.dx, outline.dy + 0.5), color)


def tops(rows: Sequence[Row], box: QRectF, zoom: float) -> tuple[float, ...]:
    """Return the top of each row in a box; the gaps shrink when the rows hardly fit.

    A row that does not fit at all is left out at the end.
    """
    kept = list(rows)
    while len(kept) > 1 and sum(row.height for row in kept) > box.height() + 1:
        kept.pop()
    gaps = sum(row.gap for row in kept) * zoom + PAD_BOTTOM * zoom
    free = max(box.height() - sum(row.height for row in kept), 0.0)
    share = min(1.0, free / gaps) if gaps else 1.0
    result, y = [], box.top()
    for row in kept:
        y += row.gap * zoom * share
        result.append(y)
        y += row.height
    return tuple(result)


def header(ink: Ink, face: Face, box: QRectF, *, grade: bool = True) -> None:
    """Draw kind mark, mark, aside, and at the end state or grade, into a row."""
    share = ink.share("mark")
    side = KIND_MARK * share
    middle = box.top() + ink.line("mark") / 2
    color = KIND_COLORS[face.kind]
    ink.icon(KIND_ICONS[face.kind], color, box.left(), middle - side / 2, side)
    x = box.left() + side + 6 * share
    ink.text("mark", x, box.top(), face.mark, "text.secondary")
    x += ink.width("mark", face.mark) + 6 * share
    right = box.right() - (_grade(ink, face, box) if grade else 0.0)
    right -= padlock(ink, face, right, middle)
    right = _state(ink, face, box, right)
    aside = ink.width("meta", face.aside) + 6 * share if face.aside else 0.0
    right = _clash(ink, face, box, x + aside, right)
    if face.aside and right - x > 20:
        words = ink.elide("meta", face.aside, right - x)
        ink.text("meta", x, middle - ink.line("meta") / 2, words, "text.tertiary")


def _grade(ink: Ink, face: Face, box: QRectF) -> float:
    """Draw the grade at the end of a header; returns the room it took."""
    if face.letter is None and face.digit is None:
        return 0.0
    share = ink.share("mono")
    width = signs.grade_width(face.letter, face.digit, share)
    signs.grade(ink, box.right() - width, box.top(), face.letter, face.digit, share)
    return width + 6 * share


def padlock(ink: Ink, face: Face, right: float, middle: float) -> float:
    """Draw the sign of a card that stays put, before a place; returns the room it took."""
    if not face.locked:
        return 0.0
    side = PADLOCK * ink.share("mark")
    ink.icon("lock", "text.secondary", right - side, middle - side / 2, side)
    return side + 6 * ink.share("mark")


def middle_padlock(ink: Ink, box: QRectF, *, warnings: int) -> None:
    """Draw the same at the middle level, on a disc in the corner, before so many warnings."""
    x, y = box.right() - 11 - 16 * warnings, box.bottom() - 11
    disc = QPainterPath()
    disc.addEllipse(QRectF(x - 8, y - 8, 16, 16))
    ink.shape(disc, "surface.card", "border.default")
    ink.icon("lock", "text.secondary", x - 5, y - 5, 10)


def _state(ink: Ink, face: Face, box: QRectF, right: float) -> float:
    if not face.state:
        return right
    width = ink.width("meta", face.state)
    top = box.top() + (ink.line("mark") - ink.line("meta")) / 2
    ink.text("meta", right - width, top, face.state, "text.tertiary")
    return right - width - 6


def _clash(ink: Ink, face: Face, box: QRectF, left: float, right: float) -> float:
    """Draw that other claims or words do not fit this one, with a word where there is room."""
    if face.contradicted:
        share = ink.share("meta")
        other = (signs.CLASH + 6) * share if face.misfit else 0.0
        right = _told(ink, signs.clash, tr("contradicted"), box, left + other, right)
    if face.misfit:
        right = _told(ink, signs.misfit, tr("does not fit"), box, left, right)
    return right


def _told(
    ink: Ink,
    sign: Callable[[Ink, float, float, float], None],
    words: str,
    box: QRectF,
    left: float,
    right: float,
) -> float:
    """Draw a sign before a place of the header, and its word if all else leaves room for it."""
    share = ink.share("meta")
    side, width = signs.CLASH * share, ink.width("meta", words)
    middle = box.top() + ink.line("mark") / 2
    if right - left >= side + 4 * share + width:
        right -= width
        ink.text("meta", right, middle - ink.line("meta") / 2, words, "link.contradicts")
        right -= 4 * share
    sign(ink, right - side / 2, middle, share)
    return right - side - 6 * share


def header_row(ink: Ink) -> Row:
    """Return the header as a row."""
    return Row(ink.line("mark"), PAD_TOP)


def title_row(
    ink: Ink, role: Role, text: str, width: float, room: float
) -> tuple[tuple[str, ...], Row]:
    """Return a title in as many lines as the room allows, and its row."""
    step = ink.line(role)
    most = max(1, min(int((room + 1) / step), 40))
    lines = ink.wrap(role, text, width, most)
    return lines, Row(len(lines) * step, HEADER_GAP)


def inner(box: QRectF, zoom: float) -> QRectF:
    """Return the part of a card that holds text, from its top to its bottom edge."""
    return box.adjusted(PAD_LEFT * zoom, 0, -PAD_RIGHT * zoom, 0)


def corner_of(face: Face, box: QRectF, *, warned: bool = False) -> QRectF:
    """Return where the middle level has the marks of a card, in its lower right corner.

    ``warned`` says whether cards of this kind show their warnings there; empty without marks.
    """
    signs_wide = 16.0 * (face.signs * warned + face.locked)
    if not signs_wide:
        return QRectF()
    return QRectF(box.right() - signs_wide - 3, box.bottom() - 18, signs_wide + 3, 18)


def middle_title(
    ink: Ink, role: Role, text: str, box: QRectF, corner: QRectF = _NO_CORNER
) -> float:
    """Draw the title of the middle level; returns where it ends.

    Its last line leaves ``corner`` free, the whole title where more of it would lie there.
    """
    lines, step = middle_lines(ink, role, text, box.width(), box.height())
    covered = _lines_in(corner, box.top(), step, len(lines))
    if covered > 1 or (covered and runs_left(text)):
        box = QRectF(box)
        box.setRight(min(box.right(), corner.left()))
        lines, step = middle_lines(ink, role, text, box.width(), box.height())
    elif covered:
        last = ink.elide(role, lines[-1], corner.left() - box.left())
        lines = (*lines[:-1], last)
    ink.lines(role, box, lines, "text.primary", step)
    return box.top() + len(lines) * step


def _lines_in(corner: QRectF, top: float, step: float, count: int) -> int:
    """Return how many lines of a text reach down into a corner."""
    if corner.isEmpty():
        return 0
    return sum(top + place * step > corner.top() + 3 for place in range(1, count + 1))


def middle_lines(
    ink: Ink, role: Role, text: str, width: float, height: float
) -> tuple[tuple[str, ...], float]:
    """Return a title in the lines that have room at the middle level, and their step.

    The second line is worth moving them together.
    """
    usual = TYPE_FLOOR / ink.look.lettering.size(role) * ink.look.lettering.line(role)
    two = ink.wrap(role, text, width, 2)
    step = usual if _fitting(height, usual) >= len(two) else min(usual, _TIGHT_STEP)
    most = max(1, min(_MOST_MIDDLE, _fitting(height, step)))
    return two if most == 2 or len(two) == 1 else ink.wrap(role, text, width, most), step


def _fitting(height: float, step: float) -> int:
    return int((height + 2) / step)
