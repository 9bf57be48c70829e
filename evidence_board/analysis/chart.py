"""Where one claim comes from, as stations and routes between them: what Lineage draws.

A station is a claim, a source that carries it, a relay, or an origin; a route leads from what is
nearer to the claim to what is farther. Relays can be folded into the routes that pass through
them, the members of an origin group into one station.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from evidence_board.analysis.components import components
from evidence_board.analysis.lineage import (
    Ground,
    Lineage,
    assertions_of,
    chain_of,
    ends_of,
    lineage_of,
)
from evidence_board.analysis.support import supporting
from evidence_board.analysis.view import Investigation
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY

Part = Literal["claim", "carrier", "relay", "origin"]
UNTRACED = "untraced-"
"""Before the id of a source of which nobody knows where it has it from: the station behind it."""


@dataclass(frozen=True)
class Station:
    """Who stands in the drawing: `record` is what it shows, `key` what it is known by here.

    `root` is the id that is counted for an origin, `known` whether it counts at least as one;
    `members` are the sources of a folded group. `looped` says that its way leads only round.
    """

    key: str
    record: str
    part: Part
    held: bool = False
    root: str = ""
    known: bool = True
    looped: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Route:
    """A step from what is nearer to the claim to what is farther, and the records that make it.

    `type` is a type of link or citation, *asserts*, or *chain* where only chains say so; `via`
    are relays that were folded into it.
    """

    nearer: str
    farther: str
    type: str
    records: tuple[str, ...] = ()
    via: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """Where a claim comes from. `loops` name the sources that only lead back to each other."""

    claim: str
    stations: tuple[Station, ...]
    routes: tuple[Route, ...]
    loops: tuple[tuple[str, ...], ...] = ()

    def station(self, key: str) -> Station | None:
        """Return the station with a key, None if there is none."""
        return next((one for one in self.stations if one.key == key), None)


@dataclass
class _Found:
    """What is gathered of the claims one by one."""

    graph: dict[str, set[str]] = field(default_factory=dict)
    chains: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    asserts: dict[tuple[str, str], dict[str, None]] = field(default_factory=dict)
    ends: dict[str, None] = field(default_factory=dict)
    loops: dict[tuple[str, ...], None] = field(default_factory=dict)


def ways_through(chart: Chart, key: str) -> frozenset[tuple[str, str]]:
    """Return the routes, by their ends, on all ways from the claim to origins through a station."""
    ahead: dict[str, list[str]] = {}
    behind: dict[str, list[str]] = {}
    for route in chart.routes:
        ahead.setdefault(route.nearer, []).append(route.farther)
        behind.setdefault(route.farther, []).append(route.nearer)
    out = {(near, far) for near in _reached(key, ahead) for far in ahead.get(near, ())}
    back = {(near, far) for far in _reached(key, behind) for near in behind.get(far, ())}
    return frozenset(out | back)


def _reached(key: str, steps: Mapping[str, Sequence[str]]) -> Iterable[str]:
    """Return what is reached from a station, itself included."""
    found = {key: None}
    left = [key]
    while left:
        for one in steps.get(left.pop(), ()):
            if one not in found:
                found[one] = None
                left.append(one)
    return found


def chart_of(
    view: Investigation,
    claim: str,
    ground: Ground,
    *,
    folded: AbstractSet[str] = frozenset(),
    fold_relays: bool = False,
) -> Chart:
    """Return where a claim comes from; a judgement is drawn with the claims that support it.

    ``folded`` are the roots whose members are one station.
    """
    claims, steps = _argument(view, claim)
    found = _Found()
    for one in claims:
        _gather(found, one, assertions_of(view, one), ground)
    stations = [Station(one, one, "claim") for one in claims]
    stations += _stations(found, ground)
    routes = [*steps, *_routes(view, found)]
    routes += [
        Route(one.record, one.key, "chain") for one in stations if one.key.startswith(UNTRACED)
    ]
    chart = Chart(claim, tuple(stations), tuple(routes), tuple(found.loops))
    chart = _with_groups(chart, folded)
    return without_relays(chart) if fold_relays else chart


def without_relays(chart: Chart) -> Chart:
    """Return a chart with its relays folded into the routes that pass through them."""
    relays = {one.key for one in chart.stations if one.part == "relay"}
    ahead: dict[str, list[Route]] = {}
    for route in chart.routes:
        ahead.setdefault(route.nearer, []).append(route)
    routes: dict[tuple[str, str], Route] = {}
    for route in chart.routes:
        if route.nearer not in relays:
            for one in _through(route, relays, ahead):
                routes.setdefault((one.nearer, one.farther), one)
    kept = tuple(one for one in chart.stations if one.key not in relays)
    return Chart(chart.claim, kept, tuple(routes.values()), chart.loops)


def _through(
    route: Route, relays: AbstractSet[str], ahead: Mapping[str, Sequence[Route]]
) -> Iterable[Route]:
    """Yield the routes that a route is where relays are folded; one that goes round is none."""
    if route.farther not in relays:
        yield route
        return
    seen: dict[str, tuple[str, ...]] = {route.farther: (route.farther,)}
    left = [route.farther]
    while left:
        relay = left.pop(0)
        for further in ahead.get(relay, ()):
            if further.farther not in relays:
                yield Route(route.nearer, further.farther, route.type, (), seen[relay])
            elif further.farther not in seen:
                seen[further.farther] = (*seen[relay], further.farther)
                left.append(further.farther)


def _argument(view: Investigation, claim: str) -> tuple[tuple[str, ...], list[Route]]:
    """Return a claim and, of a judgement, those that support it, with the links between them."""
    found = {claim: None}
    steps: list[Route] = []
    ahead = [claim] if view.get(Claim, claim).kind != "reported" else []
    while ahead:
        end = ahead.pop(0)
        links: dict[str, list[Link]] = {}
        for link in supporting(view, end):
            links.setdefault(link.from_id, []).append(link)
        for premise, several in links.items():
            steps.append(Route(end, premise, "supports", tuple(one.id for one in several)))
            if premise not in found:
                found[premise] = None
                ahead.append(premise)
    return tuple(found), steps


def _gather(found: _Found, claim: str, said: Sequence[Assertion], ground: Ground) -> None:
    graph = lineage_of(said, ground.cited)
    for source, ahead in graph.items():
        found.graph.setdefault(source, set()).update(ahead)
    for assertion in said:
        found.asserts.setdefault((claim, assertion.source), {})[assertion.id] = None
        for step in pairwise(chain_of(assertion)):
            found.chains.setdefault(step, {})[assertion.id] = None
    saw = {chain_of(one)[-1] for one in said if one.observed}
    found.ends |= dict.fromkeys(ends_of(graph, saw)[0])
    found.loops |= dict.fromkeys(loops_of(graph, saw))


def loops_of(graph: Lineage, saw: AbstractSet[str]) -> tuple[tuple[str, ...], ...]:
    """Return the sources that only lead back to each other, none of which saw it itself."""
    found = []
    for component in components(graph):
        ahead = set[str]().union(*(graph[one] for one in component))
        if ahead and ahead <= component and not component & saw:
            found.append(tuple(sorted(component)))
    return tuple(found)


def _stations(found: _Found, ground: Ground) -> Iterable[Station]:
    carriers = {source for _, source in found.asserts}
    looped = {one for loop in found.loops for one in loop}
    for source in found.graph:
        held, root = source in ground.held, ground.roots[source]
        ends = source in found.ends
        if ends and (root.known or not (source in carriers or held)):
            yield Station(source, source, "origin", held, root.key, root.known)
            continue
        part: Part = "carrier" if source in carriers or held else "relay"
        yield Station(source, source, part, held, looped=source in looped)
        if ends:
            key = f"{UNTRACED}{source}"
            yield Station(key, source, "origin", held=False, root=root.key, known=False)


def _routes(view: Investigation, found: _Found) -> Iterable[Route]:
    for (claim, source), said in found.asserts.items():
        yield Route(claim, source, "asserts", tuple(said))
    for nearer, ahead in found.graph.items():
        cited = _citations(view, nearer) if ahead else {}
        for farther in sorted(ahead):
            citations = cited.get(farther, [])
            chains = tuple(found.chains.get((nearer, farther), ()))
            kind = citations[0].type if citations else "chain"
            ids = tuple(one.id for one in citations)
            yield Route(nearer, farther, kind, (*ids, *chains))


def _citations(view: Investigation, nearer: str) -> Mapping[str, list[Citation]]:
    """Return the citations by which a source rests on others, by these."""
    found: dict[str, list[Citation]] = {}
    for one in view.referrers(nearer):
        if isinstance(one, Citation) and one.from_id == nearer and BY_KEY[one.type].lineage:
            found.setdefault(one.to_id, []).append(one)
    return found


def _with_groups(chart: Chart, folded: AbstractSet[str]) -> Chart:
    """Return a chart in which the members of some groups of origins are one station."""
    several: dict[str, list[Station]] = {}
    for one in chart.stations:
        if one.part == "origin" and one.root in folded:
            several.setdefault(one.root, []).append(one)
    name: dict[str, str] = {}
    whole: dict[str, Station] = {}
    for root, members in several.items():
        if len(members) > 1:
            name |= {one.key: root for one in members}
            whole[root] = Station(
                root,
                root,
                "origin",
                any(one.held for one in members),
                root,
                any(one.known for one in members),
                members=tuple(one.record for one in members),
            )
    if not whole:
        return chart
    stations = dict.fromkeys(whole.get(name.get(one.key, ""), one) for one in chart.stations)
    return Chart(chart.claim, tuple(stations), _joined(chart.routes, name), chart.loops)


def _joined(routes: Iterable[Route], name: Mapping[str, str]) -> tuple[Route, ...]:
    """Return routes with other names for some ends; those that become alike are one."""
    found: dict[tuple[str, str], Route] = {}
    for route in routes:
        ends = name.get(route.nearer, route.nearer), name.get(route.farther, route.farther)
        if ends[0] == ends[1]:
            continue
        known = found.get(ends)
        records = (*(known.records if known else ()), *route.records)
        kind = known.type if known else route.type
        found[ends] = Route(*ends, kind, tuple(dict.fromkeys(records)))
    return tuple(found.values())
