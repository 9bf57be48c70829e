"""Ctrl+C reaches every process of a terminal; those that work for another leave it to that one."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unheard() -> Iterator[None]:
    """Let processes that are started in the block never hear of Ctrl+C, from their first moment.

    Whoever started them ends them, and is the only one to say so.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
