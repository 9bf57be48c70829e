"""Misfits: the noted discrepancies of a claim's words that are open, or were judged a conflict."""

from evidence_board.analysis.view import Investigation
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.discrepancy import Discrepancy


def open_misfits(view: Investigation, claim: Claim) -> tuple[Discrepancy, ...]:
    """Return the discrepancies that words of an open claim are part of, each once.

    One is open until its verdict says that both fit, or are of different things; a verdict of
    conflict leaves it open until a claim on either side is settled or withdrawn.
    """
    if claim.status != "open":
        return ()
    return tuple(one for one in misfits(view, claim) if is_open(view, one))


def misfits(view: Investigation, claim: Claim) -> tuple[Discrepancy, ...]:
    """Return all discrepancies that words of a claim are part of, each once."""
    found = {
        one.id: one
        for excerpt in _excerpts(view, claim)
        for one in view.referrers(excerpt)
        if isinstance(one, Discrepancy)
    }
    return tuple(found.values())


def is_open(view: Investigation, one: Discrepancy) -> bool:
    """Whether nobody has said yet that both places fit, nor settled what they are about."""
    if one.verdict is None:
        return True
    both = (_claims(view, end) for end in (one.one, one.other))
    return one.verdict == "conflict" and all(
        not claims or any(claim.status == "open" for claim in claims) for claims in both
    )


def claims_of(view: Investigation, one: Discrepancy) -> tuple[str, ...]:
    """Return the ids of the claims that rest on either place, each once."""
    found = (claim.id for end in (one.one, one.other) for claim in _claims(view, end))
    return tuple(dict.fromkeys(found))


def _excerpts(view: Investigation, claim: Claim) -> dict[str, None]:
    said = (one for one in view.referrers(claim.id) if isinstance(one, Assertion))
    return dict.fromkeys(one.excerpt for one in said if one.excerpt is not None)


def _claims(view: Investigation, excerpt: str) -> tuple[Claim, ...]:
    said = (one.claim for one in view.referrers(excerpt) if isinstance(one, Assertion))
    found = (view.find(id) for id in dict.fromkeys(said))
    return tuple(one for one in found if isinstance(one, Claim))
