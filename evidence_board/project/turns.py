"""Turns of threads at the one connection to a project file: one at a time, in the order they came.

The window's thread, the one that saves and the one that searches share the connection. A lock by
itself may let one that comes again at once go first, time after time; a door before it does not.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, get_ident


class Turns:
    """Gives turns; who has one already goes on within it."""

    def __init__(self) -> None:
        self._door, self._room = Lock(), Lock()
        self._inside = 0

    @property
    def free(self) -> bool:
        """Whether nobody else has a turn just now, so that none has to be waited for."""
        return self._inside == get_ident() or not (self._door.locked() or self._room.locked())

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Wait for a turn, and have it until the end of the block."""
        if self._inside == get_ident():
            yield
            return
        with self._door:
            self._room.acquire()
        self._inside = get_ident()
        try:
            yield
        finally:
            self._inside = 0
            self._room.release()

    @contextmanager
    def given_away(self) -> Iterator[None]:
        """Let others have their turns during the block, and wait for the next one after it."""
        assert self._inside == get_ident(), "only who has the turn can give it away"
        self._inside = 0
        self._room.release()
        try:
            yield
        finally:
            with self._door:
                self._room.acquire()
            self._inside = get_ident()
