"""The camera over the board: where it looks, how near, and when the picture has come to rest."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from evidence_board.ui.canvas.geometry import Area
from evidence_board.ui.canvas.viewport import Level, Viewport, level_at

ZOOM_STEP = 1.25
SETTLE_MS = 120


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

    def fit_window(self, width: int, height: int, scale: float, ratio: float) -> None:
        """Follow the size of the window, the scale of the interface and the screen."""
        now = self.viewport
        if scale != now.scale:
            grown = scale / now.scale
            now = replace(now, left=now.left * grown, top=now.top * grown, scale=scale)
        self.look(replace(now, width=float(width), height=float(height), ratio=ratio))

    def pan(self, dx: float, dy: float) -> None:
        """Move the window over the board by px of the screen."""
        self.look(self.viewport.panned(dx, dy))

    def zoom_to(self, zoom: float, x: float, y: float) -> None:
        """Zoom with what is at x, y of the window kept there."""
        self._rest.start()
        self.look(self.viewport.zoomed(zoom, x, y))

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle of the window."""
        now = self.viewport
        self.zoom_to(now.zoom * factor, now.width / 2, now.height / 2)

    def show_area(self, area: Area | None, *, highest: float = 1.0) -> None:
        """Show all of an area beside what lies over the edges; None: the corner at 100 %."""
        if area is None:
            self.look(replace(self.viewport, left=0.0, top=0.0, zoom=1.0))
            return
        views = (
            self.viewport.showing(area, highest=highest, right=right, bottom=bottom)
            for right, bottom in self.covered
        )
        self.look(max(views, key=lambda view: view.zoom))

    def bring(self, area: Area) -> None:
        """Pan so far that an area is seen, if it is not; one too large is shown as a whole."""
        left, top, width, height = self.viewport.area
        x, y, wide, high = area
        inside = x >= left and y >= top and x + wide <= left + width and y + high <= top + height
        if inside:
            return
        if wide > width or high > height:
            self.show_area(area)
        else:
            self.look(self.viewport.centred(x + wide / 2, y + high / 2))
