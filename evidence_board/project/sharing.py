"""A copy of a project for others: written anew, so that nothing that was deleted is in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from evidence_board.model.capture import Capture
from evidence_board.model.record import Record
from evidence_board.project import leftovers, opening, sealed
from evidence_board.project.check import Problem, check
from evidence_board.project.copying_beside import NeverStill, copy_beside
from evidence_board.project.engine import guard, mode_to_read, uri
from evidence_board.project.errors import ProjectError
from evidence_board.project.history import Step
from evidence_board.project.images import Image, pictured
from evidence_board.project.new_file import not_copied
from evidence_board.project.rebuilding import Addition, Past, Sealed, all_added, write
from evidence_board.project.soundness import read_only_connection
from evidence_board.project.telling import tell_nobody

LABEL = "Share a copy"
OF_EVIDENCE = frozenset({"hash", "excerpt"})
"""Problems of sealed bytes, which are never altered: a copy has those of the project."""


def snapshot(path: Path, copy: Path) -> None:
    """Copy a project, which may be open elsewhere, as it stands now; ProjectError says why not.

    Who writes to it meanwhile hardly waits, however large it is. Not for a process that has the
    project open itself: what looks at the file first would take SQLite's lock away.
    """
    path = opening.real(path)
    leftovers.await_end(path)
    opening.inspect(path)
    try:
        place = uri(path, mode_to_read(path))
        with closing(sqlite3.connect(place, uri=True, isolation_level=None)) as connection:
            guard(connection)
            connection.execute("PRAGMA busy_timeout = 3000")
            copy.touch()
            copy_beside(connection, copy, tell_nobody)  # deleted words too: it is no copy to share
    except NeverStill:
        raise ProjectError(
            f"{path.name} is large and was changed all the time. Try again when nobody edits it."
        ) from None
    except sqlite3.Error as error:
        raise not_copied(error) from error


def write_copy(
    source: Path, records: tuple[Record, ...], part: Path, *, history: bool, at: str
) -> tuple[Problem, ...]:
    """Write records, their bytes and, if wanted, the history of a closed project to a new file.

    Without it the copy has one step, which adds all records. Returns what is wrong with sealed
    bytes, as in the project itself; ProjectError says that the copy would not be sound.
    """
    with closing(read_only_connection(source)) as connection:
        past = _past(connection) if history else Past()
        held = (*records, *_captures_of(past))
        kept = _sealed(connection, held)
        addition = Addition(LABEL, at, all_added(records))
        write(part, records, kept, past, None if history else addition)
    problems = check(part)
    for problem in problems:
        if problem.kind not in OF_EVIDENCE:
            raise ProjectError(
                f"The copy is not sound ({problem.where}: {problem.text}). Nothing was kept of it."
            )
    return problems


def _past(connection: sqlite3.Connection) -> Past:
    steps = connection.execute(
        "SELECT seq, id, label, at, author, state, schema_version, hash FROM step ORDER BY seq"
    )
    images: dict[int, list[Image]] = {}
    rows = connection.execute(
        "SELECT step, record, record_id, before, after FROM change ORDER BY step, seq"
    )
    for step, *image in rows:
        images.setdefault(step, []).append(Image(*image))
    return Past(tuple(Step(*row) for row in steps), images)


def _captures_of(past: Past) -> Iterator[Record]:
    """Yield the captures that steps tell of: taking one back needs their bytes."""
    for step in past.steps:
        for image in past.of(step):
            if image.table == Capture.table:
                for text in (image.before, image.after):
                    record = pictured(image.table, text)
                    if record is not None:
                        yield record


def _sealed(connection: sqlite3.Connection, records: tuple[Record, ...]) -> Iterator[Sealed]:
    """Yield the bytes that captures name, each once; others do not come along."""
    captures = [one for one in records if isinstance(one, Capture)]
    named = dict.fromkeys(digest for one in captures for digest in (one.sha256, one.text_sha256))
    for digest in named:
        try:
            yield digest, sealed.Kept(connection, digest)
        except KeyError:  # a history may tell of bytes that never were
            raise ProjectError(
                f"The bytes {digest[:16]} that a capture names are not in the project. Share a "
                "copy without its history, or check the project."
            ) from None
