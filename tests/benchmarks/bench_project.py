"""A large project: opening it, saving the move of one card and of all, and taking that back."""

import os
import shutil
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from evidence_board.commands import boards
from evidence_board.model.board import Card
from evidence_board.project.project import Project
from tests.benchmarks import large_case
from tests.benchmarks.figure import Figure, figure
from tests.benchmarks.raw_project import RawMoves, Row, fetch_all
from tests.benchmarks.timing import in_turn, milliseconds

CARDS = 10_000
OPENINGS, MOVES, ARRANGED = 7, 100, 5
BLOCK = b"\0" * 4096


def figures() -> list[Figure]:
    """Build one project and a copy for the plain sqlite3 beside us."""
    with TemporaryDirectory() as folder:
        path, copy = Path(folder, "ours.evboard"), Path(folder, "raw.evboard")
        large_case.board(path, CARDS).close()
        shutil.copyfile(path, copy)
        os.sync()  # or the first commits would wait for the copy
        return [_load(path), _commit(path, copy), *_arranged(path, copy)]


def _load(path: Path) -> Figure:
    """Open: the floor is sqlite3 fetching the same rows and columns."""
    ours, raw = zip(*(_read_both(path) for _ in range(OPENINGS)), strict=True)
    return figure("project.load", ours, "ms", n=CARDS, floor=median(raw))


def _read_both(path: Path) -> tuple[float, float]:
    """Time both ways to read; letting go of what was read is not measured."""
    opened: list[Project] = []
    fetched: list[list[list[Row]]] = []
    ours = milliseconds(lambda: opened.append(Project.open(path)))
    opened.pop().close()
    raw = milliseconds(lambda: fetched.append(fetch_all(path)))
    return ours, raw


def _commit(path: Path, copy: Path) -> Figure:
    """Move a card: the floor is one written and synced block, the peer plain sqlite3."""
    project, raw = Project.open(path), RawMoves(copy)
    cards = [card.id for card in project.all(Card)]
    ours, peer, floor = in_turn(
        MOVES,
        lambda place: boards.move(project, [(cards[place], place + 0.5, 7.0)]),
        raw.move,
        partial(_write_block, path.with_name("block")),
    )
    project.close()
    raw.connection.close()
    return figure(
        "project.commit", ours, "ms", n=CARDS, floor=median(floor), peer=round(median(peer), 3)
    )


def _arranged(path: Path, copy: Path) -> list[Figure]:
    """Move all cards, and take it back: the floor is sqlite3 writing the same rows."""
    project, raw = Project.open(path), RawMoves(copy)
    cards = [card.id for card in project.all(Card)]
    moved, undone, floor = in_turn(
        ARRANGED,
        lambda place: boards.move(project, [(id, place + 0.5, 7.0) for id in cards]),
        lambda _: project.undo(),
        raw.move_all,
    )
    project.close()
    raw.connection.close()
    least = median(floor)
    return [
        figure("project.move_all", moved, "ms", n=CARDS, floor=least),
        figure("project.undo_all", undone, "ms", n=CARDS, floor=least),
    ]


def _write_block(path: Path, _: int) -> None:
    with path.open("wb", buffering=0) as file:
        file.write(BLOCK)
        os.fsync(file.fileno())
