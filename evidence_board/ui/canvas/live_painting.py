"""Painting what moves over the painted board: dragged cards, rings, ports, guides, threads."""

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QRegion

from evidence_board.ui.canvas.cards.frame import paint_frame, paint_title
from evidence_board.ui.canvas.geometry import Floats, Ints, boxes_of, touching
from evidence_board.ui.canvas.in_hand import InHand
from evidence_board.ui.canvas.ink import rounded
from evidence_board.ui.canvas.links import LineDetail
from evidence_board.ui.canvas.live import PORT, port_places
from evidence_board.ui.canvas.live_marks import LiveMarks
from evidence_board.ui.canvas.live_rings import LiveRings
from evidence_board.ui.canvas.live_targets import LiveTargets
from evidence_board.ui.canvas.painting import BoardPainter
from evidence_board.ui.canvas.rows import among

_LIFTED = 0.94
_MOST_SHADOWS, _MOST_FULL = 24, 60
"""Up to how many dragged cards have shadows, and lines their widths and heads."""
_CROWDED: LineDetail = "crowded"


@dataclass(frozen=True)
class LivePainter(LiveRings):
    """Paints the live layer."""

    in_hand: InHand
    strong: Ints
    """Lines to bring forward where the tiles do not."""

    def paint(self, selected: Ints, selected_lines: Ints, selected_frames: frozenset[str]) -> None:
        """Paint all that is on top of the board, from back to front."""
        marks = LiveMarks(self.board, self.ink, self.live, self.part)
        self._ghosts()
        self._strong()
        self._settling()
        self._goal()
        self._copies()
        self._lifted()
        LiveTargets(self.board, self.ink, self.live, self.part).unfit()
        self._line_rings(selected_lines)
        self._frame_rings(selected_frames)
        self._rings(selected)
        if not len(self.live.lifted):
            marks.grips(selected)
        self._onto()
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
        rows = self.strong[~among(self.strong, self.live.lifted_lines)]
        rows = self._in_sight(rows) if len(rows) else rows
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
            self._shadows(seen)
        painter.setOpacity(_LIFTED)
        self._cards(seen)
        painter.setOpacity(1.0)

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
        straight = self.board.detail.lines == "straight"
        rows = self._in_sight(rows, straight=straight) if len(rows) else rows
        if not len(rows):
            return
        painter = self.ink.painter
        painter.save()
        painter.setClipRegion(self._bare(rows, above), Qt.ClipOperation.IntersectClip)
        self._thinned(len(rows)).lines(painter, self.ink, rows)
        if len(rows) <= _MOST_FULL:
            self.board.brackets(painter, self.ink, self.area, rows)
        painter.restore()
        if len(rows) <= _MOST_FULL:
            self.board.discs(painter, self.ink, rows, labelled=False)

    def _in_sight(self, rows: Ints, *, straight: bool = False) -> Ints:
        """Return those of some lines that may pass through this part, ``straight`` or not."""
        lines = self.board.scene.layout.lines
        boxes = boxes_of(lines.extents[rows] if straight else lines.spans(rows))
        return rows[touching(boxes, self.area)]

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
        """Return this part without the resting cards that lines pass under.

        Far away nobody sees it.
        """
        bare = QRegion(self.part)
        if self.board.detail.cards != "faces":
            return bare
        layout = self.board.scene.layout
        extents = layout.lines.spans(lines)
        left, top = extents[:, :2].min(axis=0)
        right, bottom = extents[:, 2:].max(axis=0)
        seen = self.cards
        seen = seen[touching(layout.boxes[seen], (left, top, right - left, bottom - top))]
        resting = seen[~among(seen, above)]
        for box in self.board.boxes(layout.boxes[resting]).astype(int).tolist():
            bare -= QRegion(QRect(*box))
        return bare

    def _shadows(self, rows: Ints) -> None:
        if self.ink.look.plain or self.board.detail.cards != "faces":
            return
        for box in self.board.boxes(self.board.scene.layout.boxes[rows]).tolist():
            self.in_hand.draw_shadow(self.ink, QRectF(*box))

    def _copies(self) -> None:
        """Paint the copies that a drag would make, beside their originals."""
        copies = self.live.copies
        if copies is None:
            return
        layout, shift = self.board.scene.layout, np.array((*copies.shift, 0.0, 0.0))
        for id in copies.frames:
            self._ghost_frame(id, copies.shift)
        boxes = layout.boxes[copies.rows] + shift
        left, top, width, height = self.area
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
