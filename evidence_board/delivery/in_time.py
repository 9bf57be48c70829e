"""Giving up reckoning that takes too long: what it is done on may have been made by anyone."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TookTooLong(Exception):
    """The reckoning was given up."""


@contextmanager
def in_time(seconds: float) -> Iterator[None]:
    """Raise TookTooLong in the block once it has taken so many seconds of the processor.

    Of this process, by its main thread only; elsewhere, or where the system has no such timer, the
    block takes what it takes.
    """
    timer = getattr(signal, "ITIMER_PROF", None)
    if timer is None or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise TookTooLong

    before = signal.signal(signal.SIGPROF, give_up)
    signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(signal.SIGPROF, before)
