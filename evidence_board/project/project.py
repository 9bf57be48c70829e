"""An open project: reads from memory, changes in transactions, undo as history."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Self, TypeVar

from sqlalchemy import Engine

from evidence_board.model.capture import Capture
from evidence_board.model.change import ChangeSet
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.project import attachments, history, loading, lock, opening, replaying, search
from evidence_board.project.collecting import collection_held_off
from evidence_board.project.connection import FileConnection
from evidence_board.project.errors import Conflict, NotAProject, ProjectError, ReadOnly
from evidence_board.project.history import Step
from evidence_board.project.images import images
from evidence_board.project.ledger import Ledger
from evidence_board.project.search import Match
from evidence_board.project.transaction import Transaction

R = TypeVar("R", bound=Record)
Observer = Callable[[ChangeSet], None]
Clock = Callable[[], str]


def utc_now() -> str:
    """Return the present time as UTC, ISO 8601 to the second, with Z."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Project:
    """One project file, held open. Made by `create` or `open`; give it back with `close`.

    Reads cost nothing: all records are in memory; texts and originals are read when asked for.
    Errors of the world are ProjectErrors with a sentence for the person.
    """

    def __init__(self, path: Path, engine: Engine, clock: Clock, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self.saved_at: str | None = None
        self._clock = clock
        self._file = FileConnection(engine)
        self._observers: list[Observer] = []
        self._transaction: Transaction | None = None
        self._fault = self._reload(path)

    @classmethod
    def create(
        cls, path: Path, record: ProjectRecord, *further: Record, clock: Clock = utc_now
    ) -> Self:
        """Make a project file that holds these records; it is on disk when this returns."""
        path = opening.real(path)
        engine = opening.connect_new(path)
        try:
            lock.acquire(path, clock())
            project = cls(path, engine, clock, read_only=False)
            with project.transaction("Create project") as tx:
                for one in (record, *further):
                    tx.add(one)
        except BaseException:
            engine.dispose()
            opening.discard_new(path)
            lock.release(path)
            raise
        return project

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False, clock: Clock = utc_now) -> Self:
        """Open a project file; the errors say why one cannot be opened."""
        path = opening.real(path)
        if lock.held_here(path) or not read_only:
            read_only = not lock.acquire(path, clock()) or read_only
        if read_only:
            return cls._connected(path, clock, read_only=True)
        try:
            return cls._connected(path, clock, read_only=False)
        except ReadOnly:
            lock.release(path)
            return cls._connected(path, clock, read_only=True)
        except BaseException:
            lock.release(path)
            raise

    @classmethod
    def _connected(cls, path: Path, clock: Clock, *, read_only: bool) -> Self:
        with opening.connected(path, read_only=read_only) as engine:
            project = cls(path, engine, clock, read_only=read_only)
            if project._fault:
                raise NotAProject(project._fault)
        return project

    def save_copy(self, path: Path) -> None:
        """Copy the project, history and all, to a file that is not there yet.

        ProjectError says why not; then nothing is left at `path`. This project stays as it is.
        """
        self._file.copy_to(path)

    def close(self) -> None:
        """Close the file, leaving nothing beside it; closing again does nothing."""
        if self._file.closed:
            return
        self._file.close(tidy=not self.read_only)
        if not self.read_only:
            lock.release(self.path)

    @property
    def record(self) -> ProjectRecord:
        """What the project says of itself."""
        return self._records.all(ProjectRecord)[0]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return the records of a kind, in the order in which they were added."""
        return self._records.all(kind)

    def count(self, kind: type[Record]) -> int:
        """Return how many records of a kind there are."""
        return self._records.count(kind)

    def columns(self, kind: type[Record], *names: str) -> tuple[list[object], ...]:
        """Return fields of all records of a kind as they are now, in the order of `all`.

        A list for each, and no record is made. An object among the values must not be changed.
        """
        return self._records.columns(kind, *names)

    def get(self, kind: type[R], id: str) -> R:
        """Return a record by kind and id; KeyError if there is none."""
        return self._records.get(kind, id)

    def holding(self, ids: Iterable[str]) -> set[str]:
        """Return which of these ids are those of records."""
        return self._records.holding(ids)

    def find(self, id: str) -> Record | None:
        """Return the record with this id, of whatever kind, or None."""
        return self._records.find(id)

    def referrers(self, id: str) -> tuple[Record, ...]:
        """Return the records that hold this id in one of their references."""
        return self._records.referrers(id)

    def prepare(self, seconds: float) -> bool:
        """Make ready, for so long, what the first `find` and `referrers` need; whether all is."""
        return self._records.prepare(seconds)

    def capture_of(self, source: str) -> Capture | None:
        """Return the newest capture of a source; None when it is cited only."""
        held = [one for one in self.referrers(source) if isinstance(one, Capture)]
        return max(held, key=lambda one: (one.captured_at, one.id), default=None)

    def text(self, capture: Capture) -> str:
        """Return the extracted text of a capture, exactly as it was extracted."""
        return self._attachment(capture.text_sha256).decode()

    def original(self, capture: Capture) -> bytes:
        """Return the sealed original bytes of a capture."""
        return self._attachment(capture.sha256)

    def search(self, words: str, limit: int = 50) -> tuple[Match, ...]:
        """Return the records that hold all the words, best first."""
        with self._file.reading() as connection:
            return tuple(search.matches(connection, words, limit))

    def steps(self) -> tuple[Step, ...]:
        """Return the history, oldest step first."""
        return self._ledger.all()

    def changes_of(self, step: Step) -> ChangeSet:
        """Return what a step changed."""
        with self._file.reading() as connection:
            return replaying.told(history.read_images(connection, step.seq))

    def now(self) -> str:
        """Return the present time of the project's clock, UTC."""
        return self._clock()

    # Changing

    @contextmanager
    def transaction(self, label: str) -> Iterator[Transaction]:
        """Change the project: all of the block is saved as one step, or nothing is.

        The label is an imperative, shown by Edit > Undo. Observers are told after the commit.
        """
        assert self._transaction is None, "a transaction inside a transaction"
        self._refuse_if_read_only()
        tx = self._transaction = Transaction(self._file.sql, self._records)
        with collection_held_off(), self._saving(tx):
            yield tx
            tx.check()
            tx.write()
            step = self._write_step(label, tx.changes()) if tx.changes().changes else None
        if step is not None:
            self._ledger.add(step)
        self._saved(tx.changes())

    @property
    def undo_label(self) -> str | None:
        """The label of the step that undo would take back, or None."""
        step = self._ledger.undoable()
        return step.label if step else None

    @property
    def redo_label(self) -> str | None:
        """The label of the step that redo would repeat, or None."""
        step = self._ledger.redoable()
        return step.label if step else None

    def undo(self) -> ChangeSet:
        """Take back the newest step that is done; Conflict if its rows changed since."""
        return self._replay(self._ledger.undoable(), "undone")

    def redo(self) -> ChangeSet:
        """Repeat the oldest step that is undone; Conflict if its rows changed since."""
        return self._replay(self._ledger.redoable(), "done")

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call the observer after each change; returns the call that stops it."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    @contextmanager
    def _saving(self, tx: Transaction) -> Iterator[None]:
        """Commit what the transaction does in the block, or take it all back."""
        try:
            with self._file.writing():
                yield
        except BaseException as error:
            tx.take_back()
            self._transaction = None
            if isinstance(error, ProjectError):
                self._read_again()
            raise
        finally:
            tx.close()
            self._transaction = None

    def _replay(self, step: Step | None, state: history.State) -> ChangeSet:
        if step is None:
            raise ProjectError(f"There is nothing to {'undo' if state == 'undone' else 'redo'}.")
        self._refuse_if_read_only()
        tx = Transaction(self._file.sql, self._records)
        with collection_held_off():
            with self._file.reading() as connection:
                told = history.read_images(connection, step.seq)
            if state == "undone":
                told = tuple(one.inverse() for one in reversed(told))
            changes = replaying.replayed(self._records, told)
            if changes is None:
                raise Conflict(f"“{step.label}” cannot be replayed: its records changed since.")
            with self._saving(tx):
                tx.repeat(changes)
                tx.write()
                history.write_state(self._file.sql, step.seq, state)
        self._ledger.mark(step, state)
        self._saved(changes)
        return changes

    def _write_step(self, label: str, changes: ChangeSet) -> Step:
        made = images(changes)
        step = self._ledger.next(label, self._clock(), self.record.author, made)
        if self._ledger.redoable() is not None:
            history.abandon_undone(self._file.sql)
        history.write_step(self._file.sql, step, made)
        return step

    def _reload(self, path: Path | None = None) -> str:
        """Read all records and steps; returns what is wrong with them, or nothing.

        With the path, at the beginning, when no other file can have come to lie there.
        """
        with self._file.reading_all() as connection:
            records, fault = loading.load(connection, path)
            self._ledger = Ledger(history.read_steps(connection))
            self._records = records
        return fault

    def _read_again(self) -> None:
        """Show what the file holds: after an error of the world that is not certain any more."""
        known = self._records
        with suppress(ProjectError):
            self._reload()
        self._tell(known.differences(self._records))

    def _attachment(self, digest: str) -> bytes:
        with self._file.reading() as connection:
            return attachments.fetch(connection, digest)

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise ReadOnly("This project is open to read only. Save a copy to change it.")

    def _saved(self, changes: ChangeSet) -> None:
        self.saved_at = self._clock()
        self._tell(changes)

    def _tell(self, changes: ChangeSet) -> None:
        if changes.changes:
            for observer in tuple(self._observers):
                observer(changes)
