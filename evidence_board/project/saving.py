"""What one act writes to the file, as values: made by the project, written by the writer."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from evidence_board.model.change import ChangeSet
from evidence_board.project import attachments, history, rows, search
from evidence_board.project.engine import driver
from evidence_board.project.history import State, Step
from evidence_board.project.images import images


@dataclass(frozen=True)
class Save:
    """The changes of one act, the bytes it keeps by their SHA-256, and its place in the history.

    A new step comes without its hash; with `state` the step is an old one that is undone or
    redone.
    """

    step: Step
    changes: ChangeSet
    kept: Mapping[str, bytes]
    state: State | None = None
    abandons: tuple[Step, ...] = ()
    """The undone steps that are let go of with it, as they were."""

    def write(self, connection: Connection, head: str) -> Step:
        """Write it inside a transaction; `head` is the hash of the newest step in the file.

        Returns the step as it is there now, sealed.
        """
        for digest, content in self.kept.items():
            attachments.keep(connection, digest, content)
        for run in self.changes.runs:
            rows.write(driver(connection), run)
            search.index(connection, run)
        if self.state is not None:
            history.write_state(connection, self.step.seq, self.state)
            return replace(self.step, state=self.state)
        made = images(self.changes)
        sealed = replace(self.step, hash=history.seal(head, self.step, made))
        if self.abandons:
            history.abandon_undone(connection)
        history.write_step(connection, sealed, made)
        return sealed
