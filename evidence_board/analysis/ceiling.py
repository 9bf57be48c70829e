"""The highest confidence that the basis of a claim suggests, and why.

Source: the project's tradecraft rules on confidence (section 2, a convention): one origin or none
gives low; moderate if the evidence itself can be inspected; high only if anyone can verify it now,
or if two origins are independent, with direct evidence, alternatives tested and no gap open.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from evidence_board.analysis.clashes import open_rivals
from evidence_board.analysis.grounds import behind, observers, open_gap, open_to_all
from evidence_board.analysis.lineage import Ground
from evidence_board.analysis.origins import Origins
from evidence_board.analysis.view import Investigation
from evidence_board.model.claim import Claim
from evidence_board.model.scales import CONFIDENCE, ConfidenceTerm

RANKS: Mapping[str, int] = {term: rank for rank, term in enumerate(CONFIDENCE)}
"""How high each term of confidence is."""


@dataclass(frozen=True)
class Ceiling:
    """A term and the sentence that says why it is not a higher one."""

    term: ConfidenceTerm
    reason: str


def ceiling_of(view: Investigation, claim: Claim, ground: Ground, origins: Origins) -> Ceiling:
    """Return the suggested ceiling of a claim that has these origins."""
    return ceiling_on(view, claim, ground, origins.n_min)


def ceiling_on(view: Investigation, claim: Claim, ground: Ground, n_min: int) -> Ceiling:
    """Return the suggested ceiling of a claim that has so many independent origins."""
    claims = behind(view, claim.id, ground)
    if open_to_all(view, claims, ground):
        return Ceiling("high", "Anyone can verify it now, in a map, a register or the text of law.")
    seen = any(observers(view, one, ground) for one in claims)
    if n_min < 2:
        return _on_one(n_min, seen=seen)
    if not seen:
        return Ceiling("moderate", "Its origins only assert: none shows evidence of its own.")
    return _on_several(view, claim, ground, n_min)


def _on_one(n_min: int, *, seen: bool) -> Ceiling:
    many = "only one independent origin" if n_min else "no identified origin"
    if seen:
        return Ceiling("moderate", f"It has {many}, whose evidence can be inspected.")
    closed = ", whose evidence cannot be inspected" if n_min else ""
    return Ceiling("low", f"It has {many}{closed}.")


def _on_several(view: Investigation, claim: Claim, ground: Ground, n_min: int) -> Ceiling:
    gap, rivals = open_gap(view, claim.id), open_rivals(view, claim, ground.gone)
    if rivals:
        return Ceiling("moderate", f"{rivals[0].mark} contradicts it and is not settled.")
    if gap is not None:
        return Ceiling("moderate", f"The gap {gap.mark} is open.")
    many = f"{n_min} independent origins with direct evidence"
    return Ceiling("high", f"It has {many}; high holds only if the alternatives were tested.")
