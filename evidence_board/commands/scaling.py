"""Switching the project's scale of likelihood: stored ranges stay, words become the new ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from evidence_board.commands import judging
from evidence_board.model.claim import Claim
from evidence_board.model.scales import Scale, ScaleKey, Term, scale_of
from evidence_board.project.project import Project


@dataclass(frozen=True)
class Switched:
    """What became of the likelihoods: how many have the new word, and which still ask for one."""

    worded: int
    asking: tuple[str, ...]


@dataclass(frozen=True)
class Becoming:
    """What a likelihood would become on another scale: the terms that its range spans.

    One is its new word; of two or more a person has to choose; none fits where all of the range
    lies in a gap. `gaps` are the parts of the range that no term covers, `neighbours` the terms on
    both sides of what none covers at all.
    """

    claim: Claim
    terms: tuple[Term, ...]
    gaps: tuple[tuple[float, float], ...] = ()
    neighbours: tuple[Term, ...] = ()

    @property
    def asks(self) -> bool:
        """Whether a person has to say which word is meant."""
        return len(self.terms) != 1


def becoming(project: Project, key: ScaleKey) -> tuple[Becoming, ...]:
    """Return what each likelihood would become on a scale, those that ask first, by number."""
    judged = [one for one in project.all(Claim) if one.likelihood is not None]
    found = [_becoming(scale_of(key), one) for one in judged]
    return tuple(sorted(found, key=lambda one: (not one.asks, one.claim.number)))


def _becoming(scale: Scale, claim: Claim) -> Becoming:
    terms = offered(scale, claim)
    if claim.likelihood_range is None:
        return Becoming(claim, terms)
    low, high = claim.likelihood_range
    whole = (low, high) in ((term.low, term.high) for term in terms)
    gaps = () if whole else scale.gaps(low, high)
    return Becoming(claim, terms, gaps, () if terms else scale.neighbours((low + high) / 2))


def switch(
    project: Project, key: ScaleKey, words: Mapping[str, str] = MappingProxyType({})
) -> Switched:
    """Switch the scale, as one step.

    Where a stored range is that of one new word, the claim gets the word and keeps the range; where
    it spans two, or none, the claim keeps its old word, which is then listed and asks for one,
    unless ``words`` say by the claim's id which is meant: then the range is that word's.
    """
    scale = scale_of(key)
    judged = [one for one in project.all(Claim) if one.likelihood is not None]
    asking = []
    meant = {id: _term(scale, word) for id, word in words.items()}
    with project.transaction("Set likelihood scale") as tx:
        tx.update(project.record, scale=key)
        for claim in judged:
            terms = offered(scale, claim)
            if len(terms) == 1:
                tx.update(claim, likelihood=terms[0].word)
            elif claim.id in meant:
                term = meant[claim.id]
                held = (term.low, term.high)
                tx.update(claim, likelihood=term.word, likelihood_range=held)
            else:
                asking.append(claim.id)
    return Switched(len(judged) - len(asking), tuple(asking))


def _term(scale: Scale, word: str) -> Term:
    term = scale.term(word)
    if term is None or term.low == term.high:
        raise ValueError(
            f"“{word}” is not a term of the {scale.name} scale. Choose one of its terms."
        )
    return term


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
