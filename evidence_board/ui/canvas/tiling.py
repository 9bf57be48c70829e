"""Which tiles a window wants, in which order they are painted, and what is shown meanwhile.

All of this runs on the window's thread; the worker only paints what it is given.
"""

from collections.abc import Callable, Iterator
from math import log2

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QColor, QPainter

from evidence_board.ui.canvas.geometry import Area
from evidence_board.ui.canvas.mosaic import lay
from evidence_board.ui.canvas.painting import BoardPainter
from evidence_board.ui.canvas.tile_worker import Delivery, Order, TileWorker
from evidence_board.ui.canvas.tiles import (
    SIDE,
    Key,
    Patch,
    Scale,
    Spoiled,
    Tiles,
    keys_in,
    place_of,
    window_of,
)
from evidence_board.ui.canvas.viewport import Viewport, level_at

Maker = Callable[[Scale, QRect], BoardPainter | None]
"""Gives the painter of a picture; None if that takes longer than a frame has, to be asked again."""

_AT_ONCE = 2
"""Orders under way: one is painted while the other waits, so that the thread never idles."""
_STEPS = 2
"""Zooms per doubling at which pictures are painted while a zoom is under way."""
_TOGETHER_MS = 24
"""So long pictures wait for others, to be shown with them in one painting: while the window paints,
the worker does not. The last one that is wanted waits for none."""
OVERVIEW_PIXELS = 800_000
ALL = Spoiled()


