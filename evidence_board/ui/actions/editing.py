"""Actions of the Edit menu."""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import (
    choosing,
    drawing,
    grouping,
    on_board,
    redoing,
    selecting,
    undoing,
    with_project,
    writing,
)
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

EDITING: tuple[Action, ...] = (
    Action("undo", QT_TRANSLATE_NOOP("Action", "Undo"), ("Ctrl+Z",), "undo-2", undoing),
    Action(
        "redo", QT_TRANSLATE_NOOP("Action", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2", redoing
    ),
    Action(
        "cut", QT_TRANSLATE_NOOP("Action", "Cut"), ("Ctrl+X",), "scissors", grouping, "clipboard"
    ),
    Action("copy", QT_TRANSLATE_NOOP("Action", "Copy"), ("Ctrl+C",), "copy", choosing, "clipboard"),
    Action("paste", QT_TRANSLATE_NOOP("Action", "Paste"), ("Ctrl+V",), "clipboard-paste", drawing),
    Action(
        "paste_words",
        QT_TRANSLATE_NOOP("Action", "Paste as plain text"),
        ("Ctrl+Shift+V",),
        "",
        drawing,
        "words claim unformatted",
    ),
    Action(
        "show_here",
        QT_TRANSLATE_NOOP("Action", "Show copied cards here too"),
        (),
        "",
        drawing,
        "paste same record board",
    ),
    Action(
        "duplicate",
        QT_TRANSLATE_NOOP("Action", "Duplicate"),
        ("Ctrl+D",),
        "copy-plus",
        grouping,
        "copy beside",
    ),
    Action(
        "delete",
        QT_TRANSLATE_NOOP("Action", "Delete"),
        ("Del", "Backspace"),
        "trash-2",
        selecting,
        "remove",
    ),
    Action(
        "edit_text",
        QT_TRANSLATE_NOOP("Action", "Edit the text"),
        (),
        "pencil",
        writing,
        "write change words title in place F2",
    ),
    Action(
        "move_keys",
        QT_TRANSLATE_NOOP("Action", "Move by keys"),
        ("M",),
        "",
        drawing,
        "arrows keyboard carry",
    ),
    Action(
        "select_all",
        QT_TRANSLATE_NOOP("Action", "Select all"),
        ("Ctrl+A",),
        "square-check",
        on_board,
    ),
    Action("find", QT_TRANSLATE_NOOP("Action", "Find"), ("Ctrl+F",), "search", with_project),
)
