"""What moves over the painted board just now: dragged cards, guides, the link being drawn."""

from dataclasses import dataclass, field

import numpy as np

from evidence_board.ui.canvas.geometry import NO_ROWS, Area, Floats, Ints
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.tools.guides import Measure

MOST_ROUTED, _MOST_GHOSTS = 300, 24
"""Up to how many dragged cards have lines that follow them, and outlines where they were."""
PORT, PORT_HIT = 10.0, 24.0


@dataclass(frozen=True)
class Thread:
    """A link being drawn: from a place to a place of the board, and the card or line it is over."""

    start: tuple[float, float]
    end: tuple[float, float]
    card: int | None = None
    line: int | None = None
    allowed: bool = True


@dataclass(frozen=True)
class Copies:
    """Copies of cards and frames that follow the pointer, so far from the originals."""

    rows: Ints
    frames: tuple[str, ...]
    shift: tuple[float, float]


@dataclass(frozen=True)
class PutDown:
    """Cards and lines that were put down, by their ids."""

    cards: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass
class Live:
    """What is shown on top just now; boxes and places are those of the board."""

    hover: int | None = None
    lifted: Ints = field(default_factory=lambda: NO_ROWS)
    lifted_lines: Ints = field(default_factory=lambda: NO_ROWS)
    lifted_frames: frozenset[str] = frozenset()
    settling: Ints = field(default_factory=lambda: NO_ROWS)
    settling_lines: Ints = field(default_factory=lambda: NO_ROWS)
    settling_frames: frozenset[str] = frozenset()
    """What was put down, shown here until the painted board shows it."""
    ghosts: tuple[Area, ...] = ()
    band: Area | None = None
    guides: tuple[tuple[float, float, float, float], ...] = ()
    measures: tuple[Measure, ...] = ()
    copies: Copies | None = None
    thread: Thread | None = None
    unfit: Ints = field(default_factory=lambda: NO_ROWS)
    """The cards that the thread cannot end on, while there is one."""
    focus: str | None = None
    ring: bool = False
    fixed: bool = False
    """Whether the project is open to read only, so that no card can be resized."""
    into: str | None = None
    """The frame that what is dragged would lie in."""
    onto: str | None = None
    """The claim to which words that are dragged in would be tied."""

    def clear(self) -> None:
        """Show nothing, for another board is looked at."""
        vars(self).update(vars(Live()))

    def lift(self, layout: Layout, rows: Ints, frames: frozenset[str]) -> None:
        """Take cards and frames in hand; the lines of many cards rest until they are put down."""
        self.lifted, self.lifted_frames, self.hover = rows, frames, None
        layout.lines.hold()
        lines = layout.lines.of_cards(rows, len(layout.ids))
        self.lifted_lines = lines[~layout.lines.hidden[lines]]
        left = [tuple(box) for box in layout.boxes[rows[~layout.hidden[rows]]].tolist()]
        if len(rows) > _MOST_GHOSTS:
            whole = layout.area(rows)
            left = [whole] if whole is not None else []
        shown = (frame.shown for frame in layout.shown_frames() if frame.id in frames)
        self.ghosts = (*left, *shown)

    def lift_lines(self, rows: Ints) -> None:
        """Take more lines in hand."""
        self.lifted_lines = np.union1d(self.lifted_lines, rows)

    def put_down(self, layout: Layout) -> PutDown:
        """Return what was put down and settles, by ids that outlast a change of the board."""
        cards = tuple(layout.ids[row] for row in self.settling.tolist())
        return PutDown(cards, tuple(layout.lines.ties[row].id for row in self.settling_lines))

    def find_again(self, layout: Layout, down: PutDown) -> None:
        """Find the rows of what settles after a change of the board."""
        cards = [layout.row_of_card[id] for id in down.cards if id in layout.row_of_card]
        lines = [layout.lines.row_of[id] for id in down.lines if id in layout.lines.row_of]
        self.settling = np.array(cards, dtype=np.int64)
        self.settling_lines = np.array(lines, dtype=np.int64)

    def settle(self) -> None:
        """Leave to the painted board what was put down: it shows it now."""
        self.settling = self.settling_lines = NO_ROWS
        self.settling_frames = frozenset()

    def let_down(self) -> None:
        """Put down what was lifted for a drag."""
        self.settling, self.settling_lines = self.lifted, self.lifted_lines
        self.settling_frames = self.lifted_frames
        self.lifted = self.lifted_lines = NO_ROWS
        self.lifted_frames = frozenset()
        self.ghosts = ()
        self.guides = ()
        self.measures = ()


def port_places(box: Floats) -> tuple[tuple[float, float], ...]:
    """Return the places of the four ports of a card: top, right, bottom, left."""
    x, y, width, height = box.tolist()
    return (
        (x + width / 2, y),
        (x + width, y + height / 2),
        (x + width / 2, y + height),
        (x, y + height / 2),
    )
