"""Switching the project's scale of likelihood: stored ranges stay, words become the new ones."""

from dataclasses import dataclass

from evidence_board.commands import judging
from evidence_board.model.claim import Claim
from evidence_board.model.scales import Scale, ScaleKey, Term, scale_of
from evidence_board.project.project import Project


@dataclass(frozen=True)
class Switched:
    """What became of the likelihoods: how many have the new word, and which still ask for one."""

    worded: int
    asking: tuple[str, ...]


def switch(project: Project, key: ScaleKey) -> Switched:
    """Switch the scale, as one step.

    Where a stored range is that of one new word, the claim gets the word and keeps the range; where
    it spans two, or none, the claim keeps its old word, which is then listed and asks for one.
    """
    scale = scale_of(key)
    judged = [one for one in project.all(Claim) if one.likelihood is not None]
    asking = []
    with project.transaction("Set likelihood scale") as tx:
        tx.update(project.record, scale=key)
        for claim in judged:
            terms = offered(scale, claim)
            if len(terms) == 1:
                tx.update(claim, likelihood=terms[0].word)
            else:
                asking.append(claim.id)
    return Switched(len(judged) - len(asking), tuple(asking))


def offered(scale: Scale, claim: Claim) -> tuple[Term, ...]:
    """Return the terms of a scale that a likelihood may mean: those that its range spans."""
    if claim.likelihood_range is None:
        term = scale.term(claim.likelihood or "")
        return (term,) if term is not None else ()
    low, high = claim.likelihood_range
    return scale.spanned(low, high)


def choose(project: Project, claim: Claim, word: str) -> Claim:
    """Take one of the words that a range spans: from now on its range is meant; the reason stays.

    ValueError where it is no term of the scale.
    """
    term = judging.term_of(project, word)
    with project.transaction("Choose the word for a likelihood") as tx:
        return tx.update(claim, likelihood=term.word, likelihood_range=(term.low, term.high))
