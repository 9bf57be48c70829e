"""Random gestures: view, project and file stay equal, and undo leads to the start.

Here 1,600 of them, in four boards; `dev.py endure gestures` makes 10,000 by this very test.
"""

import os
from collections.abc import Callable
from random import Random
from shutil import copyfile
from uuid import UUID

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from evidence_board.commands import board_list, boards, claims, links, notes, sources
from evidence_board.model.board import Board
from evidence_board.model.kinds import KINDS
from evidence_board.model.record import Record
from evidence_board.project.check import check
from evidence_board.project.history import Step
from evidence_board.project.project import Project
from evidence_board.ui.canvas.live import Live
from evidence_board.ui.canvas.sheet import Sheet
from tests.commands.cases import pinned, words
from tests.ui.canvas.clumsy import Clumsy
from tests.ui.canvas.conftest import Hands
from tests.ui.canvas.test_board_painting import direct, like, shown

SEEDS, CHECKED_EVERY = 4, 200
GESTURES = int(os.environ.get("EVIDENCE_BOARD_GESTURES", "400"))
"""How many are made of each seed."""
_AT_REST = (
    *("lifted", "lifted_lines", "lifted_frames", "ghosts", "band", "guides", "measures"),
    *("copies", "thread", "unfit", "into"),
)
"""What of the live layer is empty between two gestures."""


@pytest.fixture
def chance(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Random:
    """Give the chance of a seed; ids follow from it too, so that a failure can be repeated."""
    ids = Random(request.param)
    monkeypatch.setattr(
        "evidence_board.model.record.uuid4", lambda: UUID(bytes=ids.randbytes(16), version=4)
    )
    return Random(request.param)


def make_board(project: Project, chance: Random) -> tuple[str, ...]:
    """Lay thirty cards with links and frames on the first board; returns that and an empty one."""
    board = project.all(Board)[0].id
    made = []
    for number in range(30):
        x, y = number % 6 * 300.0, number // 6 * 200.0
        text = " ".join(chance.choices(("Cargo", "left", "at noon", "железо", "항구"), k=5))
        if number % 5 == 3:
            sources.cite(project, text, board=board, x=x, y=y)
        elif number % 5 == 4:
            notes.write(project, text, board=board, x=x, y=y)
        else:
            made.append(claims.write(project, text, board=board, x=x, y=y))
    for one, other in zip(made, chance.sample(made, len(made)), strict=True):
        if one is not other:
            links.connect(project, one.id, other.id, chance.choice(("supports", "contradicts")))
    notes.write(project, "Why?", kind="gap", about=made[0].id, board=board, x=300, y=1_000)
    claims.mark(project, words(pinned(project), "ferry left"), board=board, x=0, y=1_000)
    boards.frame(project, board, -24, -48, 640, 500, "Harbour")
    boards.frame(project, board, 0, 0, 300, 300, "Inner")
    return board, board_list.add(project, "Quay").id


def records(project: Project) -> dict[str, Record]:
    """Return all records by id."""
    return {one.id: one for kind in KINDS for one in project.all(kind)}


def told(sheet: Sheet) -> dict[str, object]:
    """Return all that a sheet shows, without its row numbers."""
    layout = sheet.layout
    lines = layout.lines
    cards = {
        id: (
            *(layout.records[row], layout.boxes[row].round(6).tolist(), int(layout.kinds[row])),
            *(int(layout.layers[row]), bool(layout.locked[row]), bool(layout.hidden[row])),
            *(layout.host_of(row), sheet.face(row)),
        )
        for id, row in layout.row_of_card.items()
    }
    drawn = {
        one.id: (one, bool(lines.hidden[row]), int(lines.counts[row]))
        for row, one in enumerate(lines.ties)
    }
    order = [frame.id for frame in layout.shown_frames()]
    stack = [layout.ids[row] for row in np.argsort(layout.rank(np.arange(len(layout.ids))))]
    return {
        **{"cards": cards, "lines": drawn, "frames": dict(layout.frames)},
        **{"order": order, "stack": stack},
    }


def assert_as_read_anew(hands: Hands) -> None:
    """Compare what the view shows with the board as the project has it."""
    view = hands.view
    anew = Sheet(hands.project, view.board_id, view.surface.look.lettering)
    assert told(view.sheet) == told(anew)
    for id, row in anew.layout.lines.row_of.items():
        if not anew.layout.lines.hidden[row]:
            here = view.sheet.layout.lines.curves[view.sheet.layout.lines.row_of[id]]
            assert np.allclose(here, anew.layout.lines.curves[row]), f"line {id} runs otherwise"


def assert_at_rest(hands: Hands) -> None:
    """See that nothing of a gesture is left."""
    live, resting = hands.view.live, Live()
    for name in _AT_REST:
        assert np.array_equal(getattr(live, name), getattr(resting, name)), name
    assert hands.view.linking.menu is None
    assert not hands.editing()


def assert_one_step(made: tuple[Step, ...]) -> None:
    """See that a gesture made one step or none; a new frame and its title are two."""
    labels = [step.label for step in made]
    assert len(labels) < 2 or labels == ["Draw frame", "Edit frame title"], labels


@pytest.mark.timeout(900)
@pytest.mark.parametrize("chance", range(SEEDS), indirect=True)
def test_random_gestures_leave_board_and_file_equal(
    chance: Random, project: Project, show: Callable[[], Hands]
) -> None:
    shown_boards = make_board(project, chance)
    start, steps_at_start = records(project), len(project.steps())
    hands = show()
    hands.view.resize(640, 440)
    clumsy = Clumsy(hands, chance, shown_boards, steps_at_start)
    done: list[str] = []
    for number in range(1, GESTURES + 1):
        steps = len(project.steps())
        try:
            done.append(clumsy.gesture())
            assert_at_rest(hands)
            assert_one_step(project.steps()[steps:])
            if number % CHECKED_EVERY == 0:
                hands.settle()
                assert_as_read_anew(hands)
                assert check(project.path) == ()
        except Exception as error:
            error.add_note(f"gesture {number}, after {', '.join(done[-6:])}")
            raise
    assert_painted(hands)
    assert_file_equals(project, start, steps_at_start)


def assert_painted(hands: Hands) -> None:
    """Compare the window, without rings, with what the reference painter paints."""
    hands.document.select(())
    if hands.view.sheet.layout.ids == []:  # where the words of an empty board stand
        hands.view.show_board(hands.project.all(Board)[0].id)
    hands.view.focusing.end()
    QCoreApplication.sendEvent(hands.view, QEvent(QEvent.Type.Leave))
    hands.view.live.ring = False
    picture, wanted = shown(hands), direct(hands)
    assert like(picture, wanted)


def assert_file_equals(project: Project, start: dict[str, Record], steps_at_start: int) -> None:
    """Read the file a second time and compare; then take all back in what was read."""
    path = project.path.with_name("again.evboard")
    copyfile(project.path, path)
    other = Project.open(path)
    assert records(other) == records(project)
    assert other.steps() == project.steps()
    done = sum(step.state == "done" for step in other.steps())
    for _ in range(done - steps_at_start):
        other.undo()
    assert records(other) == start
    other.close()
