"""How large pages are shown: as wide as the window, or so many times their size on paper."""

from dataclasses import dataclass

LEAST, MOST = 0.1, 8.0
STEP = 1.2
_INCH = 96 / 72
"""Pixels at 100 % for a point."""


@dataclass(frozen=True)
class Zoom:
    """A factor of the size on paper; None is whatever fills the width."""

    factor: float | None = None

    def scale(self, width: float, room: float, density: float) -> float:
        """Return pixels of the screen for a point.

        ``width`` in points is to fit ``room`` in pixels of the screen; ``density`` is how many of
        these stand for one at 100 %.
        """
        if self.factor is not None:
            return self.factor * _INCH * density
        usual = _INCH * density
        return min(max(room / max(width, 1.0), LEAST * usual), MOST * usual)

    def stepped(self, step: float, shown: float) -> "Zoom":
        """Return the zoom so many steps nearer, from the factor at which pages show now."""
        return Zoom(min(max(shown * STEP**step, LEAST), MOST))


def factor_of(scale: float, density: float) -> float:
    """Return the factor of the size on paper at so many pixels a point."""
    return scale / (_INCH * density)
