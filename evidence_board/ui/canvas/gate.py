"""Who may work: the painting thread rests while the window's thread handles an event.

Both want Python's lock. Without this a frame waits, each time Qt gives the lock away, until the
other thread has had its turn. An event that takes long is often one of many that follow each other
at once, as in a drag; after such a one the painting thread goes on a moment later only.
"""

from threading import Event
from time import monotonic, sleep
from types import TracebackType

_LONGEST = 0.05
"""Seconds after which the painting thread works anyway: an event may open a menu and stay."""
_LONG, _MOMENT = 0.001, 0.0004
"""Seconds that a long event takes, and in which the next would have come."""


class Gate:
    """Closed while the window's thread is inside of it: ``with gate: ...``.

    ``last`` is when any of them was left last, as `monotonic` tells.
    """

    last = 0.0

    def __init__(self) -> None:
        self._open = Event()
        self._open.set()
        self._inside = 0
        self._since = 0.0
        self._was_long = False

    def __enter__(self) -> None:
        if not self._inside:
            self._since = monotonic()
        self._inside += 1
        self._open.clear()

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._inside -= 1
        if not self._inside:
            Gate.last = monotonic()
            self._was_long = Gate.last - self._since > _LONG
            self._open.set()

    def wait(self) -> None:
        """Rest until the window's thread is outside; called often by the painting thread."""
        until = monotonic() + _LONGEST
        while not self._open.is_set():
            self._open.wait(max(until - monotonic(), 0.0))
            if monotonic() >= until:
                return
            if self._was_long:
                sleep(_MOMENT)
