"""A gesture: a generator that is sent what the pointer does, from the press to the release.

It changes the picture while it runs and acts once, at the end. Closing it (Esc) runs its
``finally``, which puts all back as it was.
"""

from collections.abc import Generator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt

START_DISTANCE = 4.0
"""How far the pointer moves, in px of the screen, before a press becomes a drag."""


@dataclass(frozen=True)
class Pointer:
    """What the pointer did: where in the window, where on the board, with which keys held.

    ``free`` says that Space suspends snapping, ``straight`` that Shift keeps one axis.
    """

    kind: Literal["press", "move", "release"]
    x: float
    y: float
    place: tuple[float, float]
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    free: bool = False

    @property
    def straight(self) -> bool:
        """Whether Shift is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def copying(self) -> bool:
        """Whether Alt is held, by which a drag takes copies."""
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)

    @property
    def adding(self) -> bool:
        """Whether a click adds to the selection."""
        wanted = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        return bool(self.modifiers & wanted)

    def far_from(self, other: "Pointer") -> bool:
        """Whether it went far enough to mean a drag."""
        return abs(self.x - other.x) + abs(self.y - other.y) >= START_DISTANCE


Gesture: TypeAlias = Generator[None, Pointer, None]
