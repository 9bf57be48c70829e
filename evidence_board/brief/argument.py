"""What stands for a claim, what against it, what undercuts a step, what it takes for granted."""

from dataclasses import dataclass

from evidence_board.brief import wording
from evidence_board.brief.case import Case, claim_anchor
from evidence_board.brief.values import Likelihood, Reference
from evidence_board.model.claim import Claim
from evidence_board.model.link import Link
from evidence_board.model.link_types import BY_KEY


@dataclass(frozen=True)
class Step:
    """A claim that bears on another, the reason written for it, and what undercuts that step.

    `word` says what it does, `with_others` which linked premises it needs, `standing` how likely
    or how well graded it is itself.
    """

    word: str
    claim: Reference
    text: str
    standing: str
    reason: str
    weight: str
    with_others: str
    undercut_by: tuple["Step", ...] = ()


@dataclass(frozen=True)
class Argument:
    """All that bears on one claim, and what it bears on itself."""

    supports: tuple[Step, ...]
    contradicts: tuple[Step, ...]
    assumptions: tuple[Step, ...]
    related: tuple[Step, ...]
    serves: tuple[Step, ...]


def argument_of(case: Case, claim: Claim) -> Argument:
    """Return what bears on the claim; contradictions count whichever way they were drawn."""
    arriving = case.links_to.get(claim.id, ())
    leaving = case.links_from.get(claim.id, ())
    against = [step_in(case, link) for link in arriving if link.type == "contradicts"]
    against += [step_out(case, link) for link in leaving if link.type == "contradicts"]
    assumed = [step_in(case, link) for link in arriving if _is_assumption(case, link)]
    assumed += [step_out(case, link) for link in leaving if link.type == "presupposes"]
    related = [step_in(case, link) for link in arriving if link.type in ("elaborates", "same as")]
    return Argument(
        tuple(step_in(case, link) for link in arriving if _is_support(case, link)),
        tuple(against),
        tuple(assumed),
        tuple(related),
        tuple(_serving(case, link) for link in leaving if link.type in _SERVING),
    )


_SERVING = ("supports", "undercuts", "elaborates", "same as")


def step_in(case: Case, link: Link) -> Step:
    """Return a link as seen from its end: the claim at its start and what that does."""
    return _step(case, link, link.from_id, BY_KEY[link.type].word)


def step_out(case: Case, link: Link) -> Step:
    """Return a link as seen from its start: the claim at its end and what is done to it."""
    return _step(case, link, link.to_id, BY_KEY[link.type].word)


def undercutting(case: Case, link: Link) -> tuple[Step, ...]:
    """Return the claims that attack a step."""
    found = case.links_to.get(link.id, ())
    return tuple(step_in(case, one) for one in found if one.type == "undercuts")


def standing_of(case: Case, claim: Claim) -> str:
    """Return how a claim stands in few words: its likelihood, its grade, or that it has none."""
    likelihood = wording.likelihood_of(case.scale, claim.likelihood, claim.likelihood_range)
    if likelihood is not None:
        return _with_range(likelihood)
    if claim.kind == "assumption":
        return "assumption"
    if claim.kind != "reported":
        return wording.NOT_JUDGED
    return f"information {claim.credibility}" if claim.credibility else wording.NOT_GRADED


def _with_range(likelihood: Likelihood) -> str:
    return f"{likelihood.word} ({likelihood.range})" if likelihood.range else likelihood.word


def _is_assumption(case: Case, link: Link) -> bool:
    start = case.claim(link.from_id)
    return link.type == "supports" and start is not None and start.kind == "assumption"


def _is_support(case: Case, link: Link) -> bool:
    return link.type == "supports" and not _is_assumption(case, link)


def _serving(case: Case, link: Link) -> Step:
    """Return what a claim serves; an undercut leads to the two claims of the step it attacks."""
    attacked = case.link(link.to_id)
    if attacked is None:
        return step_out(case, link)
    start, end = case.claim(attacked.from_id), case.claim(attacked.to_id)
    step = _step(case, link, attacked.to_id, "undercuts the step")
    text = f"from {start.mark} to {end.mark}" if start and end else step.text
    return Step(step.word, step.claim, text, "", step.reason, step.weight, "")


def _step(case: Case, link: Link, claim_id: str, word: str) -> Step:
    claim = case.claim(claim_id)
    undercut = undercutting(case, link) if link.type != "undercuts" else ()
    if claim is None:
        return Step(word, Reference("?", ""), "a step", "", link.reason, link.weight, "", undercut)
    return Step(
        word,
        Reference(claim.mark, claim_anchor(claim.id)),
        wording.short(claim.text, 400),
        standing_of(case, claim),
        link.reason.strip(),
        link.weight,
        _premises(case, link),
        undercut,
    )


def _premises(case: Case, link: Link) -> str:
    """Return the marks of the premises that are needed together with this one."""
    if not link.group:
        return ""
    same = [one for one in case.links_to.get(link.to_id, ()) if one.group == link.group]
    marks = [
        claim.mark
        for one in same
        if one.id != link.id and (claim := case.claim(one.from_id)) is not None
    ]
    return wording.listed(marks) if marks else ""
