"""Contradictions: claims that cannot both be true, drawn as links or marked as negations."""

from dataclasses import dataclass

from evidence_board.brief.argument import standing_of
from evidence_board.brief.case import Case, claim_anchor
from evidence_board.brief.values import Reference
from evidence_board.brief.wording import short
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link


@dataclass(frozen=True)
class Side:
    """One of the two claims."""

    claim: Reference
    text: str
    standing: str


@dataclass(frozen=True)
class Contradiction:
    """Two claims, whether one of them is settled, and the reason why they clash."""

    one: Side
    other: Side
    open: bool
    reason: str
    record_id: str


def contradictions_of(case: Case) -> tuple[Contradiction, ...]:
    """Return every contradiction, open ones first; no filter ever hides one."""
    pairs: dict[frozenset[str], tuple[Claim, Claim, str, str]] = {}
    for link in case.view.all(Link):
        if link.type == "contradicts":
            _keep(case, pairs, link.from_id, link.to_id, link.reason.strip(), link.id)
    for claim in case.claims:
        if claim.negates:
            _keep(case, pairs, claim.id, claim.negates, "One is the negation of the other.", "")
    found = [_pair(case, *pair) for pair in pairs.values()]
    return tuple(sorted(found, key=lambda pair: not pair.open))


def open_contradictions(case: Case) -> tuple[Contradiction, ...]:
    """Return the contradictions of which neither side is settled or withdrawn."""
    return tuple(pair for pair in contradictions_of(case) if pair.open)


def _keep(
    case: Case,
    pairs: dict[frozenset[str], tuple[Claim, Claim, str, str]],
    one_id: str,
    other_id: str,
    reason: str,
    record_id: str,
) -> None:
    one, other = case.claim(one_id), case.claim(other_id)
    if one is not None and other is not None:
        pairs.setdefault(frozenset((one_id, other_id)), (one, other, reason, record_id or one_id))


def _pair(case: Case, one: Claim, other: Claim, reason: str, record_id: str) -> Contradiction:
    is_open = one.status == "open" and other.status == "open"
    return Contradiction(_side(case, one), _side(case, other), is_open, reason, record_id)


def _side(case: Case, claim: Claim) -> Side:
    standing = standing_of(case, claim)
    if claim.status != "open":
        standing = f"{standing}, {claim.status}"
    return Side(Reference(claim.mark, claim_anchor(claim.id)), short(claim.text, 300), standing)
