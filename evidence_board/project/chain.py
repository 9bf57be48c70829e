"""The chain of the history: whether a step was changed, or is missing, since it was made.

Read a slice at a time, each by a transaction of its own: a program that writes to the project
meanwhile waits for no longer than that.
"""

import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TypeVar, get_args

from evidence_board.project.history import START, State, Step, seal
from evidence_board.project.images import Image

Found = TypeVar("Found")
_STATES = frozenset(get_args(State))
_SLICE = 200
_NAMED = 5
"""So many steps are named in a sentence; the others are counted."""


@dataclass(frozen=True)
class Chain:
    """What the chain of a history says: how many steps there are, and where it does not hold.

    `changed` are the steps whose hash does not fit them and the one before; `missing` are the
    first and the last of steps that are not there; `others` says what else does not hold.
    """

    steps: int
    changed: tuple[int, ...] = ()
    missing: tuple[tuple[int, int], ...] = ()
    others: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether nothing was changed and nothing is missing."""
        return not (self.changed or self.missing or self.others)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to tell: one sentence where all is well, else one for each thing that is not."""
        if self.holds:
            number = f"{self.steps:,} step{'' if self.steps == 1 else 's'}"
            return (f"History verified: {number}, none missing.",)
        return (*_missing(self.missing), *_changed(self.changed), *self.others)


def walk(connection: sqlite3.Connection) -> Generator[tuple[int, int], None, Chain]:
    """Follow the chain from its start; yields how many of how many steps are seen."""
    total = connection.execute("SELECT count(*) FROM step").fetchone()[0]
    before, expected, seen = START, 1, 0
    changed, missing = list[int](), list[tuple[int, int]]()
    for steps, images in _slices(connection):
        for step in steps:
            if step.seq > expected:
                missing.append((expected, step.seq - 1))
            sealed = seal(before, step, images.get(step.seq, ()))
            if sealed != step.hash or step.state not in _STATES:  # which no hash covers
                changed.append(step.seq)
            before, expected = step.hash, step.seq + 1
        seen += len(steps)
        yield seen, max(seen, total)
    last = connection.execute("SELECT max(step) FROM change").fetchone()[0] or 0
    if last >= expected:  # there are changes of steps that are not there
        missing.append((expected, last))
    return Chain(seen, tuple(changed), tuple(missing))


def ended(work: Generator[tuple[int, int], None, Found]) -> Found:
    """Return what work finds in the end, without telling how far it is."""
    try:
        while True:
            next(work)
    except StopIteration as end:
        found: Found = end.value
        return found


def _slices(
    connection: sqlite3.Connection,
) -> Iterator[tuple[Sequence[Step], dict[int, list[Image]]]]:
    last = -(2**62)
    while True:
        connection.execute("BEGIN")  # a step and its changes as they are at one time
        try:
            rows = connection.execute(
                "SELECT seq, id, label, at, author, state, schema_version, hash FROM step "
                "WHERE seq > ? ORDER BY seq LIMIT ?",
                (last, _SLICE),
            ).fetchall()
            steps = list(map(Step._make, rows))
            images = _images(connection, last, steps[-1].seq) if steps else {}
        finally:
            connection.execute("ROLLBACK")
        if not steps:
            return
        yield steps, images
        last = steps[-1].seq


def _images(connection: sqlite3.Connection, after: int, last: int) -> dict[int, list[Image]]:
    rows = connection.execute(
        "SELECT step, record, record_id, before, after FROM change "
        "WHERE step > ? AND step <= ? ORDER BY step, seq",
        (after, last),
    ).fetchall()
    return {seq: [Image(*row[1:]) for row in alike] for seq, alike in groupby(rows, itemgetter(0))}


def _missing(gaps: Sequence[tuple[int, int]]) -> Iterator[str]:
    for first, last in gaps[:_NAMED]:
        if first == last:
            yield f"Step {first:,} is missing."
        else:
            yield f"Steps {first:,} to {last:,} are missing."
    if len(gaps) > _NAMED:
        yield f"Steps are missing in {len(gaps) - _NAMED:,} more places."


def _changed(seqs: Sequence[int]) -> Iterable[str]:
    yield from (f"Step {seq:,} or one before it was changed." for seq in seqs[:_NAMED])
    if len(seqs) > _NAMED:
        yield f"So were {len(seqs) - _NAMED:,} more."
