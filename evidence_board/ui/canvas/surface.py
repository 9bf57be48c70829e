"""What the view paints with: look, tiles of the board, and the layer over them."""

from collections.abc import Callable, Iterable
from math import ceil, floor, log2
from time import perf_counter

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

from evidence_board.ui.canvas.camera import Camera
from evidence_board.ui.canvas.card_images import CardImages
from evidence_board.ui.canvas.chosen import Chosen
from evidence_board.ui.canvas.damage import changed_boxes
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.gate import Gate
from evidence_board.ui.canvas.geometry import NO_ROWS, Area, Floats, Ints
from evidence_board.ui.canvas.in_hand import InHand
from evidence_board.ui.canvas.ink import Look
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.canvas.live import Live
from evidence_board.ui.canvas.live_painting import LivePainter
from evidence_board.ui.canvas.painting import BoardPainter
from evidence_board.ui.canvas.reach import marks_of, reach_of
from evidence_board.ui.canvas.scene import Detail, Emphasis, Scene, detail_of
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.canvas.standing_out import StandingOut
from evidence_board.ui.canvas.tile_worker import Order, paint
from evidence_board.ui.canvas.tiles import Scale, Spoiled, scale_of, window_of
from evidence_board.ui.canvas.tiling import Tiling
from evidence_board.ui.canvas.viewport import Level
from evidence_board.ui.theme import Theme

_SECONDS = 0.004
"""How long a frame may spend on reading what stands on cards that are to be painted."""


