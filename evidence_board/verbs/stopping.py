"""Ctrl+C and the like, told to a verb: what is under way is given up as on any error.

Left to itself a signal would end the process at once, or with a traceback, and leave what lies
half made beside its place.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Stopped(BaseException):
    """The verb was told to stop; no error, so that nobody takes it for one."""


@contextmanager
def heard() -> Iterator[list[int]]:
    """Let a signal raise Stopped where the verb is just then; lends the signals that came.

    Only the first does: what is cleared up after it is cleared up to the end. What whoever started
    the program lets it ignore, as `nohup` does, stays ignored.
    """
    came: list[int] = []

    def hear(number: int, _frame: FrameType | None) -> None:
        came.append(number)
        if len(came) == 1:
            raise Stopped

    heard = [one for one in _SIGNALS if signal.getsignal(one) is not signal.SIG_IGN]
    before = {one: signal.signal(one, hear) for one in heard}
    try:
        yield came
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def exit_code(number: int) -> int:
    """Return the exit code that says by which signal a program was stopped."""
    return 128 + number
