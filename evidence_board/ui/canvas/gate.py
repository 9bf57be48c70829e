"""Who may work: the painting thread rests while the window's thread handles an event.

Both want Python's lock. Without this a frame waits, each time Qt gives the lock away, until the
other thread has had its turn.
"""

from threading import Event
from types import TracebackType

_LONGEST = 0.05
"""Seconds after which the painting thread works anyway: an event may open a menu and stay."""


class Gate:
    """Closed while the window's thread is inside of it: ``with gate: ...``."""

    def __init__(self) -> None:
        self._open = Event()
        self._open.set()
        self._inside = 0

    def __enter__(self) -> None:
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
            self._open.set()

    def wait(self) -> None:
        """Rest until the window's thread is outside; called often by the painting thread."""
        self._open.wait(_LONGEST)
