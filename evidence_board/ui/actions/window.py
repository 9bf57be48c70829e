"""Actions of the window, of how it looks, and of help."""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import following, with_project
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

WINDOW: tuple[Action, ...] = (
    Action(
        "issues",
        QT_TRANSLATE_NOOP("Action", "Issues"),
        ("Ctrl+Shift+I",),
        "triangle-alert",
        with_project,
        "warnings problems open unfinished checks",
    ),
    Action(
        "next_issue",
        QT_TRANSLATE_NOOP("Action", "Next issue"),
        ("F8",),
        when=with_project,
        keywords="warnings problems open jump",
    ),
    Action(
        "previous_issue",
        QT_TRANSLATE_NOOP("Action", "Previous issue"),
        ("Shift+F8",),
        when=with_project,
        keywords="warnings problems open jump",
    ),
    Action(
        "history",
        QT_TRANSLATE_NOOP("Action", "History"),
        icon="history",
        when=with_project,
        keywords="steps undone who when changed author log",
    ),
    Action(
        "record_history",
        QT_TRANSLATE_NOOP("Action", "History of what is selected"),
        icon="history",
        when=following,
        keywords="steps card changed version restore",
    ),
    Action(
        "left_panel",
        QT_TRANSLATE_NOOP("Action", "Sources and outline"),
        ("Ctrl+B",),
        "panel-left",
        with_project,
        "dock panel hide",
        True,
    ),
    Action(
        "docks",
        QT_TRANSLATE_NOOP("Action", "Side panels"),
        ("Ctrl+\\",),
        "panel-left",
        with_project,
        "hide docks rail",
        True,
    ),
    Action(
        "reset_layout",
        QT_TRANSLATE_NOOP("Action", "Reset layout"),
        when=with_project,
        keywords="docks panels width",
    ),
    Action(
        "full_screen",
        QT_TRANSLATE_NOOP("Action", "Full screen"),
        ("F11",),
        "maximize",
        keywords="window",
        checkable=True,
    ),
    Action(
        "theme_system",
        QT_TRANSLATE_NOOP("Action", "Like the system"),
        keywords="theme colour appearance",
        checkable=True,
        group="theme",
    ),
    Action(
        "theme_light",
        QT_TRANSLATE_NOOP("Action", "Light"),
        (),
        "sun",
        keywords="theme colour appearance",
        checkable=True,
        group="theme",
    ),
    Action(
        "theme_dark",
        QT_TRANSLATE_NOOP("Action", "Dark"),
        (),
        "moon",
        keywords="theme colour appearance night",
        checkable=True,
        group="theme",
    ),
    Action(
        "theme_highContrast",
        QT_TRANSLATE_NOOP("Action", "High contrast"),
        keywords="theme colour appearance",
        checkable=True,
        group="theme",
    ),
    *(
        Action(
            f"scale_{percent}", text, keywords="interface scale size", checkable=True, group="scale"
        )
        for percent, text in (
            (100, QT_TRANSLATE_NOOP("Action", "100 %")),
            (125, QT_TRANSLATE_NOOP("Action", "125 %")),
            (150, QT_TRANSLATE_NOOP("Action", "150 %")),
            (175, QT_TRANSLATE_NOOP("Action", "175 %")),
            (200, QT_TRANSLATE_NOOP("Action", "200 %")),
        )
    ),
    Action(
        "settings",
        QT_TRANSLATE_NOOP("Action", "Settings"),
        ("Ctrl+,",),
        "settings",
        keywords="preferences options",
    ),
    Action(
        "commands",
        QT_TRANSLATE_NOOP("Action", "All commands"),
        ("Ctrl+Shift+P", "Ctrl+/"),
        "list",
        keywords="palette",
    ),
    Action(
        "shortcuts",
        QT_TRANSLATE_NOOP("Action", "Keyboard shortcuts"),
        ("F1", "?"),
        "keyboard",
        keywords="help keys",
    ),
    Action(
        "about",
        QT_TRANSLATE_NOOP("Action", "About Evidence Board"),
        (),
        "info",
        keywords="version licence",
    ),
    Action(
        "next_region",
        QT_TRANSLATE_NOOP("Action", "Next part of the window"),
        ("F6",),
        when=with_project,
        keywords="focus",
    ),
    Action(
        "previous_region",
        QT_TRANSLATE_NOOP("Action", "Previous part of the window"),
        ("Shift+F6",),
        when=with_project,
        keywords="focus",
    ),
)
