"""The one connection to an open project file: reads, commits, and errors as sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from evidence_board.project import copying
from evidence_board.project.engine import driver, patient
from evidence_board.project.errors import (
    ChangedElsewhere,
    ProjectError,
    from_database,
    of_search_index,
)
from evidence_board.project.new_file import whole_or_nothing
from evidence_board.project.own_journal import OwnJournal
from evidence_board.project.telling import Told
from evidence_board.project.turns import Turns


class FileConnection:
    """Wraps an engine with a single connection; `sql` is for use inside `reading` and `writing`."""

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.sql: Connection = engine.connect()
        self._seen_version = 0
        self._journal = OwnJournal(path)
        self._turns = Turns()

    @property
    def closed(self) -> bool:
        """Whether `close` was called."""
        return self.sql.closed

    @property
    def free(self) -> bool:
        """Whether no other thread reads or writes just now."""
        return self._turns.free

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One BEGIN IMMEDIATE ... COMMIT; ChangedElsewhere if the file is not as it was read.

        That is asked inside the transaction, so that nobody can write in between. A broken
        constraint is a fault of ours and stays an IntegrityError, unless the search index broke
        it: that may be damaged, and nobody saw it when the file was opened.
        """
        with self._turns.taken(), self._writing() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        raw = self._raw()
        self.sql.info["begin"] = ""  # begun below: quicker, and each save is one
        try:
            with patient(raw):
                raw.execute("BEGIN IMMEDIATE")
                if self._data_version() != self._seen_version:
                    raise ChangedElsewhere(
                        "Another program has changed this project. Its changes are shown now. "
                        "Do yours again."
                    )
                raw.execute("PRAGMA defer_foreign_keys = ON")
                yield self.sql
                raw.execute("COMMIT")
            self._journal.note()
        except (IntegrityError, sqlite3.IntegrityError) as error:
            if of_search_index(error):
                raise from_database(error) from error
            raise
        except (DBAPIError, sqlite3.Error) as error:
            raise from_database(error) from error
        finally:
            self._end_what_is_open()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Read one state of the file; inside a transaction, what that has written too.

        In any thread: they take turns.
        """
        with self._turns.taken(), self._reading() as connection:
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self.closed:
            raise ProjectError("The project is closed. Open it again to read on.")
        if self.sql.in_transaction() or self._raw().in_transaction:
            yield self.sql
            return
        self.sql.info["begin"] = "BEGIN"
        try:
            with self.sql.begin() as read:
                yield self.sql
                read.rollback()
        except (DBAPIError, sqlite3.Error) as error:
            raise from_database(error) from error

    @contextmanager
    def reading_all(self) -> Iterator[Connection]:
        """Read what every later `writing` builds on; to be used before the first one."""
        with self.reading() as connection:
            connection.exec_driver_sql("SELECT 1 FROM step").first()  # the state is fixed by now
            version = self._data_version()
            yield connection
        self._seen_version = version

    def changed_elsewhere(self) -> bool:
        """Whether the file is not as `reading_all` read it and `writing` left it."""
        with self.reading() as connection:
            connection.exec_driver_sql("SELECT 1 FROM step").first()
            return self._data_version() != self._seen_version

    def distrust(self) -> None:
        """Let every `writing` find the file changed, until `reading_all` reads it again."""
        self._seen_version = -1

    def copy_to(self, path: Path, told: Told) -> None:
        """Copy the file as it stands to another one that is not there yet, in whatever thread.

        Others have their turns meanwhile: what they write goes into the copy as well.
        """

        def step(done: int, total: int) -> None:
            with self._turns.given_away():
                told(done, total)
            if self.closed:
                raise ProjectError("The project was closed before the copy was made.")

        with whole_or_nothing(path) as part:
            with self._turns.taken():
                copying.fill(self._raw(), part, step)
            copying.confirm(part, told)

    def close(self, *, tidy: bool) -> None:
        """Close the file; `tidy` takes the journal away as well, if it is surely this file's."""
        with self._turns.taken():
            if tidy and self._journal.in_place:
                # Where the disk fails, an empty journal may stay: harmless.
                with suppress(sqlite3.Error):
                    self._raw().execute("PRAGMA journal_mode = DELETE")
            self.sql.close()
            self._engine.dispose()
        if tidy:
            self._journal.sweep()

    def _end_what_is_open(self) -> None:
        """Roll back what did not come to its COMMIT, or what that left open when it failed."""
        if self._raw().in_transaction:
            with suppress(sqlite3.Error):
                self._raw().rollback()
        if self.sql.in_transaction():  # it noted one when it was first asked for something
            self.sql.rollback()

    def _data_version(self) -> int:
        return int(self._raw().execute("PRAGMA data_version").fetchone()[0])

    def _raw(self) -> sqlite3.Connection:
        return driver(self.sql)
