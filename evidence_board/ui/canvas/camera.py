"""The camera over the board: where it looks, how near, what it saw before, when it rests."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_board.ui.canvas.geometry import Area
from evidence_board.ui.canvas.gliding import Glide
from evidence_board.ui.canvas.viewport import Level, Viewport, level_at
from evidence_board.ui.canvas.views import Views, view_of

ZOOM_STEP = 1.25
SETTLE_MS = 20
FIRST_MARGIN = 48.0
"""So far from the corner of the window the first cards of an empty board lie, px at 100 %."""


class Camera(QObject):
    """Moves the viewport; tells when it changed, and when a zoom has come to rest."""

    changed = Signal()
    settled = Signal()

    def __init__(self, parent: QObject) -> None:
        """Start at 100 % with the corner of the board in the corner of the window."""
        super().__init__(parent)
        self.viewport = Viewport(0.0, 0.0, 1.0, 1.0, 1.0)
        self.level: Level = "near"
        self.covered: tuple[tuple[float, float], ...] = ((0.0, 0.0),)
        """Ways to keep free of what lies over the window: how much at its right, at its bottom."""
        self.glides = False
        """Whether jumps glide; a person may want none of it."""
        self._views = Views()
        self._glide = Glide(self)
        self._glide.moved.connect(self._follow_glide)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(SETTLE_MS)
        self._rest.timeout.connect(self.settled)

    @property
    def zooming(self) -> bool:
        """Whether a zoom is under way, so that rough pictures of cards will do."""
        return self._rest.isActive()

    def look(self, viewport: Viewport) -> None:
        """Look through another viewport."""
        if viewport == self.viewport:
            return
        self.viewport = viewport
        self.level = level_at(viewport.zoom, self.level)
        self.changed.emit()

    # Jumps

    def jump(self, viewport: Viewport) -> None:
        """Look through another viewport, and keep the way back to this view."""
        now = self._arriving()
        if viewport != now:
            self._views.keep(view_of(now))
            self._go(viewport)

    def keep_view(self) -> None:
        """Keep the way back to this view, which is about to be left."""
        self._views.keep(view_of(self.viewport))

    def go_back(self) -> bool:
        """Return to the view before the last jump; False if there is none."""
        view = self._views.back(view_of(self._arriving()))
        if view is not None:
            self._go(view.shown_in(self.viewport))
        return view is not None

    def go_forward(self) -> bool:
        """Go to the view that was left by going back; False if there is none."""
        view = self._views.forward(view_of(self._arriving()))
        if view is not None:
            self._go(view.shown_in(self.viewport))
        return view is not None

    def start_anew(self) -> None:
        """Keep no way back and glide nowhere: another board is looked at."""
        self._glide.stop()
        self._views = Views()

    def _arriving(self) -> Viewport:
        """Return where the camera looks once the glide under way has ended."""
        return self._glide.goal or self.viewport

    def _go(self, viewport: Viewport) -> None:
        """Glide to a viewport, or be there at once: also where a glide is called off by a jump.

        A key that is held thus never waits.
        """
        hurried = self._glide.goal is not None
        self._glide.stop()
        if self.glides and not hurried:
            self._glide.start(self.viewport, viewport)
        else:
            self._follow_glide(viewport)

    def _follow_glide(self, viewport: Viewport) -> None:
        if viewport.zoom != self.viewport.zoom:
            self._rest.start()
        self.look(viewport)

    # By hand

    def fit_window(self, width: int, height: int, scale: float, ratio: float) -> None:
        """Follow the size of the window, the scale of the interface and the screen."""
        now = self._arriving()
        self._glide.stop()
        if scale != now.scale:
            grown = scale / now.scale
            now = replace(now, left=now.left * grown, top=now.top * grown, scale=scale)
        self.look(replace(now, width=float(width), height=float(height), ratio=ratio))

    def pan(self, dx: float, dy: float) -> None:
        """Move the window over the board by px of the screen."""
        self._glide.stop()
        self.look(self.viewport.panned(dx, dy))

    def zoom_to(self, zoom: float, x: float, y: float) -> None:
        """Zoom with what is at x, y of the window kept there."""
        self._glide.stop()
        self._rest.start()
        self.look(self.viewport.zoomed(zoom, x, y))

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle of the window."""
        now = self.viewport
        self.zoom_to(now.zoom * factor, now.width / 2, now.height / 2)

    # Areas

    def show_area(self, area: Area | None, *, highest: float = 1.0, jump: bool = False) -> None:
        """Show all of an area beside what lies over the edges; None: an empty board at 100 %.

        A ``jump`` keeps the way back.
        """
        (self.jump if jump else self.look)(self._showing(area, highest))

    def _showing(self, area: Area | None, highest: float = 1.0) -> Viewport:
        if area is None:
            edge = -FIRST_MARGIN * self.viewport.scale
            return replace(self.viewport, left=edge, top=edge, zoom=1.0)
        views = (
            self.viewport.showing(area, highest=highest, right=right, bottom=bottom)
            for right, bottom in self.covered
        )
        return max(views, key=lambda view: view.zoom)

    def bring(self, area: Area, *, jump: bool = False) -> None:
        """Pan so far that an area is seen, if it is not; one too large is shown as a whole.

        What lies under the map or the legend is not seen.
        """
        now = self._arriving()
        clear = [now.holds(area, right=right, bottom=bottom) for right, bottom in self.covered]
        if any(clear):
            return
        _, _, width, height = now.area
        x, y, wide, high = area
        large = wide > width or high > height
        middle = x + wide / 2, y + high / 2
        found = self._showing(area) if large else now.centred(*middle)
        if jump:
            self.jump(found)
        else:
            self._glide.stop()
            self.look(found)
