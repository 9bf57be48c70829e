"""Gestures by which one looks about and selects: none of them is a step."""

from PySide6.QtCore import QPoint, Qt

from tests.ui.canvas import touch
from tests.ui.canvas.gestures.scene import Fact, Row, Scene, acted, dragged, pressed, selecting
from tests.ui.canvas.touch import CONTROL, MIDDLE, NONE, SHIFT

_CLAIMS = {"first", "second", "below", "third", "back", "front", "inside"}
_MIDDLE = QPoint(500, 350)


def _zoom(scene: Scene) -> float:
    return scene.hands.view.camera.viewport.zoom


def _moved(scene: Scene) -> tuple[float, float]:
    """Return how far the window has moved over the board, px of the screen."""
    viewport = scene.hands.view.camera.viewport
    return viewport.left - scene.corner[0], viewport.top - scene.corner[1]


def _pan_by_space(scene: Scene) -> None:
    view = scene.hands.view
    touch.key_down(view, Qt.Key.Key_Space)
    touch.press(view, _MIDDLE)
    touch.move(view, _MIDDLE + QPoint(60, -40))
    touch.release(view, _MIDDLE + QPoint(60, -40))
    touch.key_up(view, Qt.Key.Key_Space)


def _pan_by_middle(scene: Scene) -> None:
    view = scene.hands.view
    touch.press(view, _MIDDLE, NONE, MIDDLE)
    touch.move(view, _MIDDLE + QPoint(60, -40), NONE, MIDDLE)
    touch.release(view, _MIDDLE + QPoint(60, -40), NONE, MIDDLE)


def _wheel(turned: int, held: Qt.KeyboardModifier = NONE) -> Row:
    names = {NONE: "wheel", SHIFT: "wheel with Shift", CONTROL: "wheel with Ctrl"}

    def do(scene: Scene) -> None:
        touch.wheel(scene.hands.view, _MIDDLE, (0, turned), held)

    def holds(scene: Scene) -> bool:
        dx, dy = _moved(scene)
        if held == CONTROL:
            return _zoom(scene) > 1
        return (dx > 0 and dy == 0) if held == SHIFT else (dx == 0 and dy > 0)

    return Row(names[held], do, holds)


def _away(scene: Scene) -> Scene:
    return scene.key("Shift+1")


def _at_both(scene: Scene) -> bool:
    viewport = scene.hands.view.camera.viewport
    return scene.zoom == viewport.zoom and _moved(scene) == (0.0, 0.0)


def _focused(steps: int) -> Fact:
    return lambda s: s.hands.view.focusing.on and s.hands.view.focusing.steps == steps


LOOKING: tuple[Row, ...] = (
    Row("Space and drag", _pan_by_space, lambda s: _moved(s) == (-60, 40)),
    Row("middle drag", _pan_by_middle, lambda s: _moved(s) == (-60, 40)),
    _wheel(-120),
    _wheel(-120, SHIFT),
    _wheel(120, CONTROL),
    acted("zoom_in", lambda s: _zoom(s) == 1.25),
    acted("zoom_out", lambda s: _zoom(s) == 0.8),
    acted("zoom_100", lambda s: _zoom(s) == 1, given=lambda s: s.key("Ctrl+-")),
    acted("zoom_fit", lambda s: _moved(s) != (0, 0)),
    acted("zoom_selection", lambda s: _moved(s) != (0, 0), given=selecting("front")),
    pressed("Home shows all", ("Home",), lambda s: _moved(s) != (0, 0)),
    acted("view_back", lambda s: _moved(s) != (0, 0), given=_away),
    Row("back where one was", lambda s: (_away(s), s.key("[")), _at_both),
    acted(
        "view_forward",
        lambda s: _moved(s) != (0, 0),
        given=lambda s: (_away(s), s.key("["), s.remember()),
    ),
    acted("focus", lambda s: s.hands.view.focusing.on, given=selecting("first")),
    acted("focus_1", _focused(1), given=selecting("first")),
    acted("focus_2", _focused(2), given=selecting("first")),
    acted("focus_3", _focused(3), given=selecting("first")),
    pressed(
        "Esc ends the focus",
        ("Esc",),
        lambda s: not s.hands.view.focusing.on,
        given=lambda s: (s.select("first"), s.key("Ctrl+.")),
    ),
    Row(
        "Tab",
        lambda s: [s.hands.view.focusNextPrevChild(True) for _ in range(2)],
        lambda s: s.hands.view.live.focus == s.id("second"),
    ),
    pressed(
        "figures set how far the focus reaches",
        ("2",),
        _focused(2),
        given=lambda s: (s.select("first"), s.key("Ctrl+.")),
    ),
    pressed(
        "arrow without a selection",
        ("Right", "Right"),
        lambda s: s.hands.view.live.focus == s.id("second"),
    ),
    pressed(
        "Alt and an arrow walk a link",
        ("Alt+Down",),
        lambda s: s.selected() == {"below"},
        given=selecting("first"),
    ),
    acted("link_start", lambda s: s.selected() == {"first"}, given=selecting("support")),
    acted("link_end", lambda s: s.selected() == {"below"}, given=selecting("support")),
    acted("next_link", lambda s: s.selected() == {"support"}, given=selecting("first")),
)

