"""An open project: reads from memory, changes in transactions, undo as history."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from sqlalchemy import Engine

from evidence_board.model.change import ChangeSet
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Record
from evidence_board.project import leftovers, lock, opening, presence, whereabouts
from evidence_board.project.clock import Clock, utc_now
from evidence_board.project.collecting import collection_held_off
from evidence_board.project.errors import ProjectError, ReadOnly, UnsoundRows
from evidence_board.project.held import Held
from evidence_board.project.history import State, Step
from evidence_board.project.new_file import of_new_file
from evidence_board.project.session import Failed, Session
from evidence_board.project.soundness import refused_in_words
from evidence_board.project.telling import Told, tell_nobody
from evidence_board.project.transaction import Transaction

Observer = Callable[[ChangeSet], None]


class Project(Held):
    """One project file, held open. Made by `create` or `open`; give it back with `close`.

    Reads cost nothing: all records are in memory; texts and originals are read when asked for.
    Errors of the world are ProjectErrors with a sentence for the person.
    """

    def __init__(
        self,
        path: Path,
        engine: Engine,
        clock: Clock,
        *,
        read_only: bool,
        sound_rest: bool = False,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.author = ""
        """Who makes the steps from now on, as that person said; nobody is named unless asked."""
        self.awaited: Record | None = None
        """What is added with the first record that refers to it, in the same step."""
        self._clock = clock
        self._lies_at = presence.identity(path)
        self._observers: list[Observer] = []
        self._transaction: Transaction | None = None
        self._typing: object = None
        self._presence: presence.Identity | None = None
        self._session = Session(engine, path, clock, self._tell, sound_rest=sound_rest)

    @classmethod
    def create(
        cls,
        path: Path,
        record: ProjectRecord,
        *further: Record,
        author: str = "",
        clock: Clock = utc_now,
    ) -> Self:
        """Make a project file that holds these records; it is on disk when this returns."""
        path = opening.real(path)
        engine = opening.connect_new(path)
        try:
            lock.acquire(path, clock())
            project = cls(path, engine, clock, read_only=False)
            project.author = author
            project._presence = presence.begin(path, record.id)
            with project.transaction("Create project") as tx:
                for one in (record, *further):
                    tx.add(one)
        except BaseException as error:
            engine.dispose()
            with suppress(OSError):
                presence.end(presence.identity(path))
            opening.discard_new(path)
            lock.release(path)
            if isinstance(error, ProjectError):
                raise of_new_file(error) from error
            raise
        return project

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        sound_rest: bool = False,
        clock: Clock = utc_now,
        told: Told = tell_nobody,
    ) -> Self:
        """Open a project file; the errors say why one cannot be opened.

        One of an older version is converted first, and `told` is called with how far that is; what
        it raises leaves the file as it was.

        Where that is UnsoundRows, `sound_rest` opens what is sound, to read only: an edit beside
        rows that are set aside could lose them, or be taken back into what is not there.
        """
        path = opening.real(path)
        opening.look(path)
        lock.refuse_if_open(path, read_only=read_only or sound_rest)
        if sound_rest:
            with opening.connected(path, read_only=True, rows=False) as engine:
                return cls(path, engine, clock, read_only=True, sound_rest=True)
        if lock.held_here(path) or not read_only:
            read_only = not lock.acquire(path, clock()) or read_only
        if read_only:
            return cls._connected(path, clock, read_only=True)
        try:
            return cls._connected(path, clock, read_only=False, told=told)
        except ReadOnly:
            lock.release(path)
            return cls._connected(path, clock, read_only=True)
        except BaseException:
            lock.release(path)
            raise

    @classmethod
    def _connected(
        cls, path: Path, clock: Clock, *, read_only: bool, told: Told = tell_nobody
    ) -> Self:
        with (
            refused_in_words(path),
            opening.connected(path, read_only=read_only, told=told) as engine,
        ):
            project = cls(path, engine, clock, read_only=read_only)
            if project._session.fault:
                raise UnsoundRows(project._session.fault)
        if not read_only:
            (id,) = project._records.columns(ProjectRecord, "id")[0]
            project._presence = presence.begin(path, str(id))
        return project

    def save_copy(self, path: Path, told: Told = tell_nobody) -> None:
        """Copy the project, history and all, to a file that is not there yet; in any thread.

        It can be read and changed meanwhile. ProjectError says why not; then nothing is left at
        `path`. While the file lies where it was opened, `copying_process` copies it as well.
        """
        self._session.store.copy_to(path, told)

    def close(self) -> None:
        """Close the file, leaving nothing beside it; closing again does nothing.

        What is being saved is saved first; `settle` before tells whether it could be.
        """
        if self.closed:
            return
        self._session.store.close(tidy=not self.read_only)
        if not self.read_only:
            lock.release(self.path)
            if self._presence is not None:
                # Where the disk fails to the end a save may still have to be taken back.
                ended = presence.leave if leftovers.unfinished(self.path) else presence.end
                ended(self._presence)

    # Changing

    @contextmanager
    def transaction(self, label: str) -> Iterator[Transaction]:
        """Change the project: all of the block is saved as one step, or nothing is.

        The label is an imperative, shown by Edit > Undo. Observers are told after the commit, or
        at once where saves are made in the background.
        """
        assert self._transaction is None, "a transaction inside a transaction"
        self._refuse_if_read_only()
        self._session.ledger.refuse_if_full()
        with collection_held_off():
            with self._changing() as tx:
                yield tx
            changes = tx.changes()
            if changes.changes:
                given = label, self.author, changes, tx.kept_bytes, self._typing
                self._session.add_step(*given)
        self._tell(changes)

    @contextmanager
    def typing(self, session: object) -> Iterator[None]:
        """Let changes belong to the newest step, if it is of the same typing session.

        So text is saved while it is written, and one edit is one step; none if it ends as it began.
        """
        self._typing = session
        try:
            yield
        finally:
            self._typing = None

    @property
    def undo_label(self) -> str | None:
        """The label of the step that undo would take back, or None."""
        step = self._session.ledger.undoable()
        return step.label if step else None

    @property
    def redo_label(self) -> str | None:
        """The label of the step that redo would repeat, or None."""
        step = self._session.ledger.redoable()
        return step.label if step else None

    def undo(self) -> ChangeSet:
        """Take back the newest step that is done; Conflict if its rows changed since."""
        return self._replay(self._session.ledger.undoable(), "undone")

    def redo(self) -> ChangeSet:
        """Repeat the oldest step that is undone; Conflict if its rows changed since."""
        return self._replay(self._session.ledger.redoable(), "done")

    def observe(self, observer: Observer) -> Callable[[], None]:
        """Call the observer after each change; returns the call that stops it."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    # Saving

    def save_in_background(self, notify: Callable[[], None], failed: Failed) -> None:
        """Let acts return before the disk has their changes; a thread saves them in order.

        After each save `notify` is called in that thread; let the owner's thread call
        `follow_saves` then. `failed` is told there why changes could not be saved; they were
        taken back before.
        """
        self._session.save_in_background(notify, failed)

    def hush(self) -> None:
        """Call `notify` no more: who follows the saves is about to go."""
        self._session.store.hush()

    @property
    def lies_at(self) -> presence.Identity:
        """Which file this is, whatever lies at its path by now."""
        return self._lies_at

    def trouble(self) -> str:
        """Return what became of the file since it was opened, in words; nothing if all is well."""
        return whereabouts.trouble(self.path, self._lies_at, read_only=self.read_only)

    def follow_others(self) -> bool:
        """Show what another program wrote to the file, if it did; whether it did.

        ProjectError says that the file cannot be read now, or is something else by now.
        """
        return self._session.follow_others()

    def follow_saves(self) -> None:
        """Take in what became of saves in the background."""
        self._session.follow()

    def settle(self) -> None:
        """Wait until all that was changed is saved, or was taken back and told."""
        self._session.store.settle()
        self.follow_saves()

    @contextmanager
    def _changing(self) -> Iterator[Transaction]:
        """Change memory; take it all back if the block fails."""
        tx = self._transaction = Transaction(self._records, self._session.store, self.awaited)
        try:
            yield tx
            tx.check()
        except BaseException:
            tx.take_back()
            raise
        finally:
            tx.close()
            self._transaction = None

    def _replay(self, step: Step | None, state: State) -> ChangeSet:
        if step is None:
            raise ProjectError(f"There is nothing to {'undo' if state == 'undone' else 'redo'}.")
        self._refuse_if_read_only()
        with collection_held_off():
            changes = self._session.replay(step, state)
        self._tell(changes)
        return changes

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise ReadOnly("This project is open to read only. Save a copy to change it.")

    def _tell(self, changes: ChangeSet) -> None:
        if changes.changes:
            for observer in tuple(self._observers):
                observer(changes)
