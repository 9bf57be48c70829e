"""The writer of an open project: each save is one transaction, one after the other.

By itself it writes at once. Given `begin`, it writes in a thread of its own, so that whoever acts
does not wait for the disk; what became of each save is found in `outcomes`. After a save that
failed nothing more is written until `resume`: what came after it was built on it.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Condition, Thread

from evidence_board.project.connection import FileConnection
from evidence_board.project.history import Step
from evidence_board.project.saving import Heads, Save, goes_on, write_together


@dataclass(frozen=True)
class Outcome:
    """What became of a save: the step as it is in the file, or why it is not there."""

    save: Save
    written: Step | None
    error: BaseException | None


class Writer:
    """Writes saves to one file; all but `_work` is called by the thread that owns the project."""

    def __init__(self, file: FileConnection) -> None:
        self._file = file
        self._heads = Heads("", "")
        self._thread: Thread | None = None
        self._notify: Callable[[], None] = _nobody
        self._waiting: deque[Save] = deque()
        self._outcomes: deque[Outcome] = deque()
        self._turn = Condition()
        """Guards the two queues and what follows."""
        self._busy = False
        self._failed = False
        self._ends = False

    @property
    def in_background(self) -> bool:
        """Whether saves are written by a thread."""
        return self._thread is not None

    def start_from(self, newest: str) -> None:
        """Take over the hash of the newest step in the file; nothing may be under way."""
        self._heads = Heads("", newest)

    def begin(self, notify: Callable[[], None]) -> None:
        """Write in a thread from now on; `notify` is called there after each save."""
        self._notify = notify
        self._thread = Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    def hush(self) -> None:
        """Tell nobody any more after each save: who was told is gone."""
        self._notify = _nobody

    def save_now(self, save: Save) -> Step:
        """Write a save here and now; the errors of `FileConnection.writing` say why not."""
        return self._save_together((save,))

    def _save_together(self, saves: Sequence[Save]) -> Step:
        with self._file.writing() as connection:
            written, heads = write_together(saves, connection, self._heads)
        self._heads = heads
        return written

    def put(self, save: Save) -> None:
        """Let the thread write a save after those before it."""
        with self._turn:
            self._waiting.append(save)
            self._turn.notify_all()

    def settle(self) -> None:
        """Wait until all that was put is written, or is known to have failed."""
        if self._thread is not None:
            with self._turn:
                self._turn.wait_for(lambda: not self._waiting and not self._busy)

    def outcomes(self) -> Iterator[Outcome]:
        """Yield what became of saves, in their order, once each."""
        while True:
            with self._turn:
                if not self._outcomes:
                    return
                outcome = self._outcomes.popleft()
            yield outcome

    def resume(self) -> None:
        """Write again after a failure."""
        with self._turn:
            self._outcomes.clear()
            self._failed = False

    def end(self) -> None:
        """Write what is left and end the thread."""
        if self._thread is None:
            return
        with self._turn:
            self._ends = True
            self._turn.notify_all()
        self._thread.join()
        self._thread = None

    def _work(self) -> None:
        while saves := self._next():
            outcomes = self._written(saves)
            with self._turn:
                self._outcomes.extend(outcomes)
                self._failed = outcomes[-1].error is not None
                if self._failed:
                    self._waiting.clear()
            self._notify()  # while busy still, so that nobody is told after `settle`
            with self._turn:
                self._busy = False
                self._turn.notify_all()

    def _next(self) -> list[Save]:
        """Return the next save and those that go on with it; none at the end."""
        with self._turn:
            while True:
                self._turn.wait_for(lambda: self._waiting or self._ends)
                if not self._waiting:
                    return []
                saves = [self._waiting.popleft()]
                while self._waiting and goes_on(saves[-1], self._waiting[0]):
                    saves.append(self._waiting.popleft())
                if not self._failed:  # else it was put before its owner knew
                    self._busy = True
                    return saves
                self._turn.notify_all()

    def _written(self, saves: Sequence[Save]) -> list[Outcome]:
        """Return what became of each; of saves that go on with each other all are there or none."""
        try:
            written = self._save_together(saves)
        except BaseException as error:  # told to the owner, who raises what is a fault of ours
            return [Outcome(saves[0], None, error)]
        return [Outcome(save, written, None) for save in saves]


def _nobody() -> None:
    """Tell nobody."""
