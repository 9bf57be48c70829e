"""Small investigations to look for findings in, and what is found, as sentences."""

from evidence_board.analysis.warnings import rules
from evidence_board.analysis.warnings.finding import Finding
from evidence_board.analysis.warnings.inquiry import Inquiry
from evidence_board.analysis.warnings.survey import survey
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.link_types import LinkKind
from tests.analysis.graphs import Case


def found(case: Case, *kinds: str) -> list[Finding]:
    """Return the findings of these kinds in an investigation."""
    return [one for one in survey(Inquiry(case)) if one.kind in kinds]


def told(case: Case, *kinds: str) -> list[str]:
    """Return the sentences of the findings of these kinds."""
    return [rules.sentence(case, one) for one in found(case, *kinds)]


def claim(number: int, text: str = "The ferry left.", **fields: object) -> Claim:
    """Return a claim with the id "c1" for the number 1."""
    return Claim.model_validate({"id": f"c{number}", "number": number, "text": text, **fields})


def link(
    start: int, end: int, kind: LinkKind = "supports", *, group: str | None = None, why: str = "So."
) -> Link:
    """Return a link between two claims by their numbers."""
    name = kind.replace(" ", "-")
    return Link(
        id=f"l{start}-{name}-{end}",
        from_id=f"c{start}",
        to_id=f"c{end}",
        type=kind,
        reason=why,
        group=group,
    )
