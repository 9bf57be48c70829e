"""The records in memory, the steps and the file behind them: changed together or not at all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, Engine

from evidence_board.model.change import Change, ChangeSet, Extent
from evidence_board.model.content import Bytes
from evidence_board.model.kinds import KINDS
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Numbered, Record
from evidence_board.project import history, loading, replaying, setting_aside
from evidence_board.project.clock import Clock
from evidence_board.project.errors import (
    ChangedElsewhere,
    Conflict,
    ProjectError,
    after_second_reading,
)
from evidence_board.project.history import State, Step
from evidence_board.project.images import pictured
from evidence_board.project.ledger import Ledger
from evidence_board.project.problem import Problem
from evidence_board.project.records import Records
from evidence_board.project.saving import Continued, NewStep, Replay, Save
from evidence_board.project.store import Store

_NUMBERED = tuple(kind for kind in KINDS if issubclass(kind, Numbered))

Tell = Callable[[ChangeSet], None]
Failed = Callable[[BaseException], None]


class Session:
    """What a project works on from opening to closing; `tell` hears what memory changed by itself.

    `fault` is what is wrong with the file that was read, in a sentence, or nothing; `aside` are the
    rows that were left out where only the sound rest of it was asked for.
    """

    def __init__(
        self, engine: Engine, path: Path, clock: Clock, tell: Tell, *, sound_rest: bool = False
    ) -> None:
        self.store = Store(engine, path)
        self.saved_at: str | None = None
        self.records: Records
        self.ledger: Ledger
        self.aside: tuple[Problem, ...] = ()
        self._sound_rest = sound_rest
        self._clock = clock
        self._tell = tell
        self._tell_failure: Failed = _nobody
        self._typing: tuple[object, NewStep | None] = (None, None)
        """What is being typed, and the newest step, to which more of it belongs."""
        self.fault = self._read(path)

    def save_in_background(self, notify: Callable[[], None], failed: Failed) -> None:
        """Save in a thread from now on; `notify` is called there, `failed` by `follow`."""
        self._tell_failure = failed
        self.store.save_in_background(notify)

    def add_step(
        self,
        label: str,
        author: str,
        changes: ChangeSet,
        kept: dict[str, Bytes],
        typing: object = None,
    ) -> None:
        """Save, as a new step, changes that memory holds already; or take them back.

        With the `typing` of the newest step they become part of that one.
        """
        at, former = self._clock(), self._typed(typing)
        if former is not None:
            more = Continued(former.step._replace(at=at), changes, kept, former)
            self._save(more)
            self._typing = (typing, more.whole)
            return
        new = self.ledger.new_step(self.ledger.next(label, at, author), changes, kept)
        self._save(new)
        self._typing = (typing, replace(new, kept={}))  # bytes are not held for it

    def replay(self, step: Step, state: State) -> ChangeSet:
        """Take a step back or repeat it; Conflict if its records changed since."""
        changes = self._to_replay(step, state)
        if changes is None:
            raise Conflict(f"“{step.label}” cannot be replayed: its records changed since.")
        self.records.apply(changes)
        if self.ledger.changes_of(step) is None:
            try:
                replaying.refuse_unsound(changes, self.records, self.store.keeps, step.label)
            except ProjectError:
                self.records.apply(changes.inverse())
                raise
        self._save(Replay(step, changes, {}, state))
        return changes

    def changes_of(self, step: Step) -> ChangeSet:
        """Return what a step changed."""
        recent = self.ledger.changes_of(step)
        return replaying.told(self.store.images(step)) if recent is None else recent

    def extents_of(self, step: Step, most: int) -> tuple[Extent, ...]:
        """Return how many records of each kind a step changed, of so many changes at most."""
        recent = self.ledger.changes_of(step)
        return self.store.extents(step, most) if recent is None else recent.extents()

    def newest_changes(self, id: str, most: int) -> tuple[tuple[Step, Change], ...]:
        """Return the newest changes of a record with their steps, newest first."""
        found = self.store.newest_images(id, most)
        steps = (self.ledger.find(seq) for seq, _ in found)
        changes = replaying.told(image for _, image in found).changes
        return tuple(
            (step, change) for step, change in zip(steps, changes, strict=True) if step is not None
        )

    def last_known(self, id: str) -> Record | None:
        """Return a record that is gone as it was last; None if there never was one."""
        recent = self.ledger.last_known(id)
        if recent is not None:
            return recent
        image = self.store.last_image(id)
        return None if image is None else pictured(image.table, image.after or image.before)

    def count_numbers(self) -> bool:
        """Learn of one more kind which numbers were given before; whether that is known of all.

        Also if the file cannot be read just now: the act that needs a number will ask again. It
        never waits for another thread, which may itself wait for a drive that does not answer.
        """
        kind = next((one for one in _NUMBERED if not self.records.counts(one)), None)
        if kind is None:
            return True
        if not self.store.is_free:
            return False
        try:
            self.records.count_from(kind, self.store.highest_number(kind.table))
        except ProjectError:
            return True
        return False

    def follow(self) -> None:
        """Take in what became of saves in the background."""
        for outcome in self.store.outcomes():
            if isinstance(outcome, Step):
                self.ledger.seal(outcome)
                self.saved_at = self._clock()
            else:
                self._give_up(outcome)

    def _typed(self, typing: object) -> NewStep | None:
        """Return the newest step if it is what is being typed, else None."""
        known, new = self._typing
        newest = self.ledger.newest()
        if typing is None or known is not typing or new is None or newest is None:
            return None
        return replace(new, step=newest) if newest.id == new.step.id else None

    def _save(self, save: Save) -> None:
        if self.store.in_background:
            self.store.put(save)
            self.ledger.take(save)
            return
        try:
            written = self.store.save_now(save)
        except BaseException as error:
            self.records.apply(save.changes.inverse())
            if isinstance(error, ProjectError):
                raise after_second_reading(error, readable=self._read_again()) from error
            raise
        self.ledger.take(save)
        self.ledger.seal(written)
        self.saved_at = self._clock()

    def _give_up(self, error: BaseException) -> None:
        """Take back what is not in the file, show what is there, and tell why."""
        self._typing = (None, None)
        for save in self.store.give_up():
            self.ledger.take_back(save)
            changes = save.changes.inverse()
            self.records.apply(changes)
            self._tell(changes)
        readable = self._read_again()
        self.store.resume()
        self._tell_failure(after_second_reading(error, readable=readable))

    def _to_replay(self, step: Step, state: State) -> ChangeSet | None:
        recent = self.ledger.changes_of(step)
        if recent is not None:
            changes = recent if state == "done" else recent.inverse()
            return changes if replaying.can_be_made(self.records, changes) else None
        told = self.store.images(step)
        if state == "undone":
            told = tuple(one.inverse() for one in reversed(told))
        return replaying.replayed(self.records, told)

    def _read(self, path: Path | None = None) -> str:
        """Read all records and steps; returns what is wrong with them, or nothing.

        With the path, at the beginning, when no other file can have come to lie there.
        """
        with self.store.reading_all() as connection:
            records, fault = self._load(connection, path)
            self.ledger = Ledger(history.read_steps(connection))
            self.records = records
        self.store.start_from(self.ledger.head)
        return fault

    def _load(self, connection: Connection, path: Path | None) -> tuple[Records, str]:
        if not self._sound_rest:
            return loading.load(connection, path)
        records, self.aside = setting_aside.load(connection)
        return records, ""

    def follow_others(self) -> bool:
        """Show what another program wrote to the file, if it did; whether it did.

        Overwritten says that it is not this project any more; memory keeps what it was.
        """
        if not self.store.changed_elsewhere():
            return False
        if not self._read_again():
            raise after_second_reading(ChangedElsewhere(), readable=False)
        return True

    def _read_again(self) -> bool:
        """Show what the file holds: after an error of the world that is not certain any more.

        Returns whether the whole file could be read and is this project still; else memory keeps
        what it was, and nothing is saved to the file.
        """
        known, ledger = self.records, self.ledger
        try:
            fault = self._read()
        except ProjectError:
            return False
        if fault or _project(self.records) != _project(known):
            self.records, self.ledger = known, ledger
            self.store.distrust()
            return False
        self._tell(known.differences(self.records))
        return True


def _project(records: Records) -> list[object]:
    """Return the id of the project that the records are of; no record is made for it."""
    return records.columns(ProjectRecord, "id")[0]


def _nobody(_error: BaseException) -> None:
    """Tell nobody: saves are made at once, and their errors raised."""
