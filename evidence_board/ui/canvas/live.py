"""What moves over the painted board: dragged cards, rings, ports, guides, the link being drawn."""

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen

from evidence_board.ui.canvas.blocks import draw_boxes
from evidence_board.ui.canvas.cards.frame import paint_frame, paint_title
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.faces import CARD_KINDS
from evidence_board.ui.canvas.geometry import Area, Floats, Ints, area_of
from evidence_board.ui.canvas.ink import Ink, rounded
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.painting import BoardPainter
from evidence_board.ui.canvas.paths import curve_path

NO_ROWS: Ints = np.zeros(0, dtype=np.int64)
PORT, PORT_HIT = 10.0, 24.0
RING, RING_GAP, FOCUS_GAP = 2.0, 2.0, 5.0
_LIFTED = 0.94
_MOST_RINGS = 2_000


@dataclass(frozen=True)
class Thread:
    """A link being drawn: from a place to a place of the board, and the card or line it is over."""

    start: tuple[float, float]
    end: tuple[float, float]
    card: int | None = None
    line: int | None = None
    allowed: bool = True


@dataclass
class Live:
    """What is shown on top just now; boxes and places are those of the board."""

    hover: int | None = None
    lifted: Ints = field(default_factory=lambda: NO_ROWS)
    lifted_lines: Ints = field(default_factory=lambda: NO_ROWS)
    lifted_frames: frozenset[str] = frozenset()
    ghosts: tuple[Area, ...] = ()
    band: Area | None = None
    guides: tuple[tuple[float, float, float, float], ...] = ()
    thread: Thread | None = None
    focus: str | None = None
    ring: bool = False

    def extent(self, layout: Layout) -> Area:
        """Return the area of all that is lifted."""
        extents = layout.lines.extents[self.lifted_lines]
        spans = np.hstack((extents[:, :2], extents[:, 2:] - extents[:, :2]))
        frames = [np.array([layout.frames[id].box]) for id in self.lifted_frames]
        return area_of(np.vstack((layout.boxes[self.lifted], spans, *frames))) or (0, 0, 0, 0)

    def let_down(self) -> None:
        """Forget what was lifted for a drag."""
        self.lifted = self.lifted_lines = NO_ROWS
        self.lifted_frames = frozenset()
        self.ghosts = ()
        self.guides = ()


