"""The thread that paints tiles: orders in, pictures out, nothing shared but values.

An order holds an immutable copy of what is painted. Pictures are handed over on the window's
thread only, by a queued signal, so that nothing of the board is ever written by two threads.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Thread, current_thread
from weakref import finalize, ref

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter

from evidence_board.ui.canvas.lettering import Lettering
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


SWITCH = 0.0005
"""Seconds for which this thread may keep Python's lock when the window's thread wants it."""


class TileWorker(QObject):
    """Paints orders one after the other, in a thread that begins with the first of them."""

    _painted = Signal(object)
    delivered = Signal(object)
    """A `Delivery`, told on the thread of this object."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._orders: SimpleQueue[Order | None] = SimpleQueue()
        self._painted.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self.close: Callable[[], object] | None = None
        """Finishes the order under way, forgets the others and ends the thread, if there is one.

        This also happens by itself when nobody holds the worker any more or the program ends.
        """

    def ask(self, order: Order) -> None:
        """Have a picture painted."""
        if self.close is None:
            thread = Thread(target=_work, args=(self._orders, ref(self)), name="tiles", daemon=True)
            self.close = finalize(self, _end, self._orders, thread)
            sys.setswitchinterval(min(sys.getswitchinterval(), SWITCH))
            thread.start()
        self._orders.put(order)

    def deliver(self, delivery: Delivery) -> None:
        """Send what was painted to the thread of this object."""
        self._painted.emit(delivery)

    def _hand_over(self, delivery: Delivery) -> None:
        self.delivered.emit(delivery)


def paint(order: Order) -> Patch:
    """Paint what is ordered, in this thread."""
    image = QImage(order.place.size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        order.painter.paint(painter, image.rect())
    finally:
        painter.end()  # a fault keeps both, and a picture must not go while it is painted
    return Patch(image, order.scale, order.place)


def _work(orders: "SimpleQueue[Order | None]", worker: "ref[TileWorker]") -> None:
    lettering: Lettering | None = None
    while (order := orders.get()) is not None:
        lettering = _changed(lettering, order)
        delivery = done(order)
        owner = worker()
        if owner is None:
            break
        with suppress(RuntimeError):  # Qt has gone with the program: nobody waits
            owner.deliver(delivery)
        del owner
    if lettering is not None:
        lettering.release()


def _changed(before: Lettering | None, order: Order) -> Lettering:
    """Return the lettering of an order; another one before it lets its fonts go here and now."""
    lettering = order.painter.scene.look.lettering
    if before is not None and before is not lettering:
        before.release()
    return lettering


def done(order: Order) -> Delivery:
    """Paint what is ordered; a fault is told, not raised."""
    try:
        return Delivery(order, paint(order))
    except Exception as error:  # raised again where the window can show it
        return Delivery(order, None, error)


def _end(orders: "SimpleQueue[Order | None]", thread: Thread) -> None:
    with suppress(Empty):
        while True:
            orders.get_nowait()
    orders.put(None)
    if thread is not current_thread():
        thread.join()
