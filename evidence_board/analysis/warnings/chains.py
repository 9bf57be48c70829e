"""What the chains of all statements tell of whole claims: where one lacks, where one may loop."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from evidence_board.analysis.components import components
from evidence_board.analysis.view import Columned
from evidence_board.model.assertion import Assertion
from evidence_board.model.link import Citation
from evidence_board.model.link_types import BY_KEY

_AT_ONCE = 1_000
"""So many statements are looked at before others go first."""
_NONE = "[]"
"""A chain that nobody has traced, as it is stored."""
Graph = dict[str, set[str]]


@dataclass(frozen=True)
class Chains:
    """`missing` counts statements without a chain, by claim.

    `near_loops` are the claims of which a chain comes near sources that rest on each other: all
    that can be circular, and perhaps more.
    """

    missing: Mapping[str, int] = field(default_factory=dict)
    near_loops: tuple[str, ...] = ()


def chaining(view: Columned) -> Iterator[Chains]:
    """Yield nothing again and again while chains are read, then what they tell.

    Chains are many, and reading one takes longer than looking at it.
    """
    claims, sources = view.columns(Assertion, "claim", "source")
    said = list(zip(claims, sources, view.stored(Assertion, "chain"), strict=True))
    missing: Counter[str] = Counter()
    graph = _cited(view)
    for start in range(0, len(said), _AT_ONCE):
        for claim, source, chain in said[start : start + _AT_ONCE]:
            if chain == _NONE:
                missing[str(claim)] += 1
            else:
                for nearer, farther in pairwise(_whole(source, chain)):
                    graph.setdefault(nearer, set()).add(farther)
        yield Chains()
    near: dict[str, None] = {}
    for step in _near_loops(graph):
        near = dict.fromkeys(step)
        yield Chains()
    found: dict[str, None] = {}
    for start in range(0, len(said) if near else 0, _AT_ONCE):
        for claim, source, chain in said[start : start + _AT_ONCE]:
            if str(claim) not in found and not near.keys().isdisjoint(_whole(source, chain)):
                found[str(claim)] = None
        yield Chains()
    yield Chains(missing, tuple(found))


def _whole(source: object, chain: object) -> list[str]:
    """Return a stored chain from the carrier on."""
    behind: list[str] = json.loads(str(chain))
    return behind if behind[:1] == [source] else [str(source), *behind]


def _cited(view: Columned) -> Graph:
    graph: Graph = {}
    for start, end, kind in zip(*view.columns(Citation, "from_id", "to_id", "type"), strict=True):
        if BY_KEY[str(kind)].lineage:
            graph.setdefault(str(start), set()).add(str(end))
    return graph


def _near_loops(graph: Graph) -> Iterator[set[str]]:
    """Yield nothing again and again, then the sources that lead into a loop, in whatever claim."""
    back: Graph = {}
    for one, ahead in graph.items():
        for farther in ahead:
            back.setdefault(farther, set()).add(one)
    whole = {one: graph.get(one, set()) for one in (*graph, *back)}
    found: set[str] = set()
    for place, knot in enumerate(components(whole, pause=_AT_ONCE)):
        found |= {one for one in knot if knot & whole[one]}
        if not place % _AT_ONCE:
            yield set()
    for one in (waiting := list(found)):
        new = back.get(one, set()) - found
        found |= new
        waiting += new
    yield found