@dataclass(frozen=True)
class LivePainter:
    """Paints the live layer; ``painter`` of ``ink`` draws device pixels."""

    board: BoardPainter
    ink: Ink
    live: Live

    def paint(self, selected: Ints, selected_lines: Ints, selected_frames: frozenset[str]) -> None:
        """Paint all that is on top of the board, from back to front."""
        self._ghosts()
        self._lifted()
        self._line_rings(selected_lines)
        self._frame_rings(selected_frames)
        self._rings(selected)
        self._focus()
        self._ports()
        self._band()
        self._guides()
        self._thread()

    def _scaled(self, box: Area) -> QRectF:
        """Return a box of the board in device pixels."""
        return QRectF(*self.board.boxes(np.array([box], dtype=np.float64))[0].tolist())

    def _spot(self, place: tuple[float, float]) -> QPointF:
        factor = self.board.viewport.factor * self.board.viewport.ratio
        left, top = self.board.origin
        return QPointF(place[0] * factor - left, place[1] * factor - top)

    def _pen(self, color: str, width: float, dash: tuple[float, ...] = ()) -> QPen:
        pen = QPen(self.ink.color(color), width * self.ink.ratio)
        if dash:
            pen.setDashPattern([part / width for part in dash])
        return pen

    def _stroke(self, path: QPainterPath, pen: QPen) -> None:
        self.ink.painter.setPen(pen)
        self.ink.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.ink.painter.drawPath(path)

    def _ghosts(self) -> None:
        for box in self.live.ghosts:
            pen = self._pen("border.strong", 1, (4, 3))
            self._stroke(rounded(self._scaled(box), 6 * self.ink.ratio), pen)

    def _lifted(self) -> None:
        """Paint what is dragged; cards that its lines pass under are copied over the lines."""
        live, painter = self.live, self.ink.painter
        layout = self.board.scene.layout
        for frame in live.lifted_frames:
            if frame in layout.frames:
                self._lifted_frame(frame)
        if len(live.lifted_lines):
            self.board.lines(painter, self.ink, live.lifted_lines)
            self._cover(live.lifted_lines)
            self.board.discs(painter, self.ink, live.lifted_lines)
        if len(live.lifted):
            boxes = self.board.boxes(layout.boxes[live.lifted])
            self._shadows(boxes)
            painter.setOpacity(_LIFTED)
            self.board.cards(painter, self.ink, live.lifted, boxes)
            painter.setOpacity(1.0)

    def _lifted_frame(self, frame: str) -> None:
        place = self.board.scene.layout.frames[frame]
        painter, ratio = self.ink.painter, self.ink.ratio
        scaled = self._scaled(place.shown)
        box = QRectF(scaled.topLeft() / ratio, scaled.size() / ratio)
        painter.save()
        painter.scale(ratio, ratio)
        paint_frame(self.ink, place, box)
        paint_title(self.ink, place, box)
        painter.restore()

    def _cover(self, lines: Ints) -> None:
        """Paint the resting cards that lifted lines run under again; far away nobody sees it."""
        if self.board.detail.cards != "faces":
            return
        layout = self.board.scene.layout
        extents = layout.lines.extents[lines]
        left, top = extents[:, :2].min(axis=0)
        right, bottom = extents[:, 2:].max(axis=0)
        seen = np.intersect1d(
            layout.cards_in((left, top, right - left, bottom - top)),
            layout.cards_in(self.board.viewport.area),
        )
        resting = seen[~np.isin(seen, self.live.lifted)]
        boxes = self.board.boxes(layout.boxes[resting])
        self.board.cards(self.ink.painter, self.ink, resting, boxes)

    def _shadows(self, boxes: Floats) -> None:
        if self.ink.look.plain or self.board.detail.cards != "faces":
            return
        painter, ratio = self.ink.painter, self.ink.ratio
        painter.setPen(Qt.PenStyle.NoPen)
        for box in boxes.tolist():
            for spread, alpha in ((5, 8), (3, 10), (1, 14)):
                painter.setBrush(QColor(20, 22, 26, alpha))
                grown = QRectF(*box).adjusted(-spread, -spread, spread, spread)
                painter.drawRoundedRect(grown.translated(0, 4 * ratio), 9 * ratio, 9 * ratio)

    def _rings(self, rows: Ints) -> None:
        seen = rows[np.isin(rows, self.board.scene.layout.cards_in(self.board.viewport.area))]
        if len(seen) > _MOST_RINGS:
            boxes = self.board.boxes(self.board.scene.layout.boxes[seen])
            self.ink.painter.setPen(self._pen("accent.default", 1))
            self.ink.painter.setBrush(Qt.BrushStyle.NoBrush)
            draw_boxes(self.ink.painter, boxes)
            return
        for row in seen.tolist():
            self._ring(row, RING_GAP, self._pen("accent.default", RING))

    def _ring(self, row: int, gap: float, pen: QPen) -> None:
        """Draw the outline of a card, a gap away from it."""
        layout, ratio = self.board.scene.layout, self.ink.ratio
        box = QRectF(*self.board.boxes(layout.boxes[row : row + 1])[0].tolist())
        away = (gap + pen.widthF() / ratio / 2) * ratio
        grown = box.adjusted(-away, -away, away, away)
        path = outline(CARD_KINDS[layout.kinds[row]], grown, self.ink.zoom * ratio)
        self._stroke(path, pen)

    def _focus(self) -> None:
        row = self.board.scene.layout.row_of_record.get(self.live.focus or "")
        if row is not None and self.live.ring:
            self._ring(row, FOCUS_GAP, self._pen("focus.ring", RING, (6, 4)))

    def _frame_rings(self, frames: frozenset[str]) -> None:
        for id in frames:
            place = self.board.scene.layout.frames.get(id)
            if place is None:
                continue
            box, ratio = self._scaled(place.shown), self.ink.ratio
            grown = box.adjusted(-3 * ratio, -3 * ratio, 3 * ratio, 3 * ratio)
            pen = self._pen("accent.default", RING)
            self._stroke(rounded(grown, 13 * self.ink.zoom * ratio), pen)
            if place.collapsed:
                continue
            for corner in (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft()):
                self._handle(corner, 4)

    def _handle(self, spot: QPointF, radius: float, *, full: bool = False) -> None:
        fill = "accent.default" if full else "surface.card"
        self.ink.painter.setPen(self._pen("accent.default", 2))
        self.ink.painter.setBrush(self.ink.color(fill))
        reach = radius * self.ink.ratio
        self.ink.painter.drawEllipse(spot, reach, reach)

    def _line_rings(self, rows: Ints) -> None:
        """Draw selected lines on a wide soft band, with a handle at both ends."""
        for row in rows.tolist():
            curve = self._curves(np.array([row]))
            pen = self._pen("accent.default", 6)
            color = QColor(pen.color())
            color.setAlpha(70)
            pen.setColor(color)
            self._stroke(curve_path(curve), pen)
            ends = curve[0].tolist()
            self._handle(QPointF(*ends[:2]), 3.5, full=True)
            self._handle(QPointF(*ends[6:]), 3.5, full=True)

    def _curves(self, rows: Ints) -> Floats:
        factor = self.board.viewport.factor * self.board.viewport.ratio
        curves = self.board.scene.layout.lines.curves[rows] * factor
        placed: Floats = curves - np.tile(self.board.origin, 4)
        return placed

    def _ports(self) -> None:
        if self.live.hover is None or self.live.hover >= len(self.board.scene.layout.ids):
            return
        box = self.board.scene.layout.boxes[self.live.hover]
        for place in port_places(box):
            self._handle(self._spot(place), PORT / 2)

    def _band(self) -> None:
        if self.live.band is None:
            return
        fill = QColor(self.ink.color("accent.default"))
        fill.setAlpha(30)
        self.ink.painter.setPen(self._pen("accent.default", 1))
        self.ink.painter.setBrush(fill)
        self.ink.painter.drawRect(self._scaled(self.live.band))

    def _guides(self) -> None:
        self.ink.painter.setPen(self._pen("accent.default", 1))
        for x0, y0, x1, y1 in self.live.guides:
            self.ink.painter.drawLine(QLineF(self._spot((x0, y0)), self._spot((x1, y1))))

    def _thread(self) -> None:
        """Draw the link that is being drawn, and a ring where it would end."""
        thread = self.live.thread
        if thread is None:
            return
        if thread.card is not None and thread.allowed:
            self._ring(thread.card, 1, self._pen("accent.default", 3))
        if thread.line is not None and thread.allowed:
            self._line_rings(np.array([thread.line]))
        start, end = self._spot(thread.start), self._spot(thread.end)
        color = "accent.default" if thread.allowed else "text.disabled"
        bend = min(max(abs(end.y() - start.y()), abs(end.x() - start.x())) * 0.42, 90)
        path = QPainterPath(start)
        upright = abs(end.y() - start.y()) > abs(end.x() - start.x())
        sign = 1 if (end.y() > start.y() if upright else end.x() > start.x()) else -1
        away = QPointF(0, bend * sign) if upright else QPointF(bend * sign, 0)
        path.cubicTo(start + away, end - away, end)
        self._stroke(path, self._pen(color, 2, (5, 3)))
        self._handle(start, PORT / 2, full=True)
        self._handle(end, 3, full=True)


def port_places(box: Floats) -> tuple[tuple[float, float], ...]:
    """Return the places of the four ports of a card: top, right, bottom, left."""
    x, y, width, height = box.tolist()
    return (
        (x + width / 2, y),
        (x + width, y + height / 2),
        (x + width / 2, y + height),
        (x, y + height / 2),
    )
