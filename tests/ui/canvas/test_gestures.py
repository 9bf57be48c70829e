"""Every gesture of the board: what comes of it, one step or none, undone and called off whole.

The rows stand in `gestures/`; an action of the board without a row fails.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidence_board.commands import projects
from evidence_board.project.project import Project
from evidence_board.ui.actions.arranging import ARRANGING as ARRANGING_ACTIONS
from evidence_board.ui.actions.boards import BOARDS
from evidence_board.ui.actions.editing import EDITING
from evidence_board.ui.actions.framing import FRAMING as FRAMING_ACTIONS
from evidence_board.ui.actions.inserting import INSERTING
from evidence_board.ui.actions.linking import LINKING as LINKING_ACTIONS
from evidence_board.ui.actions.marking import MARKING
from evidence_board.ui.actions.seeing import SEEING
from evidence_board.ui.canvas.acts import BOARD_ACTS
from tests.ui.canvas import touch
from tests.ui.canvas.conftest import Hands
from tests.ui.canvas.gestures.arranging import COPYING, FRAMING, LAYING, MOVING
from tests.ui.canvas.gestures.drawing import LINKING, MAKING, TYPES
from tests.ui.canvas.gestures.scene import Row, Scene, lay, records
from tests.ui.canvas.gestures.seeing import LOOKING, SELECTING

GESTURES: tuple[Row, ...] = (
    *(*LOOKING, *SELECTING, *MOVING, *LAYING, *FRAMING, *COPYING),
    *(*MAKING, *LINKING, *TYPES),
)

OF_THE_WINDOW = frozenset(
    {
        *("undo", "redo", "find", "tags", "all_tags", "board", "reader", "lineage", "brief"),
        *(
            "select_tool",
            "pan_tool",
            "snap_objects",
            "snap_grid",
            "new_board",
            "rename_board",
            "duplicate_board",
        ),
        *("remove_board", "previous_board", "next_board", "board_earlier", "board_later"),
        "show_on_board",
    }
)
"""Actions that the window does around the board; `tests/ui/frame` tries them."""


def named(row: Row) -> str:
    """Return what a row is called in the list of tests."""
    return row.name


def kept(scene: Scene) -> dict[str, object]:
    """Return all that a gesture may not leave changed when it is called off."""
    layout = scene.hands.view.sheet.layout
    curves = layout.lines.curves[np.arange(len(layout.lines.ties))].tolist()
    return {
        "records": records(scene.hands.project),
        "steps": scene.hands.project.steps(),
        "boxes": dict(zip(layout.ids, layout.boxes.tolist(), strict=True)),
        "frames": dict(layout.frames),
        "lines": dict(zip([tie.id for tie in layout.lines.ties], curves, strict=True)),
        "selected": scene.hands.selected(),
        "focus": scene.hands.view.live.focus,
    }


def call_off(scene: Scene) -> None:
    """Press Esc until nothing is open."""
    view = scene.hands.view
    if view.in_place.editor is not None:
        touch.key(view.in_place.editor, Qt.Key.Key_Escape)
    else:
        touch.key(view, Qt.Key.Key_Escape)


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Give a file with the board of all gestures, and the ids on it by names."""
    path = tmp_path_factory.mktemp("gestures") / "laid.evboard"
    opened = projects.start(path, title="Case")
    named = lay(opened)
    opened.close()
    return path, named


@pytest.fixture
def project(laid: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Project]:
    copy = tmp_path / "case.evboard"
    copyfile(laid[0], copy)
    opened = Project.open(copy)
    yield opened
    opened.close()


@pytest.fixture
def scene(laid: tuple[Path, dict[str, str]], show: Callable[[], Hands]) -> Scene:
    return Scene(show(), laid[1])


def test_every_action_of_the_board_has_a_row() -> None:
    tried = {id for row in GESTURES for id in row.ids}
    assert tried == set(BOARD_ACTS)
    of_the_board = (ARRANGING_ACTIONS, BOARDS, EDITING, FRAMING_ACTIONS, INSERTING)
    listed = {row.id for rows in (*of_the_board, LINKING_ACTIONS, MARKING, SEEING) for row in rows}
    assert listed - set(BOARD_ACTS) == OF_THE_WINDOW
    assert len({row.name for row in GESTURES}) == len(GESTURES)


@pytest.mark.parametrize("row", GESTURES, ids=named)
def test_a_gesture_does_what_it_says_in_one_step_that_undo_takes_back(
    scene: Scene, row: Row, qtbot: QtBot
) -> None:
    row.given(scene)
    scene.remember()
    before, hands = kept(scene), scene.hands
    steps = len(hands.project.steps())
    row.do(scene)
    if row.later:
        qtbot.waitUntil(lambda: len(hands.project.steps()) > steps, timeout=20_000)
    assert row.holds(scene), (scene.selected(), hands.told, hands.problems)
    assert [one.label for one in hands.project.steps()[steps:]] == ([row.step] if row.step else [])
    assert scene.at_rest()
    if row.step is None:
        assert kept(scene)["records"] == before["records"]
        return
    if hands.editing():
        call_off(scene)
    hands.document.undo()
    after = kept(scene)
    for what in ("records", "boxes", "frames", "lines"):
        assert after[what] == before[what], what


@pytest.mark.parametrize("row", [row for row in GESTURES if row.begin is not None], ids=named)
def test_esc_in_the_middle_of_a_gesture_leaves_nothing_behind(scene: Scene, row: Row) -> None:
    assert row.begin is not None
    row.given(scene)
    scene.remember()
    before = kept(scene)
    row.begin(scene)
    call_off(scene)
    assert scene.at_rest()
    assert not scene.hands.editing()
    touch.release(scene.hands.view, scene.hands.at(560, 480))
    assert kept(scene) == before


def test_a_press_on_the_line_of_a_selected_note_takes_no_line(scene: Scene) -> None:
    """A note is its line: what is no line of its own has no ends to drag."""
    scene.select("note")
    assert not len(scene.hands.view.chosen.lines)
    for end in ("start", "end"):
        touch.click(scene.hands.view, scene.on_line("note", end))
        assert scene.at_rest()
        scene.select("note")


@pytest.mark.parametrize("key", ["L", "Ctrl+Right"])
def test_keys_go_on_from_the_card_that_was_selected_last(scene: Scene, key: str) -> None:
    """What was walked to before does not count any more."""
    scene.key("Right")
    assert scene.hands.view.live.focus == scene.id("first")
    touch.click(scene.hands.view, scene.spot("third"))
    scene.key(key)
    thread = scene.hands.view.live.thread
    assert thread is not None
    x, y, width, height = scene.box("third")
    assert x <= thread.start[0] <= x + width
    assert y <= thread.start[1] <= y + height
    call_off(scene)
