"""Steps and their changes as rows: the undo log, and the record of who changed what and when.

Each step's hash covers its content and the hash before it, so that a changed or cut history shows.
"""

import hashlib
from collections.abc import Iterable, Sequence
from json.encoder import encode_basestring as quoted
from typing import Literal, NamedTuple

from sqlalchemy import Connection

from evidence_board.model.change import Extent
from evidence_board.model.record import Plain
from evidence_board.project.collecting import collection_held_off
from evidence_board.project.engine import driver, plain_text
from evidence_board.project.images import Image
from evidence_board.project.schema import canonical

State = Literal["done", "undone", "abandoned"]
START = "0" * 64


class Step(NamedTuple):
    """One thing that a person did: `at` is UTC, `hash` seals it and all before it.

    A tuple, of which a hundred thousand are made of their rows while nobody notices.
    """

    seq: int
    id: str
    label: str
    at: str
    author: str
    state: State
    schema_version: int
    hash: str


def seal(before: str, step: Step, images: Iterable[Image]) -> str:
    """Return the SHA-256 over the hash before, the step's content and its changes.

    The state is left out: undoing and redoing change it. The images are JSON already, so the JSON
    of the whole is put together of them.
    """
    content: list[Plain] = [before, step.seq, step.id, step.label, step.at, step.author]
    head = canonical([*content, step.schema_version]).removesuffix("]")
    changes = ",".join(
        f"[{quoted(one.table)},{quoted(one.id)},{one.before or 'null'},{one.after or 'null'}]"
        for one in images
    )
    return hashlib.sha256(f"{head},[{changes}]]".encode()).hexdigest()


def read_steps(connection: Connection) -> tuple[Step, ...]:
    """Return all steps, oldest first."""
    rows = connection.exec_driver_sql(
        "SELECT seq, id, label, at, author, state, schema_version, hash FROM step ORDER BY seq"
    )
    with collection_held_off():
        return tuple(map(Step._make, rows))


def read_images(connection: Connection, seq: int) -> tuple[Image, ...]:
    """Return the changes of a step, in the order in which they were made."""
    raw = driver(connection)
    with plain_text(raw):
        rows = raw.execute(
            "SELECT record, record_id, before, after FROM change WHERE step = ? ORDER BY seq",
            (seq,),
        ).fetchall()
    return tuple(map(Image._make, rows))


def steps_of(connection: Connection, record: str) -> frozenset[int]:
    """Return the steps that touched a record, by their numbers; found by the index of ids."""
    rows = connection.exec_driver_sql("SELECT step FROM change WHERE record_id = ?", (record,))
    return frozenset(int(row[0]) for row in rows)


def read_extents(connection: Connection, seq: int, most: int) -> tuple[Extent, ...]:
    """Return how many records of each kind a step changed, of so many at most; none is read."""
    rows = connection.exec_driver_sql(
        "SELECT record, sum(before IS NULL), sum(before IS NOT NULL AND after IS NOT NULL), "
        "sum(after IS NULL) FROM (SELECT record, before, after FROM change WHERE step = ? LIMIT ?) "
        "GROUP BY record",
        (seq, most),
    )
    return tuple(Extent(*row) for row in rows)


def last_image(connection: Connection, record: str) -> Image | None:
    """Return the newest change of a record, or None if there never was one with this id."""
    row = connection.exec_driver_sql(
        "SELECT record, record_id, before, after FROM change WHERE record_id = ? "
        "ORDER BY step DESC, seq DESC LIMIT 1",
        (record,),
    ).first()
    return None if row is None else Image(*row)


def newest_images(connection: Connection, record: str, most: int) -> tuple[tuple[int, Image], ...]:
    """Return the newest changes of a record, each with the number of its step, newest first."""
    raw = driver(connection)
    with plain_text(raw):
        rows = raw.execute(
            "SELECT step, record, record_id, before, after FROM change WHERE record_id = ? "
            "ORDER BY step DESC, seq DESC LIMIT ?",
            (record, most),
        ).fetchall()
    return tuple((int(row[0]), Image(*row[1:])) for row in rows)


def write_step(connection: Connection, step: Step, images: Sequence[Image]) -> None:
    """Store a step and its changes."""
    raw = driver(connection)
    raw.execute(
        "INSERT INTO step (seq, id, label, at, author, state, schema_version, hash) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        step,
    )
    raw.executemany(
        "INSERT INTO change (step, seq, record, record_id, before, after) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        ((step.seq, place, *one) for place, one in enumerate(images)),
    )


def rewrite_newest(connection: Connection, step: Step, images: Sequence[Image]) -> None:
    """Give the newest step, which nothing follows yet, other content; without any it is gone."""
    raw = driver(connection)
    raw.execute("DELETE FROM change WHERE step = ?", (step.seq,))
    raw.execute("DELETE FROM step WHERE seq = ?", (step.seq,))
    if images:
        write_step(connection, step, images)


def restore_undone(connection: Connection, steps: Iterable[Step]) -> None:
    """Take undone steps back that were let go of."""
    seqs = [(step.seq,) for step in steps]
    driver(connection).executemany("UPDATE step SET state = 'undone' WHERE seq = ?", seqs)


def abandon_undone(connection: Connection) -> None:
    """Let go of the undone steps: a new one takes their place."""
    connection.exec_driver_sql("UPDATE step SET state = 'abandoned' WHERE state = 'undone'")


def highest_number(connection: Connection, table: str) -> int:
    """Return the highest number of the records of a kind that were there once and are not now."""
    rows = connection.exec_driver_sql(
        "SELECT max(json_extract(before, '$.number')) FROM change "
        "WHERE record = ? AND after IS NULL "
        "UNION ALL SELECT max(json_extract(after, '$.number')) FROM change "
        "WHERE record = ? AND before IS NULL "
        "AND step IN (SELECT seq FROM step WHERE state <> 'done')",
        (table, table),
    )
    return max(int(row[0] or 0) for row in rows)


def write_state(connection: Connection, seq: int, state: State) -> None:
    """Mark a step as done or undone."""
    connection.exec_driver_sql("UPDATE step SET state = ? WHERE seq = ?", (state, seq))
