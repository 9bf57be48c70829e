"""The thread that paints tiles: orders in, pictures out, nothing shared but values.

An order holds an immutable copy of what is painted. Pictures are handed over on the window's
thread only, by a queued signal, so that nothing of the board is ever written by two threads.
"""

from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from evidence_board.ui.canvas.painting import BoardPainter
from evidence_board.ui.canvas.tiles import Key, Patch, Scale


@dataclass(frozen=True)
class Order:
    """A picture to paint: of which scale and place, by which painter.

    ``key`` is None for the overview; ``version`` tells what the board was like.
    """

    key: Key | None
    scale: Scale
    place: QRect
    painter: BoardPainter
    version: int


@dataclass(frozen=True)
class Delivery:
    """What came of an order: a picture, or why there is none."""

    order: Order
    patch: Patch | None
    error: Exception | None = None


class TileWorker(QObject):
    """Paints orders one after the other."""

    _painted = Signal(object)
    delivered = Signal(object)
    """A `Delivery`, told on the thread of this object."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start nothing yet: the thread begins with the first order."""
        super().__init__(parent)
        self._orders: SimpleQueue[Order | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._painted.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def ask(self, order: Order) -> None:
        """Have a picture painted."""
        if self._thread is None:
            self._thread = Thread(target=self._work, name="tiles", daemon=True)
            self._thread.start()
        self._orders.put(order)

    def close(self) -> None:
        """Finish the order under way, forget the others, and end the thread."""
        if self._thread is not None:
            self._painted.disconnect(self._hand_over)
            with suppress(Empty):
                while True:
                    self._orders.get_nowait()
            self._orders.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (order := self._orders.get()) is not None:
            self._painted.emit(_done(order))

    def _hand_over(self, delivery: Delivery) -> None:
        self.delivered.emit(delivery)


def paint(order: Order) -> Patch:
    """Paint what is ordered, in this thread."""
    image = QImage(order.place.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    order.painter.paint(painter, image.rect())
    painter.end()
    return Patch(image, order.scale, order.place)


def _done(order: Order) -> Delivery:
    try:
        return Delivery(order, paint(order))
    except Exception as error:  # raised again where the window can show it
        return Delivery(order, None, error)
