"""Actions of frames."""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import drawing, grouping
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

FRAMING: tuple[Action, ...] = (
    Action(
        "group",
        QT_TRANSLATE_NOOP("Action", "Frame the selection"),
        ("Ctrl+G",),
        "frame",
        grouping,
        "group round",
    ),
    Action(
        "ungroup",
        QT_TRANSLATE_NOOP("Action", "Remove frame, keep cards"),
        ("Ctrl+Shift+G",),
        "",
        grouping,
        "ungroup dissolve",
    ),
    Action(
        "fold_frame",
        QT_TRANSLATE_NOOP("Action", "Collapse or expand frame"),
        ("Shift+F",),
        "chevron-down",
        drawing,
        "fold open close",
    ),
)
