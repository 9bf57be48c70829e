"""Every action: what it is called, its keys, its icon and when it may be used.

Menus, tool bar, rail, command list and shortcut sheet are made from these rows alone; where an
action stands in a menu is said in `menus.py`, what it does in `main_window.py`.
"""

from dataclasses import dataclass

from evidence_board.ui.situation import (
    Predicate,
    always,
    drawing,
    linking,
    on_board,
    redoing,
    selecting,
    undoing,
    with_project,
    writable,
)
from evidence_board.ui.wording import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Action:
    """A row: `shortcuts` are portable key texts, `keywords` further words it is found by.

    `group` makes a checkable action one of a choice; `checkable` alone is a switch.
    """

    id: str
    text: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    when: Predicate = always
    keywords: str = ""
    checkable: bool = False
    group: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("new", QT_TRANSLATE_NOOP("Action", "New project"), ("Ctrl+N",), "file-plus"),
    Action("open", QT_TRANSLATE_NOOP("Action", "Open a project"), ("Ctrl+O",), "folder-open"),
    Action(
        "sample",
        QT_TRANSLATE_NOOP("Action", "Open the sample case"),
        icon="briefcase",
        keywords="example demo",
    ),
    Action(
        "add_sources",
        QT_TRANSLATE_NOOP("Action", "Add source files"),
        ("Ctrl+I",),
        "newspaper",
        writable,
        "article import pin",
    ),
    Action(
        "export_brief",
        QT_TRANSLATE_NOOP("Action", "Export brief"),
        ("Ctrl+Shift+E",),
        "file-down",
        with_project,
        "pdf report",
    ),
    Action(
        "export_json",
        QT_TRANSLATE_NOOP("Action", "Export as JSON"),
        icon="file-down",
        when=with_project,
        keywords="exchange",
    ),
    Action(
        "import_json",
        QT_TRANSLATE_NOOP("Action", "Import JSON"),
        icon="download",
        when=writable,
        keywords="exchange",
    ),
    Action("save", QT_TRANSLATE_NOOP("Action", "Save"), ("Ctrl+S",), "save", with_project),
    Action(
        "save_copy",
        QT_TRANSLATE_NOOP("Action", "Save a copy"),
        ("Ctrl+Shift+S",),
        "copy",
        with_project,
        "backup duplicate",
    ),
    Action("close", QT_TRANSLATE_NOOP("Action", "Close"), ("Ctrl+W",), "x"),
    Action("quit", QT_TRANSLATE_NOOP("Action", "Quit"), ("Ctrl+Q",), "log-out"),
    Action("undo", QT_TRANSLATE_NOOP("Action", "Undo"), ("Ctrl+Z",), "undo-2", undoing),
    Action(
        "redo", QT_TRANSLATE_NOOP("Action", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", redoing
    ),
    Action("paste", QT_TRANSLATE_NOOP("Action", "Paste"), ("Ctrl+V",), "clipboard-paste", drawing),
    Action(
        "delete",
        QT_TRANSLATE_NOOP("Action", "Delete"),
        ("Del", "Backspace"),
        "trash-2",
        selecting,
        "remove",
    ),
    Action(
        "select_all",
        QT_TRANSLATE_NOOP("Action", "Select all"),
        ("Ctrl+A",),
        "square-check",
        on_board,
    ),
    Action("find", QT_TRANSLATE_NOOP("Action", "Find"), ("Ctrl+F",), "search", with_project),
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

BY_ID = {row.id: row for row in ACTIONS}
