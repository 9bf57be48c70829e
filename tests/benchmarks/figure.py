"""One measured figure: the shape that ``dev.py bench --json`` prints."""

from collections.abc import Sequence
from statistics import median, quantiles
from typing import TypedDict


class Figure(TypedDict):
    """A leg's distribution beside its floor (the least that is possible) and a peer's value."""

    name: str
    n: int
    median: float
    p95: float
    max: float
    unit: str
    floor: float | None
    peer: float | None


def figure(
    name: str,
    samples: Sequence[float],
    unit: str,
    *,
    n: int | None = None,
    floor: float | None = None,
    peer: float | None = None,
) -> Figure:
    """Sum up ``samples``; ``n`` is the size of what was measured, else the number of samples."""
    ninety_fifth = quantiles(samples, n=20)[-1] if len(samples) > 1 else samples[0]
    return Figure(
        name=name,
        n=len(samples) if n is None else n,
        median=round(median(samples), 3),
        p95=round(min(ninety_fifth, max(samples)), 3),
        max=round(max(samples), 3),
        unit=unit,
        floor=None if floor is None else round(floor, 3),
        peer=None if peer is None else round(peer, 3),
    )
