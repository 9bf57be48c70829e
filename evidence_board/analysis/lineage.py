"""Lineage: which source a source rests on, for one claim and for all that stands behind a chain.

Source: the project's tradecraft rules on independent origins, steps 1 to 4.
"""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from itertools import pairwise

from evidence_board.analysis.components import components
from evidence_board.analysis.view import Investigation
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.link import Citation
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.source import Source

Lineage = Mapping[str, AbstractSet[str]]
_NOTHING = frozenset[str]()


@dataclass(frozen=True)
class Root:
    """Where a lineage ends: the id that is counted for it, and whether it is an origin.

    The id is that of the group an analyst gave, of the first source with the same affiliation, or
    its own. What is not known to be an origin is a place where one is missing.
    """

    key: str
    known: bool


@dataclass(frozen=True)
class Behind:
    """What citations lead to from one source: where they end, and all that is passed on the way.

    `ends` are the keys, in order.
    """

    ends: Mapping[str, None]
    passed: frozenset[str]
    loops: bool


@dataclass(frozen=True)
class Left:
    """What is left of a lineage without what is gone: its ends, and the held carriers.

    `circular` says that some of it only goes round.
    """

    ends: tuple[str, ...]
    circular: bool
    files: frozenset[str]


@dataclass(frozen=True)
class Ground:
    """What the counts of all claims share; it holds until a source, capture or citation changes.

    `cited` leads from a source to those it quotes, relays or republishes, `partly` to those that
    it depends on partly; `roots` tells of every source what it counts as; `held` have a capture;
    `retracted` took back what they said: they count as gone, and so does what is `muted`.
    Who hears of such a change may bring it up to that by the methods below, and must `forget`.
    """

    cited: dict[str, set[str]]
    partly: dict[str, set[str]]
    roots: dict[str, Root]
    held: set[str]
    retracted: set[str] = field(default_factory=set)
    muted: AbstractSet[str] = _NOTHING
    _behind: dict[str, Behind] = field(default_factory=dict, compare=False, repr=False)

    @property
    def gone(self) -> AbstractSet[str]:
        """What counts as gone: sources that were retracted, and what is muted."""
        return self.retracted | self.muted if self.muted else self.retracted

    def without(self, ids: AbstractSet[str]) -> "Ground":
        """Return the same ground with these muted; it follows what becomes of this one."""
        return replace(self, muted=ids)

    def as_if_current(self, source: str) -> "Ground":
        """Return the same ground as if a source had retracted nothing."""
        return replace(self, retracted=self.retracted - {source})

    def as_if_retracted(self, source: str) -> "Ground":
        """Return the same ground as if a source had retracted what it said."""
        return replace(self, retracted=self.retracted | {source})

    def as_if_all_current(self) -> "Ground":
        """Return the same ground as if nothing was retracted."""
        return replace(self, retracted=set())

    def behind(self, source: str) -> Behind:
        """Return what stands behind a source by citations alone."""
        found = self._behind.get(source)
        if found is None:
            found = self._behind[source] = _followed(self.cited, source)
        return found

    def hold(self, source: str, *, held: bool) -> None:
        """Take up whether a source has a capture."""
        (self.held.add if held else self.held.discard)(source)

    def take_back(self, source: str, *, retracted: bool) -> None:
        """Take up whether a source retracted what it said."""
        (self.retracted.add if retracted else self.retracted.discard)(source)

    def rest(self, source: str, cited: set[str], partly: set[str]) -> None:
        """Take up what a source rests on, wholly and partly."""
        for known, now in ((self.cited, cited), (self.partly, partly)):
            if now:
                known[source] = now
            else:
                known.pop(source, None)

    def count_as(self, roots: Mapping[str, Root | None]) -> tuple[str, ...]:
        """Take up what sources count as, None for one that is gone; returns those that differ."""
        differing = tuple(one for one, root in roots.items() if self.roots.get(one) != root)
        for one in differing:
            root = roots[one]
            if root is None:
                self.roots.pop(one, None)
            else:
                self.roots[one] = root
        return differing

    def forget(self, sources: Iterable[str]) -> None:
        """Find out anew what stands behind these sources when it is asked for."""
        for one in sources:
            self._behind.pop(one, None)


def ground_of(view: Investigation) -> Ground:
    """Return what the counts of an investigation share."""
    held = {capture.source for capture in view.all(Capture)}
    cited: dict[str, set[str]] = {}
    partly: dict[str, set[str]] = {}
    for citation in view.all(Citation):
        if BY_KEY[citation.type].lineage:
            cited.setdefault(citation.from_id, set()).add(citation.to_id)
        elif citation.type == "depends partly":
            partly.setdefault(citation.from_id, set()).add(citation.to_id)
    retracted = {one.id for one in view.all(Source) if one.standing == "retracted"}
    return Ground(cited, partly, dict(roots_of_all(view)), held, retracted)


def assertions_of(view: Investigation, claim: str) -> tuple[Assertion, ...]:
    """Return what asserts a claim."""
    return tuple(one for one in view.referrers(claim) if isinstance(one, Assertion))


def chain_of(assertion: Assertion) -> tuple[str, ...]:
    """Return the chain from the carrier to the origin, the carrier always being its start."""
    chain = assertion.chain
    return chain if chain[:1] == (assertion.source,) else (assertion.source, *chain)


