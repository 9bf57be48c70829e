"""What the view paints with: look, kept pictures, the painted board and the layer over it."""

import numpy as np
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter

from evidence_board.ui.canvas.camera import Camera
from evidence_board.ui.canvas.chosen import Chosen
from evidence_board.ui.canvas.geometry import Area, Ints
from evidence_board.ui.canvas.ink import Look
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.canvas.live import Live, LivePainter
from evidence_board.ui.canvas.painting import BoardPainter, Emphasis, Scene, detail_of
from evidence_board.ui.canvas.picture import Picture
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.canvas.stamps import Stamps
from evidence_board.ui.theme import Theme


class Surface:
    """Paints one board for one camera in one theme."""

    def __init__(self, theme: Theme, camera: Camera) -> None:
        self._theme = theme
        self._camera = camera
        self.look = self._new_look()
        self._picture = Picture()
        self._stamps: Stamps | None = None
        self._stamps_for: tuple[Look, float] | None = None
        self._strong: Ints | None = None

    def _new_look(self) -> Look:
        return Look(self._theme.tokens, Lettering(self._theme.tokens))

    def restyle(self) -> None:
        """Take the theme as it is now."""
        self.look = self._new_look()
        self.damage()

    def emphasise(self, lines: Ints | None) -> None:
        """Show these lines at full strength and fade the others; None fades none."""
        before = self._strong
        same = (
            lines is None
            if before is None
            else (lines is not None and np.array_equal(before, lines))
        )
        if not same:
            self._strong = lines
            self.damage()

    def damage(self, area: Area | None = None) -> None:
        """Call for a new painting of an area of the board, or of all that is seen."""
        if area is None:
            self._picture.damage()
            return
        viewport = self._camera.viewport
        factor = viewport.factor * viewport.ratio
        reach = 24 * viewport.scale * viewport.ratio
        left, top = viewport.left * viewport.ratio, viewport.top * viewport.ratio
        box = QRectF(
            area[0] * factor - left - reach,
            area[1] * factor - top - reach,
            area[2] * factor + 2 * reach,
            area[3] * factor + 2 * reach,
        )
        seen = QRectF(0, 0, viewport.width * viewport.ratio, viewport.height * viewport.ratio)
        self._picture.damage(box.intersected(seen).toAlignedRect())

    def painter_of(self, sheet: Sheet, live: Live, *, direct: bool = False) -> BoardPainter:
        """Return the painter of the board as it lies; ``direct`` uses no kept pictures."""
        viewport = self._camera.viewport
        hurried = self._camera.zooming and not direct
        scene = Scene(sheet.layout, sheet.face, self.look)
        return BoardPainter(
            scene,
            viewport,
            detail_of(sheet.layout, viewport, self._camera.level, hurried=hurried),
            Emphasis(self._strong, live.lifted, live.lifted_lines, live.lifted_frames),
            None if direct else self._kept(),
            rough=hurried,
        )

    def _kept(self) -> Stamps:
        ratio = self._camera.viewport.ratio * self._camera.viewport.scale
        if self._stamps is None or self._stamps_for != (self.look, ratio):
            self._stamps = Stamps(self.look, ratio)
            self._stamps_for = (self.look, ratio)
        return self._stamps

    def paint(
        self, painter: QPainter, part: QRect, sheet: Sheet, live: Live, chosen: Chosen
    ) -> None:
        """Paint a part of the widget: the kept board, then what moves over it."""
        board = self.painter_of(sheet, live)
        self._picture.bring_up_to(board)
        self._picture.draw(painter, QRectF(part))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        ratio = self._camera.viewport.ratio
        painter.scale(1 / ratio, 1 / ratio)
        LivePainter(board, board.ink(painter), live).paint(
            chosen.cards, chosen.lines, chosen.frames
        )
        painter.restore()
