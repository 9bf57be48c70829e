"""Which cards lie within a few links of others; arrays in, arrays out."""

import numpy as np

from evidence_board.ui.canvas.geometry import Flags, Ints


def joined(ends: Ints, targets: Ints) -> Ints:
    """Return the pairs of cards that lines join.

    ``ends`` holds the rows of both cards of each line, -1 where it ends on another line;
    ``targets`` is then the row of that line. Such a line joins its card with both cards there.
    """
    onto_line = ends[:, 1] < 0
    aims = np.where(onto_line, targets, np.arange(len(ends)))
    for _ in range(len(ends)):
        further = (aims >= 0) & (ends[aims, 1] < 0)
        if not further.any():
            break
        aims = np.where(further, targets[aims], aims)
    known = onto_line & (aims >= 0)
    starts, reached = ends[known, 0], ends[aims[known]]
    pairs = (ends[~onto_line], np.c_[starts, reached[:, 0]], np.c_[starts, reached[:, 1]])
    return np.vstack(pairs)


def within(pairs: Ints, start: Ints, steps: int, cards: int) -> Flags:
    """Return which of so many cards lie at most this many steps from the first ones."""
    reached = np.zeros(cards, dtype=np.bool_)
    reached[start] = True
    for _ in range(steps):
        touched = reached[pairs[:, 0]] | reached[pairs[:, 1]]
        reached[pairs[touched].ravel()] = True
    return reached


def lines_between(ends: Ints, targets: Ints, reached: Flags) -> Flags:
    """Return which lines join only cards that were reached; one on a line needs that line too."""
    inside: Flags = reached[ends[:, 0]] & ((ends[:, 1] < 0) | reached[ends[:, 1]])
    onto_line = np.flatnonzero(ends[:, 1] < 0)
    for _ in range(len(onto_line)):
        kept = inside[onto_line] & inside[targets[onto_line]]
        if (kept == inside[onto_line]).all():
            break
        inside[onto_line] = kept
    return inside
