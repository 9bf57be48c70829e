"""Discrepancies: figures that do not fit, noted with a verdict and its reason, or turned down."""

from collections.abc import Iterator
from itertools import combinations, product

from evidence_board.analysis.view import Investigation
from evidence_board.commands.dismissing import (
    ask_no_more,
    ask_of,
    dismiss,
    dismissed_from_either,
    sign_of,
)
from evidence_board.model.assertion import Assertion
from evidence_board.model.claim import Claim
from evidence_board.model.discrepancy import Discrepancy, Verdict
from evidence_board.model.excerpt import Excerpt
from evidence_board.model.link import Link
from evidence_board.model.source import Source
from evidence_board.project.project import Project
from evidence_board.suggest.discrepancies import Compared, Marked, discrepancies
from evidence_board.suggest.suggestion import Difference

_MOST = 40
"""Of one claim's excerpts so many are compared with each other."""


def found_in(view: Investigation) -> Iterator[Difference]:
    """Yield the figures that do not fit in the excerpts of the same or of linked claims."""
    yield from discrepancies(pair for claim in view.all(Claim) for pair in pairs(view, claim))


def pairs(view: Investigation, claim: Claim) -> Iterator[Compared]:
    """Yield the places to compare for a claim: among its own, and with those of claims it leads to.

    Each pair of linked claims comes from one of them only.
    """
    own = _excerpts(view, claim.id)
    for one, other in combinations(own, 2):
        yield Compared(_marked(one), _marked(other), same_claim=True)
    held = {one.id for one in own}
    for other_id in _linked(view, claim):
        for one, other in product(own, _excerpts(view, other_id)):
            if other.id not in held and one.id != other.id:
                yield Compared(_marked(one), _marked(other), same_claim=False)


def is_open(project: Project, one: Difference) -> bool:
    """Whether nobody has noted or turned down a difference, and its excerpts are still there."""
    excerpts = (project.find(one.excerpt), project.find(one.other_excerpt))
    held = all(isinstance(found, Excerpt) for found in excerpts)
    return held and not dismissed_from_either(project, one, sign)


def accept(project: Project, one: Difference, verdict: Verdict | None, reason: str) -> Discrepancy:
    """Note two figures that do not fit, as one step; without a verdict it stays open."""
    with project.transaction("Note discrepancy") as tx:
        ask_no_more(tx, project.get(Source, one.source), sign(one))
        return tx.add(
            Discrepancy(
                one=one.excerpt,
                other=one.other_excerpt,
                kind=one.about,
                verdict=verdict,
                reason=reason.strip() or ended(one.reason),
            )
        )


def settle(
    project: Project, noted: Discrepancy, verdict: Verdict | None, reason: str
) -> Discrepancy:
    """Give a discrepancy another verdict and reason, as one step; ValueError without a reason."""
    if verdict is not None and not reason.strip():
        raise ValueError("A verdict needs its reason. Write in one line why the words fit or not.")
    label = "Settle discrepancy" if verdict is not None else "Reopen discrepancy"
    with project.transaction(label) as tx:
        return tx.update(noted, verdict=verdict, reason=reason.strip())


def take_away(project: Project, noted: Discrepancy) -> None:
    """Remove a discrepancy that was noted, as one step; what it rests on is proposed again."""
    with project.transaction("Delete discrepancy") as tx:
        for one in _between(project, noted):
            ask_of(tx, project.get(Source, one.source), (sign(one),))
        tx.remove(noted)


def turn_down(project: Project, one: Difference) -> Source:
    """Turn a proposal down, as one step; it is not made again."""
    return dismiss(project, project.get(Source, one.source), sign(one))


def sign(one: Difference) -> str:
    """Return by what a difference is known again when it was turned down."""
    place = f"{one.other_source} {one.other.start}"
    return sign_of(one.kind, one.span.start, one.span.exact, place)


def ended(words: str) -> str:
    """Return words as a sentence."""
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _between(project: Project, noted: Discrepancy) -> tuple[Difference, ...]:
    """Return what is proposed of the excerpts of a discrepancy, whichever comes first."""
    found = [project.find(noted.one), project.find(noted.other)]
    both = [_marked(one) for one in found if isinstance(one, Excerpt)]
    if len(both) < len(found):
        return ()
    ways = ((both[0], both[1]), (both[1], both[0]))
    return tuple(discrepancies(Compared(*way, same_claim=True) for way in ways))


def _excerpts(view: Investigation, claim: str) -> tuple[Excerpt, ...]:
    ids = dict.fromkeys(
        one.excerpt
        for one in view.referrers(claim)
        if isinstance(one, Assertion) and one.claim == claim and one.excerpt is not None
    )
    found = (view.find(id) for id in list(ids)[:_MOST])
    return tuple(one for one in found if isinstance(one, Excerpt) and one.region is None)


def _linked(view: Investigation, claim: Claim) -> Iterator[str]:
    ids = [
        one.to_id
        for one in view.referrers(claim.id)
        if isinstance(one, Link) and one.from_id == claim.id
    ]
    if claim.negates:
        ids.append(claim.negates)
    yield from (id for id in dict.fromkeys(ids) if isinstance(view.find(id), Claim))


def _marked(one: Excerpt) -> Marked:
    return Marked(one.id, one.source, one.start, one.exact, one.prefix, one.suffix)
