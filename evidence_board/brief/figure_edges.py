"""The lines of a board figure: links, citations and assertions between cards that lie on it."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidence_board.brief.case import Case
from evidence_board.brief.statements import DENYING
from evidence_board.model.assertion import Assertion
from evidence_board.model.link import Citation, Link
from evidence_board.model.link_types import BY_KEY


@dataclass(frozen=True)
class FigureEdge:
    """A line from card `start` to card `end`, by their places in the figure.

    An undercut ends on another line: then `end` is -1 and `onto` the place of that line. `look`
    is a key of the design tokens' link types; `sign` repeats it as a character.
    """

    start: int
    end: int
    onto: int
    look: str
    sign: str
    word: str
    weight: str


def edges_of(case: Case, places: Mapping[str, int]) -> tuple[FigureEdge, ...]:
    """Return the lines between records that have a place, undercuts last."""
    edges: list[FigureEdge] = []
    drawn: dict[str, int] = {}
    for link in case.view.all(Link):
        if link.from_id in places and link.to_id in places:
            drawn[link.id] = len(edges)
            edges.append(_edge(places[link.from_id], places[link.to_id], link.type, link.weight))
    edges += _citations(case, places)
    edges += _assertions(case, places)
    for link in case.view.all(Link):
        if link.from_id in places and link.to_id in drawn:
            start, onto = places[link.from_id], drawn[link.to_id]
            edges.append(_edge(start, -1, link.type, link.weight, onto))
    return tuple(edges)


def _edge(start: int, end: int, key: str, weight: str, onto: int = -1) -> FigureEdge:
    kind = BY_KEY[key]
    return FigureEdge(start, end, onto, kind.look, kind.sign, kind.word, weight)


def _citations(case: Case, places: Mapping[str, int]) -> list[FigureEdge]:
    return [
        _edge(places[one.from_id], places[one.to_id], one.type, "weak")
        for one in case.view.all(Citation)
        if one.from_id in places and one.to_id in places
    ]


def _assertions(case: Case, places: Mapping[str, int]) -> list[FigureEdge]:
    """Return one line per carrier and claim, from the excerpt's card where it has one."""
    found: dict[tuple[int, int], FigureEdge] = {}
    for said in case.view.all(Assertion):
        start = places.get(said.excerpt or "", places.get(said.source))
        end = places.get(said.claim)
        if start is None or end is None:
            continue
        edge = _edge(start, end, "asserts", "weak" if said.partial else "moderate")
        if said.factuality in DENYING:
            edge = FigureEdge(start, end, -1, "denies", "×", "denies", edge.weight)
        found.setdefault((start, end), edge)
    return list(found.values())
