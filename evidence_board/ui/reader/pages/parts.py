"""Which pictures of a page are wanted: all of it while it is small, else squares of what shows."""

from collections.abc import Iterable, Sequence

from evidence_board.ingest.pages import Part

_MOST_WHOLE = 2_500_000
_BACKDROP = 500_000
SIDE = 512
"""Pixels of a square's side."""

Seen = tuple[int, int, int, int]
"""Left, top, right and bottom of what shows of a page, in its pixels."""


def wanted_parts(page: int, size: tuple[int, int], seen: Seen) -> tuple[Part, ...]:
    """Return the pictures of a page (the first being 1) of this size, the most wanted first.

    A page that is large has a small picture of all of it first, which is soon there.
    """
    width, height = size
    if width * height <= _MOST_WHOLE:
        return (whole_part(page, size),)
    return (backdrop(page, size), *squares(page, size, seen))


def backdrop(page: int, size: tuple[int, int]) -> Part:
    """Return all of a page, in no more pixels than are drawn at once."""
    width, height = size
    less = min(1.0, (_BACKDROP / (width * height)) ** 0.5)
    return whole_part(page, (max(1, round(width * less)), max(1, round(height * less))))


def together(first: Part, others: Iterable[Part]) -> tuple[Part, ...]:
    """Return a part and those of the same page and size that are drawn along with it at once."""
    found = [first]
    for one in others:
        same = (one.page, one.whole) == (first.page, first.whole)
        if same and one not in found and _pixels(around_all((*found, one))) <= _MOST_WHOLE:
            found.append(one)
    return tuple(found)


def around_all(parts: Sequence[Part]) -> Part:
    """Return the least part that holds all of these, which are of one page and size."""
    left, top = min(one.left for one in parts), min(one.top for one in parts)
    right = max(one.left + one.width for one in parts)
    bottom = max(one.top + one.height for one in parts)
    return Part(parts[0].page, parts[0].whole, left, top, right - left, bottom - top)


def _pixels(part: Part) -> int:
    return part.width * part.height


def whole_part(page: int, size: tuple[int, int]) -> Part:
    """Return all of a page."""
    return Part(page, size, 0, 0, *size)


def squares(page: int, size: tuple[int, int], seen: Seen) -> tuple[Part, ...]:
    """Return the squares of a page that show."""
    left, top, right, bottom = seen
    width, height = size
    return tuple(
        Part(page, size, x, y, min(SIDE, width - x), min(SIDE, height - y))
        for y in range(max(0, top) // SIDE * SIDE, min(bottom, height), SIDE)
        for x in range(max(0, left) // SIDE * SIDE, min(right, width), SIDE)
    )
