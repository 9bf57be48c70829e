"""Gestures that arrange what lies on the board: each is one step, however much it moves."""

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, Qt

from evidence_board.model.board import Card, Frame
from evidence_board.model.claim import Claim
from tests.ui.canvas import touch
from tests.ui.canvas.gestures.scene import Fact, Row, Scene, acted, dragged, pressed, selecting
from tests.ui.canvas.touch import ALT, SHIFT

_ROW = ("first", "second", "source")


def by(name: str, dx: float, dy: float) -> Fact:
    """Return the fact that a card lies so far from where it lay."""

    def moved(scene: Scene) -> bool:
        was = scene.before[scene.card(name).id]
        assert isinstance(was, Card)
        x, y = scene.place(name)
        return (x - was.x, y - was.y) == (dx, dy)

    return moved


def _alike(scene: Scene, of: str, *names: str) -> bool:
    """Whether these cards share an edge, a middle or a size."""
    return len({_measure(scene, of, name) for name in names}) == 1


def _measure(scene: Scene, of: str, name: str) -> float:
    x, y, width, height = scene.box(name)
    found = {"left": x, "centre": x + width / 2, "right": x + width, "width": width}
    down = {"top": y, "middle": y + height / 2, "bottom": y + height, "height": height}
    return round({**found, **down}[of], 3)


def _gaps(scene: Scene, low: str, high: str, *names: str) -> bool:
    """Whether there is as much between the first two cards as between the others."""
    ordered = sorted(names, key=lambda name: _measure(scene, low, name))
    gaps = [
        _measure(scene, low, two) - _measure(scene, high, one) for one, two in pairwise(ordered)
    ]
    return max(gaps) - min(gaps) < 1


def _in_front(scene: Scene) -> bool:
    """Whether the back one of the two cards that overlap lies in front now."""
    layout = scene.hands.view.sheet.layout
    rows = [layout.row_of_record[scene.id(name)] for name in ("back", "front")]
    ranks = layout.rank(np.array(rows))
    return bool(ranks[0] > ranks[1])


def _space_drag(scene: Scene) -> None:
    view, start = scene.hands.view, scene.spot("first")
    touch.press(view, start)
    touch.move(view, start + QPoint(20, 90))
    touch.key_down(view, Qt.Key.Key_Space)
    touch.move(view, start + QPoint(21, 93))
    touch.release(view, start + QPoint(21, 93))
    touch.key_up(view, Qt.Key.Key_Space)


def _locked(scene: Scene, *names: str) -> bool:
    return all(getattr(scene.card(name), "locked", None) for name in names)


def _coloured(name: str) -> Row:
    step = f"Colour card {name}"
    return acted(
        f"colour_{name}",
        lambda s: getattr(s.card("first"), "colour", None) == name,
        step,
        given=selecting("first"),
    )


MOVING: tuple[Row, ...] = (
    dragged(
        "drag",
        lambda s: s.spot("second"),
        lambda s: s.spot("second") + QPoint(61, 155),
        lambda s: s.place("second") == (384, 152) and s.selected() == {"second"},
        "Move card",
    ),
    dragged(
        "drag of the selection",
        lambda s: s.spot("first"),
        lambda s: s.spot("first") + QPoint(3, 124),
        lambda s: s.place("first")[1] == s.place("second")[1] > 0,
        "Move 2 cards",
        given=selecting("first", "second"),
    ),
    dragged(
        "drag with Shift keeps one axis",
        lambda s: s.spot("source"),
        lambda s: s.spot("source") + QPoint(20, 104),
        lambda s: s.place("source") == (640, 104),
        "Move card",
        SHIFT,
    ),
    Row("Space in a drag lets go of the grid", _space_drag, by("first", 21, 93), "Move card"),
    dragged(
        "drag of a locked card",
        lambda s: s.spot("first"),
        lambda s: s.spot("first") + QPoint(100, 100),
        lambda s: s.place("first") == (0, 0) and s.hands.told,
        None,
        given=lambda s: (s.select("first"), s.key("Ctrl+Shift+L"), s.select(), s.remember()),
    ),
    pressed("arrow", ("Right",), by("first", 8, 0), "Move card", selecting("first")),
    pressed(
        "Shift and arrow", ("Shift+Down",), by("first", 0, 40), "Move card", selecting("first")
    ),
    Row(
        "move_keys",
        lambda s: [s.key(one) for one in ("M", "Right", "Shift+Down", "Return")],
        by("first", 8, 40),
        "Move card",
        selecting("first"),
        lambda s: [s.key(one) for one in ("M", "Right", "Shift+Down")],
        ("move_keys",),
    ),
    Row(
        "M with the focus only",
        lambda s: [s.key(one) for one in ("M", "Down", "Return")],
        by("first", 0, 8),
        "Move card",
        lambda s: s.key("Right"),
        lambda s: [s.key(one) for one in ("M", "Down")],
    ),
)

