"""What a claim falls with: single points of failure, and the fewest whose loss leaves no support.

Source: the project's tradecraft rules on independent origins, step 6. The fewest are found by a
flow where that tells it, else by trying: whatever is removed must meet every way in which the
claim stands, so one part of any way that is left has to go.
"""

from collections.abc import Set as AbstractSet

from evidence_board.analysis.flow import flows, smallest_by_flow
from evidence_board.analysis.support import NOTHING, Support

MOST_TRIED, LEAST_TRIED = 4_000, 25
"""After so many proofs looked at, how few are enough is said to be unknown."""
MOST_WORK = 40_000
"""The same after so many ways followed: a judgement that rests on much is not worth minutes."""


class _GivenUpError(Exception):
    """It takes too long."""


def single_points(support: Support, gone: AbstractSet[str] = NOTHING) -> tuple[str, ...]:
    """Return the ids with which alone the claim falls, nearest to it first; links are left out."""
    proof = support.proof(gone) or NOTHING
    order = dict.fromkeys(one.id for one in support.reached(support.standing(gone)))
    apart = support.links | {""}
    return tuple(
        one for one in order if one in proof - apart and support.proof(gone | {one}) is None
    )


def smallest_cut(
    support: Support, among: AbstractSet[str], gone: AbstractSet[str] = NOTHING
) -> int | None:
    """Return how few of some ids must be lost for the claim to fall; 0 where it does not stand.

    None where that was not found out, or where it stands by something else than these.
    """
    found = smallest_cut_of(support, among, gone)
    return None if found is None else len(found)


def smallest_cut_of(
    support: Support, among: AbstractSet[str], gone: AbstractSet[str] = NOTHING
) -> AbstractSet[str] | None:
    """Return the fewest of some ids with which the claim falls; the same None as above."""
    if flows(support):
        return smallest_by_flow(support, among, gone)
    search = _Search(support, among)
    try:
        fewest = search.disjoint(gone)
        while fewest <= len(among):
            found = search.falls(gone, fewest)
            if found is not None:
                return found
            fewest += 1
    except _GivenUpError:
        return None
    return None


class _Search:
    """Tries what to remove, up to a number of ways looked at."""

    def __init__(self, support: Support, among: AbstractSet[str]) -> None:
        self._support = support
        self._among = among
        self._left = min(MOST_TRIED, max(LEAST_TRIED, MOST_WORK // (len(support.ways) + 1)))

    def falls(self, gone: AbstractSet[str], more: int) -> AbstractSet[str] | None:
        """Return so many at most with which the claim falls; None if there are none."""
        proof = self._proof(gone)
        if proof is None:
            return NOTHING
        if more == 0 or self.disjoint(gone) > more:
            return None
        for one in sorted(proof & self._among):
            rest = self.falls(gone | {one}, more - 1)
            if rest is not None:
                return rest | {one}
        return None

    def disjoint(self, gone: AbstractSet[str]) -> int:
        """Return a number of ways that have none of these in common: so many losses it takes."""
        ways = 0
        while (proof := self._proof(gone)) is not None:
            met = proof & self._among
            if not met:
                return len(self._among) + 1  # nothing among these brings it down
            gone, ways = gone | met, ways + 1
        return ways

    def _proof(self, gone: AbstractSet[str]) -> frozenset[str] | None:
        self._left -= 1
        if self._left < 0:
            raise _GivenUpError
        return self._support.proof(gone)
