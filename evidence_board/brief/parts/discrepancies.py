"""Discrepancies: words of two sources that do not fit, with the verdict and its reason."""

from dataclasses import dataclass

from evidence_board.brief.case import Case, source_anchor
from evidence_board.brief.values import Part, Reference
from evidence_board.brief.wording import capital, ended, short
from evidence_board.model.discrepancy import Discrepancy
from evidence_board.model.excerpt import Excerpt


@dataclass(frozen=True)
class Words:
    """Exact words and the source that has them."""

    source: Reference
    exact: str


@dataclass(frozen=True)
class Difference:
    """Two excerpts compared; an empty verdict is still open."""

    kind: str
    one: Words
    other: Words
    verdict: str
    reason: str


@dataclass(frozen=True)
class Discrepancies(Part):
    """The excerpts that were compared, open ones first."""

    rows: tuple[Difference, ...]


def discrepancies(case: Case) -> Discrepancies | None:
    """Return what was compared; None where nothing was."""
    rows = [_difference(case, one) for one in case.view.all(Discrepancy)]
    return Discrepancies(tuple(sorted(rows, key=lambda row: row.verdict != ""))) if rows else None


def _difference(case: Case, one: Discrepancy) -> Difference:
    return Difference(
        capital(one.kind),
        _words(case, one.one),
        _words(case, one.other),
        one.verdict or "",
        ended(one.reason) if one.reason.strip() else "",
    )


def _words(case: Case, excerpt_id: str) -> Words:
    excerpt = case.view.get(Excerpt, excerpt_id)
    source = case.source(excerpt.source)
    mark = source.mark if source else "?"
    return Words(Reference(mark, source_anchor(excerpt.source)), short(excerpt.exact, 300))