LAYING: tuple[Row, ...] = (
    acted(
        "align_left",
        lambda s: _alike(s, "left", *_ROW),
        "Align left",
        selecting(*_ROW),
    ),
    acted("align_centre", lambda s: _alike(s, "centre", *_ROW), "Align centre", selecting(*_ROW)),
    acted("align_right", lambda s: _alike(s, "right", *_ROW), "Align right", selecting(*_ROW)),
    acted(
        "align_top",
        lambda s: _alike(s, "top", "first", "third"),
        "Align top",
        selecting("first", "third"),
    ),
    acted(
        "align_middle",
        lambda s: _alike(s, "middle", "first", "third"),
        "Align middle",
        selecting("first", "third"),
    ),
    acted(
        "align_bottom",
        lambda s: _alike(s, "bottom", "first", "third"),
        "Align bottom",
        selecting("first", "third"),
    ),
    acted(
        "distribute_across",
        lambda s: _gaps(s, "left", "right", "first", "third", "front"),
        "Distribute across",
        selecting("first", "third", "front"),
    ),
    acted(
        "distribute_down",
        lambda s: _gaps(s, "top", "bottom", "first", "third", "inside"),
        "Distribute down",
        selecting("first", "third", "inside"),
    ),
    acted(
        "same_width",
        lambda s: _alike(s, "width", "first", "second"),
        "Make same width",
        lambda s: (s.select("first"), s.key("Alt+Shift+Right"), s.select("first", "second")),
    ),
    acted(
        "same_height",
        lambda s: _alike(s, "height", "first", "note"),
        "Make same height",
        selecting("first", "note"),
    ),
    acted(
        "same_size",
        lambda s: _alike(s, "width", "first", "note") and _alike(s, "height", "first", "note"),
        "Make same size",
        selecting("first", "note"),
    ),
    acted("wider", lambda s: s.box("first")[2] > 208, "Make wider", selecting("first")),
    acted(
        "narrower",
        lambda s: s.box("first")[2] < 208,
        "Make narrower",
        selecting("first"),
    ),
    acted(
        "natural_size",
        lambda s: s.box("first")[2] == 208,
        "Natural size",
        lambda s: (s.select("first"), s.key("Alt+Shift+Right")),
    ),
    dragged(
        "drag of a corner of a card",
        lambda s: s.spot("first", 1, 1),
        lambda s: s.spot("first", 1, 1) + QPoint(64, 72),
        lambda s: s.box("first")[2] > 208 and s.place("first") == (0, 0),
        "Resize card",
        given=selecting("first"),
    ),
    Row(
        "double click on a corner of a card",
        lambda s: s.double_click(s.spot("first", 1, 1)),
        lambda s: s.box("first")[2] == 208,
        "Natural size",
        lambda s: (s.select("first"), s.key("Alt+Shift+Right")),
    ),
    acted("to_front", _in_front, "Bring to front", selecting("back")),
    acted("forward", _in_front, "Bring forward", selecting("back")),
    acted("backward", _in_front, "Send backward", selecting("front")),
    acted("to_back", _in_front, "Send to back", selecting("front")),
    acted("lock", lambda s: _locked(s, "first"), "Lock card", selecting("first")),
    pressed(
        "the same key unlocks",
        ("Ctrl+Shift+L",),
        lambda s: not _locked(s, "first"),
        "Unlock card",
        lambda s: (s.select("first"), s.key("Ctrl+Shift+L")),
    ),
    Row(
        "tidy",
        lambda s: s.key("Alt+Shift+T"),
        lambda s: s.before != {} and s.place("below")[1] > s.place("first")[1],
        "Tidy 10 cards",
        ids=("tidy",),
        later=True,
    ),
    *(
        _coloured(name)
        for name in ["blue", "teal", "green", "amber", "orange", "pink", "violet", "grey"]
    ),
    acted(
        "colour_none",
        lambda s: getattr(s.card("first"), "colour", None) == "",
        "Take colour off card",
        lambda s: (s.select("first"), s.act("colour_blue")),
    ),
)


