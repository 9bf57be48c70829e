"""Actions of the boards of a project."""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import drawing, grouping, on_boards, ordering
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

BOARDS: tuple[Action, ...] = (
    Action(
        "new_board",
        QT_TRANSLATE_NOOP("Action", "New board"),
        (),
        "plus",
        drawing,
        "tab add insert",
    ),
    Action(
        "rename_board",
        QT_TRANSLATE_NOOP("Action", "Rename board"),
        (),
        "pencil",
        drawing,
        "tab title",
    ),
    Action(
        "duplicate_board",
        QT_TRANSLATE_NOOP("Action", "Duplicate board"),
        (),
        "copy",
        drawing,
        "tab",
    ),
    Action(
        "remove_board",
        QT_TRANSLATE_NOOP("Action", "Remove board"),
        (),
        "trash-2",
        drawing,
        "tab delete",
    ),
    Action(
        "previous_board",
        QT_TRANSLATE_NOOP("Action", "Previous board"),
        ("Ctrl+PgUp",),
        "",
        on_boards,
        "tab switch",
    ),
    Action(
        "next_board",
        QT_TRANSLATE_NOOP("Action", "Next board"),
        ("Ctrl+PgDown",),
        "",
        on_boards,
        "tab switch",
    ),
    Action(
        "board_earlier",
        QT_TRANSLATE_NOOP("Action", "Move board to the left"),
        ("Ctrl+Shift+PgUp",),
        "",
        ordering,
        "tab order",
    ),
    Action(
        "board_later",
        QT_TRANSLATE_NOOP("Action", "Move board to the right"),
        ("Ctrl+Shift+PgDown",),
        "",
        ordering,
        "tab order",
    ),
    Action(
        "show_on_board",
        QT_TRANSLATE_NOOP("Action", "Show on another board"),
        (),
        "",
        grouping,
        "same record tab go",
    ),
)
