"""What one act writes to the file, as values: made by the ledger, written by the writer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import Connection

from evidence_board.model.change import ChangeSet
from evidence_board.model.content import Bytes
from evidence_board.project import attachments, history, rows, search
from evidence_board.project.engine import driver
from evidence_board.project.history import State, Step
from evidence_board.project.images import images


class Heads(NamedTuple):
    """The hashes of the newest step in the file and of the one before it."""

    before: str
    newest: str


@dataclass(frozen=True)
class Save:
    """The changes of one act, the bytes it keeps by their SHA-256, and the step it concerns."""

    step: Step
    changes: ChangeSet
    kept: Mapping[str, Bytes]

    def write(self, connection: Connection, heads: Heads) -> tuple[Step, Heads]:
        """Write it inside a transaction; returns the step and the heads as they are then."""
        self.write_records(connection)
        return self.write_step(connection, heads)

    def write_records(self, connection: Connection) -> None:
        """Write the bytes and the records, without the step that tells of them."""
        for digest, content in self.kept.items():
            attachments.keep(connection, digest, content)
        for run in self.changes.runs:
            rows.write(driver(connection), run)
            search.index(connection, run)

    def write_step(self, connection: Connection, heads: Heads) -> tuple[Step, Heads]:
        """Write the step into the history; returns it and the heads as they are then."""
        raise NotImplementedError


@dataclass(frozen=True)
class NewStep(Save):
    """A new step, which comes without its hash."""

    abandons: tuple[Step, ...] = ()
    """The undone steps that are let go of with it, as they were."""

    def write_step(self, connection: Connection, heads: Heads) -> tuple[Step, Heads]:
        """Write a step that follows the newest one."""
        made = images(self.changes)
        sealed = self.step._replace(hash=history.seal(heads.newest, self.step, made))
        if self.abandons:
            history.abandon_undone(connection)
        history.write_step(connection, sealed, made)
        return sealed, Heads(heads.newest, sealed.hash)


@dataclass(frozen=True)
class Continued(Save):
    """More of the newest step: someone goes on typing. If nothing is left of it, it is gone."""

    former: NewStep
    """The step as it was before."""

    @cached_property
    def whole(self) -> NewStep:
        """The step as it is then."""
        changes = self.former.changes.then(self.changes)
        return NewStep(self.step, changes, {}, abandons=self.former.abandons)

    def write_step(self, connection: Connection, heads: Heads) -> tuple[Step, Heads]:
        """Write the whole step anew, in place of what it was; nothing where nothing is left."""
        made = images(self.whole.changes)
        if not made:
            history.rewrite_newest(connection, self.step, ())
            history.restore_undone(connection, self.former.abandons)
            return self.step, Heads("", heads.before)
        sealed = self.step._replace(hash=history.seal(heads.before, self.step, made))
        history.rewrite_newest(connection, sealed, made)
        return sealed, Heads(heads.before, sealed.hash)


@dataclass(frozen=True)
class Replay(Save):
    """A step that is undone or redone."""

    state: State

    def write_step(self, connection: Connection, heads: Heads) -> tuple[Step, Heads]:
        """Write whether the step is done or undone now."""
        history.write_state(connection, self.step.seq, self.state)
        return self.step._replace(state=self.state), heads


def goes_on(save: Save, later: Save) -> bool:
    """Whether a save is more of the step of the one before it, and leaves something of it."""
    if not isinstance(later, Continued) or later.step.id != save.step.id:
        return False
    return bool(later.whole.changes.changes)


def write_together(
    saves: Sequence[Save], connection: Connection, heads: Heads
) -> tuple[Step, Heads]:
    """Write saves of which each goes on with the one before; their step is written once."""
    for one in saves:
        one.write_records(connection)
    last = saves[-1]
    if isinstance(saves[0], NewStep) and isinstance(last, Continued):
        return last.whole.write_step(connection, heads)
    return last.write_step(connection, heads)
