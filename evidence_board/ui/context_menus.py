"""The menus of what is selected: on the board, and in lists of records."""

from evidence_board.model.link_types import LINK_TYPES
from evidence_board.ui.menus import ARRANGE, COLOURS, Branch
from evidence_board.ui.situation import Situation
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

LINEAGE_MENU: tuple[Branch, ...] = (
    *("lineage_cite", "lineage_elsewhere", "lineage_cut", "lineage_upstream", None),
    *("origins_judge", "origins_merge", "origins_part", "fold_origins", None),
    *("retract", "what_if", "jump", None, "tags", "record_history"),
)
"""What can be done to what has the focus in Lineage."""

CARD_MENU: tuple[Branch, ...] = (
    "edit_text",
    None,
    "link",
    "link_keys",
    (
        QT_TRANSLATE_NOOP("Menu", "Linked card"),
        ("linked_up", "linked_down", "linked_left", "linked_right"),
    ),
    "frame",
    "fold_frame",
    "ungroup",
    "move_keys",
    None,
    *("cut", "copy", "paste", "duplicate"),
    None,
    *ARRANGE,
    COLOURS,
    "tags",
    "key_judgement",
    None,
    "trace",
    "retract",
    "what_if",
    "focus",
    "zoom_selection",
    "export_picture",
    "capture_page",
    "other_date",
    "record_history",
    "delete",
)


ROW_MENU: tuple[Branch, ...] = (
    *("trace", "retract", "what_if", "key_judgement", None, "capture_page", "other_date"),
    *("tags", "record_history"),
    None,
    "delete",
)
"""What can be done to the records of selected rows, below the ways to them."""


def context_menu(now: Situation) -> tuple[Branch, ...]:
    """Return what stands in the menu of the selection: a line's differs from a card's."""
    if now.mode == "lineage":
        return LINEAGE_MENU
    return line_menu(now) if now.lines.count else CARD_MENU


def line_menu(now: Situation) -> tuple[Branch, ...]:
    """Return the menu of selected lines, with the types that the one line may be changed to."""
    fitting = (kind for kind in LINK_TYPES if kind.key in now.lines.types)
    types: tuple[Branch, ...] = tuple(f"type_{kind.key.replace(' ', '_')}" for kind in fitting)
    return (
        "link_reason",
        *(((QT_TRANSLATE_NOOP("Menu", "Type"), types),) if types else ()),
        "reverse_link",
        None,
        "link_start",
        "link_end",
        "move_link_start",
        "move_link_end",
        None,
        "join_premises",
        "part_premises",
        None,
        "zoom_selection",
        "record_history",
        "delete",
    )
