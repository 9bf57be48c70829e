"""The fewest that must be lost, by the most ways that have none in common (Menger 1927).

Only where each way needs one thing and nothing stands in two places: then a flow of one a vertex
finds it at once, however much a claim rests on (Ford and Fulkerson 1956). Else it has to be tried.
"""

from collections import deque
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from itertools import pairwise

from evidence_board.analysis.support import NOTHING, Support, Vertex

Door = tuple[Vertex, bool]
"""A vertex has two doors: into it, and out of it (True)."""
_MUCH = 1 << 30


def flows(support: Support) -> bool:
    """Whether a flow tells how few must be lost."""
    places: dict[str, list[Vertex]] = {}
    needs: dict[Vertex, list[AbstractSet[Vertex]]] = {}
    for way in support.ways:
        if len(way.needs) > 1:
            return False
        if way.of.id:
            several = places.setdefault(way.of.id, [])
            if way.of not in needs:
                several.append(way.of)
            needs.setdefault(way.of, []).append(way.needs)
    return all(_is_one(needs, several) for several in places.values())


def _is_one(needs: Mapping[Vertex, list[AbstractSet[Vertex]]], several: list[Vertex]) -> bool:
    """Whether vertices of one id fall together: one of them, or an origin and what it counts as."""
    if len(several) == 1:
        return True
    counted = [one for one in several if not one.claim]
    ends = [one for one in several if one.claim]
    if len(counted) != 1 or len(ends) != 1:
        return False
    return needs[ends[0]] == [frozenset(counted)]


def smallest_by_flow(
    support: Support, among: AbstractSet[str], gone: AbstractSet[str] = NOTHING
) -> AbstractSet[str] | None:
    """Return the fewest of some ids with which the claim falls; None if it stands by others too."""
    net = _Net(support, among, gone)
    while net.augmented():
        if net.endless:
            return None
    return net.cut()


class _Net:
    """The doors of all vertices, with how much may still pass from one to the next."""

    def __init__(self, support: Support, among: AbstractSet[str], gone: AbstractSet[str]) -> None:
        self._left: dict[Door, dict[Door, int]] = {}
        self._goals: set[Vertex] = set()
        self._start = (support.start, True)
        self._cuttable: dict[Door, str] = {}
        self.endless = False
        counted = {way.of.id for way in support.ways if not way.of.claim}
        for way in support.ways:
            if way.of.id in gone or any(need.id in gone for need in way.needs):
                continue
            self._open(way.of, among, counted)
            for need in way.needs:
                self._open(need, among, counted)
                self._join((way.of, True), (need, False), _MUCH)
            if not way.needs:
                self._goals.add(way.of)

    def _open(self, vertex: Vertex, among: AbstractSet[str], counted: AbstractSet[str]) -> None:
        """Let one way pass a vertex that can be lost; an origin is lost where it is counted."""
        into, out = (vertex, False), (vertex, True)
        if out in self._left.get(into, {}):
            return
        lost = vertex.id in among and not (vertex.claim and vertex.id in counted)
        self._join(into, out, 1 if lost else _MUCH)
        if lost:
            self._cuttable[into] = vertex.id

    def _join(self, one: Door, other: Door, most: int) -> None:
        self._left.setdefault(one, {})[other] = most
        self._left.setdefault(other, {}).setdefault(one, 0)

    def augmented(self) -> bool:
        """Send as much as passes along the shortest ways that are left; whether there was one.

        All ways of one length at a time, so that few rounds are needed (Dinic 1970).
        """
        levels = self._levels()
        if not any((one, True) in levels for one in self._goals):
            return False
        tried: dict[Door, int] = {}
        while not self.endless and (way := self._way(levels, tried)):
            self._send(way)
        return True

    def _way(self, levels: Mapping[Door, int], tried: dict[Door, int]) -> list[Door]:
        """Return a way on to a goal, nothing if none is left; ``tried`` are the doors that led on.

        What led nowhere once does so until the round is over.
        """
        way = [self._start]
        while way:
            door = way[-1]
            if door[1] and door[0] in self._goals:
                return way
            onward = tuple(self._left.get(door, ()))
            place = tried.get(door, 0)
            while place < len(onward) and not self._leads(door, onward[place], levels):
                place += 1
            tried[door] = place
            if place < len(onward):
                way.append(onward[place])
                continue
            way.pop()
            if way:
                tried[way[-1]] += 1
        return []

    def _leads(self, door: Door, other: Door, levels: Mapping[Door, int]) -> bool:
        return self._left[door][other] > 0 and levels.get(other) == levels[door] + 1

    def _send(self, way: list[Door]) -> None:
        steps = tuple(pairwise(way))
        passing = min((self._left[one][other] for one, other in steps), default=_MUCH)
        self.endless = passing >= _MUCH // 2
        for one, other in steps:
            self._left[one][other] -= passing
            self._left[other][one] += passing

    def cut(self) -> AbstractSet[str]:
        """Return the ids at whose doors all that could pass is stopped."""
        came = self._levels()
        return frozenset(
            id
            for into, id in self._cuttable.items()
            if into in came and (into[0], True) not in came
        )

    def _levels(self) -> Mapping[Door, int]:
        """Return the doors that more can pass to, each with how far it is."""
        levels = {self._start: 0}
        ahead = deque([self._start])
        while ahead:
            door = ahead.popleft()
            for other, left in self._left.get(door, {}).items():
                if left > 0 and other not in levels:
                    levels[other] = levels[door] + 1
                    ahead.append(other)
        return levels
