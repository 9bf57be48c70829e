"""Writing a whole project file anew: records, history and sealed bytes, and nothing else.

What was deleted before cannot be in it: no page of another file comes along.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.content import Bytes
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from evidence_board.project import history, opening, rows, sealed, search
from evidence_board.project.engine import driver
from evidence_board.project.history import Step
from evidence_board.project.images import Image, images
from evidence_board.project.ledger import Ledger
from evidence_board.project.new_file import not_copied

Sealed = tuple[str, Bytes]
"""A SHA-256 and the bytes kept under it; they may differ where a file was damaged."""


@dataclass(frozen=True)
class Past:
    """Steps of a history from its first one on, and what each changed."""

    steps: tuple[Step, ...] = ()
    images: Mapping[int, Sequence[Image]] | None = None

    def of(self, step: Step) -> Sequence[Image]:
        """Return what a step changed."""
        return (self.images or {}).get(step.seq, ())


@dataclass(frozen=True)
class Addition:
    """One more step: what it is called, when it was done, and what it changed.

    It has no author, for whoever makes the file was not asked.
    """

    label: str
    at: str
    changes: ChangeSet


def write(
    path: Path,
    records: Sequence[Record],
    kept: Iterable[Sealed],
    past: Past,
    addition: Addition | None = None,
) -> None:
    """Make a project file of these; ProjectError if that is not to be had.

    With an addition, steps that were undone are abandoned, as after every new step.
    """
    engine = opening.connect_new(path)
    try:
        with engine.connect() as connection, connection.begin():
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            for digest, content in kept:
                sealed.write(driver(connection), digest, content)
            _add(connection, records)
            _tell(connection, past, addition)
        with engine.connect() as connection:
            driver(connection).execute("PRAGMA journal_mode = DELETE")
    except (DBAPIError, sqlite3.Error) as error:
        raise not_copied(error) from error
    finally:
        engine.dispose()


def all_added(records: Iterable[Record]) -> ChangeSet:
    """Return the change set that adds all of these."""
    return ChangeSet(tuple([Change(None, record) for record in records]))


def _add(connection: Connection, records: Sequence[Record]) -> None:
    """Write rows and search index, each kind in the order given."""
    ordered = (one for kind in KINDS for one in records if type(one) is kind)
    for run in all_added(ordered).runs:
        rows.write(driver(connection), run)
        search.index(connection, run)


def _tell(connection: Connection, past: Past, addition: Addition | None) -> None:
    for step in past.steps:
        history.write_step(connection, step, past.of(step))
    if addition is not None:
        made = images(addition.changes)
        ledger = Ledger(past.steps)
        step = ledger.next(addition.label, addition.at, "")
        history.abandon_undone(connection)
        whole = step._replace(hash=history.seal(ledger.head, step, made))
        history.write_step(connection, whole, made)
