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


class Layouter(Protocol):
    """Lays out cards that hang together: their sizes, and links from upper to lower ones."""

    def __call__(self, sizes: Floats, links: Ints) -> Generator[None, None, Floats]:
        """Return the top left corner of each card; yields now and then while it waits."""


def plainly(sizes: Floats, links: Ints) -> Generator[None, None, Floats]:
    """Lay out cards in simple ranks; a `Layouter` that never waits."""
    yield from ()
    return in_ranks(sizes, links)


def in_ranks(sizes: Floats, links: Ints) -> Floats:
    """Return places in rows: each card a row below the lowest of those that flow to it."""
    ranks = ranks_of(len(sizes), links)
    places = np.zeros((len(sizes), 2))
    into = links[np.argsort(ranks[links[:, 1]], kind="stable")]
    firsts = np.searchsorted(ranks[into[:, 1]], np.arange(int(ranks.max(initial=-1)) + 2))
    top = 0.0
    for rank, rows in enumerate(_by_rank(ranks)):
        above = into[firsts[rank] : firsts[rank + 1]]
        rows = rows[np.argsort(_means_above(places, rows, above), kind="stable")]
        lefts = np.cumsum(sizes[rows, 0] + GAP) - sizes[rows, 0] - GAP
        places[rows, 0] = lefts - (lefts[-1] + sizes[rows[-1], 0]) / 2
        places[rows, 1] = top
        top += float(np.ceil(sizes[rows, 1].max() / STEP) * STEP) + GAP
    return np.round(places / STEP) * STEP


def _by_rank(ranks: Ints) -> list[Ints]:
    """Return the cards of each rank."""
    order = np.argsort(ranks, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(ranks[order])) + 1)


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
