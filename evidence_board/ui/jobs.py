"""Background work: the only place that starts threads.

A job is a function from values to values: no project, no widget, no Qt object. It may be a
generator that yields (done, total) as it goes and returns its result; cancelling closes it, which
ends the process it may wait for.
"""

import time
from collections.abc import Callable, Generator
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Steps: TypeAlias = Generator[tuple[int, int], None, object]
Refusals: TypeAlias = tuple[type[Exception], ...]
Told: TypeAlias = Callable[[int, int], None]

WORLD: Refusals = (OSError, ValueError)
"""Exceptions whose text is a sentence for the person; any other is a fault of ours."""
_PATIENCE_MS = 8_000
"""So long work may take to stop; a process it waits for is ended by force before."""


class Job(QObject):
    """One piece of background work; its signals arrive in the thread that started it.

    Exactly one of done, failed and cancelled is told, last.
    """

    progressed = Signal(int, int)
    """How many are done, of how many."""
    done = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    finished = Signal()
    """After done, failed or cancelled."""
    stuck = Signal()
    """It was told to stop and has not: a drive or share does not answer. Nothing waits for it."""
    # From the working thread to the owner's, so that a plain function may be connected above.
    _stepped = Signal(int, int)
    _ended = Signal(str, object)

    def __init__(self, expected: Refusals, parent: QObject) -> None:
        """Wait to be run by ``Jobs``; ``expected`` are the exceptions that become ``failed``."""
        super().__init__(parent)
        self.expected = expected
        self.stop = Event()
        self.ended = False
        self._stepped.connect(self.progressed)
        self._ended.connect(self._end)

    def cancel(self) -> None:
        """Ask the work to stop; ``cancelled`` follows when it has, or ``stuck`` if it does not."""
        if not self.stop.is_set():
            self.stop.set()
            QTimer.singleShot(_PATIENCE_MS, self, self._tell_stuck)

    def tell(self, done: int, total: int) -> None:
        """Tell from the working thread how far it is; what was cancelled ends here."""
        self._stepped.emit(done, total)
        if self.stop.is_set():
            raise _CancelledError

    def run(self, work: Callable[[], object]) -> None:
        """Do the work in the present thread and tell how it ended."""
        try:
            result = work()
            if isinstance(result, Generator):
                result = self._drain(result)
            outcome: tuple[str, object] = ("done", result)
        except _CancelledError:
            outcome = ("cancelled", None)
        except Exception as error:
            outcome = ("failed", error)
        self._ended.emit(*outcome)

    def _drain(self, steps: Steps) -> object:
        try:
            while not self.stop.is_set():
                self._stepped.emit(*next(steps))
        except StopIteration as end:
            return end.value
        finally:
            steps.close()
        raise _CancelledError

    def _tell_stuck(self) -> None:
        if not self.ended:
            self.stuck.emit()

    @Slot(str, object)
    def _end(self, how: str, value: object) -> None:
        """Tell how it ended, in the thread that owns this; a fault of ours is raised there."""
        try:
            if self.stop.is_set() or how == "cancelled":
                self.cancelled.emit()
            elif how == "done":
                self.done.emit(value)
            elif isinstance(value, self.expected):
                self.failed.emit(str(value))
            elif isinstance(value, Exception):
                self.failed.emit("")
                raise value
        finally:
            self.ended = True
            self.finished.emit()
            self.deleteLater()


class Jobs(QObject):
    """Starts jobs and keeps them until they end; its owner calls ``close`` before it goes."""

    started = Signal(object, str)
    """A job and its title, for whoever shows progress."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Start with no work; two threads, for that is what a small machine has."""
        super().__init__(parent)
        self._pools: dict[str, ThreadPoolExecutor] = {}
        self._running: list[Job] = []
        self._futures: list[Future[None]] = []
        self.closed = False

    def run(
        self,
        title: str,
        work: Callable[[], object],
        expected: Refusals = WORLD,
        *,
        apart: bool = False,
        drawing: bool = False,
        quiet: bool = False,
    ) -> Job:
        """Run ``work`` in a thread: ``jobs.run(self.tr("Reading"), partial(read, path))``.

        Connect to the job's signals at once; they arrive when control is back in the event loop.
        Without a title no progress is shown, for what nobody waits for. A short look at a place
        is made ``apart``, in a thread that waits for no other work, and no work for it. So is
        ``drawing``: somebody looks at an empty place meanwhile. What takes long and is done of
        itself is ``quiet``: what the person asks for does not wait for it.
        """
        job = Job(expected, self)
        threads = "look" if apart else "draw" if drawing else "quiet" if quiet else "job"
        self._start(job, title, work, threads)
        return job

    def run_telling(
        self, title: str, work: Callable[[Told], object], expected: Refusals = WORLD
    ) -> Job:
        """Run work that calls what it is given with how far it is, and is no generator."""
        job = Job(expected, self)
        self._start(job, title, partial(work, job.tell), "job")
        return job

    def close(self, patience: float = _PATIENCE_MS / 1_000) -> bool:
        """Stop all work and wait until it has stopped; False if some of it does not, by then.

        Such a thread waits for a drive that does not answer, and keeps the process from ending.
        """
        self.closed = True
        for job in self._running:
            job.cancel()
        pools = tuple(self._pools.values())
        for pool in pools:
            pool.shutdown(wait=False)
        ends = time.monotonic() + patience
        for future in self._futures:
            if not _has_ended(future, ends - time.monotonic()):
                return False
        for pool in pools:
            pool.shutdown(wait=True)
        return True

    def _start(self, job: Job, title: str, work: Callable[[], object], threads: str) -> None:
        self._running.append(job)
        job.finished.connect(self._forget)
        job.stuck.connect(self._go_on)
        if title:
            self.started.emit(job, title)
        self._futures = [one for one in self._futures if not one.done()]
        self._futures.append(self._threads(threads).submit(job.run, work))

    def _go_on(self) -> None:
        """Give what comes next other threads than those that may wait for ever."""
        for threads in ("job", "quiet"):
            self._pools.pop(threads, None)

    def _threads(self, name: str) -> "ThreadPoolExecutor":
        if name not in self._pools:
            from concurrent.futures import ThreadPoolExecutor  # not before the first paint

            most = 1 if name == "look" else 2
            self._pools[name] = ThreadPoolExecutor(max_workers=most, thread_name_prefix=name)
        return self._pools[name]

    @Slot()
    def _forget(self) -> None:
        self._running = [job for job in self._running if not job.ended]


def _has_ended(future: "Future[None]", patience: float) -> bool:
    from concurrent.futures import wait  # as above

    return not wait((future,), max(0.0, patience)).not_done


class _CancelledError(Exception):
    """The work was told to stop, and did."""
