"""What there is to paint, what stands out of it, and how much of it is drawn: plain values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from evidence_board.ui.canvas import links
from evidence_board.ui.canvas.crowding import fullest, middles, passing
from evidence_board.ui.canvas.faces import Face
from evidence_board.ui.canvas.geometry import NO_ROWS, Ints
from evidence_board.ui.canvas.ink import Look
from evidence_board.ui.canvas.layout import Layout
from evidence_board.ui.canvas.viewport import Level

MOST_RINGS = 400
"""Up to how many selected cards have rings, and lines bands."""
MOST_SHAPES = 600
"""Up to how many cards in a window are drawn with their silhouettes at the far level."""


@dataclass(frozen=True)
class Scene:
    """What there is to paint: geometry, faces by row, look."""

    layout: Layout
    face: Callable[[int], Face]
    look: Look


@dataclass(frozen=True)
class Emphasis:
    """Lines at full strength while others fade (None: none fade); what is out of focus or out."""

    strong: Ints | None = None
    dimmed_cards: Ints = field(default_factory=lambda: NO_ROWS)
    dimmed_lines: Ints = field(default_factory=lambda: NO_ROWS)
    hidden_cards: Ints = field(default_factory=lambda: NO_ROWS)
    hidden_lines: Ints = field(default_factory=lambda: NO_ROWS)
    hidden_frames: frozenset[str] = frozenset()
    marked_cards: Ints = field(default_factory=lambda: NO_ROWS)
    marked_lines: Ints = field(default_factory=lambda: NO_ROWS)
    """What is selected, where there is too much of it for rings of its own."""


NOTHING_STANDS_OUT = Emphasis()


@dataclass(frozen=True)
class Detail:
    """How much is drawn; the same for the whole board at one zoom, so that its parts fit."""

    level: Level
    lines: links.LineDetail
    cards: Literal["faces", "shapes", "blocks"]

    @property
    def heads(self) -> bool:
        """Whether lines have heads, discs and brackets, and fade beside others."""
        return self.lines in ("full", "thinned")


def detail_of(layout: Layout, zoom: float, level: Level) -> Detail:
    """Return the detail at a zoom."""
    extents = layout.lines.extents
    count = len(extents)
    if count > links.FULL_DETAIL:
        count = fullest(*middles(extents), zoom)
    lines: links.LineDetail = "full" if count <= links.FULL_DETAIL else "crowded"
    if lines == "full" and len(extents) > count and passing(extents, zoom) > links.PASSING:
        lines = "thinned"
    if count > links.CURVED:
        lines = "straight"
    if level != "far":
        return Detail(level, lines, "faces")
    boxes = layout.boxes
    few = len(boxes) <= MOST_SHAPES or fullest(boxes[:, 0], boxes[:, 1], zoom) <= MOST_SHAPES
    return Detail(level, lines, "shapes" if few else "blocks")
