"""What the brief rests on, in figures."""

from dataclasses import dataclass

from evidence_board.brief.case import Case
from evidence_board.brief.contradictions import open_contradictions
from evidence_board.brief.values import Part, Row


@dataclass(frozen=True)
class Basis(Part):
    """Figures, each with what it counts."""

    figures: tuple[Row, ...]


def basis(case: Case) -> Basis | None:
    """Return the figures; None while the project holds nothing to count."""
    if not case.sources and not case.claims:
        return None
    documents = [source for source in case.sources if source.origin_kind is None]
    held = sum(case.held(source.id) for source in case.sources)
    cited = sum(not case.held(source.id) for source in documents)
    traced = sum(case.traced(claim) for claim in case.claims)
    figures = [
        Row(str(held), "originals read, kept and hashed"),
        Row(str(cited), "outlets cited, not read"),
        Row(_origins(case), "origins named"),
        Row(str(len(open_contradictions(case))), "open contradictions"),
        Row(f"{traced} of {len(case.claims)}", "claims traced to exact words"),
    ]
    return Basis(tuple(figures))


def _origins(case: Case) -> str:
    """Return how many origins are identified, and up to how many there may be."""
    kinds = [source.origin_kind for source in case.sources if source.origin_kind]
    known = sum(kind == "identified" for kind in kinds)
    return str(known) if known == len(kinds) else f"{known}–{len(kinds)}"
