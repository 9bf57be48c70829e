"""Actions that colour and tag, and that select what is alike."""

from evidence_board.ui.actions.action import Action
from evidence_board.ui.situation import on_board, selecting, with_project
from evidence_board.ui.wording import QT_TRANSLATE_NOOP

_ALIKE = "select all kind alike"

COLOUR_WORDS = {
    "none": QT_TRANSLATE_NOOP("Action", "No colour"),
    "blue": QT_TRANSLATE_NOOP("Action", "Blue"),
    "teal": QT_TRANSLATE_NOOP("Action", "Teal"),
    "green": QT_TRANSLATE_NOOP("Action", "Green"),
    "amber": QT_TRANSLATE_NOOP("Action", "Amber"),
    "orange": QT_TRANSLATE_NOOP("Action", "Orange"),
    "pink": QT_TRANSLATE_NOOP("Action", "Pink"),
    "violet": QT_TRANSLATE_NOOP("Action", "Violet"),
    "grey": QT_TRANSLATE_NOOP("Action", "Grey"),
}
"""What the colours of cards are called."""

MARKING: tuple[Action, ...] = (
    *(
        Action(f"colour_{name}", text, when=selecting, keywords="colour color card mark")
        for name, text in COLOUR_WORDS.items()
    ),
    Action(
        "tags", QT_TRANSLATE_NOOP("Action", "Tags"), ("Ctrl+T",), "tag", selecting, "label word"
    ),
    Action(
        "all_tags",
        QT_TRANSLATE_NOOP("Action", "Rename and delete tags"),
        icon="tags",
        when=with_project,
        keywords="tag merge manage label",
    ),
    *(
        Action(id, text, when=on_board, keywords=_ALIKE)
        for id, text in (
            ("select_claims", QT_TRANSLATE_NOOP("Action", "Select all claims")),
            ("select_sources", QT_TRANSLATE_NOOP("Action", "Select all sources")),
            ("select_excerpts", QT_TRANSLATE_NOOP("Action", "Select all excerpts")),
            ("select_notes", QT_TRANSLATE_NOOP("Action", "Select all notes")),
            ("select_lines", QT_TRANSLATE_NOOP("Action", "Select all links")),
            ("select_unfinished", QT_TRANSLATE_NOOP("Action", "Select what is unfinished")),
            ("select_others", QT_TRANSLATE_NOOP("Action", "Select the others")),
        )
    ),
    *(
        Action(id, text, when=selecting, keywords=_ALIKE)
        for id, text in (
            ("select_tagged", QT_TRANSLATE_NOOP("Action", "Select all with this tag")),
            ("select_coloured", QT_TRANSLATE_NOOP("Action", "Select all with this colour")),
        )
    ),
)
