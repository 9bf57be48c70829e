"""Layers of linked cards, from what flows down to what it flows to: sizes in, places out.

The engine (`engine.py`) stands behind `Layouter`, so that another can take its place.
"""

from collections import deque
from collections.abc import Generator
from typing import Protocol

import numpy as np

from evidence_board.ui.canvas.geometry import Floats, Ints

GAP, STEP = 32.0, 8.0
"""What is left between cards, and the grid they stand on, px at 100 %."""
_WIDER = 1.5
"""How much wider than high the rows are to be at most, where there are many cards."""
_USUAL = 1_920.0
"""As wide as rows always may be, px at 100 %."""


class Layouter(Protocol):
    """Lays out cards that hang together: their sizes, and links from upper to lower ones."""

    def __call__(self, sizes: Floats, links: Ints) -> Generator[None, None, Floats]:
        """Return the top left corner of each card; yields now and then while it waits."""


def plainly(sizes: Floats, links: Ints) -> Generator[None, None, Floats]:
    """Lay out cards in simple ranks; a `Layouter` that never waits."""
    yield from ()
    return in_ranks(sizes, links)


def in_ranks(sizes: Floats, links: Ints) -> Floats:
    """Return places in rows: each card below the lowest of those that flow to it.

    A rank that is much wider than all is high goes on in a further row.
    """
    ranks = ranks_of(len(sizes), links)
    places = np.zeros((len(sizes), 2))
    widest = max(_USUAL, float(np.sqrt((sizes + GAP).prod(axis=1).sum() * _WIDER)))
    into = links[np.argsort(ranks[links[:, 1]], kind="stable")]
    firsts = np.searchsorted(ranks[into[:, 1]], np.arange(int(ranks.max(initial=-1)) + 2))
    top = 0.0
    for rank, rows in enumerate(_by_rank(ranks)):
        above = into[firsts[rank] : firsts[rank + 1]]
        rows = rows[np.argsort(_means_above(places, rows, above), kind="stable")]
        for row in _broken(rows, sizes, widest):
            lefts = np.cumsum(sizes[row, 0] + GAP) - sizes[row, 0] - GAP
            places[row, 0] = lefts - (lefts[-1] + sizes[row[-1], 0]) / 2
            places[row, 1] = top
            top += float(np.ceil(sizes[row, 1].max() / STEP) * STEP) + GAP
    return np.round(places / STEP) * STEP


def _by_rank(ranks: Ints) -> list[Ints]:
    """Return the cards of each rank."""
    order = np.argsort(ranks, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(ranks[order])) + 1)


def _broken(rows: Ints, sizes: Floats, widest: float) -> list[Ints]:
    """Return the cards of a rank in as many rows as they need, each about as long."""
    wide = float((sizes[rows, 0] + GAP).sum())
    return np.array_split(rows, min(len(rows), int(np.ceil(wide / widest))))


def ranks_of(count: int, links: Ints) -> Ints:
    """Return how many links lead down to each card at most; a circle is cut where it is met."""
    below: list[list[int]] = [[] for _ in range(count)]
    open_above = np.zeros(count, dtype=np.int64)
    for upper, lower in links.tolist():
        below[upper].append(lower)
        open_above[lower] += 1
    ranks = np.zeros(count, dtype=np.int64)
    placed = np.zeros(count, dtype=np.bool_)
    ready = deque(np.flatnonzero(open_above == 0).tolist())
    rest = iter(range(count))
    while True:
        if not ready:
            following = next((one for one in rest if not placed[one]), None)
            if following is None:
                return ranks
            ready.append(following)
        card = ready.popleft()
        if placed[card]:
            continue
        placed[card] = True
        for lower in below[card]:
            if not placed[lower]:
                ranks[lower] = max(ranks[lower], ranks[card] + 1)
                open_above[lower] -= 1
                if open_above[lower] == 0:
                    ready.append(lower)


def _means_above(places: Floats, rows: Ints, links: Ints) -> Floats:
    """Return for cards the mean place of those that flow to them, so that links cross less.

    ``rows`` rise, and ``links`` lead to these cards only.
    """
    lower = np.searchsorted(rows, links[:, 1])
    sums = np.bincount(lower, places[links[:, 0], 0], minlength=len(rows))
    means: Floats = sums / np.maximum(np.bincount(lower, minlength=len(rows)), 1)
    return means
