"""Project files of which the history lies: changes that undo would make, and steps that never were.

What is undone is written by us, so a lie that comes true would be our doing.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from evidence_board.model.board import Board, Card
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.project_record import ProjectRecord
from evidence_board.model.record import Plain, Record
from evidence_board.project.project import Project
from evidence_board.project.schema import canonical
from tests.endure.hostile_case import Case, Spoil, sql

STEPS = "history that lies"
_FRESH = "00000000-0000-4000-8000-00000000000a"
_MARK = 123_456_789
_NEWEST = "step = (SELECT max(seq) FROM step)"
_TOLD = "record, record_id, before, after"
Lie = Callable[[Record], tuple[str, str | None, str | None]]
"""Of a record: the id that a change names, and what it was before and after."""


def _lies(kind: type[Record], lie: Lie) -> Spoil:
    """Let the newest step be one change that tells this of the first record of a kind."""

    def spoil(path: Path) -> None:
        project = Project.open(path, read_only=True)
        id, before, after = lie(project.all(kind)[0])
        project.close()
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute(f"DELETE FROM change WHERE {_NEWEST} AND seq > 0")
            connection.execute(
                f"UPDATE change SET record = ?, record_id = ?, before = ?, after = ? "
                f"WHERE {_NEWEST}",
                (kind.table, id, before, after),
            )

    return spoil


def _removed(kind: type[Record]) -> Spoil:
    """Let undo remove a record."""
    return _lies(kind, lambda one: (one.id, None, canonical(one.plain())))


def _brought(kind: type[Record], /, **fields: Plain) -> Spoil:
    """Let undo bring a record back that never was, some of its fields of our own."""
    return _lies(kind, lambda one: (_FRESH, _changed(one, id=_FRESH, **fields), None))


def _brought_raw(kind: type[Record], field: str, value: str) -> Spoil:
    """Let undo bring such a record with a value that is JSON letter by letter, or none."""

    def lie(one: Record) -> tuple[str, str, None]:
        text = _changed(one, id=_FRESH, **{field: _MARK})
        return _FRESH, text.replace(str(_MARK), value), None

    return _lies(kind, lie)


def _turned(kind: type[Record], /, **fields: Plain) -> Spoil:
    """Let undo give a record other fields."""
    return _lies(kind, lambda one: (one.id, _changed(one, **fields), canonical(one.plain())))


def _changed(record: Record, /, **fields: Plain) -> str:
    return canonical(record.plain() | fields)


def _renumbered(old: int, new: int) -> Spoil:
    return sql(
        f"UPDATE step SET seq = {new} WHERE seq = {old}",
        f"UPDATE change SET step = {new} WHERE step = {old}",
    )


def _case(name: str, spoil: Spoil, *, once: bool = False, slow: bool = False) -> Case:
    return Case(STEPS, name, spoil, "either", once=once, slow=slow)


CASES = (
    _case("undo removes the project record", _removed(ProjectRecord), once=True),
    _case("undo brings a second project record", _brought(ProjectRecord), once=True),
    _case("undo removes the only board", _removed(Board)),
    _case("undo removes a claim that a card shows", _removed(Claim)),
    _case("undo gives a record another id", _turned(Card, id=_FRESH)),
    _case("undo lets a card show nothing", _turned(Card, record="gone")),
    _case("undo brings a card of nothing", _brought(Card, record="gone")),
    _case("undo brings a card on no board", _brought(Card, board="gone")),
    _case("undo brings a link from nothing", _brought(Link, from_id="gone")),
    _case("undo brings a link to itself", _brought(Link, to_id=_FRESH)),
    _case("undo brings a capture without its bytes", _brought(Capture, sha256="0" * 64), once=True),
    _case("undo brings a capture without its text", _brought(Capture, text_sha256="0" * 64)),
    _case("undo brings a capture of no digest", _brought(Capture, sha256="../../etc/passwd")),
    _case("undo brings a capture with a size that is a lie", _brought(Capture, size=2**40)),
    _case("undo brings a card far away", _brought(Card, x=1e300)),
    _case("undo brings a card of text", _brought(Card, x="x")),
    _case("undo brings a card with 2 for a truth", _brought(Card, locked=2)),
    _case("undo brings a card at infinity", _brought_raw(Card, "x", "1e999")),
    _case("undo brings a card at what is no number", _brought_raw(Card, "x", "NaN")),
    _case("undo brings a card of 100,000 digits", _brought_raw(Card, "x", "9" * 100_000)),
    _case("undo brings a claim of half a character", _brought_raw(Claim, "text", '"\\ud800"')),
    _case("undo brings a claim of lists in lists", _brought_raw(Claim, "text", "[" * 90_000)),
    _case("undo brings a claim of 20 MB", _brought(Claim, text="x" * 20_000_000)),
    _case("undo brings a claim with a zero character", _brought(Claim, text="a\0b")),
    _case("undo brings a claim with a number that is taken", _brought(Claim)),
    _case("undo brings a claim of the greatest number", _brought(Claim, number=2**53 - 1)),
    _case("undo brings a claim beyond 64 bits", _brought(Claim, number=2**70)),
    _case("undo brings a claim of an unknown kind", _brought(Claim, kind="evil")),
    _case("undo brings a claim with a field that is none", _brought(Claim, run="rm")),
    _case("undo brings a claim that negates itself", _brought(Claim, negates=_FRESH)),
    _case("undo brings a claim that negates nothing", _brought(Claim, negates="gone")),
    _case("undo brings a claim of no year", _brought(Claim, event="Y170000000000000002")),
    _case(
        "a record id of a million letters",
        sql(f"UPDATE change SET record_id = printf('%.*c', 1000000, 'x') WHERE {_NEWEST}"),
    ),
    _case(
        "the same change 20,000 times",
        sql(
            "WITH RECURSIVE n(x) AS (SELECT 100 UNION ALL SELECT x + 1 FROM n WHERE x < 20000) "
            f"INSERT INTO change SELECT (SELECT max(seq) FROM step), x, {_TOLD} "
            f"FROM n, (SELECT * FROM change WHERE {_NEWEST} LIMIT 1)"
        ),
        slow=True,
    ),
    _case(
        "20,000 steps of nothing",
        sql(
            "WITH RECURSIVE n(x) AS (SELECT 100 UNION ALL SELECT x + 1 FROM n WHERE x < 20000) "
            "INSERT INTO step SELECT x, 'id' || x, 'Nothing', '', '', 'done', 2, '' FROM n"
        ),
        slow=True,
    ),
    _case("a step with the greatest number", _renumbered(6, 2**63 - 1), once=True),
    _case("a step with a number below zero", _renumbered(6, -5)),
    _case("a step with the least number", _renumbered(6, -(2**63))),
    _case("a first step with the number 0", _renumbered(1, 0)),
    _case("all undone, the first too", sql("UPDATE step SET state = 'undone'")),
    _case("all abandoned", sql("UPDATE step SET state = 'abandoned'")),
    _case("one in the middle undone", sql("UPDATE step SET state = 'undone' WHERE seq = 3")),
    _case(
        "a label of 20 MB",
        sql("UPDATE step SET label = printf('%.*c', 20000000, 'x') WHERE seq = 4"),
        slow=True,
    ),
    _case(
        "escapes in label, author and time",
        sql(
            "UPDATE step SET label = char(27) || '[2J', author = char(8238) || char(10), "
            "at = char(27) || 'c'"
        ),
    ),
    _case("times that are none", sql("UPDATE step SET at = 'yesterday' || char(0)")),
    _case("a version that never was", sql(f"UPDATE step SET schema_version = {2**63 - 1}")),
    _case("a version below zero", sql("UPDATE step SET schema_version = -1")),
    _case(
        "hashes of 20 MB", sql("UPDATE step SET hash = printf('%.*c', 20000000, 'x')"), slow=True
    ),
    _case("hashes of no UTF-8", sql("UPDATE step SET hash = CAST(x'ff' AS TEXT)")),
    _case("no hashes", sql("UPDATE step SET hash = ''")),
    _case(
        "changes of steps that never were",
        sql(f"INSERT INTO change SELECT step + 1000, seq, {_TOLD} FROM change"),
    ),
    _case(
        "the changes of another project",
        sql(
            "UPDATE change SET record_id = record_id || 'x', before = replace(before, '-', '_'), "
            "after = replace(after, '-', '_')"
        ),
    ),
)
"""All of them; each is made of a good project."""
