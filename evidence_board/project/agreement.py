"""Whether the rows are what the history says they are: a change made past it shows.

Read in slices, as the chain is. What differs while somebody else writes says nothing; the caller
sees to that.
"""

import json
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

from evidence_board.model.kinds import KIND_OF
from evidence_board.model.record import Numbered, Record
from evidence_board.project.images import texts
from evidence_board.project.schema import columns, decode, encode, kinds_in, quoted

_STEPS, _ROWS = 500, 2_000
"""So many steps, or rows of a table, are read at once."""
_NAMED = 3
DIFFERS = "It differs from what the history says."
GONE = "It is gone, though no step removed it."

_Last = dict[str, tuple[str, int]]
"""By id the table, and a short sum of what the last step that is done made of the record."""


@dataclass(frozen=True)
class Disagreement:
    """A record that is not what the history says: changed or slipped in, or gone."""

    table: str
    id: str
    mark: str
    text: str


def disagreements(
    connection: sqlite3.Connection,
) -> Generator[tuple[int, int], None, tuple[Disagreement, ...]]:
    """Compare every row with the history; yields how much of all is compared."""
    last: _Last = {}
    total = connection.execute("SELECT count(*) FROM step").fetchone()[0]
    seen = 0
    for first, final in _stretches(connection):
        _take_in(connection, first, final, last)
        seen += _STEPS
        yield min(seen, total), 2 * total
    found: list[Disagreement] = []
    for kind in kinds_in(connection):
        found += _compared(connection, kind, last)
        yield total, 2 * total
    return (*found, *_gone(connection, last))


def sentences(found: Sequence[Disagreement]) -> Iterator[str]:
    """Yield what to tell a person: who differs, who is gone, the first ones by their marks."""
    for text, one, several in (
        (DIFFERS, "differs from what the history says", "differ from what the history says"),
        (GONE, "is gone, though no step removed it", "are gone, though no step removed them"),
    ):
        named = [_named(each) for each in found if each.text == text]
        if len(named) > _NAMED:
            named[_NAMED:] = [f"{len(named) - _NAMED:,} more"]
        *first, end = named or [""]
        if end:
            words = f"{', '.join(first)} and {end}" if first else end
            yield f"{words[:1].upper()}{words[1:]} {several if first else one}."


def _named(one: Disagreement) -> str:
    noun = KIND_OF[one.table].noun
    return f"{noun} {one.mark}" if one.mark else f"a {noun}"


def _stretches(connection: sqlite3.Connection) -> Iterator[tuple[int, int]]:
    """Yield the first and the last number of so many steps each: there may be gaps of any size."""
    behind = -(2**63)
    while True:
        first, final = connection.execute(
            "SELECT min(seq), max(seq) FROM (SELECT seq FROM step WHERE seq > ? ORDER BY seq "
            "LIMIT ?)",
            (behind, _STEPS),
        ).fetchone()
        if first is None:
            return
        yield first, final
        behind = final


def _take_in(connection: sqlite3.Connection, first: int, final: int, last: _Last) -> None:
    rows = connection.execute(
        "SELECT change.record_id, change.record, change.after FROM change "
        "JOIN step ON step.seq = change.step WHERE step.state = 'done' "
        "AND change.step >= ? AND change.step <= ? ORDER BY change.step, change.seq",
        (first, final),
    ).fetchall()
    for id, table, after in rows:
        if after is None:
            last.pop(id, None)
        else:
            last[id] = (table, hash(after))


def _compared(
    connection: sqlite3.Connection, kind: type[Record], last: _Last
) -> Iterator[Disagreement]:
    """Yield the rows of a table that differ, and take those that are there out of ``last``."""
    for rows in _slices(connection, kind):
        records = [decode(kind, row) for row in rows]
        for record, text, row in zip(records, texts(kind, records), rows, strict=True):
            said = last.pop(record.id, None)
            alike = said == (kind.table, hash(text))
            if not alike and (said is None or not _is_told(connection, record, row)):
                mark = record.mark if isinstance(record, Numbered) else ""
                yield Disagreement(kind.table, record.id, mark, DIFFERS)


def _slices(
    connection: sqlite3.Connection, kind: type[Record]
) -> Iterator[list[tuple[object, ...]]]:
    listed = ", ".join(quoted(column.name) for column in columns(kind))
    last = -(2**62)
    while True:
        rows = connection.execute(
            f"SELECT {listed}, rowid FROM {quoted(kind.table)} WHERE rowid > ? "
            f"ORDER BY rowid LIMIT {int(_ROWS)}",
            (last,),
        ).fetchall()
        if not rows:
            return
        yield [row[:-1] for row in rows]
        last = rows[-1][-1]


def _is_told(connection: sqlite3.Connection, record: Record, row: tuple[object, ...]) -> bool:
    """Whether a row is what the last step made of it, in another form than today's perhaps."""
    after = _image(connection, record.id)
    if after is None:
        return False
    told = encode(type(record).model_validate(json.loads(after)))
    return tuple(told[column.name] for column in columns(type(record))) == row


def _image(connection: sqlite3.Connection, id: str) -> str | None:
    found = connection.execute(
        "SELECT change.after FROM change JOIN step ON step.seq = change.step "
        "WHERE change.record_id = ? AND step.state = 'done' "
        "ORDER BY change.step DESC, change.seq DESC LIMIT 1",
        (id,),
    ).fetchone()
    return None if found is None else found[0]


def _gone(connection: sqlite3.Connection, last: _Last) -> Iterator[Disagreement]:
    for id, (table, _) in last.items():
        after = _image(connection, id)
        record = KIND_OF[table].model_validate(json.loads(after)) if after else None
        mark = record.mark if isinstance(record, Numbered) else ""
        yield Disagreement(table, id, mark, GONE)
