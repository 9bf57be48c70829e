"""What stands out of a painted board: lines brought forward, what is selected or out of focus."""

import numpy as np

from evidence_board.ui.canvas.geometry import NO_ROWS, Ints
from evidence_board.ui.canvas.live import Live
from evidence_board.ui.canvas.scene import MOST_RINGS, Detail, Emphasis


class StandingOut:
    """Keeps it for one surface; each change says whether it is one."""

    def __init__(self) -> None:
        self._strong: Ints | None = None
        self._marked = NO_ROWS, NO_ROWS
        self._dimmed = NO_ROWS, NO_ROWS

    @property
    def brought(self) -> Ints:
        """The lines that are brought forward."""
        return NO_ROWS if self._strong is None else self._strong

    def bring(self, lines: Ints | None) -> bool:
        """Bring these lines forward, and let all others fade; None lets none fade."""
        before, self._strong = self._strong, lines
        if before is None or lines is None:
            return before is not lines
        return not np.array_equal(before, lines)

    def mark(self, cards: Ints, lines: Ints) -> bool:
        """Show these as selected, where they are too many for rings of their own."""
        before, self._marked = self._marked, (_many(cards), _many(lines))
        return not all(map(np.array_equal, before, self._marked))

    def dim(self, cards: Ints, lines: Ints) -> bool:
        """Show these cards and lines as out of focus, and no others."""
        before, self._dimmed = self._dimmed, (cards, lines)
        return not all(map(np.array_equal, before, self._dimmed))

    def emphasis(self, detail: Detail, live: Live) -> Emphasis:
        """Return what the painter of a detail is told; what is in hand is left out."""
        return Emphasis(
            strong=self._strong if detail.heads else None,
            dimmed_cards=self._dimmed[0],
            dimmed_lines=self._dimmed[1],
            hidden_cards=live.lifted,
            hidden_lines=live.lifted_lines,
            hidden_frames=live.lifted_frames,
            marked_cards=self._marked[0],
            marked_lines=self._marked[1],
        )


def _many(rows: Ints) -> Ints:
    """Return rows in their order if they are too many for rings, else none."""
    return np.sort(rows) if len(rows) > MOST_RINGS else NO_ROWS
