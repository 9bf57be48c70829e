"""Edits of all sorts, one after another: the n-th of a seed is the same in whatever process.

Ids are drawn from the seed and the clock stands still, so that two projects with the same edits
hold the same, history and seals and all.
"""

from collections.abc import Callable
from pathlib import Path
from random import Random
from uuid import UUID

from evidence_board.commands import (
    boards,
    claims,
    editing,
    links,
    notes,
    projects,
    removal,
    sources,
    tagging,
)
from evidence_board.model import record
from evidence_board.model.board import Board, Card
from evidence_board.model.claim import Claim
from evidence_board.model.excerpt import excerpt_of
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from tests.benchmarks.large_case import prose
from tests.commands.cases import draft

CARDS = 60
"""So many claims with cards are there at the beginning, so that a move can be one of many."""


def clock() -> str:
    """Return the one time at which everything happens."""
    return "2026-03-01T00:00:00Z"


def begin(path: Path, seed: int = 0, cards: int = CARDS) -> Project:
    """Return a new project with claims on its board, open."""
    chance = _drawing(seed, 0)
    project = projects.start(path, title="Endured", clock=clock)
    board = boards.ensure_board(project).id
    for place in range(cards):
        claims.write(project, prose(chance, 9), board=board, x=240.0 * place, y=0.0)
    return project


def edit(project: Project, number: int, seed: int = 0, *, large: bool = False) -> None:
    """Make the edit with this number, from 1: one step, one undo or one redo.

    With ``large`` a few of them bring in some millions of bytes, more than SQLite holds back until
    a commit.
    """
    chance = _drawing(seed, number)
    if large and number % 150 == 7:
        _pin(project, chance, 3_000_000)
        return
    (sort,) = chance.choices(list(_SORTS), weights=list(_SORTS.values()))
    sort(project, chance)


def _drawing(seed: int, number: int) -> Random:
    """Return the chance of an edit; ids are drawn from it too, until the next."""
    chance = Random(f"{seed} {number}")
    ids = Random(f"ids {seed} {number}")
    vars(record)["uuid4"] = lambda: UUID(bytes=ids.randbytes(16), version=4)
    return chance


def _sorted(project: Project, kind: type[Record]) -> list[Record]:
    """Return records by id: where a file was opened again their order may be another."""
    return sorted(project.all(kind), key=lambda one: one.id)


def _write(project: Project, chance: Random) -> None:
    board = project.all(Board)[0].id
    claims.write(project, prose(chance, 14), board=board, x=chance.uniform(0, 9_000), y=300.0)


def _move(project: Project, chance: Random) -> None:
    cards = _sorted(project, Card)
    some = chance.sample(cards, chance.randint(1, len(cards))) if cards else []
    moves = [(card.id, chance.uniform(0, 9_000), chance.uniform(0, 9_000)) for card in some]
    if not moves:
        _write(project, chance)
        return
    boards.move(project, moves)


def _bring(project: Project, chance: Random) -> None:
    _pin(project, chance, chance.choice((60, 4_000, 40_000)))


def _pin(project: Project, chance: Random, length: int) -> None:
    words = prose(chance, 200)
    text = f"{chance.random()} " + (words * (length // len(words) + 1))[:length]
    sources.pin(project, [draft(text, f"{chance.randrange(10**9)}.txt")])


def _mark(project: Project, chance: Random) -> None:
    held = [one for one in _sorted(project, Source) if project.capture_of(one.id) is not None]
    if not held:
        _bring(project, chance)
        return
    source = chance.choice(held)
    capture = project.capture_of(source.id)
    assert capture is not None
    text = project.text(capture)
    start = chance.randrange(max(1, len(text) - 60))
    claims.mark(project, excerpt_of(source.id, capture.id, text, start, start + 50))


def _link(project: Project, chance: Random) -> None:
    ends = chance.sample(_sorted(project, Claim), 2)
    try:
        links.connect(project, ends[0].id, ends[1].id, "supports", prose(chance, 5))
    except ValueError:  # these two are linked already
        _write(project, chance)


def _reword(project: Project, chance: Random) -> None:
    claim = chance.choice(_sorted(project, Claim))
    editing.change(project, claim, text=prose(chance, 11))


def _tag(project: Project, chance: Random) -> None:
    some = chance.sample(_sorted(project, Claim), 5)
    tagging.add(project, [one.id for one in some], f"tag {chance.randrange(10**6)}")


def _note(project: Project, chance: Random) -> None:
    notes.write(project, prose(chance, 30))


def _remove(project: Project, chance: Random) -> None:
    if project.count(Claim) < CARDS // 2:
        _write(project, chance)
        return
    going = chance.sample(_sorted(project, Claim), chance.randint(1, 4))
    removal.remove(project, [one.id for one in going])


def _back(project: Project, chance: Random) -> None:
    if project.undo_label is None:
        _write(project, chance)
    else:
        project.undo()


def _forth(project: Project, chance: Random) -> None:
    if project.redo_label is None:
        _back(project, chance)
    else:
        project.redo()


_SORTS: dict[Callable[[Project, Random], None], int] = {
    _write: 4,
    _move: 6,
    _bring: 3,
    _mark: 3,
    _link: 3,
    _reword: 3,
    _tag: 1,
    _note: 1,
    _remove: 2,
    _back: 4,
    _forth: 2,
}
"""What is done, and how often beside the others."""
