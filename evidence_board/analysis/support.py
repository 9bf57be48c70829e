"""What a claim stands on, as ways: it stands by any one of them, and a way needs all of its parts.

A claim stands by a carrier that asserts it, a carrier by what it rests on, and so on to origins.
A judgement stands by claims that support it as well; linked premises are one way that needs them
all, but for an assumption among them, which is taken as true. A source is a vertex of its own in
each claim, for it may be the origin of one and a relay of another. Source: the project's
tradecraft rules on independent origins, steps 1 and 7.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from evidence_board.analysis.lineage import Ground, assertions_of, chain_of, ends_of, lineage_of
from evidence_board.analysis.view import Investigation
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link

NOTHING = frozenset[str]()


class Vertex(NamedTuple):
    """A source within a claim; the claim itself (no id); an origin or a link (no claim)."""

    claim: str
    id: str


@dataclass(frozen=True)
class Way:
    """One way in which something stands: if all of these do."""

    of: Vertex
    needs: frozenset[Vertex]


Standing = Mapping[Vertex, Way]
"""What stands, each with the way by which it was found to: that way leads down to origins."""


class Support:
    """The ways by which one claim stands, down to the origins.

    `carriers` are the sources that assert it, or a claim that supports it, each within that claim;
    `ends` those where a lineage ends, with the id that is counted for each. `ids` are all that can
    be lost, `links` those of them that are links.
    """

    def __init__(
        self,
        claim: str,
        ways: Iterable[Way],
        carriers: Iterable[Vertex],
        ends: Mapping[Vertex, str],
    ) -> None:
        """Take the ways of the claim and of all that they lead to."""
        self.carriers = tuple(carriers)
        self.ends = ends
        self._start = Vertex(claim, "")
        self._proofs: dict[AbstractSet[str], frozenset[str] | None] = {}
        self._ways = tuple(ways)
        self.ids = frozenset(way.of.id for way in self._ways if way.of.id)
        given = frozenset(way.of.id for way in self._ways if not way.of.claim)
        self.links = given.difference(ends.values())
        self._users: dict[Vertex, list[int]] = {}
        self._by: dict[Vertex, list[Way]] = {}
        for place, way in enumerate(self._ways):
            self._by.setdefault(way.of, []).append(way)
            for need in way.needs:
                self._users.setdefault(need, []).append(place)

    @property
    def ways(self) -> tuple[Way, ...]:
        """All ways."""
        return self._ways

    @property
    def start(self) -> Vertex:
        """The claim."""
        return self._start

    def standing(self, gone: AbstractSet[str] = NOTHING) -> Standing:
        """Return what stands without some ids."""
        left = [len(way.needs) for way in self._ways]
        ready = deque(place for place, count in enumerate(left) if not count)
        stands: dict[Vertex, Way] = {}
        while ready:
            way = self._ways[ready.popleft()]
            if way.of in stands or way.of.id in gone:
                continue
            stands[way.of] = way
            for place in self._users.get(way.of, ()):
                left[place] -= 1
                if not left[place]:
                    ready.append(place)
        return stands

    def reached(self, stands: Standing) -> tuple[Vertex, ...]:
        """Return all that the claim stands on, itself first, nearest first; nothing if it falls."""
        if self._start not in stands:
            return ()
        return self._walked(lambda way: stands.keys() >= way.needs)

    def passed(self, stands: Standing, gone: AbstractSet[str] = NOTHING) -> tuple[str, ...]:
        """Return the claim and those that support it, standing or not.

        Linked premises are among them only where all of them stand.
        """

        def leads_on(way: Way) -> bool:
            if way.of.id or not gone.isdisjoint(need.id for need in way.needs):
                return False
            return stands.keys() >= way.needs or sum(not need.id for need in way.needs) == 1

        return tuple(one.claim for one in self._walked(leads_on) if not one.id)

    def proof(self, gone: AbstractSet[str] = NOTHING) -> frozenset[str] | None:
        """Return ids by which alone the claim stands when some are gone; None if it falls.

        Kept, for whoever looks for cuts asks the same again and again.
        """
        key = frozenset(gone)
        if key not in self._proofs:
            self._proofs[key] = self._proof(key)
        return self._proofs[key]

    def _proof(self, gone: AbstractSet[str]) -> frozenset[str] | None:
        stands = self.standing(gone)
        if self._start not in stands:
            return None
        found = {self._start}
        ahead = [self._start]
        while ahead:
            new = stands[ahead.pop()].needs - found
            found |= new
            ahead += new
        return frozenset(one.id for one in found if one.id)

    def _walked(self, leads_on: Callable[[Way], bool]) -> tuple[Vertex, ...]:
        """Return what some ways lead to from the claim, nearest first."""
        found = {self._start: None}
        ahead = deque(found)
        while ahead:
            for way in filter(leads_on, self._by.get(ahead.popleft(), ())):
                new = [one for one in sorted(way.needs) if one not in found]
                found.update(dict.fromkeys(new))
                ahead += new
        return tuple(found)


def support_of(view: Investigation, claim: str, ground: Ground) -> Support:
    """Return what a claim stands on: for a reported one what asserts it, else its support too."""
    closed = view.get(Claim, claim).kind != "reported"
    ways = list(_argument(view, claim)) if closed else []
    claims = dict.fromkeys((claim, *(x.claim for way in ways for x in way.needs if x.claim)))
    carriers: list[Vertex] = []
    ends: dict[Vertex, str] = {}
    for one in claims:
        said = assertions_of(view, one)
        graph = lineage_of(said, ground.cited)
        saw = {chain_of(assertion)[-1] for assertion in said if assertion.observed}
        carriers += (Vertex(one, source) for source in dict.fromkeys(x.source for x in said))
        ends.update((Vertex(one, end), ground.roots[end].key) for end in ends_of(graph, saw)[0])
        for nearer, ahead in graph.items():
            ways += (_way(Vertex(one, nearer), Vertex(one, farther)) for farther in sorted(ahead))
    ways += (_way(Vertex(one.claim, ""), one) for one in carriers)
    ways += (_way(end, Vertex("", key)) for end, key in ends.items())
    given = {need for way in ways for need in way.needs if not need.claim}
    ways += (_way(one) for one in sorted(given))
    return Support(claim, ways, carriers, ends)


def _way(of: Vertex, *needs: Vertex) -> Way:
    return Way(of, frozenset(needs))


def _argument(view: Investigation, claim: str) -> Iterator[Way]:
    """Yield the ways in which claims stand by others, from one claim on; linked premises are one.

    A way needs the links too, so that one can be taken away.
    """
    seen = {claim}
    ahead = [claim]
    while ahead:
        end = ahead.pop()
        ways: dict[str, list[Link]] = {}
        for link in supporting(view, end):
            ways.setdefault(link.group or link.id, []).append(link)
        for links in ways.values():
            premises = {link.from_id for link in links}
            given = (
                {one for one in premises if _is_given(view, one)} if len(premises) > 1 else set()
            )
            needed = premises - given or premises
            needs = (*(Vertex(one, "") for one in needed), *(Vertex("", x.id) for x in links))
            yield _way(Vertex(end, ""), *needs)
            ahead += sorted(needed - seen)
            seen |= needed


def _is_given(view: Investigation, claim: str) -> bool:
    """Whether a premise is an assumption without anything behind it: it is taken as true.

    Beside premises that have origins it stands with them; alone it gives a judgement none.
    """
    found = view.get(Claim, claim)
    if found.kind != "assumption" or found.status == "withdrawn":
        return False
    return not assertions_of(view, claim) and next(supporting(view, claim), None) is None


def supporting(view: Investigation, claim: str) -> Iterator[Link]:
    """Yield the links by which other claims support a claim directly."""
    for link in view.referrers(claim):
        if isinstance(link, Link) and link.type == "supports" and link.to_id == claim:
            yield link
