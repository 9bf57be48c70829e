"""Where actions stand: the menu tree, the tool bar and the mode rail."""

from collections.abc import Sequence
from typing import TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QSizePolicy, QToolBar, QToolButton, QWidget

from evidence_board.model.colours import COLOURS as CARD_COLOURS
from evidence_board.model.link_types import LINK_TYPES
from evidence_board.ui.action_set import ActionSet
from evidence_board.ui.wording import QT_TRANSLATE_NOOP, translate

Branch: TypeAlias = "str | tuple[str, tuple[Branch, ...]] | None"
"""An action by id, a rule (None), or a menu: its title and what stands in it."""

RECENT = "recent"
"""Where the recent projects stand; the window fills this menu."""

ARRANGE: tuple[Branch, ...] = (
    (
        QT_TRANSLATE_NOOP("Menu", "Align"),
        (
            *("align_left", "align_centre", "align_right", None),
            *("align_top", "align_middle", "align_bottom"),
        ),
    ),
    (QT_TRANSLATE_NOOP("Menu", "Distribute"), ("distribute_across", "distribute_down")),
    (
        QT_TRANSLATE_NOOP("Menu", "Size"),
        (
            *("same_width", "same_height", "same_size", None),
            *("wider", "narrower", "natural_size"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "Order"),
        ("to_front", "forward", "backward", "to_back"),
    ),
    "lock",
    None,
    "tidy",
)
"""What arranges the selection: part of a menu, and of that of the selection itself."""
COLOURS: Branch = (
    QT_TRANSLATE_NOOP("Menu", "Colour"),
    ("colour_none", None, *(f"colour_{name}" for name in CARD_COLOURS)),
)
"""The colours of cards and frames: part of a menu, and of that of the selection itself."""
SELECT: Branch = (
    QT_TRANSLATE_NOOP("Menu", "Select"),
    (
        *("select_claims", "select_sources", "select_excerpts", "select_notes", "select_lines"),
        None,
        *("select_unfinished", "select_tagged", "select_coloured"),
        None,
        "select_others",
    ),
)

MENUS: tuple[tuple[str, tuple[Branch, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Menu", "&File"),
        (
            "new",
            "open",
            (RECENT, ()),
            "sample",
            "salvage",
            None,
            "add_sources",
            "add_folder",
            "capture_page",
            "import_json",
            None,
            "export_brief",
            "export_again",
            "issue_brief",
            "export_picture",
            "export_json",
            "print_board",
            "verify_brief",
            None,
            "save",
            "save_copy",
            "share_copy",
            "backups",
            None,
            "settings",
            None,
            "close",
            "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Edit"),
        (
            "undo",
            "redo",
            None,
            "cut",
            "copy",
            "paste",
            "paste_words",
            "show_here",
            "duplicate",
            "delete",
            "edit_text",
            "move_keys",
            "select_all",
            SELECT,
            None,
            COLOURS,
            "tags",
            "all_tags",
            "key_judgement",
            None,
            "find",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&View"),
        (
            "board",
            "reader",
            "lineage",
            "brief",
            None,
            "zoom_in",
            "zoom_out",
            "zoom_100",
            "zoom_fit",
            "zoom_selection",
            "view_back",
            "view_forward",
            (
                QT_TRANSLATE_NOOP("Menu", "Focus"),
                ("focus", None, "focus_1", "focus_2", "focus_3"),
            ),
            None,
            (
                QT_TRANSLATE_NOOP("Menu", "Boards"),
                (
                    "new_board",
                    "rename_board",
                    "duplicate_board",
                    "remove_board",
                    None,
                    "previous_board",
                    "next_board",
                    "board_earlier",
                    "board_later",
                    None,
                    "show_on_board",
                ),
            ),
            None,
            "issues",
            "next_issue",
            "previous_issue",
            None,
            "history",
            "record_history",
            None,
            "left_panel",
            "docks",
            "reset_layout",
            "full_screen",
            None,
            (
                QT_TRANSLATE_NOOP("Menu", "Theme"),
                ("theme_system", "theme_light", "theme_dark", "theme_highContrast"),
            ),
            (
                QT_TRANSLATE_NOOP("Menu", "Interface scale"),
                ("scale_100", "scale_125", "scale_150", "scale_175", "scale_200"),
            ),
            None,
            "next_region",
            "previous_region",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Insert"),
        ("claim", "source", "note", "frame", "link", None, "select_tool", "pan_tool"),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Read"),
        (
            *("words_claim", "words_excerpt", "words_attach", "words_choose", None),
            *("next_excerpt", "previous_excerpt", "list_excerpts", None),
            *("next_hint", "previous_hint", "shared_passages", "discrepancies"),
            *("other_date", None),
            *("text_or_page", "next_page", "previous_page", "go_to_page", "fit_width", None),
            "jump",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Link"),
        (
            "link",
            "link_keys",
            (
                QT_TRANSLATE_NOOP("Menu", "Linked card"),
                ("linked_up", "linked_down", "linked_left", "linked_right"),
            ),
            None,
            "next_link",
            "link_start",
            "link_end",
            None,
            "link_reason",
            (
                QT_TRANSLATE_NOOP("Menu", "Type"),
                tuple(
                    f"type_{kind.key.replace(' ', '_')}"
                    for kind in LINK_TYPES
                    if kind.record != "assertion"
                ),
            ),
            "reverse_link",
            "move_link_start",
            "move_link_end",
            None,
            "join_premises",
            "part_premises",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Origins"),
        (
            *("trace", None, "lineage_cite", "lineage_elsewhere", "lineage_cut"),
            *("lineage_upstream", None, "origins_judge", "origins_merge", "origins_part", None),
            *("fold_relays", "fold_origins", None, "retract", "what_if", "end_what_if"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Arrange"),
        ("snap_objects", "snap_grid", None, *ARRANGE, None, "group", "ungroup", "fold_frame"),
    ),
    (QT_TRANSLATE_NOOP("Menu", "&Help"), ("shortcuts", "commands", None, "about")),
)

TOOLS: tuple[str | None, ...] = (
    "undo",
    "redo",
    None,
    "select_tool",
    "pan_tool",
    None,
    "claim",
    "source",
    "note",
    "frame",
    "link",
)
NAMED_TOOLS = {
    "claim": QT_TRANSLATE_NOOP("Tool", "Claim"),
    "source": QT_TRANSLATE_NOOP("Tool", "Source"),
    "note": QT_TRANSLATE_NOOP("Tool", "Note"),
    "frame": QT_TRANSLATE_NOOP("Tool", "Frame"),
    "link": QT_TRANSLATE_NOOP("Tool", "Link"),
}
"""Tools that show their name; the others show their icon only."""

MODES = ("board", "reader", "lineage", "brief")


def fill_menu_bar(bar: QMenuBar, actions: ActionSet) -> QMenu:
    """Add the menus with what the window's actions have; returns the menu of recent projects."""
    recent = QMenu(translate("Menu", "Open recent"), bar)
    for title, branches in MENUS:
        menu = bar.addMenu(translate("Menu", title))
        fill_menu(menu, branches, actions, recent)
        if not [one for one in menu.actions() if not one.isSeparator()]:
            bar.removeAction(menu.menuAction())
    return recent


def fill_menu(
    menu: QMenu, branches: Sequence[Branch], actions: ActionSet, recent: QMenu | None = None
) -> None:
    """Add actions, rules and menus to a menu; those that the window does not have are left out."""
    for branch in branches:
        if branch is None:
            if menu.actions() and not menu.actions()[-1].isSeparator():
                menu.addSeparator()
        elif isinstance(branch, str):
            if branch in actions:
                menu.addAction(actions[branch])
        elif branch[0] == RECENT:
            if recent is not None:
                menu.addMenu(recent)
        else:
            fill_menu(
                menu.addMenu(translate("Menu", branch[0])),
                branch[1],
                actions,
                recent,
            )
    if menu.actions() and menu.actions()[-1].isSeparator():
        menu.removeAction(menu.actions()[-1])


def fill_tool_bar(bar: QToolBar, actions: ActionSet) -> None:
    """Add the tools; a spacer at the end pushes what follows to the right."""
    for id in TOOLS:
        if id is None:
            bar.addSeparator()
            continue
        actions.show_icon(id)
        bar.addAction(actions[id])
        button = bar.widgetForAction(actions[id])
        if isinstance(button, QToolButton) and id in NAMED_TOOLS:
            actions[id].setIconText(translate("Tool", NAMED_TOOLS[id]))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        elif button is not None:
            button.setAccessibleName(actions[id].iconText())
    spacer = QWidget(bar)
    spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(spacer)


def fill_rail(rail: QToolBar, actions: ActionSet) -> QAction:
    """Add the modes at the start and the settings at the end.

    Returns the entry of the left panel, to be shown where that is no dock.
    """
    for id in MODES:
        _add_to_rail(rail, actions, id)
    entry = _panel_entry(rail, actions)
    spacer = QWidget(rail)
    spacer.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    rail.addWidget(spacer)
    _add_to_rail(rail, actions, "issues")
    _add_to_rail(rail, actions, "settings")
    return entry


def _panel_entry(rail: QToolBar, actions: ActionSet) -> QAction:
    actions.show_icon("left_panel")
    actions["left_panel"].setIconText(translate("Tool", "Sources"))
    button = QToolButton(rail)
    button.setDefaultAction(actions["left_panel"])
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setProperty("role", "rail")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return rail.addWidget(button)


def _add_to_rail(rail: QToolBar, actions: ActionSet, id: str) -> None:
    actions.show_icon(id)
    rail.addAction(actions[id])
    button = rail.widgetForAction(actions[id])
    if button is not None:
        button.setProperty("role", "rail")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
