"""What is open, worst first: the findings of the rules, and those that a person set aside."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from evidence_board.brief.case import Case
from evidence_board.brief.gate import OpenPoint, points_of
from evidence_board.brief.values import Part

MOST = 12
"""So many points of one rule are printed; how many more there are is said."""


@dataclass(frozen=True)
class OpenPoints(Part):
    """The open points, worst first, then those set aside with the reason."""

    rows: tuple[OpenPoint, ...]


def open_points(case: Case) -> OpenPoints | None:
    """Return the open points; None where all is done."""
    rows = tuple(_shortened(points_of(case)))
    return OpenPoints(rows) if rows else None


def _shortened(points: Iterable[OpenPoint]) -> Iterator[OpenPoint]:
    """Yield the points, of those that one rule found over and over the first and a number."""
    told = tuple(points)
    every = Counter((one.kind, one.left != "") for one in told)
    seen: Counter[tuple[str, bool]] = Counter()
    for one in told:
        key = one.kind, one.left != ""
        seen[key] += 1
        if seen[key] < MOST or every[key] == MOST:
            yield one
        elif seen[key] == MOST:
            more = every[key] - MOST + 1
            left = "They were set aside too." if one.left else ""
            yield replace(one, sentence=f"{more} more of the same kind.", left=left)
