"""The painter that card painters are given: scaled text, icons and colours of one scheme."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from evidence_board.ui.canvas.geometry import Flags, Floats
from evidence_board.ui.canvas.lettering import Lettering, Role, runs_left
from evidence_board.ui.canvas.sheets import Sheets
from evidence_board.ui.canvas.viewport import Level
from evidence_board.ui.icons import icon_drawing, own_drawing, tinted_image
from evidence_board.ui.tokens import LinkLook, Tokens

TYPE_FLOOR = 11.0
"""No text is smaller on the screen, px at 100 % interface scale."""


@dataclass(frozen=True)
class Look:
    """What all painting of one scheme shares."""

    tokens: Tokens
    lettering: Lettering
    sheets: Sheets = field(default_factory=Sheets, compare=False, repr=False)
    _links: dict[str, LinkLook] = field(default_factory=dict, compare=False, repr=False)

    def link(self, link_type: str) -> LinkLook:
        """Return how a link or citation type is drawn, put together once."""
        if link_type not in self._links:
            self._links[link_type] = self.tokens.link_look(link_type)
        return self._links[link_type]

    def color(self, name: str) -> QColor:
        """Return a colour token."""
        return _color(self.tokens.color(name))

    @property
    def plain(self) -> bool:
        """Whether this is high contrast: no tints, shadows or fading."""
        return self.tokens.scheme == "highContrast"


@cache
def _color(code: str) -> QColor:
    return QColor(code)


def nothing() -> None:
    """Do not wait for anything."""


@dataclass(frozen=True)
class Ink:
    """A painter with the look, the level of detail and the zoom at which it draws.

    Coordinates are px of the screen at 100 % interface scale; ``ratio`` is how many device pixels
    one of them takes. ``vector`` draws icons and discs as paths, for files that scale.
    ``breathe`` is called between strokes, so that a painting thread can let others go first.
    ``laid`` says that the bare sheet of a card is there already.
    """

    painter: QPainter
    look: Look
    level: Level
    zoom: float
    ratio: float
    vector: bool = False
    breathe: Callable[[], None] = nothing
    laid: bool = False

    def color(self, name: str) -> QColor:
        """Return a colour token."""
        return self.look.color(name)

    def share(self, role: Role) -> float:
        """Return by how much text of a role is scaled: with the zoom, never below the floor."""
        floor = TYPE_FLOOR / self.look.lettering.size(role)
        return max(self.zoom, floor) if self.level == "near" else floor

    def line(self, role: Role) -> float:
        """Return the height of a line of a role on the screen."""
        return self.look.lettering.line(role) * self.share(role)

    def width(self, role: Role, text: str) -> float:
        """Return the width of a text on the screen."""
        return self.look.lettering.width(role, text) * self.share(role)

    def wrap(self, role: Role, text: str, width: float, most: int) -> tuple[str, ...]:
        """Return a text in at most ``most`` lines of a width on the screen."""
        # A hair more, so that the rounding of zoom times width never costs a word.
        return self.look.lettering.wrap(role, text, width / self.share(role) + 0.01, most)

    def elide(self, role: Role, text: str, width: float) -> str:
        """Return a text that fits into a width on the screen."""
        return self.look.lettering.elide(role, text, width / self.share(role) + 0.01)

    def picture(self) -> QRectF | None:
        """Return what the picture shows, where the painter draws now; None for files that scale."""
        if self.vector:
            return None
        back, _ = self.painter.combinedTransform().inverted()
        return back.mapRect(QRectF(self.painter.viewport()))

    def shows(self, box: QRectF) -> bool:
        """Return whether a box may lie in the picture."""
        shown = self.picture()
        return shown is None or shown.intersects(box)

    def shown_spots(self, spots: Floats, reach: float) -> Flags:
        """Return which spots (x, y) lie in the picture, or no farther from it than ``reach``."""
        shown = self.picture()
        if shown is None:
            return np.ones(len(spots), dtype=np.bool_)
        low = (shown.left() - reach, shown.top() - reach)
        high = (shown.right() + reach, shown.bottom() + reach)
        return np.asarray(((spots >= low) & (spots <= high)).all(axis=1))

    def text(self, role: Role, x: float, top: float, text: str, color: str) -> None:
        """Draw one line of text with its top left corner at x, top."""
        lettering, painter, share = self.look.lettering, self.painter, self.share(role)
        base_line = top + lettering.ascent(role) * share
        factor = share * lettering.size(role) / lettering.base_size(role)
        painter.setFont(lettering.font(role))
        painter.setPen(self.color(color))
        if factor == 1.0:
            painter.drawText(QPointF(x, base_line), text)
            return
        painter.save()
        painter.translate(x, base_line)
        painter.scale(factor, factor)
        painter.drawText(QPointF(0, 0), text)
        painter.restore()

    def lines(
        self, role: Role, box: QRectF, lines: tuple[str, ...], color: str, step: float = 0.0
    ) -> None:
        """Draw lines from the top of a box; those that run from the right stand at its right."""
        mirrored = bool(lines) and runs_left(" ".join(lines))
        for place, line in enumerate(lines):
            x = box.right() - self.width(role, line) if mirrored else box.left()
            self.text(role, x, box.top() + place * (step or self.line(role)), line, color)

    def icon(self, name: str, color: str, x: float, y: float, side: float) -> None:
        """Draw an icon with its top left corner at x, y."""
        if self.vector:
            drawing = icon_drawing(name, self.look.tokens.color(color), 14)
            own_drawing(drawing).render(self.painter, QRectF(x, y, side, side))
            return
        ratio = max(round(self.ratio * side / 14 * 4) / 4, 0.25)
        image = tinted_image(name, self.look.tokens.color(color), 14, ratio)
        self.painter.drawImage(QRectF(x, y, side, side), image, QRectF(image.rect()))

    def shape(
        self,
        path: QPainterPath,
        fill: str | None,
        border: str | None,
        width: float = 1.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """Fill and outline a path; the dash is in px."""
        pen = QPen(Qt.PenStyle.NoPen)
        if border is not None:
            pen = QPen(self.color(border), max(width, 2.0) if self.look.plain else width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if dash:
                pen.setDashPattern([part / pen.widthF() for part in dash])
        self.painter.setPen(pen)
        self.painter.setBrush(self.color(fill) if fill is not None else Qt.BrushStyle.NoBrush)
        self.painter.drawPath(path)


def rounded(box: QRectF, radius: float) -> QPainterPath:
    """Return a box with round corners."""
    path = QPainterPath()
    path.addRoundedRect(box, radius, radius)
    return path
