"""Counts, single points and cuts of random lineages equal what networkx says of the same graph.

Claims that stand by linked premises are no matter of paths: there every subset is tried.
"""

from collections.abc import Iterator
from itertools import combinations
from random import Random

import networkx as nx
import pytest

from evidence_board.analysis.independence import Independence, independence_of
from evidence_board.analysis.lineage import ground_of
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from tests.analysis.graphs import Case

NAMES = "ABCDEFGH"
RUNS, GRAPHS = 20, 500
"""Ten thousand graphs in all."""
KINDS = (None, "identified", "identified", "anonymous", "unknown", "unattributed")


class Lineage:
    """One random lineage: who asserts, who rests on whom, what counts as what."""

    def __init__(self, chance: Random) -> None:
        names = NAMES[: chance.randint(1, len(NAMES))]
        self.kinds = {name: chance.choice(KINDS) for name in names}
        self.keys = {name: chance.choice((name, name, name, "g", "h")) for name in names}
        self.edges = {
            (chance.choice(names), chance.choice(names)) for _ in range(chance.randint(0, 12))
        }
        self.asserting = sorted({chance.choice(names) for _ in range(chance.randint(0, 4))})
        lost = 0.2 if chance.random() < 0.3 else 0.0
        self.gone = frozenset(name for name in (*names, "g") if chance.random() < lost)

    def case(self) -> Case:
        """Return it as an investigation."""
        case = Case().add(Claim(id="c", text="c"))
        for name, kind in self.kinds.items():
            group = self.keys[name] if self.keys[name] != name else None
            case.origin(name, kind, group=group)  # type: ignore[arg-type]  # one of its words
        for nearer, farther in sorted(self.edges):
            case.cites(nearer, farther)
        for name in self.asserting:
            case.says(name)
        return case

    def graph(self, gone: frozenset[str]) -> "nx.DiGraph[str]":
        """Return it for networkx: from "start" to "end", groups apart from their members."""
        whole: nx.DiGraph[str] = nx.DiGraph([("start", name) for name in self.asserting])
        whole.add_nodes_from(("start", "end"))
        whole.add_edges_from(self.edges)
        for name in self.kinds:
            if name in whole and not set(whole.successors(name)):
                key = self.keys[name]
                if key != name:
                    whole.add_edge(name, key)
                whole.add_edge(key, "end")
        whole.remove_nodes_from(gone & set(whole))
        return whole

    def cut(self, whole: "nx.DiGraph[str]", among: set[str]) -> int:
        """Return the fewest of some vertices that part "start" and "end"."""
        split: nx.DiGraph[str] = nx.DiGraph()
        for name in whole:
            cost = {"capacity": 1} if name in among else {}
            split.add_edge(f"{name} in", f"{name} out", **cost)
        split.add_edges_from((f"{a} out", f"{b} in") for a, b in whole.edges)
        return int(nx.minimum_cut_value(split, "start out", "end in"))


def _single_points(whole: "nx.DiGraph[str]") -> set[str]:
    first = nx.immediate_dominators(whole, "start")
    found, one = set(), first.get("end")
    while one not in (None, "start"):
        found.add(one)
        one = first[one]
    return found


@pytest.mark.no_cover  # others run its lines
@pytest.mark.parametrize("run", range(RUNS))
def test_counts_single_points_and_cuts_are_those_of_networkx(run: int) -> None:
    chance = Random(run)
    for _ in range(GRAPHS):
        lineage = Lineage(chance)
        case = lineage.case()
        found = independence_of(case, "c", ground_of(case), lineage.gone)
        _compare(lineage, found, lineage.gone)


def _compare(lineage: Lineage, found: Independence, gone: frozenset[str]) -> None:
    whole = lineage.graph(gone)
    if not nx.has_path(whole, "start", "end"):
        assert (found.origins.n_max, found.cut_any) == (0, 0)
        return
    on_the_way = nx.descendants(whole, "start") & nx.ancestors(whole, "end")
    roots = {
        name
        for name in lineage.kinds
        if name in on_the_way and not any(nearer == name for nearer, _ in lineage.edges)
    }
    keys = {lineage.keys[name] for name in roots}
    known = {lineage.keys[name] for name in roots if _is_known(lineage, name)}
    assert set(found.origins.groups) == known
    assert set(found.origins.unattributed) == keys - known
    assert set(found.single_points) == _single_points(whole)
    assert found.cut_origins == lineage.cut(whole, keys)
    assert found.cut_carriers == lineage.cut(whole, set(lineage.asserting))
    assert found.cut_any == lineage.cut(whole, set(whole) - {"start", "end"})
    assert found.n_min_strict == found.origins.n_min  # nothing depends partly


def _is_known(lineage: Lineage, name: str) -> bool:
    grouped = lineage.keys[name] != name
    return lineage.kinds[name] == "identified" or (lineage.kinds[name] == "anonymous" and grouped)


@pytest.mark.no_cover  # others run its lines
@pytest.mark.parametrize("seed", range(40))
def test_with_linked_premises_cuts_are_those_found_by_trying_all(seed: int) -> None:
    case = _argued(Random(seed))
    found = independence_of(case, "c", ground_of(case))
    if not found.origins.n_max:
        assert found.cut_origins == 0
        return
    origins = (*found.origins.groups, *found.origins.unattributed)
    fewest = next(len(lost) for lost in _subsets(origins) if _falls(case, lost))
    assert found.cut_origins == fewest
    single = {one for one in NAMES if _falls(case, (one,))}
    assert set(found.single_points) == single


def _argued(chance: Random) -> Case:
    case = Case().add(Claim(id="c", text="c", kind="judgement"))
    for name in NAMES:
        case.origin(name, chance.choice(("identified", "unknown")))
    for number in range(4):
        for _ in range(chance.randint(0, 3)):
            chain = chance.sample(NAMES, chance.randint(1, 2))
            case.says(*chain, claim=f"p{number}")
        case.add(Claim(id=f"p{number}", text="p"))
        group = chance.choice((None, "all", "all", "both"))
        case.add(Link(from_id=f"p{number}", to_id="c", type="supports", group=group))
    return case


def _subsets(ids: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for size in range(len(ids) + 1):
        yield from combinations(ids, size)


def _falls(case: Case, lost: tuple[str, ...]) -> bool:
    return independence_of(case, "c", ground_of(case), frozenset(lost)).origins.n_max == 0
