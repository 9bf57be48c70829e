"""Layers of linked cards, from what flows down to what it flows to: sizes in, places out.

The engine stands behind `Layouter`, so that another can take its place.
"""

from collections import deque
from typing import Protocol

import numpy as np

from evidence_board.ui.canvas.geometry import Floats, Ints

GAP, STEP = 32.0, 8.0
"""What is left between cards, and the grid they stand on, px at 100 %."""
MOST_CARDS, MOST_LINKS = 40, 60
"""Up to how many linked cards and links the engine is asked to lay out at once.

It holds the interpreter while it works, so that the window stands still: a tenth of a second for
these, but some seconds for three times as many that are tangled.
"""


class Layouter(Protocol):
    """Lays out cards that hang together: their sizes, and links from upper to lower ones."""

    def __call__(self, sizes: Floats, links: Ints) -> Floats:
        """Return the top left corner of each card; ValueError if it cannot."""


def layered(sizes: Floats, links: Ints) -> Floats:
    """Return places from the engine, from simple ranks where it refuses or is not there."""
    if len(sizes) <= MOST_CARDS and len(links) <= MOST_LINKS:
        try:
            return by_engine(sizes, links)
        except (ImportError, ValueError):
            pass  # a young library: what it cannot do must not keep anybody from tidying
    return in_ranks(sizes, links)


def by_engine(sizes: Floats, links: Ints) -> Floats:
    """Return places from graphlay, with few crossings."""
    import graphlay  # 4 MB, and only needed here

    graph = graphlay.Graph()
    room = np.ceil(sizes / STEP) * STEP
    for width, height in room.tolist():
        graph.node(width=width, height=height)
    for upper, lower in links.tolist():
        graph.edge(upper, lower)
    spacing = {"layer_gap": GAP, "node_gap": GAP, "dummy_gap": GAP / 2}
    laid = graphlay.layout(graph, options={"direction": "topbottom", "spacing": spacing})
    centres = laid.positions()
    middles = np.array([centres[number] for number in range(len(sizes))], dtype=np.float64)
    places: Floats = np.round((middles - room / 2) / STEP) * STEP
    return places


def in_ranks(sizes: Floats, links: Ints) -> Floats:
    """Return places in rows: each card a row below the lowest of those that flow to it."""
    ranks = ranks_of(len(sizes), links)
    places = np.zeros((len(sizes), 2))
    top = 0.0
    for rank in range(int(ranks.max(initial=-1)) + 1):
        rows = np.flatnonzero(ranks == rank)
        rows = rows[np.argsort(_means_above(places, rows, links), kind="stable")]
        lefts = np.cumsum(sizes[rows, 0] + GAP) - sizes[rows, 0] - GAP
        places[rows, 0] = lefts - (lefts[-1] + sizes[rows[-1], 0]) / 2
        places[rows, 1] = top
        top += float(np.ceil(sizes[rows, 1].max() / STEP) * STEP) + GAP
    return np.round(places / STEP) * STEP


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
    """Return for cards the mean place of those that flow to them, so that links cross less."""
    sums, counts = np.zeros(len(places)), np.zeros(len(places))
    np.add.at(sums, links[:, 1], places[links[:, 0], 0])
    np.add.at(counts, links[:, 1], 1)
    return sums[rows] / np.maximum(counts[rows], 1)
