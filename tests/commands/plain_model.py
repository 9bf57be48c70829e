"""A project followed by a plain model: a copy of all records for each step, for undo and redo.

The model knows nothing of how a command works. It applies the changes that are told to a copy,
and compares that with the records in memory, with the rows in the file, and with the number of
row changes that SQLite itself counts.
"""

import json
import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine

from evidence_board.commands import exchange
from evidence_board.interchange import composing, document
from evidence_board.model.change import ChangeSet
from evidence_board.model.kinds import KIND_OF, KINDS
from evidence_board.model.record import Plain
from evidence_board.project.check import check
from evidence_board.project.errors import ProjectError
from tests.commands.cases import Held, held, started
from tests.in_memory import folder_in_memory

TALLY = "".join(
    f"CREATE TEMP TRIGGER tally_{act}_{kind.table} AFTER {act} ON main.{kind.table} "
    f"BEGIN UPDATE tally SET n = n + 1; END;"
    for kind in KINDS
    for act in ("INSERT", "UPDATE", "DELETE")
)


class FollowedByModel(RuleBasedStateMachine):
    """One project in a folder of its own, and what it should hold."""

    in_background = False
    """Whether its saves are made by a thread."""

    def __init__(self) -> None:
        super().__init__()
        self.failures: list[BaseException] = []
        self._keeping = ExitStack()
        self.folder = self._keeping.enter_context(folder_in_memory())
        self.path = self.folder / "case ?#%41.evboard"
        self.project = started(self.path)
        self.exported: list[document.Document] = []
        self.now: Held = held(self.project)
        self.past: list[tuple[str, Held]] = []
        self.future: list[tuple[str, Held]] = []
        self.watch()

    def teardown(self) -> None:
        text = composing.to_text(exchange.collect(self.project, with_bytes=True))
        self.project.close()
        assert check(self.path) == ()
        assert sorted(path.name for path in self.folder.iterdir()) == [self.path.name]
        with closing(started(self.folder / "copy.evboard")) as copy:
            exchange.take_in(copy, document.from_text(text))
            assert composing.to_text(exchange.collect(copy, with_bytes=True)) == text
            assert exchange.take_in(copy, document.from_text(text)) == 0
        assert check(self.folder / "copy.evboard") == ()
        self._keeping.close()

    # The oracle

    def watch(self) -> None:
        self.told: list[ChangeSet] = []
        self.project.observe(self.told.append)
        if self.in_background:
            self.project.save_in_background(lambda: None, self.failures.append)
        self.raw().executescript(
            f"CREATE TEMP TABLE tally (n); INSERT INTO tally VALUES (0);{TALLY}"
        )

    def raw(self) -> sqlite3.Connection:
        """Return the project's own connection: a TEMP trigger sees no other."""
        raw = self.project._session.store._file.sql.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.set_authorizer(None)  # which would let nobody make a trigger
        return raw

    def act(self, command: Callable[[], object]) -> None:
        """Run a command; whatever it does, the model must be able to follow."""
        steps = len(self.project.steps())
        self.told.clear()
        self.raw().execute("UPDATE tally SET n = 0")
        with suppress(ValueError, ProjectError):
            command()
        self.project.settle()
        assert not self.failures
        if self.told:
            (changes,) = self.told
            self.past.append((self.project.steps()[-1].label, self.now))
            self.future.clear()
            self.now = applied(self.now, changes)
            assert self.project.changes_of(self.project.steps()[-1]) == changes
        assert len(self.project.steps()) == steps + len(self.told)
        self.compare()

    def compare(self) -> None:
        changed = sum(len(changes.changes) for changes in self.told)
        assert self.raw().execute("SELECT n FROM tally").fetchone() == (changed,)
        assert held(self.project) == self.now
        assert stored(self.path) == as_rows(self.now)
        assert self.project.undo_label == (self.past[-1][0] if self.past else None)
        assert self.project.redo_label == (self.future[-1][0] if self.future else None)
        numbers = [
            (table, plain["number"]) for table, plain in self.now.values() if "number" in plain
        ]
        assert len(set(numbers)) == len(numbers), "a mark that people cite names one record"
        for id in self.now:
            holders = {one for one, (table, plain) in self.now.items() if names(plain, table, id)}
            assert {one.id for one in self.project.referrers(id)} == holders

    def replay(self, command: Callable[[], ChangeSet], expected: Held) -> None:
        steps = len(self.project.steps())
        self.told.clear()
        self.raw().execute("UPDATE tally SET n = 0")
        changes = command()
        self.project.settle()
        assert self.told == [changes]
        assert applied(self.now, changes) == expected
        assert len(self.project.steps()) == steps
        self.now = expected
        self.compare()


def applied(before: Held, changes: ChangeSet) -> Held:
    """Return what a model holds after changes, each of which must start from what it holds."""
    after = dict(before)
    for change in changes.changes:
        record = change.record
        old = (record.table, change.before.plain()) if change.before else None
        assert after.pop(record.id, None) == old
        if change.after is not None:
            after[record.id] = (record.table, change.after.plain())
    return after


def names(plain: dict[str, Plain], table: str, id: str) -> bool:
    """Whether these fields of a record refer to an id."""
    held = [plain[field] for field in KIND_OF[table].references]
    return any(one == id or (isinstance(one, list) and id in one) for one in held)


def stored(path: Path) -> dict[tuple[str, str], dict[str, object]]:
    """Return the rows that any other program finds in the file."""
    rows: dict[tuple[str, str], dict[str, object]] = {}
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        for kind in KINDS:
            for row in connection.execute(f"SELECT * FROM {kind.table}"):
                rows[kind.table, row["id"]] = dict(row)
    return rows


def as_rows(model: Held) -> dict[tuple[str, str], dict[str, object]]:
    """Return the rows in which the records of the model stand."""
    return {
        (table, id): {field: as_column(value) for field, value in plain.items()}
        for id, (table, plain) in model.items()
    }


def as_column(value: Plain) -> object:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return value
