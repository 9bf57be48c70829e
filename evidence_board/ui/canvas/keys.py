"""The keys of the board, and what each does; single letters act only while no text is edited."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import Qt

from evidence_board.ui.canvas import acts, walking
from evidence_board.ui.canvas.workspace import Workspace

Act: TypeAlias = Callable[[Workspace], None]

NUDGE, FAR_NUDGE = 8.0, 40.0
_K = Qt.Key
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ALT, _NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def _composing(kind: str) -> Act:
    return lambda space: acts.compose(space, kind)


_ACTS: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], Act] = {
    (_NONE, _K.Key_Delete): acts.delete,
    (_NONE, _K.Key_Backspace): acts.delete,
    (_CONTROL, _K.Key_A): acts.select_all,
    (_CONTROL, _K.Key_V): acts.paste,
    (_CONTROL, _K.Key_L): acts.link_selection,
    (_CONTROL, _K.Key_0): acts.zoom_100,
    (_CONTROL, _K.Key_Minus): acts.zoom_out,
    (_CONTROL, _K.Key_Equal): acts.zoom_in,
    (_CONTROL, _K.Key_Plus): acts.zoom_in,
    (_CONTROL | _SHIFT, _K.Key_Plus): acts.zoom_in,
    (_SHIFT, _K.Key_1): acts.zoom_fit,
    (_SHIFT, _K.Key_Exclam): acts.zoom_fit,
    (_SHIFT, _K.Key_2): acts.zoom_selection,
    (_SHIFT, _K.Key_At): acts.zoom_selection,
    (_SHIFT, _K.Key_QuoteDbl): acts.zoom_selection,
    (_NONE, _K.Key_Home): acts.zoom_fit,
    (_NONE, _K.Key_F): acts.frame,
    (_NONE, _K.Key_N): _composing("claim"),
    (_NONE, _K.Key_U): _composing("source"),
    (_NONE, _K.Key_T): _composing("note"),
    (_NONE, _K.Key_F2): acts.edit,
    (_NONE, _K.Key_Return): acts.edit,
    (_NONE, _K.Key_Enter): acts.edit,
}


def act_of(key: int, modifiers: Qt.KeyboardModifier) -> Act | None:
    """Return what a key does, or None."""
    pressed = Qt.Key(key)
    bare = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    if pressed in walking.STEPS:
        return _arrow(walking.STEPS[pressed], bare)
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
            acts.nudge(space, dx * reach, dy * reach)
        else:
            walking.walk(space, dx, dy)

    return go
