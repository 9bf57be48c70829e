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


class Mode:
    """The mode under way, if any."""

    def __init__(self) -> None:
        self._keyed: Keyed | None = None

    @property
    def active(self) -> bool:
        """Whether a mode takes the keys."""
        return self._keyed is not None

    def begin(self, keyed: Keyed) -> None:
        """Give the keys to a mode; one that has nothing to do ends at once."""
        self.close()
        try:
            next(keyed)
        except StopIteration:
            return
        self._keyed = keyed

    def feed(self, pressed: Pressed) -> bool:
        """Feed the mode; False if there is none.

        It is not held meanwhile, for what it does may call modes off.
        """
        keyed, self._keyed = self._keyed, None
        if keyed is None:
            return False
        try:
            keyed.send(pressed)
        except StopIteration:
            return True
        self._keyed = keyed
        return True

    def close(self) -> None:
        """Close the mode: what it showed is put back, nothing is done."""
        keyed, self._keyed = self._keyed, None
        if keyed is not None:
            keyed.close()
