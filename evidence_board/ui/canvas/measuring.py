"""In how many lines texts break, for many texts at once: the same as `Lettering.wrap` says."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from evidence_board.ui.canvas.advances import NEWLINE, SPACE, Advances, Places, places_of
from evidence_board.ui.canvas.geometry import Flags, Floats, Ints
from evidence_board.ui.canvas.lettering import Lettering, Role

_AT_ONCE = 2_048
"""So many texts at a time: their numbers still lie in the cache when they are used again."""
_LONGEST = 2_000
"""Texts with more letters than this have far more lines than are shown; they are broken singly."""


def line_counts(
    lettering: Lettering, role: Role, texts: Sequence[str], widths: Floats, most: int
) -> Ints:
    """Return how many lines each text takes in its width, at most ``most``."""
    limits = lettering.limits(role, widths)
    counts: Ints = np.ones(len(texts), dtype=np.int64)
    for start in range(0, len(texts), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        counts[part], hard = _counted(lettering.advances(role), texts[part], limits[part], most)
        for row in (np.flatnonzero(hard) + start).tolist():
            counts[row] = len(lettering.wrap(role, texts[row], float(widths[row]), most))
    return counts


@dataclass(frozen=True)
class _Stops:
    """The ends of words in texts that follow each other, each text ended by a line break.

    ``until`` is how far a word reaches and ``onward`` where the next begins, counted from the
    first letter; ``last`` are the ends of paragraphs among them, and ``owners`` their texts.
    """

    until: Ints
    onward: Ints
    last: Ints
    owners: Ints


def _counted(
    advances: Advances, texts: Sequence[str], limits: Ints, most: int
) -> tuple[Ints, Flags]:
    """Return how many lines texts take, and which of them must be broken by hand."""
    places = places_of("\n".join(texts) + "\n")
    lengths = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
    ends = np.cumsum(lengths + 1)
    spots = np.flatnonzero((places == NEWLINE) | (places == SPACE))
    stops = _stops(advances, places, spots, ends)
    lines, stuck = _broken(stops, limits[stops.owners], most)
    hard: Flags = lengths > _LONGEST
    hard[stops.owners[stuck]] = True
    hard[np.searchsorted(ends, _odd(places, spots), side="right")] = True
    counts = np.bincount(stops.owners, weights=lines, minlength=len(texts)).astype(np.int64)
    return np.minimum(counts, most), hard


def _stops(advances: Advances, places: Places, spots: Ints, ends: Ints) -> _Stops:
    steps = advances.steps(places)
    onward = np.cumsum(steps, dtype=np.int64)[spots]
    last = np.flatnonzero(places[spots] == NEWLINE)
    owners = np.searchsorted(ends, spots[last], side="right")
    return _Stops(onward - steps[spots], onward, last, owners)


def _odd(places: Places, spots: Ints) -> Ints:
    """Return where letters stand that are not in the table, and spaces beside no word."""
    beside = np.flatnonzero(np.diff(spots) == 1)
    spaced = (places[spots[beside]] == SPACE) | (places[spots[beside + 1]] == SPACE)
    found = [np.flatnonzero(places == 0), spots[beside + 1][spaced], spots[beside][spaced]]
    if len(spots) and spots[0] == 0 and places[0] == SPACE:
        found.append(spots[:1])
    return np.concatenate(found)


def _broken(stops: _Stops, limits: Ints, most: int) -> tuple[Ints, Ints]:
    """Return in how many lines paragraphs break, and those with a word wider than a line.

    Each line takes all words that fit; more lines than are shown are not counted to the end.
    """
    starts = np.concatenate((np.zeros(1, dtype=np.int64), stops.onward))
    lines: Ints = np.zeros(len(stops.last), dtype=np.int64)
    stuck = []
    rows = np.arange(len(stops.last))
    taken = np.concatenate((np.array([-1]), stops.last[:-1]))
    for _ in range(most + 1):
        reach = np.searchsorted(stops.until, starts[taken + 1] + limits[rows], side="right") - 1
        reach = np.minimum(reach, stops.last[rows])
        lines[rows] += 1
        stuck.append(rows[reach <= taken])
        on = (reach > taken) & (reach < stops.last[rows])
        rows, taken = rows[on], reach[on]
        if not len(rows):
            break
    return lines, np.concatenate(stuck)
