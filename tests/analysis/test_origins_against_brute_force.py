"""Origins of random small graphs equal what plain reachability says."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from evidence_board.analysis.components import components
from evidence_board.analysis.origins import count
from evidence_board.model.claim import Claim
from tests.analysis.graphs import Case

NAMES = "ABCDEF"
EDGES = st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=14)
KINDS = st.fixed_dictionaries(
    {n: st.sampled_from([None, "identified", "anonymous", "unknown"]) for n in NAMES}
)
GROUPS = st.fixed_dictionaries({n: st.sampled_from([None, None, "g", "h"]) for n in NAMES})


def _reach(edges: set[tuple[str, str]]) -> dict[str, set[str]]:
    """Return what can be reached from each name by one edge or more (Warshall)."""
    reach = {name: {end for start, end in edges if start == name} for name in NAMES}
    for middle, name in product(NAMES, NAMES):
        if middle in reach[name]:
            reach[name] |= reach[middle]
    return reach


@given(EDGES, st.sets(st.sampled_from(NAMES)), KINDS, GROUPS)
def test_the_count_equals_that_of_plain_reachability(
    edges: set[tuple[str, str]],
    asserting: set[str],
    kinds: dict[str, str | None],
    groups: dict[str, str | None],
) -> None:
    case = Case().add(Claim(id="c", text="c"))
    for name in NAMES:
        case.origin(name, kinds[name], group=groups[name])  # type: ignore[arg-type]  # one of its words
    for start, end in edges:
        case.cites(start, end)
    for name in sorted(asserting):
        case.says(name)
    reach = _reach(edges)
    seen = asserting | {end for name in asserting for end in reach[name]}
    roots = {name for name in seen if not reach[name]}
    loops = {n for n in seen if reach[n] and all(n in reach[other] for other in reach[n])}
    known = {
        groups[n] or n
        for n in roots
        if kinds[n] == "identified" or (kinds[n] == "anonymous" and groups[n])
    }
    found = count(case, "c")
    assert set(found.groups) == known
    assert set(found.unattributed) == {groups[n] or n for n in roots} - known
    assert found.circular == bool(loops)
    assert found.n_max == len({groups[n] or n for n in roots})


@given(EDGES)
def test_components_are_the_sets_that_reach_each_other_each_after_what_it_leads_to(
    edges: set[tuple[str, str]],
) -> None:
    graph = {name: {end for start, end in edges if start == name} for name in NAMES}
    reach = _reach(edges)
    found = list(components(graph))
    assert sorted(name for part in found for name in part) == list(NAMES)
    done: set[str] = set()
    for part in found:
        for one, other in product(part, NAMES):
            together = one == other or (other in reach[one] and one in reach[other])
            assert (other in part) is together
        assert all(graph[one] <= part | done for one in part)
        done |= part
