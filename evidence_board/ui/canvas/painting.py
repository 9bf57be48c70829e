"""The reference painter: arrays, a window on them and a level of detail in, a picture out."""

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from math import ceil

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen

from evidence_board.ui.canvas import links, signs
from evidence_board.ui.canvas.blocks import draw_boxes, faced_from, paint_blocks
from evidence_board.ui.canvas.brackets import Brackets
from evidence_board.ui.canvas.cards.frame import FramePainter, paint_frame, paint_title
from evidence_board.ui.canvas.cards.single import MARGIN, ImageOf, card_image, paint_card
from evidence_board.ui.canvas.discs import paint_disc
from evidence_board.ui.canvas.faces import CARD_KINDS
from evidence_board.ui.canvas.geometry import Area, Flags, Floats, Ints, grown, touching
from evidence_board.ui.canvas.grid import DOTS_FROM, paint_dots
from evidence_board.ui.canvas.ink import Ink, nothing
from evidence_board.ui.canvas.line_labels import covered, room_beside, with_labels
from evidence_board.ui.canvas.rows import among
from evidence_board.ui.canvas.scene import NOTHING_STANDS_OUT, Detail, Emphasis, Scene
from evidence_board.ui.canvas.ties import LOOKS
from evidence_board.ui.canvas.tiles import REACH, places_in
from evidence_board.ui.canvas.veil import FAINT, veil
from evidence_board.ui.canvas.viewport import Viewport

ALWAYS_SIGNED = tuple(LOOKS.index(name) for name in ("contradicts", "denies"))
"""Looks whose glyph always shows."""
_HAIR = 2.0
"""How far, in px of the screen, a straight line is drawn beyond its own geometry, at most."""
_AT_ONCE = 200
"""How many cards are painted before whoever waits for a large picture may call it off."""


