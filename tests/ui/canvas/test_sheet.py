"""The sheet follows changes: after each it equals the board read anew."""

from contextlib import suppress
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from evidence_board.commands import (
    boards,
    claims,
    editing,
    links,
    notes,
    projects,
    removal,
    sources,
)
from evidence_board.model.assertion import Assertion
from evidence_board.model.board import Board, Card, Frame
from evidence_board.model.change import ChangeSet
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.record import Record
from evidence_board.model.source import Source
from evidence_board.project.errors import ProjectError
from evidence_board.project.project import Project
from evidence_board.ui.canvas.lettering import Lettering
from evidence_board.ui.canvas.sheet import Sheet
from evidence_board.ui.tokens import load_tokens
from tests.commands.cases import pinned, words


def known(sheet: Sheet) -> dict[str, object]:
    """Return all that a sheet shows, by id, without its row numbers."""
    layout = sheet.layout
    cards = {
        id: (layout.boxes[row].round(6).tolist(), int(layout.kinds[row]), sheet.face(row))
        for id, row in layout.row_of_card.items()
    }
    lines = {one.id: one for one in layout.lines.ties}
    return {"cards": cards, "lines": lines, "frames": dict(layout.frames)}


def assert_same_curves(one: Sheet, other: Sheet) -> None:
    for id, row in one.layout.lines.row_of.items():
        there = other.layout.lines.row_of[id]
        assert np.allclose(one.layout.lines.curves[row], other.layout.lines.curves[there])


def act_at_random(project: Project, board: str, chance: Random) -> None:
    """Do one act of a person, or take one back."""

    def one(kind: type[Record]) -> Record:
        return chance.choice(project.all(kind))

    def place() -> tuple[float, float]:
        return chance.randrange(-400, 400) * 2.0, chance.randrange(-400, 400) * 2.0

    x, y = place()
    acts = [
        lambda: claims.write(project, f"Claim {chance.random()}", board=board, x=x, y=y),
        lambda: sources.cite(
            project,
            "Someone",
            kind=chance.choice(["document", "person"]),
            origin_kind=chance.choice([None, "identified", "unknown"]),
            board=board,
            x=x,
            y=y,
        ),
        lambda: notes.write(
            project, "Why?", kind="gap", about=one(Claim).id, board=board, x=x, y=y
        ),
        lambda: boards.frame(project, board, x, y, 300, 200, "Frame"),
        lambda: boards.move(project, [(one(Card).id, x, y)]),
        lambda: boards.move(project, [(one(Frame).id, x, y)]),
        lambda: links.connect(project, one(Claim).id, one(Claim).id, "supports"),
        lambda: links.connect(project, one(Claim).id, one(Link).id, "undercuts"),
        lambda: links.connect(project, one(Source).id, one(Source).id, "quotes"),
        lambda: links.connect(project, one(Source).id, one(Claim).id, "asserts"),
        lambda: links.reverse(project, one(Link)),  # type: ignore[arg-type]  # a Link by its kind
        lambda: editing.change(project, one(Claim), text="Longer words " * chance.randrange(1, 9)),
        lambda: editing.change(project, one(Claim), confidence="high"),
        lambda: editing.change(project, one(Claim), denial=chance.choice([None, "fact"])),
        lambda: editing.change(project, one(Claim), kind=chance.choice(["hypothesis", "reported"])),
        lambda: editing.change(project, one(Source), origin_kind="identified"),
        lambda: editing.change(project, one(Assertion), partial=True),
        lambda: removal.remove(
            project, [chance.choice([one(Claim), one(Source), one(Link), one(Frame)]).id]
        ),
        lambda: removal.unpin(project, [one(Card).id]),
        lambda: boards.pin_records(project, board, [(one(Claim).id, x, y)]),
        project.undo,
        project.redo,
    ]
    with suppress(ProjectError, ValueError, IndexError):
        chance.choice(acts)()


@pytest.mark.parametrize("seed", range(12))
def test_after_any_acts_the_sheet_equals_the_board_read_anew(
    application: QApplication, tmp_path: Path, seed: int
) -> None:
    project = projects.start(tmp_path / "case.evboard")
    (board,) = project.all(Board)
    held = pinned(project)
    claims.mark(project, words(held, "ferry left"), board=board.id)
    lettering = Lettering(load_tokens("light"))
    sheet = Sheet(project, board.id, lettering)

    def follow(changes: ChangeSet) -> None:
        sheet.apply(changes)

    project.observe(follow)
    chance = Random(seed)
    for _ in range(60):
        act_at_random(project, board.id, chance)
        anew = Sheet(project, board.id, lettering)
        assert known(sheet) == known(anew)
        assert_same_curves(sheet, anew)
    project.close()
