"""Work on project files in a process of its own: it may open a file that is open in this one.

Closing such a file in this process would take SQLite's lock away; another process may do so, and
what it takes of the processor is not taken from the window.
"""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import FrameType
from typing import TypeVar

from evidence_board.project.errors import ProjectError
from evidence_board.project.telling import Progress, Told
from evidence_board.signals import unheard

Made = TypeVar("Made")
Part = TypeVar("Part")
Parts = Callable[[], Iterator[Part]]
"""Work that makes one part after the other."""
Work = Callable[[], Generator[Progress, None, Made]]
Telling = Callable[[Told], Made]
"""Work that calls what it is given with how far it is, as SQLite's own copying does."""
_STOPPED = "The work was stopped. Nothing was made."
_GLANCE = 0.05
"""Seconds between two looks at how far it is."""
_GRACE = 3.0
"""So many seconds a process has to tidy up when it is to end."""


def beside(
    work: Work[Made],
    stopped: str = _STOPPED,
    *,
    quiet: bool = False,
) -> Generator[Progress, None, Made]:
    """Do work in a process of its own; yields how far it is. Closing this ends the process.

    What the world refuses there is raised here as a ProjectError, with `stopped` where the process
    ended of itself. The work must be a function of a module, or a `partial` of one, and what it is
    given and gives values that travel. Where nobody waits for it, it is `quiet`: what the person
    does comes first.
    """
    return (yield from told_beside(partial(_stepped, work), stopped, quiet=quiet))


def parts_beside(
    parts: Parts[Part], stopped: str = _STOPPED, *, quiet: bool = False
) -> Generator[Progress, None, tuple[Part, ...]]:
    """Do work that makes parts in a process of its own, and return them; yields how far it is.

    Each part comes over by itself, for no thread runs while a value is read that another process
    sent: all of them at once could hold up the window.
    """
    taken: list[Part] = []
    told = partial(_parted, parts)
    # Its parts are all that it makes, so there is nothing to tidy up: it is ended at once.
    yield from told_beside(told, stopped, quiet=quiet, grace=0.0, take=taken.append)
    return tuple(taken)


def told_beside(
    work: Telling[Made],
    stopped: str = _STOPPED,
    *,
    quiet: bool = False,
    grace: float = _GRACE,
    take: Callable[[Part], None] | None = None,
) -> Generator[Progress, None, Made]:
    """Do work that tells how far it is, and is no generator, as `beside` does the others.

    Closed, it has so many seconds of `grace` to tidy up before it is ended by force. Parts that it
    sends go to `take`.
    """
    context = multiprocessing.get_context("spawn")
    answers, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(there, work, quiet), daemon=True)
    with unheard():
        process.start()
    there.close()
    try:
        return (yield from _followed(answers, take))
    except (EOFError, OSError):
        raise ProjectError(stopped) from None
    finally:
        end(process, grace)
        answers.close()


def end(process: BaseProcess, grace: float = _GRACE) -> None:
    """End a process; by force after so many seconds of `grace`, in which it tidies up.

    What waits for a drive that does not answer may not even end then, and is left to itself.
    """
    if process.is_alive():
        process.terminate()
        process.join(grace)
        process.kill()
    process.join(_GRACE)


def _followed(
    answers: Connection, take: Callable[[Part], None] | None
) -> Generator[Progress, None, Made]:
    far: Progress = (0, 0)
    while True:
        while not answers.poll(_GLANCE):
            yield far
        sort, value = answers.recv()
        if sort == "made":
            made: Made = value
            return made
        if sort == "refused":
            raise ProjectError(value)
        if sort == "part" and take is not None:
            take(value)
        else:
            far = value
        yield far


def _stepped(work: Work[Made], told: Told) -> Made:
    """Do work that yields how far it is."""
    steps = work()
    try:
        while True:
            told(*next(steps))
    except StopIteration as end:
        made: Made = end.value
        return made


def _parted(parts: Parts[Part], told: Told) -> None:
    """Do work that makes parts, and send each when it is there."""
    assert isinstance(told, Teller)
    for part in parts():
        told.send(part)


class Teller:
    """Tells the other side how far the work is, and sends it parts."""

    def __init__(self, answers: Connection) -> None:
        self._answers = answers

    def __call__(self, done: int, total: int) -> None:
        """Tell how far it is."""
        self._answers.send(("far", (done, total)))

    def send(self, part: object) -> None:
        """Send a part."""
        self._answers.send(("part", part))


def _work(answers: Connection, work: Telling[object], quiet: bool) -> None:
    """Do the work, in the other process."""
    signal.signal(signal.SIGTERM, _end)
    if quiet and hasattr(os, "nice"):
        os.nice(10)
    try:
        with suppress(BrokenPipeError):  # nobody waits any more
            _tell(answers, work)
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)  # nothing is unfinished any more
        answers.close()


def _tell(answers: Connection, work: Telling[object]) -> None:
    try:
        made = work(Teller(answers))
        answers.send(("made", made))
    except (ProjectError, ValueError) as refusal:
        answers.send(("refused", str(refusal)))
    except OSError as refusal:
        answers.send(("refused", f"{refusal.filename or 'The file'}: {refusal.strerror}."))


def _end(_signal: int, _frame: FrameType | None) -> None:
    """Leave in order, so that what is unfinished is removed."""
    sys.exit(1)