def _frame(scene: Scene) -> Frame:
    frame = scene.record("frame")
    assert isinstance(frame, Frame)
    return frame


FRAMING: tuple[Row, ...] = (
    dragged(
        "drag of a frame takes along what is in it",
        lambda s: s.spot("frame", 0.6, 0.08),
        lambda s: s.spot("frame", 0.6, 0.08) + QPoint(331, 0),
        lambda s: by("inside", _frame(s).x, _frame(s).y - 420)(s) and _frame(s).x > 300,
        "Move 2 cards",
    ),
    dragged(
        "drag of a corner of a frame",
        lambda s: s.spot("frame", 1, 1),
        lambda s: s.spot("frame", 1, 1) + QPoint(64, 32),
        lambda s: _frame(s).width > 330 and s.place("inside") == (32, 470),
        "Resize",
    ),
    dragged(
        "drag of a card into a frame",
        lambda s: s.spot("back", 0.1),
        lambda s: s.spot("frame", 0.25, 0.75),
        lambda s: s.box("back")[0] + s.box("back")[2] <= 330,
        "Move card",
    ),
    Row(
        "click on the chevron",
        lambda s: s.click(s.hands.at(16, 436)),
        lambda s: _frame(s).collapsed and s.selected() == {"frame"},
        "Collapse frame",
    ),
    acted("fold_frame", lambda s: _frame(s).collapsed, "Collapse frame", selecting("inside")),
    Row(
        "Enter opens a collapsed frame",
        lambda s: s.key("Return"),
        lambda s: not _frame(s).collapsed,
        "Expand frame",
        lambda s: (s.select("frame"), s.key("Shift+F")),
    ),
    acted("ungroup", lambda s: "frame" in s.gone(), "Remove frame", selecting("frame")),
    Row(
        "group",
        lambda s: (s.key("Ctrl+G"), s.write("", Qt.Key.Key_Escape)),
        lambda s: s.made(Frame)[0].width > 500,
        "Draw frame",
        selecting("first", "second"),
        ids=("group",),
    ),
    Row(
        "frame",
        lambda s: (s.key("F"), s.write("", Qt.Key.Key_Escape)),
        lambda s: len(s.made(Frame)) == 1,
        "Draw frame",
        ids=("frame",),
    ),
    Row(
        "double click on the title of a frame",
        lambda s: (
            s.double_click(s.spot("frame", 0.5, 0.08)),
            s.write("Pier"),
        ),
        lambda s: _frame(s).title == "Pier",
        "Edit frame title",
    ),
)

COPYING: tuple[Row, ...] = (
    acted(
        "duplicate",
        lambda s: [one.text for one in s.made(Claim)] == ["The ferry left at noon."],
        "Duplicate claim",
        selecting("first"),
    ),
    dragged(
        "drag with Alt",
        lambda s: s.spot("first"),
        lambda s: s.spot("first") + QPoint(3, 124),
        lambda s: s.place("first") == (0, 0) and len(s.made(Claim)) == 1,
        "Duplicate claim",
        ALT,
    ),
    acted(
        "cut", lambda s: s.gone() == {"third", "other", "clash"}, "Cut claim", selecting("third")
    ),
    acted(
        "paste",
        lambda s: len(s.made(Claim)) == 2,
        "Paste",
        lambda s: (s.select("first", "second"), s.key("Ctrl+C"), s.select()),
    ),
    acted(
        "paste_words",
        lambda s: "The ferry left at noon." in s.made(Claim)[0].text,
        "Write claim",
        lambda s: (s.select("first"), s.key("Ctrl+C")),
    ),
    acted(
        "show_here",
        lambda s: not s.made(Claim) and s.hands.told[-1] == "They are on this board already.",
        given=lambda s: (s.select("first"), s.key("Ctrl+C")),
    ),
    acted(
        "delete",
        lambda s: s.gone() == {"first", "support"},
        "Delete claim",
        selecting("first"),
    ),
    pressed(
        "Backspace",
        ("Backspace",),
        lambda s: s.gone() == {"clash"},
        "Delete link",
        selecting("clash"),
    ),
)
