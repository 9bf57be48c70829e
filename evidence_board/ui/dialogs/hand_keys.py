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
        QT_TRANSLATE_NOOP("Gesture", "Choose the end of a link that is begun by keys"),
        QT_TRANSLATE_NOOP("Gesture", "Arrows  Tab  Enter"),
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
    (
        QT_TRANSLATE_NOOP("Gesture", "Select several cards"),
        QT_TRANSLATE_NOOP("Gesture", "Drag on empty board"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Add to the selection"),
        QT_TRANSLATE_NOOP("Gesture", "Shift + click"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Copy what is dragged"),
        QT_TRANSLATE_NOOP("Gesture", "Alt + drag"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Drag along one axis"),
        QT_TRANSLATE_NOOP("Gesture", "Shift + drag"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Drag without snapping"),
        QT_TRANSLATE_NOOP("Gesture", "Space while dragging"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Focus on one, two or three steps"),
        QT_TRANSLATE_NOOP("Gesture", "1  2  3"),
    ),
    (
        QT_TRANSLATE_NOOP("Gesture", "Move the board"),
        QT_TRANSLATE_NOOP("Gesture", "Space + drag  Middle button"),
    ),
    (QT_TRANSLATE_NOOP("Gesture", "Zoom"), QT_TRANSLATE_NOOP("Gesture", "Ctrl + wheel")),
    (
        QT_TRANSLATE_NOOP("Gesture", "Move the board sideways"),
        QT_TRANSLATE_NOOP("Gesture", "Shift + wheel"),
    ),
    (QT_TRANSLATE_NOOP("Gesture", "Show all"), QT_TRANSLATE_NOOP("Gesture", "Home")),
    (
        QT_TRANSLATE_NOOP("Gesture", "Menu of the selection"),
        QT_TRANSLATE_NOOP("Gesture", "Shift+F10"),
    ),
    (QT_TRANSLATE_NOOP("Gesture", "Step back"), QT_TRANSLATE_NOOP("Gesture", "Esc")),
)

IN_READER: tuple[tuple[str, str], ...] = (
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
