"""The keys of the board: those of the window's actions, and the arrows."""

from collections.abc import Mapping

from PySide6.QtCore import Qt

from evidence_board.ui.canvas import walking
from evidence_board.ui.canvas.acts import BOARD_ACTS
from evidence_board.ui.canvas.acts.arranging import nudge
from evidence_board.ui.canvas.acts.framing import enter
from evidence_board.ui.canvas.acts.inserting import edit
from evidence_board.ui.canvas.acts.seeing import focus_farther
from evidence_board.ui.canvas.workspace import Act, Workspace
from evidence_board.ui.keymap import KeyMap

NUDGE, FAR_NUDGE = 8.0, 40.0
_K = Qt.Key
_SHIFT, _ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier


def open_or_edit(space: Workspace) -> None:
    """Expand the collapsed frame that is selected, else edit the text of what is selected."""
    if not enter(space):
        edit(space)


_FIXED: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], Act] = {
    (_NONE, _K.Key_1): focus_farther(1),
    (_NONE, _K.Key_2): focus_farther(2),
    (_NONE, _K.Key_3): focus_farther(3),
    (_NONE, _K.Key_F2): edit,
    (_NONE, _K.Key_Return): open_or_edit,
    (_NONE, _K.Key_Enter): open_or_edit,
    (_NONE, _K.Key_Home): BOARD_ACTS["zoom_fit"],
}
"""The keys that stay what they are; lists need Home, so no action of the window can have it."""


def act_of(key: int, modifiers: Qt.KeyboardModifier, keys: KeyMap) -> Act | None:
    """Return what a key does, with ``keys`` for the actions, or None."""
    pressed = Qt.Key(key)
    bare = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    if pressed in walking.STEPS and (step := _arrow(walking.STEPS[pressed], bare)) is not None:
        return step
    fixed = _FIXED.get((bare, pressed))
    return fixed or BOARD_ACTS.get(keys.asked(pressed, bare) or "")


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
