"""The small values of which the parts of a brief are made.

`anchor` names the place where something is described in full, `to` a place that a reference
leads to; both are plain words such as "claim-1f0c" that a layout turns into links.
"""

from dataclasses import dataclass
from typing import Literal

BadgeState = Literal["zero", "one", "many", "range", "circular", "none"]


@dataclass(frozen=True)
class Sentence:
    """A sentence in three pieces, of which a layout may stress the middle one."""

    lead: str
    term: str
    tail: str

    @property
    def text(self) -> str:
        """The sentence in one piece."""
        return self.lead + self.term + self.tail


@dataclass(frozen=True)
class Reference:
    """A short mark that people cite, and the place it leads to."""

    mark: str
    to: str


@dataclass(frozen=True)
class Likelihood:
    """A term of the project's scale, its range as people read it, its cell of seven (0: none)."""

    word: str
    range: str
    cell: int


@dataclass(frozen=True)
class Badge:
    """Files against origins: the sign's state and its words."""

    state: BadgeState
    text: str


@dataclass(frozen=True)
class Grade:
    """An Admiralty grade; an empty letter or digit is one that nobody has given."""

    letter: str
    digit: str


@dataclass(frozen=True)
class Handling:
    """The marking of a brief: its label, its colour on black, how to handle what bears it."""

    label: str
    colour: str
    handling: str


@dataclass(frozen=True)
class Row:
    """A name and what belongs to it."""

    name: str
    text: str


@dataclass(frozen=True)
class Part:
    """The base of every part of a brief; `PARTS` names the part and gives the order."""