class Tiling(QObject):
    """The pictures of one board for one window.

    ``show_part`` is told a part of the window, in device pixels, that has a new picture;
    ``make`` gives the painters; ``area`` the area of the whole board.
    """

    def __init__(
        self,
        show_part: Callable[[QRect], None],
        make: Maker,
        area: Callable[[], Area | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._show_part = show_part
        self._make = make
        self._area = area
        self._tiles = Tiles()
        self._ready: dict[Key, Patch] = {}
        self._first: Patch | None = None
        self._overview: Patch | None = None
        self._version = self._cleared = 0
        self._spoiled: list[tuple[int, Spoiled]] = []
        self._under_way: dict[Key | None, Order] = {}
        self._failed: set[Key | None] = set()
        """What could not be painted; it is tried again once the board is another."""
        self._window = QRect(0, 0, 1, 1)
        self._scale = Scale(1.0, "near", 1.0, 1.0)
        self._moving = self._busy = self._closed = False
        self._worker = TileWorker(self)
        self._worker.delivered.connect(self._receive)
        self._pump = QTimer(self)
        self._pump.setSingleShot(True)
        self._pump.setInterval(0)
        self._pump.timeout.connect(self._order)
        self._new = QRect()
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self._tell)

    # What is shown

    @property
    def crisp(self) -> bool:
        """Whether the window shows what the reference painter would paint."""
        if self._telling.isActive():
            return False
        if self._sharp(self._first) and self._covers(self._first):
            return True
        return all(self._done(key) for key in self._seen())

    @property
    def empty(self) -> bool:
        """Whether there is nothing at all to show yet."""
        return not len(self._tiles) and self._first is None

    def look(self, viewport: Viewport, scale: Scale, *, moving: bool, busy: bool) -> None:
        """Follow the window; ``moving`` says that its zoom is about to change again.

        While it is ``busy`` with something else the worker is given less.
        """
        self._window, self._scale, self._moving = window_of(viewport), scale, moving
        self._busy = busy or moving

    def draw(self, painter: QPainter, part: QRect, ground: QColor) -> None:
        """Paint a part of the window, both in device pixels."""
        first = [self._first] if self._first is not None else []
        used = [self._tiles.use(key) for key in reversed(self._seen())]
        sharp = [one for one in first if self._sharp(one)]
        sharp += [one for one in used if one is not None and (one.fresh or not sharp)]
        others = [one for one in (*first, *self._tiles) if one.scale != self._scale]
        others += [one for one in first if not one.fresh]
        others += [self._overview] if self._overview is not None else []
        lay(painter, self._scale, self._window, part, sharp, others, ground)
        self._pump.start()

    def put_first(self, patch: Patch) -> None:
        """Show a picture of the whole window until there are tiles."""
        self._first = patch

    def show_all(self) -> None:
        """Show the whole window anew."""
        self._show_part(QRect(0, 0, self._window.width(), self._window.height()))

    def forget_first(self) -> None:
        """Show tiles only, now that there are some."""
        self._first = None

    # What changes

    def spoil(self, spoiled: Spoiled = ALL) -> None:
        """Note that something of the board has changed."""
        self._version += 1
        self._failed.clear()
        if self._under_way:
            self._spoiled.append((self._version, spoiled))
        self._tiles.spoil(spoiled)
        for patch in (*self._ready.values(), self._first, self._overview):
            if patch is not None:
                patch.fresh = patch.fresh and not spoiled.touches(patch)
        self._pump.start()

    def clear(self) -> None:
        """Forget all pictures: the board looks different everywhere."""
        self.spoil()
        self._cleared = self._version
        self._tiles.clear()
        self._ready.clear()
        self._first = self._overview = None

    def close(self) -> None:
        """End the worker, once."""
        self._closed = True
        if self._worker.close is not None:
            self._worker.close()

    # Ordering

    def _order(self) -> None:
        """Order what is wanted most, as long as the worker has room.

        Nothing before the first painting: until then nobody knows what the window will show.
        """
        if self._closed or self.empty:
            return
        wanted = self._wanted()
        while len(self._under_way) < (1 if self._busy else _AT_ONCE):
            next_one = next(wanted, None)
            if next_one is None:
                return
            key, scale, place = next_one
            painter = self._make(scale, place)
            if painter is None:
                self._pump.start()
                return
            order = Order(key, scale, place, painter, self._version)
            self._under_way[key] = order
            self._worker.ask(order)

    def _wanted(self) -> Iterator[tuple[Key | None, Scale, QRect]]:
        """Yield what is to be painted, but not what could not be: it would fail again."""
        return (one for one in self._lacking() if one[0] not in self._failed)

    def _lacking(self) -> Iterator[tuple[Key | None, Scale, QRect]]:
        keys = self._on_the_way() if self._moving else self._seen()
        missing = [key for key in keys if not self._done(key)]
        yield from ((key, key[0], place_of(key)) for key in missing if key not in self._under_way)
        if missing or self._moving or self._busy:
            return  # what lies around can wait until no frame has to come in time
        for key in self._around():
            if not self._done(key) and key not in self._under_way:
                yield key, key[0], place_of(key)
        if self._overview is None or not self._overview.fresh:
            yield from self._overview_wanted()

    def _overview_wanted(self) -> Iterator[tuple[Key | None, Scale, QRect]]:
        area = self._area()
        if area is None or None in self._under_way:
            return
        zoom = min((OVERVIEW_PIXELS / max(area[2] * area[3], 1.0)) ** 0.5, 1.0)
        scale = Scale(zoom / self._scale.scale / self._scale.ratio, "far", *_screen(self._scale))
        yield None, scale, scale.place(area)

    def _seen(self) -> list[Key]:
        return keys_in(self._scale, self._window)

    def _around(self) -> list[Key]:
        """Return the tiles of the window and those beside it, which a pan shows next."""
        ahead = SIDE // 2
        return keys_in(self._scale, self._window.adjusted(-ahead, -ahead, ahead, ahead))

    def _on_the_way(self) -> list[Key]:
        """Return the tiles of the round zoom that is nearest to the present one."""
        zoom = 2.0 ** (round(log2(self._scale.zoom) * _STEPS) / _STEPS)
        level = level_at(zoom, self._scale.level)
        scale = Scale(zoom, level, *_screen(self._scale))
        grown = scale.factor / self._scale.factor
        left, top = round(self._window.x() * grown), round(self._window.y() * grown)
        width, height = self._window.width() * grown, self._window.height() * grown
        return keys_in(scale, QRect(left, top, round(width), round(height)))

    def _done(self, key: Key) -> bool:
        for patch in (self._tiles.get(key), self._ready.get(key)):
            if patch is not None and patch.fresh:
                return True
        return False

    def _sharp(self, patch: Patch | None) -> bool:
        return patch is not None and patch.fresh and patch.scale == self._scale

    def _covers(self, patch: Patch | None) -> bool:
        return patch is not None and patch.place.contains(self._window)

    # Deliveries

    def _receive(self, delivery: Delivery) -> None:
        """Take a picture over, and order the next."""
        if self._closed:
            return
        order = delivery.order
        if self._under_way.get(order.key) is order:
            del self._under_way[order.key]
        if delivery.error is not None:
            if order.version == self._version:
                self._failed.add(order.key)
            self._pump.start()
            raise delivery.error
        assert delivery.patch is not None
        patch = delivery.patch
        changes = [spoiled for version, spoiled in self._spoiled if version > order.version]
        patch.fresh = not any(spoiled.touches(patch) for spoiled in changes)
        if not self._under_way:
            self._spoiled.clear()
        if order.version >= self._cleared:
            self._keep(order.key, patch)
        if self._first is not None and all(self._done(key) for key in self._seen()):
            self._first = None
        self._order()

    def _keep(self, key: Key | None, patch: Patch) -> None:
        if key is None:
            self._overview = patch
        elif self._tiles.get(key) is None:
            self._put(key, patch)
        elif patch.fresh:
            if key not in self._ready:
                self._tiles.give_way(self._seen())
            self._ready[key] = patch
        self._swap()

    def _swap(self) -> None:
        """Show new pictures of what changed all at once, so that no card is seen half old."""
        seen = set(self._seen())
        whole = all(self._done(key) for key in seen)
        for key in [key for key in self._ready if whole or key not in seen]:
            self._put(key, self._ready.pop(key))

    def _put(self, key: Key, patch: Patch) -> None:
        self._tiles.put(key, patch, shown=len(self._seen()), wanted=len(self._around()))
        if key[0] == self._scale:
            self._new |= patch.place & self._window
        elif self._moving:
            self._new |= self._window
        if self._new.isEmpty():
            return
        if self._telling.isActive() and self._lacks():
            return
        self._telling.start(_TOGETHER_MS if self._lacks() else 0)

    def _lacks(self) -> bool:
        """Whether the window still waits for a picture."""
        return not all(self._done(key) for key in self._seen())

    def _tell(self) -> None:
        """Have what is new shown: tiles that come one soon after the other in one painting."""
        new, self._new = self._new, QRect()
        if not self._closed:
            self._show_part(new.translated(-self._window.topLeft()))


def _screen(scale: Scale) -> tuple[float, float]:
    return scale.scale, scale.ratio
