"""The scales that the brief uses, on page 1."""

from dataclasses import dataclass

from evidence_board.brief.case import Case
from evidence_board.brief.values import Likelihood, Part


@dataclass(frozen=True)
class Legend(Part):
    """The terms of the likelihood scale from least to most likely."""

    scale: str
    terms: tuple[Likelihood, ...]


def legend(case: Case) -> Legend:
    """Return the legend of the project's scale."""
    terms = tuple(Likelihood(term.word, term.range, term.cell) for term in case.scale.terms)
    return Legend(case.scale.name, terms)