def lineage_of(said: Iterable[Assertion], cited: Lineage) -> Lineage:
    """Join the chains of a claim's assertions with the citations behind them.

    Returns source id -> the source ids it rests on. A citation counts behind the end of a chain
    only: what a source rests on in general says nothing where its chain for this claim is told.
    """
    graph: dict[str, set[str]] = {}
    for assertion in said:
        chain = chain_of(assertion)
        for one in chain:
            if one not in graph:
                graph[one] = set()
        for nearer, farther in pairwise(chain):
            graph[nearer].add(farther)
    ahead = [one for one in graph if not graph[one]]
    while ahead:
        one = ahead.pop()
        for farther in cited.get(one, ()):
            if farther not in graph:
                graph[farther] = set()
                ahead.append(farther)
            graph[one].add(farther)
    return graph


def ends_of(graph: Lineage, saw: AbstractSet[str]) -> tuple[tuple[str, ...], bool]:
    """Return the sources where a lineage ends, and whether some of it only goes round.

    A loop has an origin all the same in one of `saw`: those that observed it themselves.
    """
    found: list[str] = []
    circular = False
    for component in components(graph):
        ahead = _NOTHING.union(*(graph[one] for one in component))
        if not ahead:
            found += component
        elif ahead <= component:
            ends = component & saw
            circular = circular or not ends
            found += sorted(ends)
    return tuple(found), circular


def left_of(said: Iterable[Assertion], ground: Ground) -> Left:
    """Return what is left of the lineage of assertions without what is gone.

    What rested on that alone goes with it: no relay becomes an origin by that.
    """
    told, gone = tuple(said), ground.gone
    graph = lineage_of(told, ground.cited)
    saw = {chain_of(one)[-1] for one in told if one.observed}
    ends, circular = ends_of(graph, saw)
    kept = [one for one in ends if gone.isdisjoint((one, ground.roots[one].key))]
    left = _leading_to(graph, kept, gone)
    carriers = {one.source for one in told} - gone
    files = frozenset(ground.held & (carriers - _taken_along(graph, ends, ground)))
    reached = _reached(graph, carriers & left, left)
    round_ = circular and _goes_round(graph, carriers, saw, gone)
    return Left(tuple(one for one in kept if one in reached), round_, files)


def _goes_round(
    graph: Lineage, carriers: AbstractSet[str], saw: AbstractSet[str], gone: AbstractSet[str]
) -> bool:
    """Whether some of what carriers still lead to only goes round; a step to what is gone ends."""
    alive = _walk(graph, carriers, gone)
    left = {one: graph[one] for one in alive}
    return ends_of(left | dict.fromkeys(gone & graph.keys(), _NOTHING), saw)[1]


def _taken_along(graph: Lineage, ends: Iterable[str], ground: Ground) -> AbstractSet[str]:
    """Return the sources that are gone with what is muted.

    What rests on a retracted source is kept: it states what it states, and has no origin any more.
    """
    if not ground.muted:
        return _NOTHING
    kept = [one for one in ends if ground.muted.isdisjoint((one, ground.roots[one].key))]
    return _leading_to(graph, ends, _NOTHING) - _leading_to(graph, kept, ground.muted)


def _leading_to(graph: Lineage, ends: Iterable[str], gone: AbstractSet[str]) -> AbstractSet[str]:
    """Return the sources from which an end is reached without passing what is gone."""
    nearer: dict[str, list[str]] = {}
    for one, ahead in graph.items():
        for farther in ahead:
            nearer.setdefault(farther, []).append(one)
    return _walk(nearer, (one for one in ends if one not in gone), gone)


def _reached(graph: Lineage, starts: Iterable[str], among: AbstractSet[str]) -> AbstractSet[str]:
    return _walk(graph, starts, graph.keys() - among)


def _walk(
    steps: Mapping[str, Iterable[str]], starts: Iterable[str], gone: AbstractSet[str]
) -> AbstractSet[str]:
    found = set(starts)
    ahead = list(found)
    while ahead:
        for one in steps.get(ahead.pop(), ()):
            if one not in found and one not in gone:
                found.add(one)
                ahead.append(one)
    return found


def _followed(cited: Lineage, source: str) -> Behind:
    """Follow citations from a source to where they end."""
    if source not in cited:
        return Behind({source: None}, frozenset((source,)), loops=False)
    graph: dict[str, AbstractSet[str]] = {}
    ahead = [source]
    while ahead:
        one = ahead.pop()
        if one not in graph:
            graph[one] = cited.get(one, _NOTHING)
            ahead += graph[one]
    ends, circular = ends_of(graph, _NOTHING)
    return Behind(dict.fromkeys(ends), frozenset(graph), circular)


def roots_of_all(view: Investigation) -> Iterator[tuple[str, Root]]:
    """Yield what each source counts as; those without a name but of one office count as one."""
    first: dict[str, str] = {}
    for source in view.all(Source):
        root = root_of(source)
        if source.origin_kind == "anonymous" and root.known and not source.group:
            root = Root(first.setdefault(office_of(source), source.id), known=True)
        yield source.id, root


def root_of(source: Source) -> Root:
    """Return what a source counts as by itself."""
    known = source.origin_kind == "identified"
    if source.origin_kind == "anonymous":
        known = bool(office_of(source) or source.group)
    return Root(source.group or source.id, known)


def office_of(source: Source) -> str:
    """Return the affiliation of a source as it is compared."""
    return " ".join(source.affiliation.casefold().split())
