"""Independent origins of a claim: how many files carry it, and how many origins stand behind them.

Source: the project's tradecraft rules on independent origins, steps 1 to 5. A file is never
counted as an origin; what is not known never adds one.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from evidence_board.analysis.components import components
from evidence_board.analysis.view import Investigation
from evidence_board.model.assertion import Assertion
from evidence_board.model.capture import Capture
from evidence_board.model.claim import Claim
from evidence_board.model.link import Citation
from evidence_board.model.link_types import BY_KEY
from evidence_board.model.source import Source

Lineage = Mapping[str, AbstractSet[str]]
_NOTHING = frozenset[str]()


@dataclass(frozen=True)
class Origins:
    """What a claim rests on.

    `files` are the held carriers that assert it; `groups` the ids of origin groups (or of an
    identified origin without a group) behind them; `unattributed` the roots whose origin is not
    known; `n_min`-`n_max` is the range of independent origins; `circular` says that some carriers
    only go round to each other.
    """

    claim: str
    files: int
    groups: tuple[str, ...]
    unattributed: tuple[str, ...]
    circular: bool

    @property
    def n_min(self) -> int:
        """Identified origins that are independent of each other."""
        return len(self.groups)

    @property
    def n_max(self) -> int:
        """The most origins there can be: the identified ones and each unknown root."""
        return self.n_min + len(self.unattributed)


@dataclass(frozen=True)
class Ground:
    """What the counts of all claims share: lineage citations, anonymous offices, what is held."""

    cited: Lineage
    offices: Mapping[str, str]
    held: frozenset[str]


def origins_of(view: Investigation) -> dict[str, Origins]:
    """Return the origins of every claim, by claim id."""
    ground = ground_of(view)
    return {claim.id: _count(view, claim.id, ground) for claim in view.all(Claim)}


def count(view: Investigation, claim: str, ground: Ground | None = None) -> Origins:
    """Return the origins of one claim; with the ground at hand, this costs that claim only."""
    return _count(view, claim, ground or ground_of(view))


def lineage(view: Investigation, claim: str) -> Lineage:
    """Return the graph of one claim: source id -> the source ids it rests on."""
    return _lineage(_assertions(view, claim), _citations(view))


def ground_of(view: Investigation) -> Ground:
    """Return what the counts share; it holds until a source, capture or citation changes."""
    held = frozenset(capture.source for capture in view.all(Capture))
    return Ground(_citations(view), _offices(view), held)


def _count(view: Investigation, claim: str, ground: Ground) -> Origins:
    return count_said(view, claim, _assertions(view, claim), ground)


def count_said(
    view: Investigation, claim: str, said: tuple[Assertion, ...], ground: Ground
) -> Origins:
    """Return the origins that a claim has by some assertions, stored or not."""
    ends, circular = _ends(said, _lineage(said, ground.cited))
    groups: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for root in (view.get(Source, one) for one in ends):
        if _known(root):
            groups[ground.offices.get(root.id, root.group or root.id)] = None
        else:
            unknown[root.group or root.id] = None
    further = tuple(one for one in unknown if one not in groups)
    files = len(ground.held.intersection(one.source for one in said))
    return Origins(claim, files, tuple(groups), further, circular)


def _ends(said: Iterable[Assertion], graph: Lineage) -> tuple[list[str], bool]:
    """Return the sources where the lineage ends, and whether some of it only goes round.

    A loop has an origin all the same in one that shows knowledge of its own: it observed.
    """
    found: list[str] = []
    circular = False
    saw = {_origin(one) for one in said if one.observed}
    for component in components(graph):
        ahead = _NOTHING.union(*(graph[one] for one in component))
        if not ahead:
            found += component
        elif ahead <= component:
            ends = component & saw
            circular = circular or not ends
            found += sorted(ends)
    return found, circular


def _origin(assertion: Assertion) -> str:
    return _chain(assertion)[-1]


def _chain(assertion: Assertion) -> tuple[str, ...]:
    """Return the chain from the carrier to the origin, the carrier always being its start."""
    chain = assertion.chain
    return chain if chain[:1] == (assertion.source,) else (assertion.source, *chain)


def _offices(view: Investigation) -> Mapping[str, str]:
    """Return the id that stands for each anonymous source: the first one with its affiliation.

    The group that an analyst gives goes before that.
    """
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for source in view.all(Source):
        office = " ".join(source.affiliation.casefold().split())
        if source.origin_kind == "anonymous" and office:
            found[source.id] = source.group or first.setdefault(office, source.id)
    return found


def _lineage(said: Iterable[Assertion], cited: Lineage) -> Lineage:
    """Join the chains of a claim's assertions with the lineage citations behind them."""
    graph: dict[str, set[str]] = {}
    for assertion in said:
        chain = _chain(assertion)
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


def _citations(view: Investigation) -> Lineage:
    """Return source id -> the sources it quotes, relays or republishes; mentions do not count."""
    cited: dict[str, set[str]] = {}
    for citation in view.all(Citation):
        if BY_KEY[citation.type].lineage:
            cited.setdefault(citation.from_id, set()).add(citation.to_id)
    return cited


def _assertions(view: Investigation, claim: str) -> tuple[Assertion, ...]:
    return tuple(one for one in view.referrers(claim) if isinstance(one, Assertion))


def _known(source: Source) -> bool:
    """Whether a root is an origin that can be told from others (an affiliation is enough)."""
    if source.origin_kind == "anonymous":
        return bool(source.affiliation.strip() or source.group)
    return source.origin_kind == "identified"
