"""Steps and their changes as rows: the undo log, and the record of who changed what and when.

Each step's hash covers its content and the hash before it, so that a changed or cut history shows.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection

from evidence_board.model.change import Change, ChangeSet
from evidence_board.model.kinds import KIND_OF
from evidence_board.model.record import Plain, Record
from evidence_board.project.schema import canonical

State = Literal["done", "undone", "abandoned"]
START = "0" * 64


@dataclass(frozen=True)
class Step:
    """One thing that a person did: `at` is UTC, `hash` seals it and all before it."""

    seq: int
    id: str
    label: str
    at: str
    author: str
    state: State
    schema_version: int
    hash: str


def seal(before: str, step: Step, changes: Iterable[Plain]) -> str:
    """Return the SHA-256 over the hash before, the step's content and its changes.

    The state is left out: undoing and redoing change it.
    """
    content: list[Plain] = [before, step.seq, step.id, step.label, step.at, step.author]
    content += [step.schema_version, list(changes)]
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def image(change: Change) -> list[Plain]:
    """Return a change as the row images that are stored: record kind, id, before, after."""
    record = change.record
    return [
        record.table,
        record.id,
        change.before.plain() if change.before else None,
        change.after.plain() if change.after else None,
    ]


def read_steps(connection: Connection) -> tuple[Step, ...]:
    """Return all steps, oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT seq, id, label, at, author, state, schema_version, hash FROM step ORDER BY seq"
    )
    return tuple(Step(*row) for row in rows)


def read_changes(connection: Connection, seq: int) -> ChangeSet:
    """Return the changes of a step, in the order in which they were made."""
    return ChangeSet(tuple(_change(*row) for row in _rows(connection, seq)))


def write_step(connection: Connection, step: Step, changes: ChangeSet) -> None:
    """Store a step and its changes."""
    connection.exec_driver_sql(
        "INSERT INTO step (seq, id, label, at, author, state, schema_version, hash) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        tuple(step.__dict__.values()),
    )
    rows = [
        (
            step.seq,
            place,
            change.record.table,
            change.record.id,
            _text(change.before),
            _text(change.after),
        )
        for place, change in enumerate(changes.changes)
    ]
    connection.exec_driver_sql(
        "INSERT INTO change (step, seq, record, record_id, before, after) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        rows,
    )


def abandon_undone(connection: Connection) -> None:
    """Let go of the undone steps: a new one takes their place."""
    connection.exec_driver_sql("UPDATE step SET state = 'abandoned' WHERE state = 'undone'")


def highest_number(connection: Connection, table: str) -> int:
    """Return the highest number of the records of a kind that were there once and are not now."""
    row = connection.exec_driver_sql(
        "SELECT max(json_extract(coalesce(before, after), '$.number')) FROM change "
        "WHERE record = ? AND (after IS NULL OR before IS NULL AND step IN "
        "(SELECT seq FROM step WHERE state <> 'done'))",
        (table,),
    ).one()
    return int(row[0] or 0)


def write_state(connection: Connection, seq: int, state: State) -> None:
    """Mark a step as done or undone."""
    connection.exec_driver_sql("UPDATE step SET state = ? WHERE seq = ?", (state, seq))


def _rows(connection: Connection, seq: int) -> list[tuple[str, str, str | None, str | None]]:
    rows = connection.exec_driver_sql(
        "SELECT record, record_id, before, after FROM change WHERE step = ? ORDER BY seq", (seq,)
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def _change(table: str, id: str, before: str | None, after: str | None) -> Change:
    return Change(_record(table, before), _record(table, after))


def _record(table: str, text: str | None) -> Record | None:
    return KIND_OF[table].model_validate(json.loads(text)) if text is not None else None


def _text(record: Record | None) -> str | None:
    return None if record is None else canonical(record.plain())


def loaded(text: str | None) -> Plain:
    """Return a stored row image as JSON values."""
    plain: Plain = None if text is None else json.loads(text)
    return plain
