"""Where one looks at a board: the place in the middle of the window and the zoom."""

from dataclasses import dataclass, replace

from evidence_board.ui.canvas.viewport import HIGHEST_ZOOM, LOWEST_ZOOM, Viewport


@dataclass(frozen=True)
class Spot:
    """A place of a board in the middle of the window, px at 100 %, and the zoom there."""

    x: float
    y: float
    zoom: float


def spot_of(viewport: Viewport) -> Spot:
    """Return where a window looks."""
    left, top, width, height = viewport.area
    return Spot(left + width / 2, top + height / 2, viewport.zoom)


def looking_at(viewport: Viewport, spot: Spot) -> Viewport:
    """Return the window that looks at a spot."""
    zoom = min(max(spot.zoom, LOWEST_ZOOM), HIGHEST_ZOOM)
    return replace(viewport, zoom=zoom).centred(spot.x, spot.y)
