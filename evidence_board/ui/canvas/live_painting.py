"""Painting what moves over the painted board: dragged cards, rings, ports, guides, threads."""

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QRegion

from evidence_board.ui.canvas.cards.frame import paint_frame, paint_title
from evidence_board.ui.canvas.cards.outlines import outline
from evidence_board.ui.canvas.courses import Drawn
from evidence_board.ui.canvas.faces import CARD_KINDS
from evidence_board.ui.canvas.geometry import Floats, Ints, touching
from evidence_board.ui.canvas.in_hand import InHand
from evidence_board.ui.canvas.ink import rounded
from evidence_board.ui.canvas.links import LineDetail
from evidence_board.ui.canvas.live import PORT, port_places
from evidence_board.ui.canvas.live_marks import LiveMarks
from evidence_board.ui.canvas.live_strokes import LiveStrokes
from evidence_board.ui.canvas.live_targets import LiveTargets
from evidence_board.ui.canvas.painting import BoardPainter
from evidence_board.ui.canvas.paths import line_paths
from evidence_board.ui.canvas.scene import MOST_RINGS
from evidence_board.ui.canvas.tiles import window_of

RING, RING_GAP, FOCUS_GAP = 2.0, 2.0, 5.0
_LIFTED = 0.94
_MOST_SHADOWS, _MOST_FULL = 24, 60
"""Up to how many dragged cards have shadows, and lines their widths and heads."""
_CROWDED: LineDetail = "crowded"