@dataclass(frozen=True)
class BoardPainter:
    """Paints a scene through a window into device pixels: the reference for all other ways.

    ``vector`` keeps icons and discs as paths; ``dotted`` shows the grid. ``breathe`` is called
    between the parts of a picture, so that a painting thread can let others go first.
    """

    scene: Scene
    viewport: Viewport
    detail: Detail
    emphasis: Emphasis = NOTHING_STANDS_OUT
    vector: bool = False
    dotted: bool = True
    breathe: Callable[[], None] = nothing
    image_of: ImageOf = card_image

    @property
    def ratio(self) -> float:
        """How many device pixels one px at 100 % interface scale takes."""
        return self.viewport.scale * self.viewport.ratio

    @property
    def origin(self) -> tuple[int, int]:
        """Where the window's corner lies on the scaled board, in device pixels."""
        ratio = self.viewport.ratio
        return round(self.viewport.left * ratio), round(self.viewport.top * ratio)

    def paint(self, painter: QPainter, part: QRect) -> None:
        """Paint the part of the window that lies in a rectangle of device pixels."""
        for _ in self.steps(painter, part):
            pass

    def steps(self, painter: QPainter, part: QRect) -> Generator[int, None, None]:
        """Paint as `paint` does; yields how many cards are done, after a few hundred each."""
        painter.save()
        try:
            yield from self._layers(painter, part)
        finally:
            painter.restore()

    def _layers(self, painter: QPainter, part: QRect) -> Iterator[int]:
        """Paint ground, cards and discs, one over the other."""
        painter.setClipRect(part)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area, ink = self.area_of(part), self.ink(painter)
        if self.vector:
            self._ground(painter, part)
        else:
            self._ground_tiles(painter, part)
        yield from self._cards(painter, ink, part)
        if self.detail.level == "far":
            self._frames(painter, ink, area, paint_title)
        self.discs(painter, ink, self._lines_in(self._labelled_area))

    def _ground(self, painter: QPainter, part: QRect) -> None:
        """Paint all that lies under the cards: board, grid, frames, lines and brackets."""
        area, ink = self.area_of(part), self.ink(painter)
        painter.fillRect(part, self.scene.look.color("surface.board"))
        if self.dotted and self.viewport.zoom >= DOTS_FROM and not self.scene.look.plain:
            paint_dots(painter, part, self.origin, self.viewport, self.scene.look)
        self._frames(painter, ink, area)
        self.breathe()
        self.lines(painter, ink, self._lines_in(area))
        if self.detail.heads:
            self.brackets(painter, ink, area)
        if self.detail.level != "far":
            self._frames(painter, ink, area, paint_title)
        self.breathe()

    def _ground_tiles(self, painter: QPainter, part: QRect) -> None:
        """Paint the ground by whole tiles: Qt draws a stroke otherwise where it cuts it."""
        left, top = self.origin
        image = QImage()
        for place in places_in(part.translated(left, top)):
            if image.size() != place.size():
                image = QImage(place.size(), QImage.Format.Format_RGB32)
            view = self.viewport
            moved = view.panned(
                place.x() / view.ratio - view.left, place.y() / view.ratio - view.top
            )
            own = QPainter(image)
            own.setRenderHint(QPainter.RenderHint.Antialiasing)
            own.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            try:
                self.through(moved)._ground(own, image.rect())
            finally:
                own.end()
            painter.drawImage(place.topLeft() - QPoint(left, top), image)

    def lead(self, part: QRect) -> None:
        """Find the courses of all lines on the ground of a part at once.

        That is quicker than tile by tile, and nobody else can go first meanwhile.
        """
        if self.detail.lines == "straight":
            return
        left, top = self.origin
        whole = QRect()
        for place in places_in(part.translated(left, top)):
            whole |= place.translated(-left, -top)
        self.scene.layout.lines.drawn(self._lines_in(self.area_of(whole)))

    @cached_property
    def _labelled_area(self) -> Area:
        """The area in which discs lie that show in the window, or whose labels do."""
        zoom = self.viewport.zoom
        return with_labels(grown(self.viewport.area, REACH / zoom), zoom)

    @cached_property
    def cards_about(self) -> Ints:
        """The cards that the labels of lines in the window could cover, from back to front."""
        return self.scene.layout.cards_in(with_labels(self._labelled_area, self.viewport.zoom))

    @cached_property
    def _boxes_about(self) -> Floats:
        return self.scene.layout.boxes[self.cards_about]

    def through(self, viewport: Viewport) -> "BoardPainter":
        """Return the painter of the same scene through another window."""
        return replace(self, viewport=viewport)

    def area_of(self, part: QRect) -> Area:
        """Return the area of the board under a part of the window, with what overhangs it."""
        factor = self.viewport.factor * self.viewport.ratio
        left, top = self.origin
        area = (
            (part.x() + left) / factor,
            (part.y() + top) / factor,
            part.width() / factor,
            part.height() / factor,
        )
        return grown(area, REACH / self.viewport.zoom)

    def ink(self, painter: QPainter) -> Ink:
        """Return what card painters draw with."""
        look, zoom = self.scene.look, self.viewport.zoom
        level = self.detail.level
        return Ink(painter, look, level, zoom, self.ratio, self.vector, self.breathe)

    def boxes(self, boxes: Floats) -> Floats:
        """Return boxes of the board in whole device pixels of the window."""
        factor = self.viewport.factor * self.viewport.ratio
        placed = np.rint(boxes * factor)
        placed[:, :2] -= self.origin
        return placed

    def lines(self, painter: QPainter, ink: Ink, rows: Ints) -> None:
        """Draw lines."""
        with self._scaled_board(painter):
            strokes = links.Strokes(ink, self.scene.layout.lines, (0.0, 0.0), self.detail.lines)
            emphasis = self.emphasis
            strokes.paint(rows, emphasis.strong, emphasis.dimmed_lines, emphasis.marked_lines)

    def brackets(self, painter: QPainter, ink: Ink, area: Area, moving: Ints | None = None) -> None:
        """Draw the brackets in an area; with ``moving`` only those of these lines."""
        with self._scaled_board(painter):
            drawn = Brackets(ink, self.scene.layout, (0.0, 0.0))
            drawn.paint(area, self.emphasis.hidden_lines, self.emphasis.strong, moving)

    @contextmanager
    def _scaled_board(self, painter: QPainter) -> Iterator[None]:
        """Let a painter of the window draw on the scaled board, px at 100 % interface scale.

        All windows then see the same numbers, and strokes are rounded alike in each of them.
        """
        left, top = self.origin
        painter.save()
        painter.translate(-left, -top)
        painter.scale(self.ratio, self.ratio)
        yield
        painter.restore()

    def _lines_in(self, area: Area) -> Ints:
        straight = self.detail.lines == "straight"
        if straight:  # these have no heads, and their strokes are a pixel wide
            area = grown(area, (_HAIR - REACH) / self.viewport.zoom)
        seen = self.scene.layout.lines.seen_in(area, straight=straight)
        return seen[~among(seen, self.emphasis.hidden_lines)]

    def discs(self, painter: QPainter, ink: Ink, rows: Ints, *, labelled: bool = True) -> None:
        """Draw the glyph discs of lines in emphasis and of contradictions, and open questions.

        Those that would hide words of a card are left out.
        """
        if self.detail.level == "far" or not self.detail.heads:
            return
        lines, zoom = self.scene.layout.lines, self.viewport.zoom
        middles = lines.middles(rows)
        kept = _within(middles, self._labelled_area) & ~among(rows, self.emphasis.dimmed_lines)
        rows, middles = rows[kept], middles[kept]
        bare = ~covered(self._boxes_about, middles, zoom)
        rows, middles = rows[bare], middles[bare]
        signed = np.isin(lines.looks[rows], ALWAYS_SIGNED) | (lines.counts[rows] > 1)
        if self.emphasis.strong is not None:
            signed |= among(rows, self.emphasis.strong)
        with self._scaled_board(painter):
            for row, (x, y) in zip(rows[~signed], middles[~signed].tolist(), strict=True):
                if lines.ties[row].unreasoned:
                    signs.open_question(ink, x * zoom, y * zoom)
            for row, (x, y) in zip(rows[signed], middles[signed].tolist(), strict=True):
                self._disc(ink, row, (x, y), labelled=labelled)

    def _disc(self, ink: Ink, row: int, middle: tuple[float, float], *, labelled: bool) -> None:
        """Draw the glyph disc of a line about a place of the board, and its label."""
        lines, zoom = self.scene.layout.lines, self.viewport.zoom
        look = links.look_of(self.scene.look, LOOKS[lines.looks[row]])
        spot = (middle[0] * zoom, middle[1] * zoom)
        label = f"{lines.counts[row]} ×" if lines.counts[row] > 1 else lines.ties[row].told
        if label and labelled:
            room = room_beside(self._boxes_about, middle, zoom)
            paint_disc(ink, look, spot, label, room)
        else:
            paint_disc(ink, look, spot)

    def _cards(self, painter: QPainter, ink: Ink, part: QRect) -> Iterator[int]:
        layout = self.scene.layout
        rows = self._cards_on(part)
        if len(self.emphasis.hidden_cards):
            rows = rows[~among(rows, self.emphasis.hidden_cards)]
        step = _AT_ONCE if self.detail.cards == "faces" else max(len(rows), 1)
        for start in range(0, len(rows), step):
            few = rows[start : start + step]
            self.cards(painter, ink, few, self.boxes(layout.boxes[few]))
            yield start + len(few)
        marked = rows[among(rows, self.emphasis.marked_cards)]
        if len(marked):
            painter.setPen(QPen(ink.color("accent.default"), 2 * self.ratio))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            draw_boxes(painter, self.boxes(layout.boxes[marked]))

    def _cards_on(self, part: QRect) -> Ints:
        """Return the cards that are drawn on a part of the window, from back to front."""
        rows = self.scene.layout.cards_in(self.area_of(part))
        if self.vector:
            return rows  # what overhangs them is not cut to whole pixels
        around = ceil(MARGIN * self.ratio)
        left, top, width, height = part.x(), part.y(), part.width(), part.height()
        shown = grown((left, top, width, height), around)
        return rows[touching(self.boxes(self.scene.layout.boxes[rows]), shown)]

    def faced(self, part: QRect) -> Ints:
        """Return the cards whose faces are asked for when a part of the window is painted."""
        rows = self._cards_on(part)
        if self.detail.cards == "faces":
            return rows
        return rows[faced_from(self.boxes(self.scene.layout.boxes[rows]), self.ratio)]

    def cards(self, painter: QPainter, ink: Ink, rows: Ints, boxes: Floats) -> None:
        """Draw cards into boxes of device pixels, at the detail of the picture."""
        dimmed = among(rows, self.emphasis.dimmed_cards)
        if self.detail.cards == "faces":
            kinds = self.scene.layout.kinds
            for row, box, dim in zip(rows.tolist(), boxes.tolist(), dimmed.tolist(), strict=True):
                self.breathe()
                paint_card(painter, self.scene.face(row), QRectF(*box), ink, self.image_of)
                if dim:
                    veil(painter, ink, CARD_KINDS[kinds[row]], QRectF(*box))
            return
        shapes = self.detail.cards == "shapes"
        if dimmed.any():
            before = painter.opacity()
            painter.setOpacity(before * FAINT)
            paint_blocks(painter, ink, self.scene, rows[dimmed], boxes[dimmed], shapes=shapes)
            painter.setOpacity(before)
        paint_blocks(painter, ink, self.scene, rows[~dimmed], boxes[~dimmed], shapes=shapes)

    def _frames(
        self, painter: QPainter, ink: Ink, area: Area, paint: FramePainter = paint_frame
    ) -> None:
        left, top, width, height = area
        painter.save()
        painter.scale(self.ratio, self.ratio)
        for frame in self.scene.layout.shown_frames():
            if frame.id in self.emphasis.hidden_frames:
                continue
            x, y, _, high = frame.shown
            wide = frame.box[2]  # the title of a bar is as wide as this when far away
            if x <= left + width and y <= top + height and x + wide >= left and y + high >= top:
                box = self.boxes(np.array([frame.shown]))[0] / self.ratio
                paint(ink, frame, QRectF(*box.tolist()))
        painter.restore()


def _within(spots: Floats, area: Area) -> Flags:
    """Return for each place whether it lies in an area."""
    high = (area[0] + area[2], area[1] + area[3])
    inside: Flags = np.all((spots >= area[:2]) & (spots <= high), axis=1)
    return inside
