"""The credibility that the origins of a claim suggest, and why; when it may be called confirmed.

Source: the project's tradecraft rules on grading (section 3, a convention). F and 6 are unknown,
never worst.
"""

from dataclasses import dataclass

from evidence_board.analysis.clashes import open_rivals
from evidence_board.analysis.grounds import observers
from evidence_board.analysis.lineage import Ground, assertions_of
from evidence_board.analysis.origins import count
from evidence_board.analysis.view import Investigation
from evidence_board.model.claim import Claim
from evidence_board.model.scales import Credibility

_KNOWN = ("1", "2", "3", "4", "5")
BARE = ("headline", "link teaser")
"""Modes without a body: nothing can be judged by them."""


@dataclass(frozen=True)
class Suggested:
    """A digit and the sentence that says why."""

    digit: Credibility
    reason: str


def suggested(view: Investigation, claim: Claim, ground: Ground) -> Suggested:
    """Return the credibility that is suggested for a claim as asserted."""
    found = _by_origins(view, claim, ground)
    against: dict[str, Claim] = {
        one.credibility: one for one in open_rivals(view, claim, ground.gone) if one.credibility
    }
    best = min(against, default="6")
    if best == "1":
        return Suggested("5", f"{against[best].mark}, graded 1, contradicts it.")
    if best < found.digit < "6":
        return Suggested("4", f"{against[best].mark}, graded {best}, contradicts it.")
    return found


def _by_origins(view: Investigation, claim: Claim, ground: Ground) -> Suggested:
    """Return the credibility that is suggested where nothing contradicts."""
    told = assertions_of(view, claim.id)
    said = [one for one in told if ground.gone.isdisjoint((one.source, *one.chain))]
    if said and all(one.mode in BARE for one in said):
        return Suggested("6", "Only a headline or a link teaser says so, without a body.")
    origins = count(view, claim.id, ground)
    if not origins.n_min:
        return Suggested("6", "It has no identified origin, so there is no basis for judging it.")
    seen = len(observers(view, claim.id, ground) & set(origins.groups))
    if seen >= 2:
        return Suggested("1", f"{seen} independent origins each observed the claim itself.")
    if seen:
        return Suggested("2", "One origin observed it itself; nobody else confirms that.")
    if origins.n_min >= 2:
        return Suggested("2", f"{origins.n_min} independent origins assert or infer it.")
    return Suggested("3", "One origin asserts or infers it, and shows no observation of its own.")


def not_confirmed(view: Investigation, claim: Claim, ground: Ground) -> str:
    """Return why a claim may not be graded 1, in a sentence; nothing where it may."""
    groups = count(view, claim.id, ground).groups
    seen = len(observers(view, claim.id, ground) & set(groups))
    if seen < 2:
        many = "only one does" if seen else "none does"
        return f"That needs two independent origins that each observed the claim itself; {many}."
    for rival in open_rivals(view, claim, ground.gone):
        if is_as_good(rival.credibility, "1"):
            return f"{rival.mark}, graded {rival.credibility}, contradicts it and is not settled."
    return ""


def is_as_good(one: str | None, other: str | None) -> bool:
    """Whether a grade is equal to another one or better; what is not known is neither."""
    return one in _KNOWN and other in _KNOWN and str(one) <= str(other)
