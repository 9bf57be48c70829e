"""A mode of the keyboard: a generator that is sent each key, from the act that begins it on.

It ends by returning. Closing it (Esc, a click) runs its ``finally``, which puts all back.
"""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import Qt

STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True)
class Pressed:
    """A key with what is held; ``text`` is what it would write."""

    key: Qt.Key
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    text: str = ""

    @property
    def step(self) -> tuple[int, int] | None:
        """The direction of an arrow, None for another key."""
        return STEPS.get(self.key)

    @property
    def aside(self) -> int:
        """1 for Tab, -1 for Shift+Tab, 0 for another key."""
        return {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(self.key, 0)

    @property
    def figure(self) -> int:
        """The figure that it writes, 0 for another key."""
        return int(self.text) if self.text.isdecimal() else 0

    @property
    def enter(self) -> bool:
        """Whether it is Enter."""
        return self.key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)

    @property
    def far(self) -> bool:
        """Whether Shift is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)


Keyed: TypeAlias = Generator[None, Pressed, None]
