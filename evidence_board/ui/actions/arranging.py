"""Actions that arrange what lies on the board."""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import grouping, on_board
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

ARRANGING: tuple[Action, ...] = (
    Action(
        "snap_objects",
        QT_TRANSLATE_NOOP("Action", "Snap to other cards"),
        ("Alt+S",),
        when=on_board,
        keywords="guides align edges gaps objects",
        checkable=True,
    ),
    Action(
        "snap_grid",
        QT_TRANSLATE_NOOP("Action", "Show and snap to grid"),
        ("Ctrl+'",),
        when=on_board,
        keywords="dots",
        checkable=True,
    ),
    Action(
        "align_left",
        QT_TRANSLATE_NOOP("Action", "Align left edges"),
        ("Ctrl+Shift+Left",),
        when=grouping,
    ),
    Action("align_centre", QT_TRANSLATE_NOOP("Action", "Align centres"), when=grouping),
    Action(
        "align_right",
        QT_TRANSLATE_NOOP("Action", "Align right edges"),
        ("Ctrl+Shift+Right",),
        when=grouping,
    ),
    Action(
        "align_top",
        QT_TRANSLATE_NOOP("Action", "Align top edges"),
        ("Ctrl+Shift+Up",),
        when=grouping,
    ),
    Action("align_middle", QT_TRANSLATE_NOOP("Action", "Align middles"), when=grouping),
    Action(
        "align_bottom",
        QT_TRANSLATE_NOOP("Action", "Align bottom edges"),
        ("Ctrl+Shift+Down",),
        when=grouping,
    ),
    Action(
        "distribute_across",
        QT_TRANSLATE_NOOP("Action", "Distribute across"),
        ("Alt+Shift+H",),
        when=grouping,
        keywords="equal gaps horizontally space",
    ),
    Action(
        "distribute_down",
        QT_TRANSLATE_NOOP("Action", "Distribute down"),
        ("Alt+Shift+V",),
        when=grouping,
        keywords="equal gaps vertically space",
    ),
    Action(
        "same_width",
        QT_TRANSLATE_NOOP("Action", "Same width"),
        when=grouping,
        keywords="size equal resize",
    ),
    Action(
        "same_height",
        QT_TRANSLATE_NOOP("Action", "Same height"),
        when=grouping,
        keywords="size equal resize",
    ),
    Action(
        "same_size",
        QT_TRANSLATE_NOOP("Action", "Same width and height"),
        when=grouping,
        keywords="size equal resize",
    ),
    Action(
        "wider",
        QT_TRANSLATE_NOOP("Action", "Wider"),
        ("Alt+Shift+Right",),
        when=grouping,
        keywords="size width resize",
    ),
    Action(
        "narrower",
        QT_TRANSLATE_NOOP("Action", "Narrower"),
        ("Alt+Shift+Left",),
        when=grouping,
        keywords="size width resize",
    ),
    Action(
        "natural_size",
        QT_TRANSLATE_NOOP("Action", "Natural size"),
        when=grouping,
        keywords="size reset fit text resize",
    ),
    Action(
        "to_front",
        QT_TRANSLATE_NOOP("Action", "Bring to front"),
        ("Ctrl+Shift+]",),
        when=grouping,
        keywords="layer above order",
    ),
    Action(
        "forward",
        QT_TRANSLATE_NOOP("Action", "Bring forward"),
        ("Ctrl+]",),
        when=grouping,
        keywords="layer above order",
    ),
    Action(
        "backward",
        QT_TRANSLATE_NOOP("Action", "Send backward"),
        ("Ctrl+[",),
        when=grouping,
        keywords="layer below order",
    ),
    Action(
        "to_back",
        QT_TRANSLATE_NOOP("Action", "Send to back"),
        ("Ctrl+Shift+[",),
        when=grouping,
        keywords="layer below order",
    ),
    Action(
        "lock",
        QT_TRANSLATE_NOOP("Action", "Lock or unlock"),
        ("Ctrl+Shift+L",),
        "lock",
        grouping,
        "fix pin padlock stay",
    ),
)
