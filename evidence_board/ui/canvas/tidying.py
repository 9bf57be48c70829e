"""Tidy places for cards: linked ones in layers, the others in a grid beside them.

Values in, values out, so that it can run in the background.
"""

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from evidence_board.ui.canvas.compacting import compacted
from evidence_board.ui.canvas.geometry import Area, Floats, Ints, area_of
from evidence_board.ui.canvas.layering import GAP, STEP, Layouter, plainly, ranks_of
from evidence_board.ui.canvas.room import free_place
from evidence_board.ui.canvas.rows import among

INNER = 16.0
"""What is left between the cards in a frame, and between them and its edges."""
_WIDER = 1.5
"""How much wider than high the whole is to be."""


@dataclass(frozen=True)
class Group:
    """Cards to tidy together: their boxes, and links from upper to lower ones by their places.

    ``held`` are the boxes that are not to be covered. ``within`` is the area that they are not to
    leave, None if the whole board is free.
    """

    boxes: Floats
    links: Ints
    held: Floats
    within: Area | None = None


Steps: TypeAlias = Generator[tuple[int, int], None, tuple[Floats, ...]]
"""How many cards of how many are laid out; in the end the corners of each group."""


def tidied(groups: Sequence[Group], layouter: Layouter = plainly) -> Steps:
    """Return new top left corners for the cards of each group, yielding how many are laid out."""
    total, done = sum(len(group.boxes) for group in groups), 0
    found = []
    for group in groups:
        yield done, total
        blocks = []
        for rows, links in _parts(group):
            sizes = group.boxes[rows, 2:]
            places = yield from _told(layouter(sizes, links), (done, total))
            blocks.append((rows, compacted(sizes, places)))
            done += len(rows)
            yield done, total
        found.append(_placed(group, blocks))
    return tuple(found)


def _told(
    work: Generator[None, None, Floats], so_far: tuple[int, int]
) -> Generator[tuple[int, int], None, Floats]:
    """Yield how far the whole is while a part is worked on; return the places of that part."""
    try:
        while True:
            next(work)
            yield so_far
    except StopIteration as end:
        places: Floats = end.value
        return places


Block = tuple[Ints, Floats]
"""Some cards and their places beside each other."""


def _parts(group: Group) -> list[tuple[Ints, Ints]]:
    """Return the cards that hang together, each set in reading order, and the links among them.

    The links are numbered as the cards of the set are; each pair is there once.
    """
    links = group.links[group.links[:, 0] != group.links[:, 1]]
    links = np.unique(links, axis=0)
    roots = _roots(len(group.boxes), links)
    order = _reading_order(group.boxes)
    order = order[among(order, group.links)]
    first = np.full(len(roots), len(order), dtype=np.int64)
    np.minimum.at(first, roots[order], np.arange(len(order)))
    order = order[np.argsort(first[roots[order]], kind="stable")]
    number = np.zeros(len(roots), dtype=np.int64)
    links = links[np.argsort(first[roots[links[:, 0]]], kind="stable")]
    parts = []
    starts = np.flatnonzero(np.diff(first[roots[order]])) + 1
    ends = np.searchsorted(first[roots[links[:, 0]]], first[roots[order[starts]]])
    for rows, between in zip(np.split(order, starts), np.split(links, ends), strict=True):
        number[rows] = np.arange(len(rows))
        parts.append((rows, number[between]))
    return parts if len(order) else []


def _roots(count: int, links: Ints) -> Ints:
    """Return for each card one that stands for all that hang together with it."""
    owner = list(range(count))

    def root(card: int) -> int:
        while owner[card] != card:
            owner[card] = owner[owner[card]]
            card = owner[card]
        return card

    for upper, lower in links.tolist():
        owner[root(lower)] = root(upper)
    return np.array([root(card) for card in range(count)], dtype=np.int64)


def _reading_order(boxes: Floats) -> Ints:
    return np.lexsort((boxes[:, 0], np.floor(boxes[:, 1] / 64.0)))


def _placed(group: Group, blocks: list[Block]) -> Floats:
    """Put blocks beside each other, then cards without links, all about the old middle."""
    boxes = group.boxes
    loose = _reading_order(boxes)
    loose = loose[~among(loose, group.links)]
    places = _shelved(boxes, blocks)
    linked = np.concatenate([rows for rows, _ in blocks]) if blocks else loose[:0]
    if len(loose):
        whole = area_of(np.hstack((places[linked], boxes[linked, 2:])))
        left, height = (whole[2] + 2 * GAP, whole[3]) if whole else (0.0, 0.0)
        grid = _grid(boxes[loose, 2:], _columns(boxes[loose, 2:], height))
        places[loose] = grid + np.array((left, 0.0))
    settled = _settled(group, places)
    for fitting in (_fitting_ranks, _fitting_grid):
        if settled is None and group.within is not None:
            settled = _settled(group, fitting(group, group.within))
    return boxes[:, :2].copy() if settled is None else settled


