"""Views that a person jumped away from: back to them, and forward again."""

from dataclasses import dataclass

from evidence_board.ui.canvas.viewport import Viewport

MOST = 50


@dataclass(frozen=True)
class View:
    """What is in the middle of a window, and how near; it holds at every size of the window."""

    x: float
    y: float
    zoom: float

    def shown_in(self, window: Viewport) -> Viewport:
        """Return a window of this size with the view in it."""
        middle = window.width / 2, window.height / 2
        return window.zoomed(self.zoom, *middle).centred(self.x, self.y)


def view_of(window: Viewport) -> View:
    """Return what a window shows."""
    x, y = window.to_board(window.width / 2, window.height / 2)
    return View(x, y, window.zoom)


class Views:
    """The views before and after the present one, as in a browser."""

    def __init__(self) -> None:
        self._before: list[View] = []
        self._after: list[View] = []

    def keep(self, now: View) -> None:
        """Note the view that is about to be left by a jump."""
        if not self._before or self._before[-1] != now:
            self._before = [*self._before, now][-MOST:]
        self._after.clear()

    def back(self, now: View) -> View | None:
        """Return the view before this one, or None."""
        return _step(self._before, self._after, now)

    def forward(self, now: View) -> View | None:
        """Return the view that was left by going back, or None."""
        return _step(self._after, self._before, now)


def _step(source: list[View], other: list[View], now: View) -> View | None:
    if not source:
        return None
    other.append(now)
    return source.pop()
