"""What is being made of a project beside its window, and what closing the window does to it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from evidence_board.ui.jobs import Job, Jobs, Refusals
from evidence_board.ui.wording import translate


class UnderWay(QObject):
    """Runs jobs that make a file somebody waits for, and knows which of them go on."""

    silent = Signal(str)
    """The drive of such a file does not answer: a sentence that says so."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        """Run them by ``jobs``; belong to ``parent``."""
        super().__init__(parent)
        self._jobs = jobs
        self._making: dict[Job, str] = {}

    def run(self, title: str, path: Path, work: Callable[[], object], expected: Refusals) -> Job:
        """Run ``work``, which makes the file at ``path``, as `Jobs.run` does."""
        return self.follow(self._jobs.run(title, work, expected), title, path)

    def follow(self, job: Job, title: str, path: Path) -> Job:
        """Keep a job that was begun, until it ends."""
        self._making[job] = title
        job.finished.connect(lambda: self._making.pop(job, None))
        job.stuck.connect(lambda: self._tell_stuck(job, path))
        return job

    def titles(self) -> tuple[str, ...]:
        """Return what goes on, in the order in which it was begun."""
        return tuple(dict.fromkeys(self._making.values()))

    def stop(self) -> None:
        """Stop all of it; nobody waits for it any more."""
        for job in tuple(self._making):
            job.cancel()

    def _tell_stuck(self, job: Job, path: Path) -> None:
        self._making.pop(job, None)
        self.silent.emit(no_answer(path))


def no_answer(path: Path) -> str:
    """Return that work on a file was to stop, and waits for the place of the file."""
    told = translate(
        "UnderWay",
        "{folder} does not answer. “{name}” is not made; what was begun of it is removed once the "
        "place answers.",
    )
    return told.format(folder=path.parent, name=path.name)
