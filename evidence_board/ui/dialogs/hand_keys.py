"""Keys and gestures of the board and the reader that are no actions of a menu."""

from evidence_board.ui.wording import QT_TRANSLATE_NOOP

ON_BOARD: tuple[tuple[str, str], ...] = (
    (
        QT_TRANSLATE_NOOP("Gesture", "Write a claim"),
        QT_TRANSLATE_NOOP("Gesture", "Double-click the board"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Edit a card"),
        QT_TRANSLATE_NOOP("Gesture", "Double-click  Enter  F2"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Link two cards"),
        QT_TRANSLATE_NOOP("Gesture", "Drag from the dot on an edge"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Start a link, choose its end, take it"),
        QT_TRANSLATE_NOOP("Gesture", "L, arrows, Enter"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Go through the cards"),
        QT_TRANSLATE_NOOP("Gesture", "Tab  Shift+Tab"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Go to the nearest card, or move the selection"),
        QT_TRANSLATE_NOOP("Gesture", "Arrows"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Move the selection further"),
        QT_TRANSLATE_NOOP("Gesture", "Shift + arrow"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Follow a line to the next card"),
        QT_TRANSLATE_NOOP("Gesture", "Alt + arrow"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Select the card with the focus"),
        QT_TRANSLATE_NOOP("Gesture", "Space"),
    ),
    (QT_TRANSLATE_NOOP("Gesture", "Move the board"), QT_TRANSLATE_NOOP("Gesture", "Space + drag")),
    (QT_TRANSLATE_NOOP("Gesture", "Zoom"), QT_TRANSLATE_NOOP("Gesture", "Ctrl + wheel")),
    (QT_TRANSLATE_NOOP("Gesture", "Show all"), QT_TRANSLATE_NOOP("Gesture", "Home")),
    (
        QT_TRANSLATE_NOOP("Gesture", "Menu of the selection"),
        QT_TRANSLATE_NOOP("Gesture", "Shift+F10"),
    ),
    (QT_TRANSLATE_NOOP("Gesture", "Step back"), QT_TRANSLATE_NOOP("Gesture", "Esc")),
)

IN_READER: tuple[tuple[str, str], ...] = (
    (
        QT_TRANSLATE_NOOP("Gesture", "Claim from the selected words"),
        QT_TRANSLATE_NOOP("Gesture", "C"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Keep the words as an excerpt"),
        QT_TRANSLATE_NOOP("Gesture", "E"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Add the words to the selected claim"),
        QT_TRANSLATE_NOOP("Gesture", "Shift+C"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Next or former excerpt"),
        QT_TRANSLATE_NOOP("Gesture", "Alt+Down  Alt+Up"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Select words"),
        QT_TRANSLATE_NOOP("Gesture", "Shift + arrow"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Page down or up"),
        QT_TRANSLATE_NOOP("Gesture", "Space  Shift+Space"),
    ),
    (QT_TRANSLATE_NOOP("Gesture", "Finish a text"), QT_TRANSLATE_NOOP("Gesture", "Ctrl+Enter")),
)
