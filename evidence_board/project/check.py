"""Checking a project file without changing a byte: container, schema, history, hashes, words."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from evidence_board.model.kinds import KIND_OF
from evidence_board.project import opening, sealed, search_check, setting_aside
from evidence_board.project.agreement import disagreements
from evidence_board.project.chain import ended, walk
from evidence_board.project.errors import ProjectError
from evidence_board.project.passages import passages
from evidence_board.project.problem import Problem
from evidence_board.project.soundness import read_only_connection, refused_in_words

__all__ = ["Problem", "check"]


def check(path: Path) -> tuple[Problem, ...]:
    """Return the problems of a project file; none means that it is sound."""
    real = opening.real(path)
    try:
        opening.inspect(real)
        with refused_in_words(real):
            connection = read_only_connection(real)
    except ProjectError as error:
        return (Problem("container", path.name, str(error)),)
    with closing(connection):
        return tuple(problem for part in _PARTS for problem in guarded(part, connection))


Part = Callable[[sqlite3.Connection], Iterable[Problem]]


def guarded(part: Part, connection: sqlite3.Connection) -> Iterator[Problem]:
    """Yield what a part finds; that it cannot be read is a problem too."""
    try:
        yield from part(connection)
    except (sqlite3.Error, ValueError, KeyError, TypeError, RecursionError) as error:
        yield Problem("container", part.__name__.strip("_"), f"It cannot be read ({error}).")


def _integrity(connection: sqlite3.Connection) -> Iterator[Problem]:
    for (found,) in connection.execute("PRAGMA integrity_check(20)"):
        if found != "ok":
            yield Problem("container", "file", str(found))
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem("reference", f"{table} {row}", f"It names a {parent} that is not there.")


def _records(connection: sqlite3.Connection) -> list[Problem]:
    return setting_aside.problems(connection)


def _attachments(connection: sqlite3.Connection) -> Iterator[Problem]:
    for digest in sealed.altered(connection):
        yield Problem("hash", digest[:16], "The stored copy differs from its SHA-256.")


def _words(connection: sqlite3.Connection) -> Iterator[Problem]:
    rows = connection.execute(
        'SELECT attachment.rowid, excerpt.start, excerpt."end", excerpt.id, excerpt.exact '
        "FROM excerpt JOIN capture ON capture.id = excerpt.capture "
        "JOIN attachment ON attachment.sha256 = capture.text_sha256 WHERE excerpt.region IS NULL "
        "ORDER BY attachment.rowid, excerpt.start"
    )
    for text, marked in groupby(rows.fetchall(), itemgetter(0)):
        _, starts, ends, ids, wanted = zip(*marked, strict=True)
        found = passages(sealed.pieces(connection, text), list(zip(starts, ends, strict=True)))
        for id, words, exact in zip(ids, found, wanted, strict=True):
            if words != exact:
                yield Problem("excerpt", id, "Its words do not stand at its place in the source.")


def _search(connection: sqlite3.Connection) -> Iterator[Problem]:
    return search_check.problems(connection)


def _history(connection: sqlite3.Connection) -> Iterator[Problem]:
    found = ended(walk(connection))
    for first, last in found.missing:
        words = "This step is missing." if first == last else f"Steps up to {last} are missing."
        yield Problem("history", f"step {first}", words)
    for seq in found.changed:
        yield Problem("history", f"step {seq}", "The step or one before it was changed.")


def _rows_against_history(connection: sqlite3.Connection) -> Iterator[Problem]:
    for one in ended(disagreements(connection)):
        yield Problem("row", f"{KIND_OF[one.table].noun} {one.id}", one.text)


_PARTS: tuple[Part, ...] = (
    _integrity,
    _records,
    _attachments,
    _words,
    _search,
    _history,
    _rows_against_history,
)
PARTS_BESIDES_EVIDENCE = tuple(part for part in _PARTS if part is not _attachments)
"""What is looked at where the originals and texts are hashed by somebody else."""
