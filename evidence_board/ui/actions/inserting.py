"""Actions that put something on the board, and its tools."""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import drawing, linking, on_board
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

INSERTING: tuple[Action, ...] = (
    Action("claim", QT_TRANSLATE_NOOP("Action", "Claim"), ("N",), "scale", drawing, "new insert"),
    Action(
        "source",
        QT_TRANSLATE_NOOP("Action", "Source, cited only"),
        ("U",),
        "newspaper",
        drawing,
        "new insert origin",
    ),
    Action(
        "note", QT_TRANSLATE_NOOP("Action", "Note"), ("T",), "sticky-note", drawing, "new insert"
    ),
    Action("frame", QT_TRANSLATE_NOOP("Action", "Frame"), ("F",), "frame", drawing, "new insert"),
    Action(
        "link",
        QT_TRANSLATE_NOOP("Action", "Link"),
        ("Ctrl+L",),
        "spline",
        linking,
        "connect support contradict",
    ),
    Action(
        "select_tool",
        QT_TRANSLATE_NOOP("Action", "Select"),
        ("V",),
        "mouse-pointer-2",
        on_board,
        "tool",
        True,
        "tool",
    ),
    Action(
        "pan_tool",
        QT_TRANSLATE_NOOP("Action", "Pan"),
        ("H",),
        "hand",
        on_board,
        "tool move",
        True,
        "tool",
    ),
)
