"""The keys of the board: those of the window's actions, and the arrows."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from evidence_board.ui.actions import ACTIONS
from evidence_board.ui.canvas import walking
from evidence_board.ui.canvas.acts import BOARD_ACTS
from evidence_board.ui.canvas.acts.arranging import nudge
from evidence_board.ui.canvas.acts.framing import enter
from evidence_board.ui.canvas.acts.inserting import edit
from evidence_board.ui.canvas.acts.seeing import focus_farther
from evidence_board.ui.canvas.workspace import Act, Workspace

NUDGE, FAR_NUDGE = 8.0, 40.0
_K = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier

_ALIASES: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], str] = {
    (_CONTROL | _SHIFT, _K.Key_Plus): "zoom_in",
    (_SHIFT, _K.Key_Exclam): "zoom_fit",
    (_SHIFT, _K.Key_At): "zoom_selection",
    (_SHIFT, _K.Key_QuoteDbl): "zoom_selection",
    (_NONE, _K.Key_Home): "zoom_fit",
    (_CONTROL | _SHIFT, _K.Key_BraceRight): "to_front",
    (_CONTROL | _SHIFT, _K.Key_BraceLeft): "to_back",
}
"""What keyboards of other countries send for the keys of actions, and Home, which lists need."""


def open_or_edit(space: Workspace) -> None:
    """Expand the collapsed frame that is selected, else edit the text of what is selected."""
    if not enter(space):
        edit(space)


def _of_actions() -> dict[tuple[Qt.KeyboardModifier, Qt.Key], Act]:
    """Return the acts by the keys of the actions that ask for them."""
    found: dict[tuple[Qt.KeyboardModifier, Qt.Key], Act] = {}
    for row in ACTIONS:
        for shortcut in row.shortcuts if row.id in BOARD_ACTS else ():
            pressed = QKeySequence(shortcut)[0]  # type: ignore[index]  # absent in Qt's stubs
            found[pressed.keyboardModifiers(), pressed.key()] = BOARD_ACTS[row.id]
    return found


_ACTS: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], Act] = {
    **_of_actions(),
    **{keys: BOARD_ACTS[id] for keys, id in _ALIASES.items()},
    (_NONE, _K.Key_1): focus_farther(1),
    (_NONE, _K.Key_2): focus_farther(2),
    (_NONE, _K.Key_3): focus_farther(3),
    (_NONE, _K.Key_F2): edit,
    (_NONE, _K.Key_Return): open_or_edit,
    (_NONE, _K.Key_Enter): open_or_edit,
}


def act_of(key: int, modifiers: Qt.KeyboardModifier) -> Act | None:
    """Return what a key does, or None."""
    pressed = Qt.Key(key)
    bare = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    if pressed in walking.STEPS:
        return _arrow(walking.STEPS[pressed], bare) or _ACTS.get((bare, pressed))
    return _ACTS.get((bare, pressed))


def _arrow(step: tuple[int, int], modifiers: Qt.KeyboardModifier) -> Act | None:
    """With a selection arrows nudge it, without one they move the focus; Alt walks links."""
    dx, dy = step
    if modifiers == _ALT:
        return lambda space: walking.walk_link(space, dx, dy)
    if modifiers not in (_NONE, _SHIFT):
        return None
    reach = FAR_NUDGE if modifiers == _SHIFT else NUDGE

    def go(space: Workspace) -> None:
        if len(space.chosen.cards) or space.chosen.frames:
            nudge(space, dx * reach, dy * reach)
        else:
            walking.walk(space, dx, dy)

    return go
