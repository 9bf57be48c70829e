"""What the list of the find field shows, as plain values."""

from collections.abc import Callable
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True)
class Hit:
    """A line of the list: what it is called, more about it, and what choosing it means.

    A passage stands below it, with what was looked for marked. Without a key it only tells.
    """

    key: str
    text: str
    more: str = ""
    icon: str = ""
    passage: str = ""
    marks: tuple[Span, ...] = ()
    fills: str = ""
    """What stands in the field after it was chosen; the list stays."""
    stays: bool = False
    """The list stays, with more or other hits."""

    @property
    def spoken(self) -> str:
        """All that the line says."""
        return "   ".join(filter(None, (self.text, self.more, self.passage)))


@dataclass(frozen=True)
class Answer:
    """The hits for what was typed; `state` tells how far the search is, in a few words."""

    typed: str
    hits: tuple[Hit, ...] = ()
    state: str = ""
    done: bool = True


Ask = Callable[[str], None]
"""Asks for the answer to what was typed, which comes when it is known."""
