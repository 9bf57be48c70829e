"""What part of the board is seen, how large, and at which level of detail."""

from dataclasses import dataclass, replace
from typing import Literal, Self

from evidence_board.ui.canvas.geometry import Area

Level = Literal["far", "middle", "near"]

LOWEST_ZOOM, HIGHEST_ZOOM = 0.05, 8.0
MIDDLE_FROM, NEAR_FROM, HYSTERESIS = 0.40, 0.75, 0.05
FIT_MARGIN = 16.0


@dataclass(frozen=True)
class Viewport:
    """The window on the board.

    ``left`` and ``top`` are where the window's corner lies on the scaled board, in px of the
    screen; ``width`` and ``height`` are its size there. ``scale`` is that of the interface and
    ``ratio`` the device pixels in one px. Both corners lie on whole device pixels, so that a
    shifted picture can be copied instead of painted.
    """

    left: float
    top: float
    zoom: float
    width: float
    height: float
    scale: float = 1.0
    ratio: float = 1.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "left", round(self.left * self.ratio) / self.ratio)
        object.__setattr__(self, "top", round(self.top * self.ratio) / self.ratio)

    @property
    def factor(self) -> float:
        """How many px of the screen one px of the board takes."""
        return self.zoom * self.scale

    @property
    def area(self) -> Area:
        """The part of the board that is seen."""
        return (
            self.left / self.factor,
            self.top / self.factor,
            self.width / self.factor,
            self.height / self.factor,
        )

    def to_board(self, x: float, y: float) -> tuple[float, float]:
        """Return the place on the board under a place of the window."""
        return (x + self.left) / self.factor, (y + self.top) / self.factor

    def to_screen(self, x: float, y: float) -> tuple[float, float]:
        """Return the place in the window of a place on the board."""
        return x * self.factor - self.left, y * self.factor - self.top

    def panned(self, dx: float, dy: float) -> Self:
        """Return the window moved over the board by px of the screen."""
        return replace(self, left=self.left + dx, top=self.top + dy)

    def resized(self, width: float, height: float) -> Self:
        """Return the window with another size, its corner kept."""
        return replace(self, width=width, height=height)

    def zoomed(self, zoom: float, x: float, y: float) -> Self:
        """Return the window at another zoom, with what is at x, y of the window kept there."""
        bounded = min(max(zoom, LOWEST_ZOOM), HIGHEST_ZOOM)
        at_x, at_y = self.to_board(x, y)
        factor = bounded * self.scale
        return replace(self, zoom=bounded, left=at_x * factor - x, top=at_y * factor - y)

    def holds(self, area: Area, *, right: float = 0.0, bottom: float = 0.0) -> bool:
        """Whether all of an area is seen; ``right`` and ``bottom`` do not count, px of the screen.

        Of an area that is too large for what is left of the window, all of the window counts.
        """
        x, y, wide, high = (part * self.factor for part in area)
        width, height = self.width - right, self.height - bottom
        if wide > width or high > height:
            width, height = self.width, self.height
        across = x >= self.left and x + wide <= self.left + width
        return across and y >= self.top and y + high <= self.top + height

    def showing(
        self, area: Area, *, highest: float = 1.0, right: float = 0.0, bottom: float = 0.0
    ) -> Self:
        """Return the window that shows all of an area, at ``highest`` zoom or less.

        ``right`` and ``bottom`` are kept free at these edges, px of the screen.
        """
        room_x = max(self.width - right - 2 * FIT_MARGIN, 1.0) / self.scale
        room_y = max(self.height - bottom - 2 * FIT_MARGIN, 1.0) / self.scale
        fitting = min(room_x / max(area[2], 1.0), room_y / max(area[3], 1.0), highest)
        zoom = min(max(fitting, LOWEST_ZOOM), HIGHEST_ZOOM)
        middle = replace(self, zoom=zoom).centred(area[0] + area[2] / 2, area[1] + area[3] / 2)
        return middle.panned(right / 2, bottom / 2) if fitting >= LOWEST_ZOOM else middle

    def centred(self, x: float, y: float) -> Self:
        """Return the window with a place of the board in its middle."""
        return replace(
            self, left=x * self.factor - self.width / 2, top=y * self.factor - self.height / 2
        )


def level_at(zoom: float, before: Level) -> Level:
    """Return the level of detail at a zoom; a border is crossed 5 % late, so nothing flickers."""
    middle = MIDDLE_FROM * (1 - HYSTERESIS if before != "far" else 1)
    near = NEAR_FROM * (1 - HYSTERESIS if before == "near" else 1)
    if zoom >= near:
        return "near"
    return "middle" if zoom >= middle else "far"