SELECTING: tuple[Row, ...] = (
    Row(
        "click",
        lambda s: s.click(s.spot("second")),
        lambda s: s.selected() == {"second"},
    ),
    Row(
        "click on a line",
        lambda s: s.click(s.on_line("clash")),
        lambda s: s.selected() == {"clash"},
    ),
    Row(
        "Shift and click",
        lambda s: s.click(s.spot("second"), SHIFT),
        lambda s: s.selected() == {"first", "second"},
        given=selecting("first"),
    ),
    Row(
        "Ctrl and click takes away",
        lambda s: s.click(s.spot("second"), CONTROL),
        lambda s: s.selected() == {"first"},
        given=selecting("first", "second"),
    ),
    dragged(
        "band",
        lambda s: s.hands.at(-20, -20),
        lambda s: s.hands.at(400, 60),
        lambda s: s.selected() == {"first", "second"},
        None,
        given=selecting("source"),
    ),
    dragged(
        "band with Shift",
        lambda s: s.hands.at(-20, -20),
        lambda s: s.hands.at(400, 60),
        lambda s: s.selected() == {"first", "second", "source"},
        None,
        SHIFT,
        given=selecting("source"),
    ),
    Row(
        "click on empty board",
        lambda s: s.click(s.hands.at(560, 150)),
        lambda s: not s.selected(),
        given=selecting("first"),
    ),
    pressed("Esc", ("Esc",), lambda s: not s.selected(), given=selecting("first", "second")),
    Row(
        "Space",
        lambda s: s.key("Space"),
        lambda s: s.selected() == {"first"},
        given=lambda s: s.key("Right"),
    ),
    acted("select_all", lambda s: len(s.selected()) == 11),
    acted(
        "select_claims",
        lambda s: (
            s.selected() == {*["first", "second", "below", "third", "back", "front", "inside"]}
        ),
    ),
    acted("select_sources", lambda s: s.selected() == {"source", "pilot"}),
    acted("select_excerpts", lambda s: s.hands.told == ["There is none on this board."]),
    acted("select_notes", lambda s: s.selected() == {"note"}),
    acted("select_lines", lambda s: s.selected() == {"support", "other", "clash", "cites"}),
    acted("select_unfinished", lambda s: "clash" in s.selected()),
    acted("select_others", lambda s: len(s.selected()) == 9, given=selecting("first", "frame")),
    acted(
        "select_tagged",
        lambda s: s.hands.told == ["What is selected has no tag."],
        given=selecting("first"),
    ),
    acted(
        "select_coloured",
        lambda s: s.selected() == {"first", "second"},
        given=lambda s: (
            s.select("first", "second"),
            s.act("colour_blue"),
            s.select("first"),
        ),
    ),
    Row(
        "right click",
        lambda s: touch.ask_menu(s.hands.view, s.spot("third")),
        lambda s: s.selected() == {"third"},
    ),
    acted("copy", lambda s: s.hands.told == ["1 card copied"], given=selecting("first")),
)
