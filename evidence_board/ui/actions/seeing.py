"""Actions of what is looked at: modes and zoom."""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import on_board, with_project
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

SEEING: tuple[Action, ...] = (
    Action(
        "board",
        QT_TRANSLATE_NOOP("Action", "Board"),
        ("Ctrl+1",),
        "layout-dashboard",
        with_project,
        "mode",
        True,
        "mode",
    ),
    Action(
        "reader",
        QT_TRANSLATE_NOOP("Action", "Reader"),
        ("Ctrl+2",),
        "book-open",
        with_project,
        "mode text",
        True,
        "mode",
    ),
    Action(
        "lineage",
        QT_TRANSLATE_NOOP("Action", "Lineage"),
        ("Ctrl+4",),
        "network",
        with_project,
        "mode origins independent where from",
        True,
        "mode",
    ),
    Action(
        "brief",
        QT_TRANSLATE_NOOP("Action", "Brief"),
        ("Ctrl+5",),
        "file-text",
        with_project,
        "mode report pdf compose preview gate issue",
        True,
        "mode",
    ),
    Action(
        "zoom_in",
        QT_TRANSLATE_NOOP("Action", "Zoom in"),
        ("Ctrl++", "Ctrl+="),
        "zoom-in",
        with_project,
    ),
    Action(
        "zoom_out", QT_TRANSLATE_NOOP("Action", "Zoom out"), ("Ctrl+-",), "zoom-out", with_project
    ),
    Action("zoom_100", QT_TRANSLATE_NOOP("Action", "Zoom to 100 %"), ("Ctrl+0",), "", with_project),
    Action(
        "zoom_fit",
        QT_TRANSLATE_NOOP("Action", "Show all"),
        ("Shift+1",),
        "maximize",
        on_board,
        "fit zoom",
    ),
    Action(
        "zoom_selection",
        QT_TRANSLATE_NOOP("Action", "Show the selection"),
        ("Shift+2",),
        "crosshair",
        on_board,
        "fit zoom",
    ),
    Action(
        "view_back",
        QT_TRANSLATE_NOOP("Action", "Previous view"),
        ("[", "Ctrl+Alt+Left"),
        "arrow-left",
        on_board,
        "back history return",
    ),
    Action(
        "view_forward",
        QT_TRANSLATE_NOOP("Action", "Next view"),
        ("]", "Ctrl+Alt+Right"),
        "arrow-right",
        on_board,
        "forward history",
    ),
    Action(
        "focus",
        QT_TRANSLATE_NOOP("Action", "Focus on neighbours"),
        ("Ctrl+.",),
        "focus",
        on_board,
        "dim rest near hops",
    ),
    *(
        Action(f"focus_{steps}", text, when=on_board, keywords="focus neighbours dim hops")
        for steps, text in (
            (1, QT_TRANSLATE_NOOP("Action", "Focus: 1 step")),
            (2, QT_TRANSLATE_NOOP("Action", "Focus: 2 steps")),
            (3, QT_TRANSLATE_NOOP("Action", "Focus: 3 steps")),
        )
    ),
)
