"""What carries most: how many claims fall with each source, origin or group alone.

Source: the project's tradecraft rules on independent origins, step 6, over the whole project.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Bearing:
    """A source, an origin or a group, and the claims that fall with it alone."""

    id: str
    claims: tuple[str, ...]


def bearings(single_points: Mapping[str, Iterable[str]]) -> tuple[Bearing, ...]:
    """Return what carries claims, that on which most of them rest first.

    ``single_points`` are those of each claim, as `Independence` has them.
    """
    falling: dict[str, list[str]] = {}
    for claim, points in single_points.items():
        for point in points:
            falling.setdefault(point, []).append(claim)
    found = [Bearing(id, tuple(claims)) for id, claims in falling.items()]
    return tuple(sorted(found, key=lambda one: (-len(one.claims), one.id)))