@dataclass(frozen=True)
class LivePainter(LiveStrokes):
    """Paints the live layer."""

    in_hand: InHand
    strong: Ints
    """Lines to bring forward where the tiles do not."""

    def paint(self, selected: Ints, selected_lines: Ints, selected_frames: frozenset[str]) -> None:
        """Paint all that is on top of the board, from back to front."""
        marks = LiveMarks(self.board, self.ink, self.live)
        self._ghosts()
        self._strong()
        self._settling()
        self._goal()
        self._copies()
        self._lifted()
        LiveTargets(self.board, self.ink, self.live).unfit()
        self._line_rings(selected_lines)
        self._frame_rings(selected_frames)
        self._rings(selected)
        marks.grips(selected)
        self._focus()
        self._ports()
        self._band()
        self._guides()
        marks.measures()
        self._thread()

    def _ghosts(self) -> None:
        for box in self.live.ghosts:
            pen = self._pen("border.strong", 1, (4, 3))
            self._stroke(rounded(self._scaled(box), 6 * self.ink.ratio), pen)

    def _strong(self) -> None:
        """Paint the lines of what is selected over a crowd of others."""
        rows = self._in_sight(self.strong) if len(self.strong) else self.strong
        rows = rows[~np.isin(rows, self.live.lifted_lines)]
        if len(rows):
            lines: LineDetail = "full" if len(rows) <= _MOST_FULL else "crowded"
            detail = replace(self.board.detail, lines=lines)
            board = replace(self.board, detail=detail)
            board.lines(self.ink.painter, self.ink, rows)

    def _settling(self) -> None:
        """Paint what was put down as the painted board will show it."""
        live = self.live
        self._frames(live.settling_frames)
        self._lines(live.settling_lines, live.settling)
        self._cards(self._seen(live.settling))

    def _goal(self) -> None:
        """Ring the frame that what is dragged would lie in: all that it holds when open."""
        place = self.board.scene.layout.frames.get(self.live.into or "")
        if place is None:
            return
        ratio = self.ink.ratio
        for box in dict.fromkeys((place.box, place.shown)):
            grown = self._scaled(box).adjusted(-2 * ratio, -2 * ratio, 2 * ratio, 2 * ratio)
            dash = () if box == place.shown else (6.0, 4.0)
            pen = self._pen("accent.default", 3 if box == place.shown else 1, dash)
            self._stroke(rounded(grown, 13 * self.ink.zoom * ratio), pen)

    def _lifted(self) -> None:
        """Paint what is dragged."""
        live, painter = self.live, self.ink.painter
        self._frames(live.lifted_frames)
        self._lines(live.lifted_lines, live.lifted)
        seen = self._seen(live.lifted)
        if len(seen) <= _MOST_SHADOWS:
            self._shadows(self.board.boxes(self.board.scene.layout.boxes[seen]))
        painter.setOpacity(_LIFTED)
        self._cards(seen)
        painter.setOpacity(1.0)

    def _seen(self, rows: Ints) -> Ints:
        """Return those of some cards that lie in the window, from back to front."""
        if not len(rows):
            return rows
        return self.board.seen_cards[np.isin(self.board.seen_cards, rows)]

    def _cards(self, rows: Ints) -> None:
        self._draw_cards(rows, self.board.boxes(self.board.scene.layout.boxes[rows]))

    def _draw_cards(self, rows: Ints, boxes: Floats) -> None:
        if self.board.detail.cards == "faces":
            self.in_hand.draw(self.board, self.ink, rows, boxes)
        else:
            self.board.cards(self.ink.painter, self.ink, rows, boxes)

    def _frames(self, frames: frozenset[str]) -> None:
        """Paint frames from back to front, so that those inside others lie on them."""
        for frame in self.board.scene.layout.shown_frames():
            if frame.id in frames:
                self._lifted_frame(frame.id)

    def _lines(self, rows: Ints, above: Ints) -> None:
        """Paint lines under the cards that rest, those of ``above`` left out."""
        rows = self._in_sight(rows) if len(rows) else rows
        if not len(rows):
            return
        painter = self.ink.painter
        painter.save()
        painter.setClipRegion(self._bare(rows, above), Qt.ClipOperation.IntersectClip)
        self._thinned(len(rows)).lines(painter, self.ink, rows)
        if len(rows) <= _MOST_FULL:
            self.board.brackets(painter, self.ink, self.board.viewport.area, rows)
        painter.restore()
        if len(rows) <= _MOST_FULL:
            self.board.discs(painter, self.ink, rows, labelled=False)

    def _in_sight(self, rows: Ints) -> Ints:
        """Return those of some lines that may pass through the window."""
        spans = self.board.scene.layout.lines.spans(rows)
        boxes = np.hstack((spans[:, :2], spans[:, 2:] - spans[:, :2]))
        return rows[touching(boxes, self.board.viewport.area)]

    def _thinned(self, count: int) -> BoardPainter:
        """Return the painter with as much detail as so many lines in each frame allow."""
        detail = self.board.detail
        if count <= _MOST_FULL or not detail.heads:
            return self.board
        return replace(self.board, detail=replace(detail, lines=_CROWDED))

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

    def _bare(self, lines: Ints, above: Ints) -> QRegion:
        """Return the window without the resting cards that lines pass under.

        Far away nobody sees it.
        """
        viewport = self.board.viewport
        bare = QRegion(window_of(viewport).translated(-window_of(viewport).topLeft()))
        if self.board.detail.cards != "faces":
            return bare
        layout = self.board.scene.layout
        extents = layout.lines.spans(lines)
        left, top = extents[:, :2].min(axis=0)
        right, bottom = extents[:, 2:].max(axis=0)
        seen = self.board.seen_cards
        seen = seen[touching(layout.boxes[seen], (left, top, right - left, bottom - top))]
        resting = seen[~np.isin(seen, above)]
        for box in self.board.boxes(layout.boxes[resting]).astype(int).tolist():
            bare -= QRegion(QRect(*box))
        return bare

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
        if len(rows) > MOST_RINGS:
            return  # the tiles show them
        for row in self._seen(rows).tolist():
            self._ring(row, RING_GAP, self._pen("accent.default", RING))

    def _ring(self, row: int, gap: float, pen: QPen) -> None:
        """Draw the outline of a card, a gap away from it."""
        layout, ratio = self.board.scene.layout, self.ink.ratio
        box = QRectF(*self.board.boxes(layout.boxes[row : row + 1])[0].tolist())
        away = (gap + pen.widthF() / ratio / 2) * ratio
        grown = box.adjusted(-away, -away, away, away)
        path = outline(CARD_KINDS[layout.kinds[row]], grown, self.ink.zoom * ratio)
        self._stroke(path, pen)

    def _copies(self) -> None:
        """Paint the copies that a drag would make, beside their originals."""
        copies = self.live.copies
        if copies is None:
            return
        layout, shift = self.board.scene.layout, np.array((*copies.shift, 0.0, 0.0))
        for id in copies.frames:
            self._ghost_frame(id, copies.shift)
        boxes = layout.boxes[copies.rows] + shift
        left, top, width, height = self.board.viewport.area
        seen = (boxes[:, :2] <= (left + width, top + height)).all(axis=1) & (
            boxes[:, :2] + boxes[:, 2:] >= (left, top)
        ).all(axis=1)
        self.ink.painter.setOpacity(_LIFTED)
        self._draw_cards(copies.rows[seen], self.board.boxes(boxes[seen]))
        self.ink.painter.setOpacity(1.0)

    def _ghost_frame(self, id: str, shift: tuple[float, float]) -> None:
        x, y, width, height = self.board.scene.layout.frames[id].shown
        box = self._scaled((x + shift[0], y + shift[1], width, height))
        self._stroke(rounded(box, 12 * self.ink.ratio), self._pen("accent.default", 1))

    def _focus(self) -> None:
        layout, pen = self.board.scene.layout, self._pen("focus.ring", RING, (6, 4))
        row = layout.row_of_record.get(self.live.focus or "")
        frame = layout.frames.get(self.live.focus or "")
        if row is not None and self.live.ring and not layout.hidden[row]:
            self._ring(row, FOCUS_GAP, pen)
        elif frame is not None and self.live.ring and frame.collapsed:
            away = (FOCUS_GAP + 1) * self.ink.ratio
            box = self._scaled(frame.shown).adjusted(-away, -away, away, away)
            self._stroke(rounded(box, 13 * self.ink.zoom * self.ink.ratio), pen)

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

    def _line_rings(self, rows: Ints) -> None:
        """Draw selected lines on a wide soft band, with a handle at both ends."""
        for row in rows.tolist():
            drawn = self._drawn(np.array([row]))
            pen = self._pen("accent.default", 6)
            color = QColor(pen.color())
            color.setAlpha(70)
            pen.setColor(color)
            for path in line_paths(drawn):
                self._stroke(path, pen)
            ends = drawn.curves[0].tolist()
            self._handle(QPointF(*ends[:2]), 3.5, full=True)
            self._handle(QPointF(*ends[6:]), 3.5, full=True)

    def _drawn(self, rows: Ints) -> Drawn:
        factor = self.board.viewport.factor * self.board.viewport.ratio
        return self.board.scene.layout.lines.drawn(rows).placed(factor, self.board.origin)

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
