"""A claim that supports itself through others (tradecraft, section 5)."""

from collections.abc import Generator

from evidence_board.analysis.components import components
from evidence_board.analysis.view import Investigation
from evidence_board.analysis.warnings.finding import Finding, Found, listed, mark
from evidence_board.analysis.warnings.inquiry import SLICE, Inquiry

KIND = "support-loop"
_NAMED = 6


def find(inquiry: Inquiry) -> Found:
    """Yield each loop: of every knot of claims that support each other, a shortest way round."""
    graph: dict[str, set[str]] = {}
    for row in inquiry.links:
        if row.type == "supports":
            graph.setdefault(row.from_id, set()).add(row.to_id)
            graph.setdefault(row.to_id, set())
    for knot in components(graph, pause=SLICE):
        if len(knot) > 1:
            way = yield from _way_round(inquiry, graph, knot)
            yield Finding(KIND, way)
        yield None


def _way_round(
    inquiry: Inquiry, graph: dict[str, set[str]], knot: frozenset[str]
) -> Generator[None, None, tuple[str, ...]]:
    """Return a shortest way from the first claim of a knot back to it.

    Most claims of a board may be in one knot, so others may go first now and then.
    """
    yield None
    _, start = min((inquiry.by_id[one].number, one) for one in knot)
    before: dict[str, str] = {}
    for steps, one in enumerate(ahead := [start]):
        if not steps % SLICE:
            yield None
        new = sorted(end for end in graph[one] if end in knot and end not in before)
        before |= dict.fromkeys(new, one)
        if start in before:
            break
        ahead += new
    way = [before[start]]
    while way[-1] != start:
        way.append(before[way[-1]])
    return tuple(reversed(way))


def tell(view: Investigation, finding: Finding) -> str:
    """Name the way round."""
    marks = [mark(view.find(one)) for one in finding.records]
    shown = [*marks[:_NAMED], "others"] if len(marks) > _NAMED else marks
    return f"{marks[0]} supports itself, through {listed(shown[1:])}: cut one of the links."