class Surface:
    """Paints one board for one camera in one theme."""

    def __init__(
        self,
        theme: Theme,
        camera: Camera,
        live: Live,
        show_part: Callable[[QRect], None],
        gate: Gate,
    ) -> None:
        """Show what the worker has painted through ``show_part``, told in device pixels.

        The worker rests while ``gate`` is closed.
        """
        self._theme = theme
        self._camera = camera
        self._live = live
        self.look = self._new_look()
        self._workers_look = self._new_look()
        self._workers_images = CardImages()
        self._dotted = True
        self._sheet: Sheet | None = None
        self._still: Layout | None = None
        self._gathered: tuple[tuple[Scale, QRect, Layout], dict[int, Face]] | None = None
        self._details: dict[tuple[float, Level], Detail] = {}
        self._in_hand = InHand()
        self._gate = gate
        self._standing = StandingOut()
        self.tiling = Tiling(show_part, self._make, self._area, camera)

    # What the view tells

    def show(self, sheet: Sheet) -> None:
        """Paint this board."""
        self._sheet = sheet
        self.forget()

    def restyle(self) -> Lettering:
        """Take the theme as it is now; returns its lettering, to measure the cards by."""
        self.look = self._new_look()
        self._workers_look = self._new_look()
        self._workers_images = CardImages()
        self.forget()
        return self.look.lettering

    def forget(self) -> None:
        """Paint all anew, with no picture of what was before."""
        self._still = None
        self._details.clear()
        self.tiling.clear()

    def follow(self, records: Iterable[str] | None) -> None:
        """Note that the board has changed; these records show something else, or all (None)."""
        before, self._still = self._still, None
        self._details.clear()
        if before is None or records is None:
            self.tiling.spoil()
            return
        boxes = changed_boxes(before, self._held(), records)
        if boxes is None or len(boxes):
            self.tiling.spoil(Spoiled(boxes))

    def forget_first(self) -> None:
        """Show tiles instead of the first picture."""
        self.tiling.forget_first()

    def hold(self) -> Layout:
        """Return a copy of the board as it lies, and keep it while cards are lifted off it."""
        return self._held()

    def damage(self, boxes: Floats | None = None) -> None:
        """Call for a new painting where the geometry is as it was: in some boxes, or all."""
        self._gathered = None
        self.tiling.spoil(Spoiled(boxes))

    def emphasise(self, lines: Ints | None) -> None:
        """Show these lines at full strength and fade the others; None fades none.

        In a crowd of lines nothing fades; there these are drawn in the layer over the tiles.
        """
        if self._standing.bring(lines):
            self.tiling.spoil(Spoiled(shows=self._fading))

    def mark(self, cards: Ints, lines: Ints) -> None:
        """Show these as selected; few of them have rings in the layer over the tiles."""
        if self._standing.mark(cards, lines):
            self.tiling.spoil()

    def show_grid(self, shown: bool) -> None:
        """Show the dots of the grid, or leave them out."""
        if shown != self._dotted:
            self._dotted = shown
            self.tiling.spoil()

    def dim(self, cards: Ints, lines: Ints) -> None:
        """Show these cards and lines as out of focus, and no others."""
        if self._standing.dim(cards, lines):
            self.tiling.spoil()

    @property
    def crisp(self) -> bool:
        """Whether the window shows what the reference painter would paint."""
        self._look_on()
        return self.tiling.crisp

    def close(self) -> None:
        """End the painting thread."""
        self.tiling.close()

    def reach(self) -> QRegion:
        """Return the part of the widget on which what is in hand is drawn."""
        assert self._sheet is not None
        viewport = self._camera.viewport
        straight = self._detail(viewport.zoom, self._camera.level).lines == "straight"
        return reach_of(self._live, self._sheet.layout, viewport, straight=straight)

    def marks(self, cards: Ints, brought: Ints) -> QRegion:
        """Return the part of the widget on which cards are marked and lines ``brought`` forward."""
        assert self._sheet is not None
        viewport = self._camera.viewport
        detail = self._detail(viewport.zoom, self._camera.level)
        lines = NO_ROWS if detail.heads else brought  # else the tiles show them
        straight = detail.lines == "straight"
        return marks_of(cards, lines, self._sheet.layout, viewport, straight=straight)

    @property
    def strong(self) -> Ints:
        """The lines that are brought forward."""
        return self._standing.brought

    # Painting

    def paint(self, painter: QPainter, part: QRect, chosen: Chosen) -> None:
        """Paint a part of the widget: the tiles, then what moves over them."""
        self._look_on()
        if self.tiling.empty:
            self._paint_first()
        ratio = self._camera.viewport.ratio
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        device = _device(part, ratio)
        self.tiling.draw(painter, device, self.look.color("surface.board"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.tiling.crisp:
            self._live.settle()
        board = self.painter_of()
        live = self._live
        empty = not (len(live.lifted) or len(live.settling) or live.copies)
        self._in_hand.begin(self._camera.viewport.zoom, empty=empty)
        strong = NO_ROWS if board.detail.heads else self._standing.brought
        LivePainter(board, board.ink(painter), self._live, device, self._in_hand, strong).paint(
            chosen.cards, chosen.lines, chosen.frames
        )
        painter.restore()
        if not self._in_hand.complete:
            self.tiling.show_all()

    def painter_of(self) -> BoardPainter:
        """Return the reference painter of the board as it lies now, for the window."""
        assert self._sheet is not None
        viewport, level = self._camera.viewport, self._camera.level
        detail = self._detail(viewport.zoom, level)
        scene = Scene(self._sheet.layout, self._sheet.face, self.look)
        return BoardPainter(scene, viewport, detail, self._emphasis(detail), dotted=self._dotted)

    def _look_on(self) -> None:
        viewport = self._camera.viewport
        scale = scale_of(viewport, self._camera.level)
        self.tiling.look(viewport, scale, moving=self._camera.zooming, busy=self._busy)

    @property
    def _busy(self) -> bool:
        """Whether frames follow each other just now."""
        return self._camera.zooming or len(self._live.lifted) > 0

    def _paint_first(self) -> None:
        """Paint the first picture here and now: it must be complete."""
        viewport = self._camera.viewport
        scale = scale_of(viewport, self._camera.level)
        place, board = window_of(viewport), self.painter_of()
        board.lead(QRect(QPoint(), place.size()))
        order = Order(None, scale, place, board, 0)
        self.tiling.put_first(paint(order))

    # Orders

    def _make(self, scale: Scale, place: QRect) -> BoardPainter | None:
        """Return the painter of a picture from values that stay; None to be asked again."""
        layout = self._held()
        detail = self._detail(scale.zoom, scale.level)
        faces = self._faces_of(scale, place, layout)
        scene = Scene(layout, faces.__getitem__, self._workers_look)
        window = scale.viewport(place)
        made = BoardPainter(
            *(scene, window, detail, self._emphasis(detail)),
            dotted=self._dotted,
            breathe=self._gate.wait,
            image_of=self._workers_images.image,
        )
        rows = made.faced(QRect(0, 0, place.width(), place.height()))
        assert self._sheet is not None
        seconds = _SECONDS / 3 if self._busy else _SECONDS
        if len(rows) and not self._sheet.project.prepare_referrers(seconds):
            return None
        until = perf_counter() + seconds
        for row in rows.tolist():
            if row not in faces:
                faces[row] = self._sheet.face(row)
                if perf_counter() > until:
                    return None
        self._gathered = None
        return made

    def _faces_of(self, scale: Scale, place: QRect, layout: Layout) -> dict[int, Face]:
        """Return the faces that were read for a picture so far, so that reading goes on."""
        asked = scale, place, layout
        if self._gathered is None or self._gathered[0] != asked:
            self._gathered = asked, {}
        return self._gathered[1]

    def _held(self) -> Layout:
        if self._still is None:
            assert self._sheet is not None
            self._still = self._sheet.layout.still()
        return self._still

    def _detail(self, zoom: float, level: Level) -> Detail:
        """Return the detail at a zoom; that of the nearest half step, which seldom changes."""
        step = 2.0 ** (round(log2(zoom) * 2) / 2)
        if (step, level) not in self._details:
            self._details[step, level] = detail_of(self._held(), step, level)
        return self._details[step, level]

    def _fading(self, scale: Scale) -> bool:
        """Whether lines fade at a scale."""
        return self._detail(scale.zoom, scale.level).heads

    def _emphasis(self, detail: Detail) -> Emphasis:
        return self._standing.emphasis(detail, self._live)

    def _area(self) -> Area | None:
        return self._held().area()

    def _new_look(self) -> Look:
        return Look(self._theme.tokens, Lettering(self._theme.tokens))


def _device(part: QRect, ratio: float) -> QRect:
    """Return the device pixels under a part of the widget."""
    left, top = floor(part.x() * ratio), floor(part.y() * ratio)
    right = ceil((part.x() + part.width()) * ratio)
    bottom = ceil((part.y() + part.height()) * ratio)
    return QRectF(left, top, right - left, bottom - top).toRect()
