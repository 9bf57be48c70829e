"""Tiles: squares of the painted board, kept by scale and place; those not used for long go first.

All places are whole device pixels of the scaled board, so that tiles lie side by side without a
seam and a pan only moves them.
"""

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from evidence_board.ui.canvas.geometry import Area, Floats, touching
from evidence_board.ui.canvas.viewport import Level, Viewport

SIDE = 512
"""Width and height of a tile in device pixels; one takes a megabyte."""
MOST_BYTES = 24_000_000
"""What the tiles may take, unless the window and what lies around it need more."""
REACH = 24.0
"""How far, in px of the screen, a card or line may be drawn beyond its own geometry."""


class Scale(NamedTuple):
    """What pictures must share to lie side by side; a tuple, for tiles are looked up often."""

    zoom: float
    level: Level
    scale: float
    ratio: float

    @property
    def factor(self) -> float:
        """Device pixels for one px of the board."""
        return self.zoom * self.scale * self.ratio

    def viewport(self, place: QRect) -> Viewport:
        """Return the window on a rectangle of the scaled board."""
        return Viewport(
            place.x() / self.ratio,
            place.y() / self.ratio,
            self.zoom,
            place.width() / self.ratio,
            place.height() / self.ratio,
            self.scale,
            self.ratio,
        )

    def area(self, place: QRect) -> Area:
        """Return the area of the board whose cards and lines may be drawn on device pixels."""
        reach = REACH * self.scale * self.ratio + 1
        left, top = place.x() - reach, place.y() - reach
        wide, high = place.width() + 2 * reach, place.height() + 2 * reach
        return left / self.factor, top / self.factor, wide / self.factor, high / self.factor

    def place(self, area: Area) -> QRect:
        """Return the device pixels of the scaled board that an area may be drawn on."""
        reach = REACH * self.scale * self.ratio
        left, top = floor(area[0] * self.factor - reach), floor(area[1] * self.factor - reach)
        right = ceil((area[0] + area[2]) * self.factor + reach)
        bottom = ceil((area[1] + area[3]) * self.factor + reach)
        return QRect(left, top, right - left, bottom - top)


def scale_of(viewport: Viewport, level: Level) -> Scale:
    """Return the scale at which a window looks on the board."""
    return Scale(viewport.zoom, level, viewport.scale, viewport.ratio)


def window_of(viewport: Viewport) -> QRect:
    """Return where a window lies on the scaled board, in device pixels."""
    ratio = viewport.ratio
    return QRect(
        round(viewport.left * ratio),
        round(viewport.top * ratio),
        max(round(viewport.width * ratio), 1),
        max(round(viewport.height * ratio), 1),
    )


@dataclass
class Patch:
    """A picture of a part of the scaled board; ``fresh`` until what it shows changes."""

    image: QImage
    scale: Scale
    place: QRect
    fresh: bool = True


@dataclass(frozen=True, eq=False)
class Spoiled:
    """A change of the board: the boxes that it touches (None: all), at the scales that show it."""

    boxes: Floats | None = None
    shows: Callable[[Scale], bool] | None = None

    def touches(self, patch: Patch) -> bool:
        """Whether a picture shows something that has changed."""
        if self.shows is not None and not self.shows(patch.scale):
            return False
        if self.boxes is None:
            return True
        return bool(touching(self.boxes, patch.scale.area(patch.place)).any())


Key = tuple[Scale, int, int]
"""A tile: its scale, its column and its row."""


def place_of(key: Key) -> QRect:
    """Return where a tile lies on the scaled board."""
    return QRect(key[1] * SIDE, key[2] * SIDE, SIDE, SIDE)


def keys_in(scale: Scale, place: QRect) -> list[Key]:
    """Return the tiles that touch a rectangle, those nearest to its middle first."""
    edges = place.left(), place.top(), place.right(), place.bottom()
    return [(scale, *spot) for spot in _nearest_first(*edges)]


def places_in(place: QRect) -> list[QRect]:
    """Return the places of the tiles that touch a rectangle."""
    return [QRect(column * SIDE, row * SIDE, SIDE, SIDE) for column, row in _spots_in(place)]


@lru_cache(maxsize=64)
def _nearest_first(left: int, top: int, right: int, bottom: int) -> tuple[tuple[int, int], ...]:
    """Return the columns and rows of the tiles that touch a rectangle, by its edges."""
    x, y = (left + right) // 2 - SIDE // 2, (top + bottom) // 2 - SIDE // 2

    def away(spot: tuple[int, int]) -> int:
        return abs(spot[0] * SIDE - x) + abs(spot[1] * SIDE - y)

    place = QRect(left, top, right - left + 1, bottom - top + 1)
    return tuple(sorted(_spots_in(place), key=away))


def _spots_in(place: QRect) -> list[tuple[int, int]]:
    columns = range(place.left() // SIDE, place.right() // SIDE + 1)
    rows = range(place.top() // SIDE, place.bottom() // SIDE + 1)
    return [(column, row) for column in columns for row in rows]


class Tiles:
    """The kept tiles."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._kept: OrderedDict[Key, Patch] = OrderedDict()
        self._most = most_bytes

    def __len__(self) -> int:
        return len(self._kept)

    def __iter__(self) -> Iterator[Patch]:
        return iter(self._kept.values())

    def get(self, key: Key) -> Patch | None:
        """Return a tile, fresh or not."""
        return self._kept.get(key)

    def use(self, key: Key) -> Patch | None:
        """Return a tile that is shown now, which keeps it longest."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: Key, patch: Patch, *, shown: int, wanted: int = 0) -> None:
        """Keep a tile, and of the others those used last.

        As many as are ``shown`` and half as many of the zoom before must stay, and as many as are
        ``wanted``, whatever they take: what went and is wanted would be painted again and again.
        """
        self._kept[key] = patch
        self._kept.move_to_end(key)
        most = max(self._most // (SIDE * SIDE * 4), 3 * shown // 2, wanted)
        while len(self._kept) > most:
            self._kept.popitem(last=False)

    def give_way(self, shown: Collection[Key]) -> None:
        """Let the tile go that was not used for longest, if there is one that is not shown."""
        oldest = next((key for key in self._kept if key not in shown), None)
        if oldest is not None:
            del self._kept[oldest]

    def spoil(self, spoiled: Spoiled) -> None:
        """Note that what tiles show has changed."""
        for patch in self._kept.values():
            patch.fresh = patch.fresh and not spoiled.touches(patch)

    def clear(self) -> None:
        """Forget all tiles."""
        self._kept.clear()