def _shelved(boxes: Floats, blocks: list[Block]) -> Floats:
    """Return places with the blocks in rows, which together are a little wider than high."""
    places = np.zeros((len(boxes), 2))
    sizes = []
    for rows, inner in blocks:
        low = inner.min(axis=0)
        places[rows] = inner - low
        sizes.append((inner - low + boxes[rows, 2:]).max(axis=0))
    area = sum(float(width + GAP) * float(height + GAP) for width, height in sizes)
    widest = max([float(np.sqrt(area * _WIDER)), *(float(width) for width, _ in sizes)])
    left = top = shelf = 0.0
    for (rows, _), (width, height) in zip(blocks, sizes, strict=True):
        if left and left + width > widest + GAP:
            left, top, shelf = 0.0, top + shelf + 2 * GAP, 0.0
        places[rows] += (left, top)
        left, shelf = left + float(width) + 2 * GAP, max(shelf, float(height))
    return np.round(places / STEP) * STEP


def _columns(sizes: Floats, height: float) -> int:
    """Return how many columns a grid has that is a little wider than high, or as high as this."""
    wide, high = sizes.max(axis=0) + GAP
    even = max(1, round(float(np.sqrt(len(sizes) * _WIDER * high / wide))))
    return min(even, int(np.ceil(len(sizes) / max(1, (height + GAP) // high))))


def _grid(sizes: Floats, columns: int, gap: float = GAP) -> Floats:
    """Return places in rows, each as high as its highest card."""
    wide = float(np.ceil(sizes[:, 0].max() / STEP) * STEP) + gap
    rows = np.arange(len(sizes)) // columns
    heights = np.zeros(int(rows[-1]) + 1)
    np.maximum.at(heights, rows, np.ceil(sizes[:, 1] / STEP) * STEP + gap)
    tops = np.cumsum(heights) - heights
    return np.stack((np.arange(len(sizes)) % columns * wide, tops[rows]), axis=1)


def _fitting_grid(group: Group, within: Area) -> Floats:
    """Return places in as many columns as a frame has room for."""
    order = _reading_order(group.boxes)
    places = np.zeros((len(order), 2))
    places[order] = _grid(group.boxes[order, 2:], _room_for(group, within), INNER)
    return places


def _fitting_ranks(group: Group, within: Area) -> Floats:
    """Return places in rows from what flows down to what it flows to, as wide as a frame."""
    places = _ranked(group, within, GAP)
    fits = (places[:, 1] + group.boxes[:, 3]).max() <= within[3]
    return places if fits else _ranked(group, within, INNER)


def _ranked(group: Group, within: Area, gap: float) -> Floats:
    ranks = ranks_of(len(group.boxes), group.links)
    columns, places, top = _room_for(group, within), np.zeros((len(ranks), 2)), 0.0
    for rank in np.unique(ranks):
        rows = np.flatnonzero(ranks == rank)
        rows = rows[np.argsort(group.boxes[rows, 0], kind="stable")]
        grid = _grid(group.boxes[rows, 2:], columns, INNER)
        spare = within[2] - float((grid[:, 0] + group.boxes[rows, 2]).max())
        places[rows] = grid + np.array((np.floor(spare / 2 / STEP) * STEP, top))
        low = float((places[rows, 1] + group.boxes[rows, 3]).max())
        top = float(np.ceil(low / STEP) * STEP) + gap
    return places


def _room_for(group: Group, within: Area) -> int:
    """Return how many columns of cards a frame has room for."""
    wide = float(np.ceil(group.boxes[:, 2].max() / STEP) * STEP) + INNER
    return max(1, int((within[2] + INNER) // wide))


def _settled(group: Group, places: Floats) -> Floats | None:
    """Move places to the middle of where the cards were; None if there is no room within."""
    before, after = area_of(group.boxes), area_of(np.hstack((places, group.boxes[:, 2:])))
    assert before is not None
    assert after is not None
    size = after[2], after[3]
    near = (
        before[0] + (before[2] - size[0]) / 2,
        before[1] + (before[3] - size[1]) / 2,
    )
    if group.within is not None:
        x, y, width, height = group.within
        if size[0] > width or size[1] > height:
            return None
        near = min(max(near[0], x), x + width - size[0]), min(max(near[1], y), y + height - size[1])
        near = float(np.ceil(near[0] / STEP) * STEP), float(np.ceil(near[1] / STEP) * STEP)
    corner = free_place(group.held, size, near, gap=0.0 if group.within else GAP)
    if group.within is not None and not _holds(group.within, (*corner, *size)):
        return None
    settled: Floats = places - after[:2] + corner
    return settled


def _holds(area: Area, inner: Area) -> bool:
    return (
        area[0] <= inner[0]
        and area[1] <= inner[1]
        and inner[0] + inner[2] <= area[0] + area[2] + STEP
        and inner[1] + inner[3] <= area[1] + area[3] + STEP
    )
