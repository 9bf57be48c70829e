"""A project file by plain sqlite3: the least that reading and changing it can take."""

import sqlite3
from pathlib import Path
from uuid import uuid4

from evidence_board.model.kinds import KINDS
from evidence_board.project.schema import columns, quoted

# As the program opens a project to write.
MODE = ("journal_mode = TRUNCATE", "synchronous = EXTRA", "fullfsync = ON", "foreign_keys = ON")
MORE = ("secure_delete = ON", "mmap_size = 0", "temp_store = MEMORY", "cell_size_check = ON")

Row = tuple[object, ...]


def connected(path: Path) -> sqlite3.Connection:
    """Return a connection in the same journal mode and durability as the program's."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in (*MODE, *MORE):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def fetch_all(path: Path) -> list[list[Row]]:
    """Return all rows and columns of all record kinds."""
    connection = sqlite3.connect(path)
    rows = [connection.execute(_selection(number)).fetchall() for number in range(len(KINDS))]
    connection.close()
    return rows


def _selection(number: int) -> str:
    kind = KINDS[number]
    names = ", ".join(quoted(column.name) for column in columns(kind))
    return f"SELECT {names} FROM {quoted(kind.table)} ORDER BY rowid"


class RawMoves:
    """Moves of cards as the same rows that the program writes: the card, a step and its change."""

    def __init__(self, path: Path) -> None:
        self.connection = connected(path)
        self._cards = self.connection.execute("SELECT id FROM card ORDER BY rowid").fetchall()
        images = self.connection.execute("SELECT after FROM change WHERE record = 'card' LIMIT 1")
        self._image = images.fetchone()[0]
        self._seq = self.connection.execute("SELECT max(seq) FROM step").fetchone()[0]

    def move(self, place: int) -> None:
        """Move one card, in one transaction."""
        self._move([self._cards[place % len(self._cards)]], place)

    def move_all(self, place: int) -> None:
        """Move all cards, in one transaction."""
        self._move(self._cards, place)

    def _move(self, cards: list[tuple[str]], place: int) -> None:
        run = self.connection.execute
        self._seq += 1
        run("BEGIN IMMEDIATE")
        for (card,) in cards:
            run("UPDATE card SET x = ?, y = ? WHERE id = ?", (place + 0.5, 7.0, card))
        step = (self._seq, str(uuid4()), "Move card", "2026-01-01T00:00:00Z", "", "0" * 64)
        run("INSERT INTO step VALUES (?, ?, ?, ?, ?, 'done', 1, ?)", step)
        self.connection.executemany(
            "INSERT INTO change VALUES (?, ?, 'card', ?, ?, ?)",
            ((self._seq, n, card, self._image, self._image) for n, (card,) in enumerate(cards)),
        )
        run("COMMIT")
