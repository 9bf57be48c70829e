"""How far work is, as it tells whoever waits for it."""

from collections.abc import Callable

Progress = tuple[int, int]
"""How much is done, of how much; (0, 0) where that is not known."""
Told = Callable[[int, int], None]
"""Told how much is done, of how much. What it raises ends the work."""


def tell_nobody(_done: int, _total: int) -> None:
    """Take no notice: nobody waits for it."""
